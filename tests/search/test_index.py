"""The index folder."""

import pytest

from plugins.search.document import Document
from plugins.search.dutch import analyse
from plugins.search.index import FIELDS, build_index, rank_pages, read_statistics, round_score


def make_document(url: str, body: str, title: str = "Titel") -> Document:
    return Document(url, title, ("Kop",), "", body, ("school",), "gids")


def test_a_new_index_forgets_the_old_one(tmp_path):
    folder = tmp_path / "index"
    build_index((make_document("/oud/", "fiets"),), folder)
    build_index((make_document("/nieuw/", "fiets"),), folder)
    assert [hit.url for hit in rank_pages(folder, analyse("fiets"))] == ["/nieuw/"]


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "brief.txt").write_text("bewaren", encoding="utf-8")
    with pytest.raises(FileExistsError):
        build_index((), tmp_path)
    assert (tmp_path / "brief.txt").read_text(encoding="utf-8") == "bewaren"


def test_statistics_count_terms_per_field(tmp_path):
    documents = (make_document("/b/", "geweld geweld"), make_document("/a/", "geweld", "Geweld"))
    build_index(documents, tmp_path / "index")
    statistics = read_statistics(tmp_path / "index")
    assert [entry.url for entry in statistics.entries] == ["/a/", "/b/"]
    by_field = dict(
        zip([field.name for field in FIELDS], statistics.postings["geweld"], strict=True)
    )
    assert by_field == {"body": ((0, 1), (1, 2)), "title": ((0, 1),), "headings": (), "summary": ()}
    assert statistics.entries[1].lengths == (2, 1, 1, 0)
    assert statistics.averages == (1.5, 1.0, 1.0, 0.0)


def test_an_empty_site_has_an_index_without_hits(tmp_path):
    build_index((), tmp_path / "index")
    assert rank_pages(tmp_path / "index", ("geweld",)) == ()
    assert read_statistics(tmp_path / "index").entries == ()


def test_scores_are_rounded_so_that_ties_are_ties():
    assert round_score(0.1 + 0.2) == round_score(0.3) == 0.3
