"""One document in three formats: HTML goes in, bytes of DOCX, ODT and PDF come out; equal input, equal bytes."""

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pypandoc
import typst
from repro_zipfile import ReproducibleZipFile

from plugins.core.dutch import render_date
from plugins.packs.markup import find_elements, find_tree
from plugins.packs.reference_docx import build_reference_docx
from plugins.packs.reference_odt import CELL_STYLES, build_reference_odt, render_cell_style

_ROOM = Path(__file__).parent
# The wheel's own program: pypandoc would also take one that happens to be on the PATH.
_PANDOC = Path(pypandoc.__file__).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")


class ConversionError(Exception):
    """A converter refused a document or warned about it: a fault of this room, never to be published."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says and how it is made up: a guide with a cover, a letter, or a card of one sheet.

    `html` has its own heading of level 1; `companions` are the titles of what comes with a guide.
    """

    kind: Literal["guide", "letter", "card"]
    title: str
    html: str
    pack: str
    description: str
    version: str
    date: date
    hub: str
    notice: str
    companions: tuple[str, ...] = ()


def render_docx(document: Document) -> bytes:
    """Return the document for Word."""
    reference = build_reference_docx(_footer(document))
    return _convert_office(document, "docx", reference, "document.openxml")


def render_odt(document: Document) -> bytes:
    """Return the document for LibreOffice and others."""
    reference = build_reference_odt(_footer(document))
    data = _convert_office(document, "odt", reference, "document.opendocument")
    return _mend_odt(data, _find_alternatives(document.html))


def render_pdf(document: Document) -> bytes:
    """Return the document as tagged PDF; raise ConversionError at the least remark of Typst."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        body = _run_pandoc(document, folder, document.html, "typst-smart").decode()
        template = (_ROOM / "document.typ").read_text("utf-8")
        source = folder / "document.typ"
        source.write_text(f"{template}\n#show: {document.kind}\n\n{body}", "utf-8")
        return _compile(document, source)


def _compile(document: Document, source: Path) -> bytes:
    try:
        pdf, warnings = typst.compile_with_warnings(
            source, root=source.parent, ignore_system_fonts=True, pdf_standards=["ua-1"],
            timestamp=_epoch(document), sys_inputs=_inputs(document),
        )  # fmt: skip
    except typst.TypstError as error:
        raise ConversionError(f"{document.title}: {error.diagnostic}") from error
    if warnings:
        raise ConversionError(f"{document.title}: {'; '.join(item.message for item in warnings)}")
    return pdf


def _inputs(document: Document) -> dict[str, str]:
    return {
        "title": document.title,
        "pack": document.pack,
        "description": document.description,
        "version": document.version,
        "date": render_date(document.date),
        "hub": document.hub,
        "notice": document.notice,
        "companions": "\n".join(document.companions),
    }


def _epoch(document: Document) -> int:
    day = document.date
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _footer(document: Document) -> str:
    return f"{document.pack} · versie {document.version} · {render_date(document.date)}"


def _convert_office(document: Document, form: str, reference: bytes, template: str) -> bytes:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "reference").write_bytes(reference)
        html = _render_cover(document) + document.html
        return _run_pandoc(
            document, folder, html, form,
            "--reference-doc=reference", f"--template={_ROOM / template}",
        )  # fmt: skip


def _render_cover(document: Document) -> str:
    if document.kind != "guide":
        return ""
    lines = [
        ("Label", document.hub),
        ("Title", document.title),
        ("Subtitle", f"Versie {document.version} · {render_date(document.date)}"),
        ("Lead", document.description),
        ("Body Text", document.notice),
    ]
    items = "".join(f"<li>{escape(title)}</li>" for title in document.companions)
    companions = f"<p><strong>Bij deze gids horen</strong></p><ul>{items}</ul>" if items else ""
    paragraphs = (f'<div custom-style="{style}"><p>{escape(text)}</p></div>' for style, text in lines if text)
    return "".join(paragraphs) + companions


def _run_pandoc(document: Document, folder: Path, html: str, form: str, *options: str) -> bytes:
    command = [
        str(_PANDOC), "--from=html", f"--to={form}", "--output=-",
        f"--lua-filter={_ROOM / 'document.lua'}", "--metadata=lang:nl-NL",
        "--metadata", f"title={document.title}", "--fail-if-warnings", *options,
    ]  # fmt: skip
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(_epoch(document))}
    done = subprocess.run(
        command, input=html.encode(), capture_output=True, cwd=folder, env=environment, check=False
    )
    if done.returncode:
        raise ConversionError(f"{document.title}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def _find_alternatives(html: str) -> tuple[str, ...]:
    images = find_elements(find_tree(html), lambda element: element.tag == "img")
    return tuple(image.get("alt") for image in images)


def _mend_odt(data: bytes, alternatives: tuple[str, ...]) -> bytes:
    """Put in what pandoc leaves out of an ODT: alternative texts, quiet inner links, lines in tables."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ReproducibleZipFile(target, "w", ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "content.xml":
                content = _mend_content(content.decode(), alternatives).encode()
            # OpenDocument wants its first file, "mimetype", uncompressed.
            kind = ZIP_STORED if item.filename == "mimetype" else ZIP_DEFLATED
            new.writestr(item.filename, content, compress_type=kind)
    return target.getvalue()


def _mend_content(xml: str, alternatives: tuple[str, ...]) -> str:
    frames = re.split(r"(<draw:image\b[^>]*/>)", xml)
    if len(frames) // 2 != len(alternatives):
        raise ConversionError(f"{len(alternatives)} images went in, {len(frames) // 2} came out")
    for number, text in enumerate(alternatives):
        frames[2 * number + 1] += f"<svg:desc>{escape(text)}</svg:desc>"
    xml = "".join(frames)
    # Without a style of its own, LibreOffice underlines every citation.
    xml = re.sub(r'(<text:a\b)([^>]* xlink:href="#)', r'\1 text:style-name="Verwijzing"\2', xml)
    for name in CELL_STYLES:
        style = rf'<style:style style:name="{name}".*?</style:style>'
        xml = re.sub(style, render_cell_style(name), xml, count=1, flags=re.S)
    return xml
