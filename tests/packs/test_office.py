"""The DOCX and ODT files, opened by LibreOffice and looked into."""

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from plugins.packs.conversion import ConversionError
from plugins.packs.document import render_docx, render_odt
from plugins.packs.look import WARNINGS, find_paragraphs
from plugins.packs.opendocument import mend_odt
from plugins.packs.plan import plan_parts
from tests.packs.office import find_unknown_styles, read_part
from tests.packs.sample import HEADINGS, HUB, PACK, PAGES

EDITABLE = tuple(
    f"{name}.{form}"
    for name in ("gids", "brief-ouders", "kaart-dag", "poster-hal")
    for form in ("docx", "odt")
)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


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
    assert find_unknown_styles(files[name]) == []


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


LOOKS = """
<div class="admonition let-op"><div class="kadertitel">Let op</div><p>Een.</p><p>Twee.</p></div>
<div class="admonition kern"><div class="kadertitel">Kern</div><ul><li>Drie</li><li>Vier</li></ul>
</div><p><strong>In euro’s</strong></p>
<table><caption>Wie wat doet</caption>
<thead><tr><th>Contactpersoon</th><th>Wat</th><th>Wie</th></tr></thead>
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


@pytest.mark.parametrize("ending", ["", *WARNINGS])
def test_the_paragraphs_of_a_call_out_are_one_box(ending):
    names = rf"Kader(titel|lijst)?{ending}(-slot)?"
    styles = [one for one in find_paragraphs("guide") if re.fullmatch(names, one.docx)]
    assert len(styles) == 5
    assert {(style.edges, style.fill) for style in styles} == {(styles[0].edges, styles[0].fill)}
    assert {edge.side for edge in styles[0].edges} == {"top", "left", "bottom"}


def test_the_first_line_of_an_item_in_a_call_out_starts_where_the_others_do(looks):
    (name,) = re.findall(
        r'<text:list [^>]*style-name="(\w+)">\s*<text:list-item>\s*<text:p [^>]*"Kaderlijst',
        looks["odt"],
    )
    (style,) = re.findall(rf'<text:list-style style:name="{name}".*?</', looks["odt"], re.S)
    # The margin of the item, and the line of the box with its distance.
    assert 'text:list-tab-stop-position="46.25pt"' in style


@pytest.mark.parametrize(
    ("form", "part", "pattern"),
    [
        ("docx", "word/styles.xml", '"Heading1".{0,300}pageBreakBefore'),
        ("odt", "styles.xml", '"Heading_20_1".{0,300}fo:break-before="page"'),
    ],
)
def test_each_chapter_of_a_guide_has_a_page_of_its_own_and_a_letter_has_none(
    files, form, part, pattern
):
    assert re.search(pattern, read_part(files[f"gids.{form}"], part), re.S)
    assert not re.search(pattern, read_part(files[f"brief-ouders.{form}"], part), re.S)


HEADS = "<thead><tr><th>Wat</th><th>Wie</th></tr></thead>"


def write_table(rows, what="a"):
    cells = f"<tr><td>{what}</td><td>b</td></tr>" * rows
    return f"<table>{HEADS}<tbody>{cells}</tbody></table><p>Daarna.</p>"


def render_tables(*tables):
    document = replace(
        plan_parts(PACK, PAGES, HUB)[0].document, look="sheet", html=f"<h1>T</h1>{''.join(tables)}"
    )
    word = read_part(render_docx(document), "word/document.xml")
    return word, read_part(render_odt(document), "content.xml")


@pytest.mark.parametrize(("rows", "kept"), [(3, 3), (11, 11), (12, 0)])
def test_a_table_of_a_few_rows_stays_on_one_page(rows, kept):
    word, text = render_tables(write_table(rows))
    # Of the row of heads and of all others but the last: two paragraphs each.
    assert word.count("<w:keepNext />") == 2 * kept
    assert word.count("<w:cantSplit />") == rows + 1
    assert text.count('style:may-break-between-rows="false"') == bool(kept)


def test_the_rows_of_one_table_do_not_stay_with_the_next_table():
    word, _ = render_tables(write_table(2), write_table(2))
    for table in re.findall("<w:tbl>.*?</w:tbl>", word, re.S):
        assert "keepNext" not in table.rpartition("<w:tr>")[2]


def test_what_follows_a_table_keeps_away_from_it():
    word, text = render_tables(write_table(1))
    assert re.search('"Ondertabel".{0,200}Daarna', word, re.S)
    assert '"Ondertabel">Daarna' in text


def test_tables_with_the_same_heads_have_the_same_columns():
    word, _ = render_tables(write_table(1), write_table(1, "een veel langere tekst " * 4))
    grids = re.findall("<w:tblGrid>.*?</w:tblGrid>", word, re.S)
    assert len(grids) == 2
    assert len(set(grids)) == 1


def test_tables_with_other_heads_have_columns_of_their_own():
    other = write_table(1, "een veel langere tekst " * 4).replace("Wie", "Wanneer")
    word, _ = render_tables(write_table(1), other)
    assert len(set(re.findall("<w:tblGrid>.*?</w:tblGrid>", word, re.S))) == 2


def test_an_empty_cell_of_an_odt_is_as_high_as_others(looks):
    assert not re.search(r"<table:table-cell [^>]*>\s*</table:table-cell>", looks["odt"])


def test_a_column_is_wide_enough_for_its_longest_word(looks):
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', looks["docx"])]
    # A sign of 10.5 points Arial is some 110 twentieths of a point wide on average.
    assert widths[0] > len("Contactpersoon") * 110
    assert widths[1] > widths[0]
