"""A pack made, written and listed."""

from dataclasses import replace

import pytest

from plugins.packs.build import BuiltPack, build_pack, write_pack
from plugins.packs.download import build_download
from plugins.packs.guide import PageSource
from plugins.packs.plan import KINDS, BuiltFile, name_piece, plan_parts
from tests.packs.sample import HUB, PACK, PAGES

NAMES = [
    ("gids.pdf", "PDF"),
    ("gids.docx", "DOCX"),
    ("gids.odt", "ODT"),
    ("kaart-dag.pdf", "PDF"),
    ("kaart-dag.docx", "DOCX"),
    ("kaart-dag.odt", "ODT"),
    ("poster-hal.pdf", "PDF"),
    ("poster-hal.docx", "DOCX"),
    ("poster-hal.odt", "ODT"),
    ("brief-ouders.docx", "DOCX"),
    ("brief-ouders.odt", "ODT"),
]


def test_a_pack_holds_the_guide_first_and_a_pdf_of_the_card(built):
    assert [(file.name, file.format) for file in built.files] == NAMES
    assert (built.zip.name, built.zip.format) == ("startpakket-school-1.2.0.zip", "ZIP")


def test_equal_input_gives_equal_bytes(built):
    assert build_pack(PACK, dict(reversed(PAGES.items())), HUB) == built


def test_a_pack_of_letters_alone_has_no_guide():
    only = replace(PACK, pages=(), pieces=PACK.pieces[-1:])
    files = build_pack(only, PAGES, HUB).files
    assert [file.name for file in files] == ["brief-ouders.docx", "brief-ouders.odt"]


def test_a_pack_is_written_beside_its_zip(built, tmp_path):
    write_pack(built, tmp_path / "downloads" / "school")
    written = {path.name: path.read_bytes() for path in (tmp_path / "downloads/school").iterdir()}
    assert written == {file.name: file.data for file in (*built.files, built.zip)}


def test_a_download_is_listed_with_addresses_and_sizes_for_readers():
    parts = plan_parts(PACK, PAGES, HUB)
    files = tuple(
        BuiltFile(part.file_name(form), form, b"x" * 412_345)
        for part in parts
        for form in part.kind.formats
    )
    download = build_download(BuiltPack(PACK, parts, files, b"x" * 1_234_567))
    assert download.pack == PACK
    file = download.parts[0].files[0]
    assert (file.url, file.format, file.size) == ("downloads/school/gids.pdf", "PDF", "412 kB")
    archive = "downloads/school/startpakket-school-1.2.0.zip"
    assert (download.zip.url, download.zip.size) == (archive, "1,2 MB")


def test_a_download_tells_what_each_part_is_and_which_is_printed_as_it_is(built):
    download = build_download(built)
    listed = [(one.part.title, one.part.kind.label, one.part.audience) for one in download.parts]
    assert listed == [
        ("Gids", "Gids", ""),
        ("Kaart", "Kaart", "de leerkracht"),
        ("Poster: Wees er", "Poster", "de hal"),
        ("Brief aan ouders", "Brief", "ouders"),
    ]
    printed = [one.prints and one.prints.name for one in download.parts]
    assert printed == [None, "kaart-dag.pdf", "poster-hal.pdf", None]
    assert download.parts[0].part.pages == (("Wat het is", "wat/"), ("Aan de slag", "school/"))


def test_a_download_asks_for_the_blanks_that_its_letters_hold_and_no_other(built):
    download = build_download(built)
    assert [blank.name for blank in download.blanks] == [
        "naam school", "naam contactpersoon", "datum",
    ]  # fmt: skip
    # A PDF cannot be filled in; one without blanks stays.
    assert download.left_out == ("kaart-dag.pdf",)


@pytest.mark.parametrize(
    ("title", "kind", "name"),
    [
        ("Handle with Care", "poster", "Poster: Handle with Care"),
        ("Poster voor de hal", "poster", "Poster voor de hal"),
        ("Vragen van collega’s", "blad", "Vragen van collega’s"),
    ],
)
def test_a_piece_among_others_says_what_it_is(title, kind, name):
    assert name_piece(title, KINDS[kind]) == name


def test_the_cover_of_the_guide_names_the_pieces_as_the_list_does(built):
    assert built.parts[0].document.companions == tuple(part.title for part in built.parts[1:])


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (299, 1), (310, 2), (2000, 10)])
def test_reading_time_is_in_whole_minutes(words, minutes):
    page = PageSource("T", f"<p>{'woord ' * words}</p>", "t/")
    only = replace(PACK, pages=(), pieces=PACK.pieces[-1:])
    (part,) = plan_parts(only, {only.pieces[0].path: page}, HUB)
    assert part.minutes == minutes
