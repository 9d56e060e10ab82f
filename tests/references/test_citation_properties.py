"""What holds for citations in any text: they come back, nothing fails, the time is linear."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.citation import Citation, find_citations, find_marks
from plugins.references.markdown import CitationExtension
from plugins.references.render import render_references

PLAIN_KEY = re.compile(r"[a-z0-9_]([:.#$%&+?<>~/-]?[a-z0-9_]){0,6}")
KEYS = st.from_regex(PLAIN_KEY, fullmatch=True)
BRACED = st.from_regex(r"[a-z0-9:./-]{1,6}", fullmatch=True)
WORDS = st.from_regex(r"([a-z0-9.]+( [a-z0-9.]+){0,2})?", fullmatch=True)
LOCATORS = WORDS | st.from_regex(r"[a-z]+(; ?[a-z]+){0,2}", fullmatch=True)
FORMS = st.sampled_from(["cluster", "year"])
ITEMS = st.builds(Citation, KEYS | BRACED, LOCATORS, st.just(0), WORDS, FORMS)
FIRST = st.builds(
    Citation, KEYS, LOCATORS, st.just(0), st.just(""), st.sampled_from(["narrative", "year"])
)
CLUSTERS = st.lists(ITEMS, min_size=1, max_size=3)
PROSE = st.text(alphabet="ab .,()\n", max_size=12)


def write_sign(citation: Citation) -> str:
    key = citation.key if PLAIN_KEY.fullmatch(citation.key) else f"{{{citation.key}}}"
    return f"{'-' if citation.form == 'year' else ''}@{key}"


def write_locator(locator: str) -> str:
    return f"{{{locator}}}" if ";" in locator else locator


def write_item(citation: Citation) -> str:
    place = f", {write_locator(citation.locator)}" if citation.locator else ""
    return f"{citation.prefix}{' ' if citation.prefix else ''}{write_sign(citation)}{place}"


def write_cluster(items: list[Citation]) -> str:
    return f"[{'; '.join(map(write_item, items))}]"


def write_narrative(first: Citation, rest: list[Citation]) -> str:
    parts = [*filter(None, [write_locator(first.locator)]), *map(write_item, rest)]
    return f"{write_sign(first)} [{'; '.join(parts)}]" if parts else write_sign(first)


def without_places(items) -> list[Citation]:
    kept = {}
    for item in items:
        same = (item.key, item.locator) if not item.prefix else (item.key, len(kept))
        kept.setdefault(same, Citation(item.key, item.locator, 0, item.prefix, item.form))
    return list(kept.values())


@given(st.lists(st.tuples(PROSE, CLUSTERS), max_size=3))
def test_every_group_that_was_written_is_read_again(parts):
    text = "".join(f"x{prose} {write_cluster(items)} " for prose, items in parts)

    assert [without_places(mark.found) for mark in find_marks(text)] == [
        without_places(items) for _, items in parts
    ]


@given(FIRST, st.lists(ITEMS, max_size=2))
def test_every_key_in_a_sentence_is_read_again_with_what_follows(first, rest):
    text = f"Volgens {write_narrative(first, rest)} zo"
    (mark,) = find_marks(text)

    assert without_places(mark.found) == without_places([first, *rest])


ANY_TEXT = st.text(alphabet="[]@;, `\\\n!()a1~#->|{}*_.:", max_size=60)


@given(ANY_TEXT)
def test_no_text_makes_the_finder_fail_and_every_place_is_right(text):
    end = 0
    for mark in find_marks(text):
        assert end <= mark.start < mark.end <= len(text)
        end = mark.end
        for found in mark.found:
            what = found.key if isinstance(found, Citation) else found.text
            start = found.offset + isinstance(found, Citation)
            assert text.startswith((what, f"{{{what}}}"), start)


REFERENCES = render_references(find_works(Source("bronnen.bib", "@misc{a, title={A}}")))
SHOWN = re.compile('class="verwijzing" href="#bron-([^"]+)"')


@given(ANY_TEXT)
def test_no_text_makes_the_page_fail_or_leaves_a_token_on_it(text):
    html = Markdown(extensions=[CitationExtension(REFERENCES)]).convert(text)

    assert "verwijzing:" not in html
    assert html.count('aria-label="Terug') == len(SHOWN.findall(html))


# No signs of code or emphasis: those that do not pair up have rules of their own.
PIECES = [
    "[@a]", "@a", "[zie @a, p. 3]", "-@a", "[@b]", "[p. 3]", "x", " ", "\n", "\n\n", "[", "]", "(",
    ")", "\\", "> ", "\n> ", "- ", "\n- ", "1. ", "## ", ";", ", ", "{", "}", "!",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_page_shows_just_the_citations_that_the_checks_see(text):
    html = Markdown(extensions=[CitationExtension(REFERENCES)]).convert(text)
    seen = [mark.citations for mark in find_marks(text)]

    assert SHOWN.findall(html) == [
        one.key for group in seen for one in group if {item.key for item in group} == {"a"}
    ]


SIGNS = [
    "[", "[@", "![", "`", "](", "[a](", "@", "[@a;", " @", ";@", "[@\n", "{", "@{", "@{a", "\\",
    "\\[@", "-@", "@a-", "@a [", "@a [@b; c] ", "[@a, {", "[x][", "> ", "|", "\n- ", "[@a] ", "@a.",
]  # fmt: skip


def measure(text: str) -> float:
    """Return the processor time that the finder takes; what else runs does not count."""
    times = []
    for _ in range(3):
        start = time.process_time()
        sum(1 for _ in find_citations(text))
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("sign", SIGNS)
def test_eight_times_the_text_takes_no_more_than_a_few_times_eight_the_time(sign):
    small, large = ("[@a " + sign * (size // len(sign)) for size in (12_500, 100_000))

    # Were it the square, it would take 64 times as long: tens of seconds for most of these.
    assert measure(large) < 24 * measure(small) + 0.5
