"""The DOCX and ODT files, opened by LibreOffice and looked into."""

import io
import re
import zipfile
from dataclasses import replace
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
        mend_odt(
            files["gids.odt"], '<img alt="een"><img alt="twee">', has_cover=True, day=PACK.date
        )


@pytest.mark.parametrize("render", [render_docx, render_odt])
def test_another_clock_and_locale_give_the_same_bytes(render, monkeypatch):
    document = plan_parts(PACK, PAGES, HUB)[-1].document
    first = render(document)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "C")
    assert render(document) == first


LOOKS = """
<div class="admonition let-op"><div class="kadertitel">Let op</div><p>Een.</p><p>Twee.</p></div>
<div class="admonition kern"><div class="kadertitel">Kern</div><ul><li>Drie</li><li>Vier</li></ul>
</div><p><strong>In euro’s</strong></p>
<table><thead><tr><th>Contactpersoon</th><th>Wat</th><th>Wie</th></tr></thead>
<tbody><tr><td>Ja</td><td>Lang genoeg om veel ruimte te vragen, en nog wat meer dan dat</td>
<td></td></tr></tbody></table>
"""


@pytest.fixture(scope="module")
def looks():
    """The XML of a guide with call-outs and a table, by the ending of its file."""
    document = replace(plan_parts(PACK, PAGES, HUB)[0].document, html=f"<h1>T</h1>{LOOKS}")
    return {
        "docx": read_part(render_docx(document), "word/document.xml"),
        "odt": read_part(render_odt(document), "content.xml"),
    }


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_call_out_that_warns_has_a_look_of_its_own_and_an_end(looks, form):
    attribute = "w:val" if form == "docx" else "text:style-name"
    styles = re.findall(rf'{attribute}="(Kader[^"]*|Tussenkop)"', looks[form])
    # The first stands on the cover, above what comes with the guide.
    assert styles[1:] == [
        "Kadertitel-let-op", "Kader-let-op", "Kader-let-op-slot",
        "Kadertitel", "Kaderlijst", "Kaderlijst-slot", "Tussenkop",
    ]  # fmt: skip


def test_the_first_chapter_starts_below_the_cover_and_no_other(files):
    word = read_part(files["gids.docx"], "word/document.xml")
    assert word.count("<w:pageBreakBefore") == 1
    assert re.search('"Heading1" /><w:pageBreakBefore />.{0,200}Wat het is', word)
    text = read_part(files["gids.odt"], "content.xml")
    assert text.count('fo:break-before="page"') == 1
    assert re.search('<text:h text:style-name="Begin".{0,200}Wat het is', text)
    assert "pageBreakBefore" not in read_part(files["brief-ouders.docx"], "word/document.xml")


def test_an_empty_cell_of_an_odt_is_as_high_as_others(looks):
    assert not re.search(r"<table:table-cell [^>]*>\s*</table:table-cell>", looks["odt"])


def test_a_column_is_wide_enough_for_its_longest_word(looks):
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', looks["docx"])]
    # A sign of 10.5 points Arial is some 110 twentieths of a point wide on average.
    assert widths[0] > len("Contactpersoon") * 110
    assert widths[1] > widths[0]
