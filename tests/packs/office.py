"""LibreOffice as a reader: documents opened and given back as what stands in them."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pikepdf

from tests.programs import require_program

OPEN_DOCUMENT = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT = OPEN_DOCUMENT % "office", OPEN_DOCUMENT % "text"
DESCRIPTION = f"{OPEN_DOCUMENT % 'svg-compatible'}desc"
LINK = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class Opened:
    """What LibreOffice found in a document; headings come with their level."""

    text: str
    headings: tuple[tuple[int, str], ...]
    links: tuple[str, ...]
    alternatives: tuple[str, ...]


def open_documents(documents: Mapping[str, bytes], folder: Path) -> dict[str, Opened]:
    """Open documents, by name, in one run: starting the program takes longer than they do."""
    written = _convert(documents, folder, "fodt")
    return {name: _find_facts(ElementTree.parse(path)) for name, path in written.items()}


def count_pages(documents: Mapping[str, bytes], folder: Path) -> dict[str, int]:
    """Return how many pages each document has on paper."""
    counts = {}
    for name, path in _convert(documents, folder, "pdf").items():
        with pikepdf.open(path) as pdf:
            counts[name] = len(pdf.pages)
    return counts


def read_part(data: bytes, name: str) -> str:
    """Return a part of a document ("content.xml")."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def find_unknown_styles(data: bytes) -> list[str]:
    """Return the styles that a DOCX or an ODT uses and does not define."""
    if b"word/document.xml" in data:
        used = re.findall(r'<w:[pr]Style w:val="([^"]+)"', read_part(data, "word/document.xml"))
        known = re.findall(r'w:styleId="([^"]+)"', read_part(data, "word/styles.xml"))
    else:
        content = read_part(data, "content.xml")
        used = re.findall(r'(?:parent-style-name|text:style-name)="([^"]+)"', content)
        known = re.findall(r'style:name="([^"]+)"', content + read_part(data, "styles.xml"))
        known.append("Formula")  # pandoc's frame for images; no text stands in it
    return sorted(set(used) - set(known))


def _convert(documents: Mapping[str, bytes], folder: Path, form: str) -> dict[str, Path]:
    soffice = require_program("soffice")
    for name, data in documents.items():
        # Two formats of one name would be written to one file.
        (folder / f"{name.replace('.', '-')}{Path(name).suffix}").write_bytes(data)
    subprocess.run(
        [
            soffice, f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless",
            "--convert-to", form, "--outdir", folder / "out", *sorted(folder.glob("*.*")),
        ],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    return {name: folder / "out" / f"{name.replace('.', '-')}.{form}" for name in documents}


def _find_facts(tree: ElementTree.ElementTree) -> Opened:
    (body,) = tree.iterfind(f".//{OFFICE}body")
    return Opened(
        _fold("".join(_find_words(body))),
        tuple(
            (int(heading.get(f"{TEXT}outline-level", "0")), _fold("".join(_find_words(heading))))
            for heading in body.iter(f"{TEXT}h")
        ),
        tuple(link.get(LINK, "") for link in body.iter(f"{TEXT}a")),
        tuple(description.text or "" for description in body.iter(DESCRIPTION)),
    )


def _find_words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield " " if child.tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}s", f"{TEXT}tab") else ""
        yield from _find_words(child)
        yield child.tail or ""


def _fold(text: str) -> str:
    return " ".join(text.split())
