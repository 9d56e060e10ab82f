"""The theme's static files in Pelican: served under a digest, style sheets and scripts joined."""

from pathlib import Path
from shutil import rmtree

from pelican import Pelican, signals

from plugins.assets.served import MADE, find_digest, read_made


def _name_folder(pelican: Pelican) -> None:
    digest = find_digest(Path(pelican.theme) / "static")
    pelican.settings["THEME_STATIC_DIR"] = f"theme/{digest}"


def _write_made(pelican: Pelican) -> None:
    made = read_made(Path(pelican.theme) / "static")
    folder = Path(pelican.output_path) / pelican.settings["THEME_STATIC_DIR"]
    for name in MADE:
        rmtree(folder / name)
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_name_folder)
    signals.finalized.connect(_write_made)
