"""The files that the browser makes: what LibreOffice and other programs find in them."""

import base64
import io
import zipfile
from xml.etree import ElementTree

import pytest

from tests.coalition.conftest import SCRIPTS, run_node
from tests.packs.office import open_documents

MAKE = """
import { readFileSync } from 'node:fs';
const { makeDocx, makeOdt } = await import(process.argv[1]);
const blocks = JSON.parse(readFileSync(0, 'utf8'));
const files = await Promise.all([makeDocx(blocks), makeOdt(blocks)]);
console.log(JSON.stringify(files.map((file) => Buffer.from(file).toString('base64'))));
"""
BLOCKS = [
    {"soort": "kop", "tekst": "Motie: steun & <hulp>"},
    {"soort": "alinea", "tekst": "De raad van “’s-Dorp”, in vergadering bijeen,"},
    {"soort": "punt", "tekst": "een eerste punt;"},
    {"soort": "punt", "tekst": "een tweede punt;"},
    {"soort": "alinea", "tekst": "verzoekt het college:"},
    {"soort": "nummer", "tekst": "iets te doen;"},
    {"soort": "nummer", "tekst": "en nog iets;"},
]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPEN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    made = run_node(MAKE, (SCRIPTS / "office.js").as_uri(), given=BLOCKS)
    docx, odt = map(base64.b64decode, made)
    return {"tekst.docx": docx, "tekst.odt": odt}


def test_libreoffice_reads_all_of_the_text_with_its_heading(files, tmp_path):
    for opened in open_documents(files, tmp_path).values():
        assert opened.headings == ((1, "Motie: steun & <hulp>"),)
        text = opened.text
        assert [text.find(block["tekst"]) >= 0 for block in BLOCKS] == [True] * len(BLOCKS)


def read_parts(data: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = [name for name in package.namelist() if name != "mimetype"]
        return {name: ElementTree.fromstring(package.read(name)) for name in names}


def test_the_docx_has_real_styles_and_lists_in_dutch(files):
    parts = read_parts(files["tekst.docx"])

    styles = [style.get(f"{WORD}styleId") for style in parts["word/styles.xml"]]
    used = [one.get(f"{WORD}val") for one in parts["word/document.xml"].iter(f"{WORD}pStyle")]
    assert used == [
        "Heading1", "BodyText", "ListBullet", "ListBullet", "BodyText", "ListNumber", "ListNumber",
    ]  # fmt: skip
    assert set(used) <= set(styles)
    (language,) = parts["word/styles.xml"].iter(f"{WORD}lang")
    assert language.get(f"{WORD}val") == "nl-NL"


def test_the_odt_has_real_styles_and_lists_in_dutch(files):
    parts = read_parts(files["tekst.odt"])

    content = parts["content.xml"]
    lists = list(content.iter(f"{OPEN % 'text'}list"))
    assert [one.get(f"{OPEN % 'text'}style-name") for one in lists] == ["Punten", "Nummers"]
    assert [len(one) for one in lists] == [2, 2]
    used = {
        one.get(f"{OPEN % 'text'}style-name")
        for tag in ("p", "h")
        for one in content.iter(f"{OPEN % 'text'}{tag}")
    }
    known = {one.get(f"{OPEN % 'style'}name") for one in parts["styles.xml"].iter()}
    assert used <= known
    (words,) = (one for one in parts["styles.xml"].iter() if one.tag.endswith("}default-style"))
    language = {value for one in words for value in one.attrib.values()}
    assert {"nl", "NL"} <= language


def test_a_program_knows_the_odt_by_its_first_bytes(files):
    data = files["tekst.odt"]
    assert data[30:38] == b"mimetype"
    assert data[38:].startswith(b"application/vnd.oasis.opendocument.text")


def test_the_same_text_gives_the_same_bytes(files):
    made = run_node(MAKE, (SCRIPTS / "office.js").as_uri(), given=BLOCKS)
    assert tuple(map(base64.b64decode, made)) == (files["tekst.docx"], files["tekst.odt"])
