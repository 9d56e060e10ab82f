"""The ZIP of a pack: its files and an index page that works without a network.

Lines of the index that are about one file carry its name in `data-bestand`, and blanks theirs in
`data-plek`: by these the browser tells what changes in a pack that a reader fills in.
"""

from collections.abc import Iterable
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from plugins.core.dutch import render_date, render_size
from plugins.packs.help import HELP_NUMBERS, HelpNumber
from plugins.packs.names import INDEX_NAME
from plugins.packs.pack import Blank, Change, Hub, Pack
from plugins.packs.package import build_package
from plugins.packs.plan import BuiltFile, Part

_TEMPLATES = Path(__file__).parent / "templates"
_PURPOSES = {
    "PDF": "om te lezen en te printen",
    "DOCX": "om aan te passen in Word",
    "ODT": "om aan te passen in LibreOffice en andere programma’s",
}


def build_archive(
    pack: Pack, hub: Hub, parts: tuple[Part, ...], files: tuple[BuiltFile, ...]
) -> bytes:
    """Return the ZIP, the index first."""
    index = _render_index(pack, hub, parts, files).encode()
    packed = ((file.name, file.data) for file in files)
    return build_package(((INDEX_NAME, index), *packed), pack.date)


def _render_index(
    pack: Pack, hub: Hub, parts: tuple[Part, ...], files: tuple[BuiltFile, ...]
) -> str:
    """Return the index page: what is in the pack, its version, and the fingerprint of each file."""
    template = Template((_TEMPLATES / "LEESMIJ.html").read_text("utf-8"))
    sizes = {file.name: len(file.data) for file in files}
    used = {name for part in parts for name in part.blanks}
    return template.substitute(
        title=escape(pack.title),
        description=escape(pack.description),
        version=escape(pack.version),
        date=render_date(pack.date),
        hub=escape(hub.name),
        notice=f"<p>{escape(hub.notice)}</p>" if hub.notice else "",
        help=_join(map(_render_help, HELP_NUMBERS)),
        documents=_join(_render_part(part, sizes) for part in parts),
        blanks=_render_blanks(tuple(one for one in pack.blanks if one.name in used)),
        changes=_join(map(_render_change, pack.changes)),
        fingerprints=_join(map(_render_fingerprint, files)),
    )


def _join(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _render_help(help: HelpNumber) -> str:
    digits = help.number.replace("-", "")
    note = f", {help.note}" if help.note else ""
    return f'<li>{help.name}: <a href="tel:{digits}">{help.number}</a>{note}</li>'


def _render_part(part: Part, sizes: dict[str, int]) -> str:
    title = escape(part.title)
    links = _join(
        f'<li data-bestand="{name}"><a href="{name}">{form}<span class="uit"> van {title}</span>'
        f"</a> {_PURPOSES[form]} ({render_size(sizes[name])})</li>"
        for form in part.kind.formats
        for name in (part.file_name(form),)
    )
    audience = f" voor {escape(part.audience)}" if part.audience else ""
    about = f"{part.kind.label}{audience}, {part.minutes} min lezen"
    return f"<h3>{title}</h3>\n<p>{about}</p>\n<ul>\n{links}\n</ul>"


def _render_blanks(blanks: tuple[Blank, ...]) -> str:
    if not blanks:
        return ""
    rows = _join(
        f'<tr><th scope="row">{escape(blank.question)}</th>'
        f'<td data-plek="{escape(blank.name)}">[{escape(blank.name)}]</td></tr>'
        for blank in blanks
    )
    return Template((_TEMPLATES / "invulplekken.html").read_text("utf-8")).substitute(rows=rows)


def _render_change(change: Change) -> str:
    texts = _join(f"<li>{escape(text)}</li>" for text in change.texts)
    title = f"Versie {escape(change.version)}, {render_date(change.date)}"
    return f"<h3>{title}</h3>\n<ul>\n{texts}\n</ul>"


def _render_fingerprint(file: BuiltFile) -> str:
    digest = sha256(file.data).hexdigest()
    return (
        f'<tr data-bestand="{file.name}"><th scope="row">{file.name}</th>'
        f"<td><code>{digest}</code></td></tr>"
    )
