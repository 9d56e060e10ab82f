"""The register at the back: words with their best places, words to look under instead."""

import re

import pytest

from plugins.core.memory import Memory
from plugins.glossary.markdown import find_synonyms
from plugins.glossary.term import read_glossary
from plugins.search.build import find_search, read_runs
from plugins.search.catalogue import build_catalogue
from plugins.search.keywords import Entry, Place, build_register
from plugins.search.register_page import PAGE, remove_register, render_register, write_register
from tests.search.conftest import SYNONYMS

HEADING = '<h2 id="register">Van A tot Z</h2>'


def read_search(output, synonyms, memory):
    search = find_search(output, synonyms, memory)
    return build_catalogue(search.segments, search.rows), search.table


def read_entries(output, synonyms, memory):
    return build_register(*read_search(output, synonyms, memory), synonyms)


def put_register(site, kept):
    write_register(site.output, *read_search(site.output, SYNONYMS, Memory(kept)), SYNONYMS)


@pytest.fixture(scope="module")
def entries(site, kept):
    return {entry.name: entry for entry in read_entries(site.output, SYNONYMS, Memory(kept))}


@pytest.fixture
def written(own_site, kept):
    path = own_site.output / PAGE
    path.parent.mkdir()
    path.write_text(f"<main>{HEADING}<p>Slot</p></main>", encoding="utf-8")
    put_register(own_site, kept)
    return path.read_text(encoding="utf-8")


def test_a_term_leads_to_the_page_that_is_about_it(entries):
    assert Place("/hulp-nu/", "Hulp nu", "") in entries["hulp nu"].places


def test_a_page_stands_under_its_title(entries):
    assert entries["Gids voor scholen"].places == (
        Place("/handle-with-care/scholen/", "Gids voor scholen", ""),
    )


def test_what_visitors_say_leads_to_the_term(entries):
    assert entries["juf"] == Entry("juf", (), ("leraar",))
    assert entries["slaat"] == Entry("slaat", (), ("hulp nu",))


def test_a_sentence_that_visitors_type_is_no_entry(entries):
    assert "bang voor papa" not in entries


def test_nothing_leads_to_a_word_that_the_register_lacks(entries):
    assert {name for entry in entries.values() for name in entry.see} <= set(entries)


def test_every_entry_leads_somewhere(entries):
    assert [entry for entry in entries.values() if not entry.places and not entry.see] == []


def test_the_entries_are_in_dutch_alphabetical_order(entries):
    names = [name.casefold() for name in entries if name.isascii() and name[0].isalpha()]
    assert names == sorted(names)


def test_the_register_is_the_same_each_time(entries, site):
    again = read_entries(site.output, SYNONYMS, Memory())
    assert [*again] == [*entries.values()]


def test_the_register_goes_below_its_heading(written):
    assert written.startswith(f'<main>{HEADING}\n<nav class="letters"')
    assert written.endswith("</div>\n<p>Slot</p></main>")


def test_all_links_within_the_register_lead_to_an_entry_or_a_letter(written):
    targets = re.findall(r'href="#([^"]+)"', written)
    ids = re.findall(r' id="([^"]+)"', written)
    assert targets
    assert set(targets) <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_site_without_the_page_gets_no_register(site, kept):
    put_register(site, kept)
    assert not (site.output / PAGE).exists()


def test_names_are_text_and_never_markup():
    html = render_register([Entry("<b>", (Place("/a/#b c", "<i>", '"&"'),))])
    assert "<b>&lt;b&gt;</b>" in html
    assert '<a href="../a/#b%20c">&lt;i&gt;: &quot;&amp;&quot;</a>' in html


def test_a_page_under_its_own_title_is_one_link():
    html = render_register([Entry("Kosten", (Place("/kosten/", "Kosten", ""),))])
    assert '<li><b><a href="../kosten/">Kosten</a></b></ul>' in html


def test_a_definition_is_called_so():
    html = render_register([Entry("meldcode", (Place("/begrippen/#meldcode", "", ""),))])
    assert '<a href="../begrippen/#meldcode">betekenis</a>' in html


def test_the_register_is_written_once(own_site, written, kept):
    put_register(own_site, kept)
    assert (own_site.output / PAGE).read_text(encoding="utf-8") == written


def test_a_search_does_not_read_its_own_register(own_site, kept):
    page = own_site.output / PAGE
    page.parent.mkdir()
    before = f"<article data-search-document>\n{HEADING}\n<p>Slot</p>\n</article>\n"
    page.write_text(before, encoding="utf-8")
    keys = [run.key for run in read_runs(own_site.output)]
    put_register(own_site, kept)
    after = page.read_text(encoding="utf-8")

    assert len(after) > len(before)
    assert remove_register(after) == remove_register(before) == before
    assert [run.key for run in read_runs(own_site.output)] == keys


def test_the_register_of_the_hub_weighs_a_hundred_kilobytes_at_most(hub):
    """Without the frame that every page has; what travels is a fifth of it."""
    synonyms = find_synonyms(read_glossary(hub.project / "content").terms)
    register = render_register(read_entries(hub.project / "output", synonyms, Memory()))
    assert ">hulp nu</a>" in register
    assert len(register.encode()) < 100_000
