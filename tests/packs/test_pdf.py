"""The PDFs, opened by others: tagged, in Dutch, with everything that was in the page."""

import io
import subprocess
from dataclasses import replace

import page as page_validation
import pikepdf
import pytest

from plugins.packs.conversion import ConversionError
from plugins.packs.document import render_pdf
from plugins.packs.guide import build_guide
from plugins.packs.plan import plan_parts
from plugins.packs.tagging import mend_pdf
from tests.packs.sample import FIRST, HEADINGS, HUB, PACK, PAGES
from tests.programs import require_program

PDFS = ("gids.pdf", "kaart-dag.pdf", "poster-hal.pdf")

TITLES = dict(zip(PDFS, (PACK.title, "Kaart", "Wees er"), strict=True))


@pytest.fixture
def guide():
    return plan_parts(PACK, PAGES, HUB)[0].document


def find_tags(node):
    """Yield every structure element below `node`, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from find_tags(kid)


def names(pdf):
    return [str(tag.S) for tag in find_tags(pdf.Root.StructTreeRoot)]


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_is_tagged_and_says_its_language_and_title(files, name):
    with pikepdf.open(io.BytesIO(files[name])) as pdf:
        assert str(pdf.Root.Lang) in ("nl", "nl-NL")
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == TITLES[name]
        assert [float(size) for size in pdf.pages[0].mediabox[2:]] == pytest.approx(
            [595.28, 841.89], abs=0.1
        )
        assert {str(page.get("/Tabs")) for page in pdf.pages} == {"/S"}


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_passes_the_rules_of_page_validation(files, name):
    report = page_validation.validate_pdf_bytes(files[name], profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_headings_alternative_text_and_table_headers_are_in_the_structure(files):
    with pikepdf.open(io.BytesIO(files["gids.pdf"])) as pdf:
        tags = list(find_tags(pdf.Root.StructTreeRoot))
        structure = names(pdf)
        headings = [name for name in structure if name in ("/H1", "/H2", "/H3")]
        # The first level-1 heading is the table of contents.
        assert headings == ["/H1", "/H1", "/H2", "/H3", "/H1", "/H2", "/H2", "/H1"]
        assert [str(tag.Alt) for tag in tags if "/Alt" in tag and str(tag.S) == "/Figure"] == [
            "Een rode stip"
        ]
        # A table with two columns and one row, and a time line whose row has a head.
        assert structure.count("/TH") == 5
        assert structure.count("/TD") == 3


def find_table(tag):
    """Return what the attributes of a cell say of it as part of a table."""
    return next(one for one in tag.A if one.O == "/Table")


def test_the_head_of_a_row_is_one_and_its_cells_refer_to_it(files):
    with pikepdf.open(io.BytesIO(files["gids.pdf"])) as pdf:
        tags = list(find_tags(pdf.Root.StructTreeRoot))
        (head,) = (
            tag for tag in tags if str(tag.S) == "/TH" and str(find_table(tag).Scope) == "/Row"
        )
        (row,) = (tag for tag in tags if str(tag.S) == "/TR" and head.objgen == tag.K[0].objgen)
        columns = [str(name) for name in find_table(row.K[1]).Headers]
        assert columns[-1] == str(head.ID)
        names = [str(name) for name in pdf.Root.StructTreeRoot.IDTree.Names[::2]]
        assert names == sorted(names)
        assert set(columns) <= set(names)


ROWS = (
    "<table><thead><tr><th>Wat</th><th>Uur</th></tr></thead><tbody>{}</tbody></table>"
    "<table><thead><tr><th>Wie</th></tr></thead><tbody><tr><td>Raad</td></tr></tbody></table>"
)


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ("<tr><td>a</td><td>1</td></tr>" * 2, 0),
        ('<tr><th scope="row">a</th><td>1</td></tr>' * 120, 120),
        ('<tr><th scope="rowgroup" colspan="2">g</th></tr><tr><th>a</th><td>1</td></tr>', 2),
    ],
)
def test_every_head_of_a_row_is_tagged_and_no_other_cell(guide, rows, heads):
    document = replace(guide, look="sheet", html=f"<h1>T</h1>{ROWS.format(rows)}")
    data = render_pdf(document)
    assert page_validation.validate_pdf_bytes(data, profile="ua1").failures == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        cells = [tag for tag in find_tags(pdf.Root.StructTreeRoot) if str(tag.S) == "/TH"]
        scopes = [str(find_table(cell).Scope) for cell in cells]
    assert (scopes.count("/Row"), scopes.count("/Column")) == (heads, 3)


def test_a_table_lost_on_the_way_is_refused(files):
    with pytest.raises(ConversionError, match="not those that went in"):
        mend_pdf(files["gids.pdf"], ROWS.format("<tr><th>a</th><td>1</td></tr>"))


def test_drawings_stay_lists_in_the_structure(files):
    with pikepdf.open(io.BytesIO(files["gids.pdf"])) as pdf:
        structure = names(pdf)
    # What comes with the guide 3, a call-out 1, a list with one inside it 3, flow, roles, steps 2.
    assert (structure.count("/L"), structure.count("/LI")) == (7, 13)


@pytest.mark.parametrize("name", PDFS[1:])
def test_a_card_and_a_poster_are_one_sheet(files, name):
    with pikepdf.open(io.BytesIO(files[name])) as pdf:
        assert len(pdf.pages) == 1


def write_paragraphs(count):
    return f"<h1>T</h1>{'<p>tekst</p>' * count}"


@pytest.mark.parametrize(
    ("look", "most", "room"),
    [("card", 1, "één A4"), ("poster", 1, "één A4"), ("sheet", 1, "één A4"), ("sheet", 2, "2 bl")],
)
def test_what_does_not_fit_its_pages_is_refused_aloud(guide, look, most, room):
    long = replace(guide, look=look, most=most, html=write_paragraphs(300))
    with pytest.raises(ConversionError, match=f"past niet op {room}"):
        render_pdf(long)


@pytest.mark.parametrize(("most", "pages"), [(0, 3), (2, 2), (3, 3)])
def test_a_sheet_takes_smaller_letters_to_keep_to_its_pages(guide, most, pages):
    sheet = replace(guide, look="sheet", most=most, html=write_paragraphs(90))
    with pikepdf.open(io.BytesIO(render_pdf(sheet))) as pdf:
        assert len(pdf.pages) == pages


@pytest.mark.parametrize(("paragraphs", "pages"), [(3, 3), (26, 4)])
def test_a_chapter_follows_on_where_enough_of_a_page_is_left(guide, paragraphs, pages):
    chapter = write_paragraphs(paragraphs)
    two = replace(guide, html=chapter + chapter.replace("<h1>T", "<h1>U"))
    with pikepdf.open(io.BytesIO(render_pdf(two))) as pdf:
        assert len(pdf.pages) == pages


@pytest.mark.parametrize("name", PDFS)
def test_fonts_are_embedded_and_are_the_ones_of_the_wheel(files, name):
    with pikepdf.open(io.BytesIO(files[name])) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]
    families = {str(descriptor.FontName).partition("+")[2] for descriptor in descriptors}
    assert families
    for family in families:
        assert family.startswith(("LibertinusSerif", "DejaVuSansMono", "NewCM")), family


def test_qpdf_finds_nothing_wrong(files, tmp_path):
    qpdf = require_program("qpdf")
    for name in PDFS:
        (tmp_path / name).write_bytes(files[name])
        done = subprocess.run([qpdf, "--check", tmp_path / name], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout


def test_the_text_of_a_pdf_can_be_read(files, tmp_path):
    pdftotext = require_program("pdftotext")
    (tmp_path / "gids.pdf").write_bytes(files["gids.pdf"])
    done = subprocess.run(
        [pdftotext, "-layout", tmp_path / "gids.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    for text in (*HEADINGS, "Versie 1.2.0", "0800-0432", "Naam & geboortedatum", "‘Zo’ is het."):
        assert text in done.stdout


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p>\N{GRINNING FACE}</p>", "kan niet in een PDF"),
        ('<p><a href="#nergens">x</a></p>', "does not exist"),
        ("<h4 id='x'>te diep</h4>", "skipped from heading level"),
        ('<p><img src="weg.png" alt="weg"></p>', "weg.png is niet gevonden"),
        ('<p><img src="https://example.org/x.png" alt="x"></p>', "x.png is niet gevonden"),
        ('<p><img src="/etc/hostname" alt="x"></p>', "hostname is niet gevonden"),
        ('<p><img src="data:image/png;base64,eA=="></p>', "alternatieve tekst"),
        ('<p><img src="data:image/svg+xml;base64,eA==" alt="boog"></p>', "«boog» is SVG"),
    ],
)
def test_what_would_look_wrong_is_refused_aloud(guide, html, reason):
    spoilt = replace(guide, html=build_guide((replace(FIRST, html=html),), ""))
    with pytest.raises(ConversionError, match=reason):
        render_pdf(spoilt)


def test_nothing_typed_becomes_typst_code(guide, tmp_path):
    pdftotext = require_program("pdftotext")
    typed = '#panic("x") $a$ @b *c* _d_ `e` \\f <g> [h] // i -- 10--20 -5 wel-?x ... 0800-2000'
    html = f"<h1>T</h1><p>tekst {typed.replace('<', '&lt;')}</p>"
    document = replace(guide, html=html, title=typed, hub=replace(HUB, name=typed))
    (tmp_path / "x.pdf").write_bytes(render_pdf(document))
    done = subprocess.run(
        [pdftotext, tmp_path / "x.pdf", "-"], capture_output=True, text=True, check=True
    )
    shown = " ".join(done.stdout.split())
    assert f"tekst {typed}" in shown
    assert shown.count(typed) >= 2
