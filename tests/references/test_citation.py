"""Citations in Markdown are found where they stand; what only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.references.citation import Citation, Malformed, find_citations, parse_cluster


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[@augeo-brief-2026]", [Citation("augeo-brief-2026", "", 1)]),
        ("Zie [@a, p. 12].", [Citation("a", "p. 12", 5)]),
        ("[@a; @b, hoofdstuk 5; @c]", [
            Citation("a", "", 1), Citation("b", "hoofdstuk 5", 5), Citation("c", "", 22),
        ]),
        ("[ @a ]", [Citation("a", "", 2)]),
        ("[@a:b/c.d_e]", [Citation("a:b/c.d_e", "", 1)]),
        ("[@a, p. 1, 2]", [Citation("a", "p. 1, 2", 1)]),
        ("[@a,\n    p. 12;\n@b]", [Citation("a", "p. 12", 1), Citation("b", "", 16)]),
        ("[@a]: dat staat er", [Citation("a", "", 1)]),
        ("[@a][@b]", [Citation("a", "", 1), Citation("b", "", 5)]),
        ("([@a])", [Citation("a", "", 2)]),
        ("`code` [@a] `code`", [Citation("a", "", 8)]),
        ("een ` twee\n\n[@a] ` drie", [Citation("a", "", 13)]),
        ("`` ` `` [@a]", [Citation("a", "", 9)]),
        ("\\\\[@a]", [Citation("a", "", 3)]),
        ("[x [@a] y]", [Citation("a", "", 4)]),
    ],
)  # fmt: skip
def test_a_citation_is_found_at_its_sign(text, found):
    assert list(find_citations(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[zie @a]", [Malformed("zie @a", 1)]),
        ("[@]", [Malformed("@", 1)]),
        ("[@a b]", [Malformed("@a b", 1)]),
        ("[@a;]", [Citation("a", "", 1), Malformed("", 4)]),
        ("[@a; b]", [Citation("a", "", 1), Malformed("b", 5)]),
        ("[@a,]", [Malformed("@a,", 1)]),
        ("[@-a]", [Malformed("@-a", 1)]),
        ("[@a @b]", [Malformed("@a @b", 1)]),
    ],
)
def test_a_part_that_cannot_be_read_is_told_apart(text, found):
    assert list(find_citations(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "", "`[@a]`", "``[@a]``", "```\n[@a]\n```", "~~~\n\n[@a]\n\n~~~", "    [@a]", "\\[@a]",
        "\\\\\\[@a]", "[tekst](mailto:a@b.nl)", "[a@b.nl]", "mail a@b.nl of @naam", "[@a](b.md)",
        "[@a][b]", "[@a", "@a]", "[a]@b", "[@a\n\nb]", "[x \\@a]", "![@a](b.png)",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_citation_is_left_alone(text):
    assert list(find_citations(text)) == []


def test_a_cluster_counts_its_places_from_where_it_stands():
    assert list(parse_cluster("@a; @b", 10)) == [Citation("a", "", 10), Citation("b", "", 14)]


KEYS = st.from_regex(r"[a-z0-9]([a-z0-9:./-]*[a-z0-9])?", fullmatch=True)
LOCATORS = st.from_regex(r"([a-z0-9.]+( [a-z0-9.]+)*)?", fullmatch=True)
CLUSTERS = st.lists(st.tuples(KEYS, LOCATORS), min_size=1, max_size=4)
PROSE = st.text(alphabet="ab .,()\n", max_size=20)


def render_cluster(items: list[tuple[str, str]]) -> str:
    return "; ".join(f"@{key}, {locator}" if locator else f"@{key}" for key, locator in items)


@given(st.lists(st.tuples(PROSE, CLUSTERS), max_size=4))
def test_every_citation_that_was_written_is_found_at_its_place(parts):
    text = "".join(f"x{prose} [{render_cluster(items)}] " for prose, items in parts)

    found = list(find_citations(text))

    assert [(item.key, item.locator) for item in found if isinstance(item, Citation)] == [
        item for _, items in parts for item in items
    ]
    assert all(
        text.startswith(f"@{item.key}", item.offset) for item in found if isinstance(item, Citation)
    )


@given(st.text(alphabet="[]@;, `\\\n!()a~#-:"))
def test_no_text_makes_the_finder_fail(text):
    for found in find_citations(text):
        what = f"@{found.key}" if isinstance(found, Citation) else found.text
        assert text.startswith(what, found.offset)


@pytest.mark.parametrize(
    "sign", ["[", "[@", "![", "`", "](", "[a](", "@", "[@a;", " @", ";@", "[@\n"]
)
def test_a_hundred_thousand_signs_hold_no_citation(sign):
    assert list(find_citations("[" + sign * (100_000 // len(sign)))) == []
