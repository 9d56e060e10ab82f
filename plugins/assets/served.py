"""What is served of the theme, and the digest that names the folder it is served from."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from plugins.assets.script import read_scripts
from plugins.assets.stylesheet import JOINED, read_stylesheet

MADE = ("css", "js")  # the folders of which other files are served than those that are written
_WRITTEN = tuple(f"{folder}/" for folder in MADE)


def read_made(folder: Path) -> Mapping[str, bytes]:
    """Return the joined files of ``theme/static``, by their path."""
    texts = {f"css/{JOINED}": read_stylesheet(folder / "css")}
    texts |= {f"js/{path}": text for path, text in read_scripts(folder / "js").items()}
    return {path: text.encode() for path, text in texts.items()}


def find_digest(folder: Path) -> str:
    """Return a short digest of all that is served: another content gives another address."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    kept = {path: (folder / path).read_bytes() for path in paths if not path.startswith(_WRITTEN)}
    digest = hashlib.sha256()
    for path, data in sorted((kept | dict(read_made(folder))).items()):
        digest.update(path.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()[:12]
