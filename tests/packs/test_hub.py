"""The packs of the hub itself, each file as a reader opens it."""

import json
import re
import zipfile

import page as page_validation
import pikepdf
import pytest

from plugins.packs.blank import find_blanks
from plugins.packs.markup import find_elements, find_text, find_tree
from plugins.packs.names import piece_name
from plugins.packs.pack import read_packs
from plugins.packs.plan import KINDS
from tests.packs.office import count_pages, find_unknown_styles, open_documents
from tests.project import ROOT


@pytest.fixture(scope="module")
def documents(hub):
    """The bytes of what can be edited, by its path below downloads/, with dashes for slashes."""
    folder = hub.output / "downloads"
    return {
        path.relative_to(folder).as_posix().replace("/", "--"): path.read_bytes()
        for path in sorted(folder.glob("*/*.[do][od][ct]*"))
    }


@pytest.fixture(scope="module")
def opened(documents, tmp_path_factory):
    return open_documents(documents, tmp_path_factory.mktemp("office"))


def find_most():
    """Yield of each piece the name that its files share, and how many pages these may have."""
    for pack in read_packs(ROOT / "content").packs:
        for piece in pack.pieces:
            most = piece.most or KINDS[piece.kind].most
            if most:
                yield f"{pack.id}--{piece_name(piece.path)}", most


def test_every_piece_says_how_many_pages_it_may_have():
    pieces = [piece for pack in read_packs(ROOT / "content").packs for piece in pack.pieces]
    assert len(list(find_most())) == len(pieces)


def test_no_piece_has_more_pages_in_libreoffice_than_it_may(documents, tmp_path):
    most = {f"{name}.{form}": n for name, n in find_most() for form in ("docx", "odt")}
    pages = count_pages({name: documents[name] for name in most}, tmp_path)
    assert {name: n for name, n in pages.items() if n > most[name]} == {}


def test_no_pdf_has_more_pages_than_it_may(hub):
    counted = {}
    for name, most in find_most():
        path = hub.output / "downloads" / f"{name.replace('--', '/')}.pdf"
        if path.exists():
            with pikepdf.open(path) as pdf:
                counted[name] = (len(pdf.pages), most)
    assert counted
    assert {name: pair for name, pair in counted.items() if pair[0] > pair[1]} == {}


def test_every_style_that_is_used_is_ours(documents):
    found = {name: find_unknown_styles(data) for name, data in documents.items()}
    assert {name: styles for name, styles in found.items() if styles} == {}


def test_the_checklist_of_a_school_is_of_that_school_alone(opened):
    others = {"basisschool": "middelbare school", "middelbare-school": "basisschool"}
    for pack, other in others.items():
        headings = [text for _, text in opened[f"{pack}--checklist.docx"].headings]
        assert any(text.startswith("Erbij op de") for text in headings)
        assert not any(other in text for text in headings)


def test_libreoffice_reads_the_same_headings_and_links_in_both_formats(opened):
    assert opened
    for name, document in opened.items():
        other = opened[re.sub("docx$", "odt", name)]
        assert document.headings, name
        assert document.headings == other.headings, name
        assert set(document.links) == set(other.links), name
        assert document.alternatives == other.alternatives, name


def test_libreoffice_reads_every_heading_that_the_page_of_a_letter_has(hub, opened):
    pack_names = {f"{pack.id}--" for pack in read_packs(ROOT / "content").packs}
    for name, document in opened.items():
        letter = name.removeprefix(next(one for one in pack_names if name.startswith(one)))
        page = hub.output / "brieven" / letter.partition(".")[0] / "index.html"
        if page.exists():
            shown = find_headings(page.read_text(encoding="utf-8"))
            read = [text for _, text in document.headings if text != "Bronnen"]
            left_out = {"Erbij op de basisschool", "Erbij op de middelbare school"} - {*read}
            assert read == [
                text for text in shown if "Bronnen" not in text and text not in left_out
            ], name


def find_headings(html):
    """Return the headings of a page's text."""
    (main,) = find_elements(find_tree(html), lambda element: element.tag == "article")
    found = find_elements(main, lambda element: re.fullmatch("h[1-3]", element.tag) is not None)
    return [find_text(heading) for heading in found]


def test_the_packs_of_the_hub_itself_are_sound(hub):
    archives = sorted((hub.output / "downloads").glob("*/*.zip"))
    assert archives
    for archive in archives:
        assert archive.stat().st_size <= 2_000_000
        with zipfile.ZipFile(archive) as pack:
            beside = {path.name for path in archive.parent.iterdir()} - {archive.name}
            assert set(pack.namelist()) == beside | {"LEESMIJ.html"}


def test_the_pdfs_of_the_hub_itself_pass_page_validation(hub):
    pdfs = sorted((hub.output / "downloads").glob("*/*.pdf"))
    assert pdfs
    for path in pdfs:
        report = page_validation.validate_pdf(path, profile="ua1")
        assert json.loads(report.to_json())["failures"] == [], path.name


def test_the_hub_keeps_each_blank_of_its_letters_whole(hub):
    """What a form fills in must stand in one run of text, in Word and in OpenDocument."""
    reading = read_packs(ROOT / "content")
    names = {blank.name for pack in reading.packs for blank in pack.blanks}
    letters = {path for pack in reading.packs for path in pack.paths[len(pack.pages) :]}
    asked = {
        name for path, text in reading.texts if path in letters for name, _ in find_blanks(text)
    }
    found = set()
    for path in sorted((hub.output / "downloads").glob("*/*.[do][od][ct]*")):
        part = "content.xml" if path.suffix == ".odt" else "word/document.xml"
        with zipfile.ZipFile(path) as package:
            xml = package.read(part).decode()
        whole = re.findall(r'"Invulplek"[^\[\]]{0,200}>\[([^\[\]<>]{1,100})\]', xml)
        assert len(whole) == xml.count('"Invulplek"'), path.name
        found.update(whole)
    assert asked <= found
    assert asked <= names
