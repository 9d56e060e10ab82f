"""The ZIP of a pack: its files and an index page that works without a network."""

from collections.abc import Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from plugins.core.dutch import render_date, render_size
from plugins.packs.names import INDEX_NAME
from plugins.packs.pack import Pack
from plugins.packs.package import build_package
from plugins.packs.plan import Hub, PlannedFile

_TEMPLATES = Path(__file__).parent / "templates"


def build_archive(
    pack: Pack, hub: Hub, plan: tuple[PlannedFile, ...], contents: Mapping[str, bytes]
) -> bytes:
    """Return the ZIP, the index first; `contents` holds the bytes of the planned files by name."""
    index = render_index(pack, hub, plan, contents).encode()
    files = ((file.name, contents[file.name]) for file in plan)
    return build_package(((INDEX_NAME, index), *files), pack.date)


def render_index(
    pack: Pack, hub: Hub, plan: tuple[PlannedFile, ...], contents: Mapping[str, bytes]
) -> str:
    """Return the index page: what is in the pack, its version, and the fingerprint of each file."""
    template = Template((_TEMPLATES / "LEESMIJ.html").read_text("utf-8"))
    return template.substitute(
        title=escape(pack.title),
        description=escape(pack.description),
        version=escape(pack.version),
        date=render_date(pack.date),
        hub=escape(hub.name),
        notice=escape(hub.notice),
        documents="\n".join(_render_document(title, plan, contents) for title in _titles(plan)),
        fingerprints="\n".join(_render_fingerprint(file, contents[file.name]) for file in plan),
    )


def _titles(plan: tuple[PlannedFile, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(file.title for file in plan))


def _render_document(
    title: str, plan: tuple[PlannedFile, ...], contents: Mapping[str, bytes]
) -> str:
    links = "\n".join(
        f'<li><a href="{file.name}">{file.format}<span class="uit"> van {escape(title)}</span></a> '
        f"{_PURPOSES[file.format]} ({render_size(len(contents[file.name]))})</li>"
        for file in plan
        if file.title == title
    )
    return f"<h3>{escape(title)}</h3>\n<ul>\n{links}\n</ul>"


_PURPOSES = {
    "PDF": "om te lezen en te printen",
    "DOCX": "om aan te passen in Word",
    "ODT": "om aan te passen in LibreOffice en andere programma’s",
}


def _render_fingerprint(file: PlannedFile, data: bytes) -> str:
    return (
        f'<tr><th scope="row">{file.name}</th><td><code>{sha256(data).hexdigest()}</code></td></tr>'
    )
