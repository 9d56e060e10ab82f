"""A pack made, written and listed."""

from dataclasses import replace

from plugins.packs.build import BuiltPack, build_pack, write_pack
from plugins.packs.download import build_download
from plugins.packs.plan import BuiltFile
from tests.packs.sample import HUB, PACK, PAGES

NAMES = [
    ("gids.pdf", "PDF", "Gids"),
    ("gids.docx", "DOCX", "Gids"),
    ("gids.odt", "ODT", "Gids"),
    ("kaart-dag.pdf", "PDF", "Kaart"),
    ("kaart-dag.docx", "DOCX", "Kaart"),
    ("kaart-dag.odt", "ODT", "Kaart"),
    ("brief-ouders.docx", "DOCX", "Brief aan ouders"),
    ("brief-ouders.odt", "ODT", "Brief aan ouders"),
]


def test_a_pack_holds_the_guide_first_and_a_pdf_of_the_card(built):
    assert [(file.name, file.format, file.title) for file in built.files] == NAMES
    assert (built.zip.name, built.zip.format) == ("startpakket-school-1.2.0.zip", "ZIP")


def test_equal_input_gives_equal_bytes(built):
    assert build_pack(PACK, dict(reversed(PAGES.items())), HUB) == built


def test_a_pack_of_letters_alone_has_no_guide():
    only = replace(PACK, pages=(), letters=("brieven/brief-ouders.md",))
    files = build_pack(only, PAGES, HUB).files
    assert [file.name for file in files] == ["brief-ouders.docx", "brief-ouders.odt"]


def test_a_pack_is_written_beside_its_zip(built, tmp_path):
    write_pack(built, tmp_path / "downloads" / "school")
    written = {path.name: path.read_bytes() for path in (tmp_path / "downloads/school").iterdir()}
    assert written == {file.name: file.data for file in (*built.files, built.zip)}


def test_a_download_is_listed_with_addresses_and_sizes_for_readers():
    guide = BuiltFile("gids.pdf", "PDF", "Gids", b"x" * 412_345)
    download = build_download(BuiltPack(PACK, (guide,), b"x" * 1_234_567))
    assert download.pack == PACK
    (file,) = download.files
    assert (file.url, file.format, file.size) == ("downloads/school/gids.pdf", "PDF", "412 kB")
    archive = "downloads/school/startpakket-school-1.2.0.zip"
    assert (download.zip.url, download.zip.size) == (archive, "1,2 MB")
