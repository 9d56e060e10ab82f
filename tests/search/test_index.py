"""The index folder."""

from contextlib import closing

import pytest

from plugins.core.memory import Memory
from plugins.search.analysis import Analyser
from plugins.search.build import build_analyser
from plugins.search.collection import build_collection
from plugins.search.document import Document, Section, read_documents
from plugins.search.fields import LAYERS, PAGES, SECTION_FIELDS, SECTIONS, round_score
from plugins.search.index import (
    IndexReader,
    Posting,
    build_index_file,
    round_length,
    write_index,
)
from plugins.search.lexicon import read_lexicon
from plugins.search.text import find_page
from plugins.search.vocabulary import find_vocabulary
from tests.search.conftest import SYNONYMS


def make_document(url: str, text: str, title: str = "Titel", kind: str = "gids") -> Document:
    sections = (Section("", "", "", "", ""), Section("kop", "h2", "Kop", "", text))
    return Document(url, title, "", sections, ("school",), kind)


def build_index(documents, analyser, folder):
    """Index some pages, in two segments where there are two."""
    pages = [find_page(document) for document in documents]
    halves = (pages[: len(pages) // 2], pages[len(pages) // 2 :])
    collections = [build_collection(half, analyser) for half in halves if half]
    write_index(
        {
            layer: [build_index_file(one, layer, str(n)) for n, one in enumerate(collections)]
            for layer in LAYERS
        },
        folder,
    )


def build_own_analyser(documents, synonyms) -> Analyser:
    lexicon = read_lexicon()
    vocabulary = find_vocabulary([*map(find_page, documents)])
    return build_analyser(lexicon, [vocabulary], synonyms, Memory())


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return build_own_analyser((), (("slaat", "hulp nu"), ("AVG", "privacywet")))


def read(folder, layer, field, term):
    with closing(IndexReader(folder)) as reader:
        return tuple(reader.read_postings(layer, field, term))


def test_a_new_index_forgets_the_old_one(tmp_path, analyser):
    build_index((make_document("/oud/", "fiets"),), analyser, tmp_path / "index")
    build_index((make_document("/nieuw/", "fiets"),), analyser, tmp_path / "index")
    with closing(IndexReader(tmp_path / "index")) as reader:
        assert [page.url for page in reader.pages] == ["/nieuw/"]
        assert [(s.page, s.number, s.anchor) for s in reader.sections] == [
            (0, 0, ""),
            (0, 1, "kop"),
        ]


def test_a_folder_with_something_else_is_left_alone(tmp_path, analyser):
    (tmp_path / "brief.txt").write_text("bewaren", encoding="utf-8")
    with pytest.raises(FileExistsError):
        build_index((), analyser, tmp_path)
    assert (tmp_path / "brief.txt").read_text(encoding="utf-8") == "bewaren"


def test_postings_have_documents_frequencies_lengths_and_places(tmp_path, analyser):
    text = "geweld en geweld, op actieplan"
    documents = (make_document("/a/", "fiets"), make_document("/b/", text))
    build_index(documents, analyser, tmp_path / "index")
    assert read(tmp_path / "index", SECTIONS, "text", "geweld") == (Posting(3, 2, 5, (0, 2)),)
    assert read(tmp_path / "index", SECTIONS, "text", "plan~") == (Posting(3, 1, 5, (4,)),)
    assert read(tmp_path / "index", PAGES, "title", "titel") == (
        Posting(0, 1, 1, (0,)),
        Posting(1, 1, 1, (0,)),
    )


def test_a_text_that_names_a_term_or_its_abbreviation_has_the_concept(tmp_path, analyser):
    documents = (make_document("/a/", "De privacywet (AVG) zegt: Hulp nu. Hulp later, nu."),)
    build_index(documents, analyser, tmp_path / "index")
    assert read(tmp_path / "index", SECTIONS, "text", "@privacywet")[0].frequency == 2
    assert read(tmp_path / "index", SECTIONS, "text", "@hulp_nu")[0].frequency == 1


def test_only_a_page_of_help_is_marked_and_has_the_words_of_its_visitors(tmp_path):
    documents = (make_document("/a/", "", "Hulp nu"), make_document("/b/", "", "Hulp nu", "hulp"))
    analyser = build_own_analyser(documents, (("slaat", "hulp nu"),))
    build_index(documents, analyser, tmp_path / "index")
    assert [p.document for p in read(tmp_path / "index", PAGES, "title", "!@hulp_nu")] == [1]
    assert [p.document for p in read(tmp_path / "index", PAGES, "glossary", "slan")] == [0, 1]


def test_a_number_and_its_neighbour_are_a_term(tmp_path, analyser):
    build_index((make_document("/a/", "Op 1 juli 2013, 24 van de 35."),), analyser, tmp_path / "i")
    with closing(IndexReader(tmp_path / "i")) as reader:
        pairs = [term for term in reader.read_terms() if "_" in term]
    assert pairs == ["1_juli", "2013_24", "juli_2013", "van_de"]


def test_stop_words_side_by_side_are_a_term_unless_they_stand_everywhere(tmp_path):
    texts = ("Het gaat om dat, niet wat.", *("Dit is voor de klas.",) * 60)
    documents = tuple(make_document(f"/{n}/", text) for n, text in enumerate(texts))
    analyser = build_own_analyser(documents, ())
    build_index(documents, analyser, tmp_path / "i")
    assert {"voor_de"} <= analyser.common
    assert [p.document for p in read(tmp_path / "i", SECTIONS, "text", "dat_niet")] == [1]
    assert read(tmp_path / "i", SECTIONS, "text", "voor_de") == ()


def test_a_verb_whose_particle_stands_apart_is_that_verb(tmp_path, analyser):
    texts = ("Scholen doen al mee.", "Scholen doen dit, mee met de rest.", "Wij doen mee aan iets.")
    documents = tuple(make_document(f"/{n}/", text) for n, text in enumerate(texts))
    build_index(documents, analyser, tmp_path / "i")
    assert [p.document for p in read(tmp_path / "i", SECTIONS, "text", "meedoen")] == [1, 5]


def test_the_stop_words_of_titles_and_headings_are_terms_of_their_own(tmp_path, analyser):
    documents = (make_document("/a/", "Hoeveel kost het?", title="Hoeveel kost de kindcheck?"),)
    build_index(documents, analyser, tmp_path / "i")
    assert len(read(tmp_path / "i", PAGES, "glossary", "'hoeveel")) == 1
    assert read(tmp_path / "i", SECTIONS, "text", "'hoeveel") == ()
    with closing(IndexReader(tmp_path / "i")) as reader:
        assert [page.words for page in reader.pages] == [2]
        assert [section.words for section in reader.sections] == [0, 1]


def test_the_worth_of_a_term_is_whooshs_own(tmp_path, analyser):
    documents = [make_document(f"/{n}/", "geweld " * n + "fiets " * 9) for n in range(4)]
    build_index(documents, analyser, tmp_path / "index")
    text = SECTION_FIELDS[0]
    with closing(IndexReader(tmp_path / "index")) as reader:
        worth = reader.score(SECTIONS, text, "geweld")
        idf = reader.read_idf(SECTIONS, "text", "geweld")
        average = reader.read_average(SECTIONS, "text")
        for posting in reader.read_postings(SECTIONS, "text", "geweld"):
            norm = 1.2 * (1 - text.b + text.b * posting.length / average)
            expected = idf * posting.frequency * 2.2 / (posting.frequency + norm)
            assert worth[posting.document] == pytest.approx(expected)
        assert reader.score(SECTIONS, text, "xyzzy") == {}


def test_the_index_says_what_the_collection_does(site):
    """The export comes from the collection, the command line asks the index."""
    documents = read_documents(site.output)
    pages = [find_page(document) for document in documents]
    collection = build_collection(pages, build_own_analyser(documents, SYNONYMS))
    with closing(IndexReader(site.index)) as reader:
        assert (reader.pages, reader.sections) == (collection.pages, collection.sections)
        terms = {term for found in collection.fields.values() for term in found.terms}
        assert reader.read_terms() == sorted(terms)
        for (layer, field), postings in collection.fields.items():
            average = sum(postings.lengths) / len(postings.lengths)
            assert reader.read_average(layer, field) == average
            for term, found in postings.terms.items():
                assert tuple(reader.read_postings(layer, field, term)) == tuple(
                    Posting(number, len(places), round_length(postings.lengths[number]), places)
                    for number, places in zip(found.documents, found.places, strict=True)
                )


def test_a_term_of_more_documents_than_a_block_of_whoosh_has_them_all(tmp_path, analyser):
    documents = [make_document(f"/{n:03}/", "geweld " * (1 + n % 7)) for n in range(300)]
    build_index(documents, analyser, tmp_path / "index")
    found = read(tmp_path / "index", SECTIONS, "text", "geweld")
    assert [posting.document for posting in found] == list(range(1, 600, 2))
    assert [posting.frequency for posting in found] == [1 + n % 7 for n in range(300)]
    assert [posting.length for posting in found] == [1 + n % 7 for n in range(300)]


def test_every_field_has_postings_somewhere(site):
    with closing(IndexReader(site.index)) as reader:
        for layer, searched in LAYERS.items():
            for field in searched:
                assert reader.read_average(layer, field.name) > 0


def test_an_empty_site_has_an_empty_index(tmp_path, analyser):
    build_index((), analyser, tmp_path / "index")
    with closing(IndexReader(tmp_path / "index")) as reader:
        assert (reader.pages, reader.read_terms()) == ((), [])


def test_scores_are_rounded_so_that_ties_are_ties():
    assert round_score(0.1 + 0.2) == round_score(0.3) == 0.3
