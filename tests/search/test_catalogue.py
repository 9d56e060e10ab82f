"""What the build asks of the export is what Whoosh says of the index."""

from contextlib import closing

import pytest

from plugins.core.memory import Memory
from plugins.search.build import find_search
from plugins.search.catalogue import build_catalogue
from plugins.search.fields import LAYERS
from plugins.search.index import IndexReader
from tests.search.conftest import SYNONYMS


@pytest.fixture(scope="module")
def catalogue(site, kept):
    search = find_search(site.output, SYNONYMS, Memory(kept))
    return build_catalogue(search.segments, search.rows)


def test_every_term_is_worth_what_whoosh_says(catalogue, site):
    with closing(IndexReader(site.index)) as reader:
        terms = reader.read_terms()
        fields = [(layer, field) for layer in LAYERS for field in LAYERS[layer]]
        own = {(*place, term): catalogue.score(*place, term) for place in fields for term in terms}
        found = {(*place, term): reader.score(*place, term) for place in fields for term in terms}
    assert own == found
    assert any(own.values())


def test_it_has_the_pages_and_sections_of_the_index(catalogue, site):
    with closing(IndexReader(site.index)) as reader:
        assert catalogue.pages == reader.pages
        assert catalogue.sections == reader.sections
        assert catalogue.find_section(1, 1) == reader.find_section(1, 1)


def test_what_no_page_says_is_worth_nothing(catalogue):
    fields = [(layer, field) for layer in LAYERS for field in LAYERS[layer]]
    assert [catalogue.score(*place, "zeemeermin") for place in fields] == [{}] * len(fields)
