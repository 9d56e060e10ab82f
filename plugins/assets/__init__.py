"""The theme's static files in Pelican: served under a digest, style sheets joined to one."""

from pathlib import Path
from shutil import rmtree

from pelican import Pelican, signals

from plugins.assets.stylesheet import JOINED, find_digest, read_stylesheet


def _name_folder(pelican: Pelican) -> None:
    digest = find_digest(Path(pelican.theme) / "static")
    pelican.settings["THEME_STATIC_DIR"] = f"theme/{digest}"


def _join_stylesheets(pelican: Pelican) -> None:
    text = read_stylesheet(Path(pelican.theme) / "static" / "css")
    folder = Path(pelican.output_path) / pelican.settings["THEME_STATIC_DIR"] / "css"
    rmtree(folder)
    folder.mkdir()
    (folder / JOINED).write_text(text, encoding="utf-8")


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_name_folder)
    signals.finalized.connect(_join_stylesheets)
