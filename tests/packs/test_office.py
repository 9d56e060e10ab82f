"""The DOCX and ODT files, opened by LibreOffice and looked into."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from plugins.packs.conversion import ConversionError
from plugins.packs.document import render_docx, render_odt
from plugins.packs.opendocument import mend_odt
from plugins.packs.plan import plan_parts
from tests.packs.sample import HEADINGS, HUB, PACK, PAGES

EDITABLE = tuple(
    f"{name}.{form}"
    for name in ("gids", "brief-ouders", "kaart-dag", "poster-hal")
    for form in ("docx", "odt")
)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("name", ["gids.docx", "gids.odt"])
def test_libreoffice_reads_the_whole_guide(opened, name):
    document = opened[name]
    assert tuple(text for _, text in document.headings) == HEADINGS
    levels = [level for level, _ in document.headings]
    assert levels == [1, 2, 3, 1, 2, 2, 1]
    for text in (
        "Versie 1.2.0 · 21 november 2026", PACK.title, HUB.notice, "In één minuut", "Route",
        "Politie Meldt het.", "Naam & geboortedatum", "(Augeo, 2026)",
    ):  # fmt: skip
        assert text in document.text


@pytest.mark.parametrize("name", ["gids.docx", "gids.odt"])
def test_libreoffice_finds_the_links_and_the_alternative_text(opened, name):
    document = opened[name]
    assert {"https://www.example.org/", "tel:112"} <= set(document.links)
    assert any(link.startswith("#bron-augeo") for link in document.links)
    assert document.alternatives == ("Een rode stip",)


@pytest.mark.parametrize("name", ["brief-ouders.docx", "brief-ouders.odt"])
def test_libreoffice_reads_a_letter_with_its_blanks(opened, name):
    assert "Op [naam school] <vragen>. Bel [naam contactpersoon]." in opened[name].text
    assert "[plaats], [datum]" in opened[name].text


def test_headings_in_word_have_real_styles(files):
    root = ElementTree.fromstring(read_part(files["gids.docx"], "word/document.xml"))
    styles = [
        (style.get(f"{WORD}val"), "".join(text.text or "" for text in paragraph.iter(f"{WORD}t")))
        for paragraph in root.iter(f"{WORD}p")
        for style in paragraph.iter(f"{WORD}pStyle")
    ]
    headings = [text for style, text in styles if str(style).startswith("Heading")]
    assert tuple(headings) == HEADINGS
    assert ("Title", PACK.title) in styles
    assert ("Kadertitel", "In één minuut") in styles


def test_headings_in_odt_have_levels(files):
    xml = read_part(files["gids.odt"], "content.xml")
    assert re.findall(r'<text:h [^>]*outline-level="(\d)"', xml) == list("1231221")


@pytest.mark.parametrize(
    ("name", "part", "marks"),
    [
        ("gids.docx", "word/styles.xml", ['w:val="nl-NL"']),
        ("gids.docx", "word/document.xml", ["w:tblHeader", 'descr="Een rode stip"', 'w:w="11906"']),
        ("gids.docx", "docProps/core.xml", ["Startpakket &amp; gids", "2026-11-21T00:00:00Z"]),
        ("gids.docx", "word/footer1.xml", ["0800-2000", "versie 1.2.0", " PAGE "]),
        ("gids.odt", "styles.xml", ['fo:language="nl"', 'fo:country="NL"', "0800-2000", "210mm"]),
        (
            "gids.odt",
            "content.xml",
            ["<table:table-header-rows>", "<svg:desc>Een rode stip</svg:desc>"],
        ),
        ("gids.odt", "meta.xml", ["Startpakket &amp; gids", "nl-NL"]),
        ("brief-ouders.docx", "word/document.xml", ['"Invulplek"', "[naam school]"]),
        ("brief-ouders.odt", "content.xml", ['"Invulplek">[naam school]<']),
        ("poster-hal.docx", "word/styles.xml", ['w:val="Title"', 'w:val="92"']),
        ("poster-hal.odt", "styles.xml", ['fo:font-size="46pt"', "Ingevuld"]),
    ],
)
def test_language_title_table_headers_and_alternative_text_are_kept(files, name, part, marks):
    xml = read_part(files[name], part)
    assert [mark for mark in marks if mark not in xml] == []


@pytest.mark.parametrize("name", EDITABLE)
def test_every_style_that_is_used_is_ours(files, name):
    if name.endswith("docx"):
        used = re.findall(
            r'<w:[pr]Style w:val="([^"]+)"', read_part(files[name], "word/document.xml")
        )
        known = re.findall(r'w:styleId="([^"]+)"', read_part(files[name], "word/styles.xml"))
    else:
        content = read_part(files[name], "content.xml")
        used = re.findall(r'(?:parent-style-name|text:style-name)="([^"]+)"', content)
        known = re.findall(r'style:name="([^"]+)"', content + read_part(files[name], "styles.xml"))
        known.append("Formula")  # pandoc's frame for images; no text stands in it
    assert sorted(set(used) - set(known)) == []


@pytest.mark.parametrize("name", EDITABLE)
def test_every_part_of_a_document_is_well_formed(files, name):
    with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
        assert archive.testzip() is None
        for part in archive.namelist():
            if part.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(part))


def test_an_odt_starts_with_its_type_uncompressed(files):
    with zipfile.ZipFile(io.BytesIO(files["gids.odt"])) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_every_file_of_an_odt_is_in_its_manifest(files):
    manifest = read_part(files["gids.odt"], "META-INF/manifest.xml")
    with zipfile.ZipFile(io.BytesIO(files["gids.odt"])) as archive:
        names = set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    assert names <= set(re.findall(r'full-path="([^"]+)"', manifest))


def test_an_image_lost_on_the_way_is_refused(files):
    with pytest.raises(ConversionError, match="2 images went in, 1 came out"):
        mend_odt(files["gids.odt"], '<img alt="een"><img alt="twee">', PACK.date)


@pytest.mark.parametrize("render", [render_docx, render_odt])
def test_another_clock_and_locale_give_the_same_bytes(render, monkeypatch):
    document = plan_parts(PACK, PAGES, HUB)[-1].document
    first = render(document)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "C")
    assert render(document) == first
