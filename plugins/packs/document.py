"""One document in three formats: HTML in; DOCX, ODT and PDF out. Equal input, equal bytes."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pypandoc
import typst

from plugins.core.dutch import render_date
from plugins.packs.conversion import ConversionError
from plugins.packs.help import HELP_NUMBERS
from plugins.packs.opendocument import mend_odt
from plugins.packs.pack import Hub, Pack
from plugins.packs.reference import build_reference_docx, build_reference_odt
from plugins.packs.tagging import mend_pdf
from plugins.packs.wordprocessing import mend_docx

_TEMPLATES = Path(__file__).parent / "templates"
# The wheel's own program: pypandoc would also take one that happens to be on the PATH.
_PANDOC = Path(pypandoc.__file__).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")


# Of the letters of a sheet, in points; a card and a poster choose among sizes of their own.
_SIZES = (11, 10.5, 10, 9.5, 9)

# A guide has a cover, a card and a poster fill one page, a sheet has as many as it may have.
Look = Literal["guide", "letter", "sheet", "card", "poster"]


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says and how it looks.

    `html` has its own heading of level 1; `label` says what it is and for whom; `most` is how many
    pages it may have, 0 for any number; `companions` are the titles of what comes with a guide.
    """

    look: Look
    title: str
    html: str
    pack: Pack
    hub: Hub
    label: str
    most: int = 0
    companions: tuple[str, ...] = ()

    @property
    def has_cover(self) -> bool:
        """Whether a page with the title comes before the text."""
        return self.look == "guide"


class _TooLongError(Exception):
    """A document has more pages than it may have."""


def render_docx(document: Document) -> bytes:
    """Return the document for Word."""
    reference = build_reference_docx(document.look, _footer(document))
    data = _convert_office(document, "docx", reference, "document.openxml")
    return mend_docx(data, document.pack.date)


def render_odt(document: Document) -> bytes:
    """Return the document for LibreOffice and others."""
    reference = build_reference_odt(document.look, _footer(document))
    data = _convert_office(document, "odt", reference, "document.opendocument")
    return mend_odt(data, document.html, document.pack.date)


def render_pdf(document: Document) -> bytes:
    """Return the document as tagged PDF; raise ConversionError at the least remark of Typst."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        body = _run_pandoc(document, folder, document.html, "typst-smart").decode()
        template = (_TEMPLATES / "document.typ").read_text("utf-8")
        source = folder / "document.typ"
        source.write_text(f"{template}\n#show: {document.look}\n\n{body}", "utf-8")
        return mend_pdf(_fit(document, source), document.html)


def _fit(document: Document, source: Path) -> bytes:
    """Compile in the largest letters in which the document keeps to its pages."""
    sizes = _SIZES if document.most else _SIZES[:1]
    for size in sizes:
        try:
            return _compile(document, source, size)
        except _TooLongError:
            continue
    room = "één A4" if document.most == 1 else f"{document.most} bladzijden A4"
    raise ConversionError(
        f"{document.title}: de tekst past niet op {room}, ook niet in kleine letters"
    )


def _compile(document: Document, source: Path, size: float) -> bytes:
    try:
        pdf, warnings = typst.compile_with_warnings(
            source, root=source.parent, ignore_system_fonts=True, pdf_standards=["ua-1"],
            timestamp=_epoch(document), sys_inputs={**_inputs(document), "size": f"{size}"},
        )  # fmt: skip
    except typst.TypstError as error:
        if "more than its sheets" in error.message:
            raise _TooLongError from error
        raise ConversionError(f"{document.title}: {_explain(error.message)}") from error
    if warnings:
        raise ConversionError(f"{document.title}: {'; '.join(item.message for item in warnings)}")
    return pdf


def _explain(message: str) -> str:
    """Return Typst's message in Dutch where an editor can mend its cause; else as it is."""
    missing = re.search(r'text `"(.+?)"` could not be displayed', message)
    return f"het teken «{missing[1]}» kan niet in een PDF" if missing else message


def _inputs(document: Document) -> dict[str, str]:
    pack, hub = document.pack, document.hub
    return {
        "title": document.title,
        "label": document.label,
        "pack": pack.title,
        "description": pack.description,
        "version": pack.version,
        "most": f"{document.most}",
        "date": render_date(pack.date),
        "hub": hub.name,
        "notice": hub.notice,
        "companions": "\n".join(document.companions),
        "help": "\n".join(f"{one.number}\t{one.name}\t{one.note}" for one in HELP_NUMBERS),
    }


def _epoch(document: Document) -> int:
    day = document.pack.date
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _footer(document: Document) -> str:
    pack = document.pack
    return f"{pack.title} · versie {pack.version} · {render_date(pack.date)}"


def _convert_office(document: Document, form: str, reference: bytes, template: str) -> bytes:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "reference").write_bytes(reference)
        html = _render_cover(document) + document.html
        return _run_pandoc(
            document, folder, html, form,
            "--reference-doc=reference", f"--template={_TEMPLATES / template}",
        )  # fmt: skip


def _render_cover(document: Document) -> str:
    if not document.has_cover:
        return ""
    pack, hub = document.pack, document.hub
    lines = [
        ("Label", hub.name),
        ("Title", document.title),
        ("Subtitle", f"Versie {pack.version} · {render_date(pack.date)}"),
        ("Lead", pack.description),
        ("Melding", hub.notice),
    ]
    items = "".join(f"<li>{escape(title)}</li>" for title in document.companions)
    companions = f"<p><strong>Bij deze gids horen</strong></p><ul>{items}</ul>" if items else ""
    paragraphs = (
        f'<div custom-style="{style}"><p>{escape(text)}</p></div>' for style, text in lines if text
    )
    return "".join(paragraphs) + companions


# Pandoc reads a title on its command line as the machine's language has it; elsewhere than on Linux
# that is UTF-8 unless somebody chose otherwise.
_ENCODING = {"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {}


def _run_pandoc(document: Document, folder: Path, html: str, form: str, *options: str) -> bytes:
    command = [
        str(_PANDOC), "--from=html", f"--to={form}", "--output=-",
        f"--lua-filter={_TEMPLATES / 'document.lua'}", "--metadata=lang:nl-NL",
        "--metadata", f"title={document.title}", "--fail-if-warnings", *options,
    ]  # fmt: skip
    environment = {**os.environ, **_ENCODING, "SOURCE_DATE_EPOCH": str(_epoch(document))}
    done = subprocess.run(
        command, input=html.encode(), capture_output=True, cwd=folder, env=environment, check=False
    )
    if done.returncode:
        raise ConversionError(f"{document.title}: {_find_reason(done.stderr.decode())}")
    return done.stdout


def _find_reason(errors: str) -> str:
    """Return what pandoc says went wrong, without where in the filter that was."""
    lines = errors.partition("stack traceback:")[0].splitlines()
    return " ".join(line for line in lines if not line.startswith("Error running filter"))
