"""The ZIP of a pack: its files and an index page that works without a network."""

from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from plugins.core.dutch import render_date, render_size
from plugins.packs.help import HELP_NUMBERS, HelpNumber
from plugins.packs.names import INDEX_NAME
from plugins.packs.pack import Hub, Pack
from plugins.packs.package import build_package
from plugins.packs.plan import BuiltFile

_TEMPLATES = Path(__file__).parent / "templates"
_PURPOSES = {
    "PDF": "om te lezen en te printen",
    "DOCX": "om aan te passen in Word",
    "ODT": "om aan te passen in LibreOffice en andere programma’s",
}


def build_archive(pack: Pack, hub: Hub, files: tuple[BuiltFile, ...]) -> bytes:
    """Return the ZIP, the index first."""
    index = _render_index(pack, hub, files).encode()
    parts = ((file.name, file.data) for file in files)
    return build_package(((INDEX_NAME, index), *parts), pack.date)


def _render_index(pack: Pack, hub: Hub, files: tuple[BuiltFile, ...]) -> str:
    """Return the index page: what is in the pack, its version, and the fingerprint of each file."""
    template = Template((_TEMPLATES / "LEESMIJ.html").read_text("utf-8"))
    titles = dict.fromkeys(file.title for file in files)
    return template.substitute(
        title=escape(pack.title),
        description=escape(pack.description),
        version=escape(pack.version),
        date=render_date(pack.date),
        hub=escape(hub.name),
        notice=f"<p>{escape(hub.notice)}</p>" if hub.notice else "",
        help="\n".join(map(_render_help, HELP_NUMBERS)),
        documents="\n".join(_render_document(title, files) for title in titles),
        fingerprints="\n".join(map(_render_fingerprint, files)),
    )


def _render_help(help: HelpNumber) -> str:
    digits = help.number.replace("-", "")
    note = f", {help.note}" if help.note else ""
    return f'<li>{help.name}: <a href="tel:{digits}">{help.number}</a>{note}</li>'


def _render_document(title: str, files: tuple[BuiltFile, ...]) -> str:
    links = "\n".join(
        f'<li><a href="{file.name}">{file.format}<span class="uit"> van {escape(title)}</span></a> '
        f"{_PURPOSES[file.format]} ({render_size(len(file.data))})</li>"
        for file in files
        if file.title == title
    )
    return f"<h3>{escape(title)}</h3>\n<ul>\n{links}\n</ul>"


def _render_fingerprint(file: BuiltFile) -> str:
    digest = sha256(file.data).hexdigest()
    return f'<tr><th scope="row">{file.name}</th><td><code>{digest}</code></td></tr>'
