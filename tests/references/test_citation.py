"""Citations in Markdown are found where they stand; what only looks like one is left alone."""

import pytest

from plugins.references.citation import Citation, Malformed, Mark, find_citations, find_marks


def show(text: str) -> list[str]:
    """Return each citation as "prefix|key|locator", with a sign for what is no cluster."""
    signs = {"cluster": "", "narrative": "@", "year": "-"}
    return [
        f"!{found.text}"
        if isinstance(found, Malformed)
        else f"{found.prefix}|{signs[found.form]}{found.key}|{found.locator}"
        for found in find_citations(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[@a]", ["|a|"]),
        ("[@a, p. 12; @b, hfst. 3]", ["|a|p. 12", "|b|hfst. 3"]),
        ("[@a p. 3]", ["|a|p. 3"]),
        ("[@a *p. 3*]", ["|a|*p. 3*"]),
        ("[ @a ]", ["|a|"]),
        ("[@a, p. 1, 2]", ["|a|p. 1, 2"]),
        ("[zie @a, p. 3 en verder]", ["zie|a|p. 3 en verder"]),
        ("[zie ook *vooral* @a; maar @b]", ["zie ook *vooral*|a|", "maar|b|"]),
        ("[-@a]", ["|-a|"]),
        ("[zie -@a, p. 3; -@b]", ["zie|-a|p. 3", "|-b|"]),
        ("[@a{p. 3; 4}, tekst]", ["|a|p. 3; 4, tekst"]),
        ("[@a, {p. 3; @4}; @b]", ["|a|p. 3; @4", "|b|"]),
        ("[@a {} 12 noten]", ["|a|12 noten"]),
        ("[@{https://x.nl/?a=1}, p. 3]", ["|https://x.nl/?a=1|p. 3"]),
        ("[@a, p. 3 \\; 4]", ["|a|p. 3 \\; 4"]),
        ("[@a, `;@b`]", ["|a|`;@b`"]),
        ("[x [y] @a]", ["x [y]|a|"]),
        ("[@a, [p] 3]", ["|a|[p] 3"]),
        ("[@a \\@b]", ["|a|\\@b"]),
        ("[a@b.nl @a]", ["a@b.nl|a|"]),
        ("[zie [hier](b.md) @a]", ["zie [hier](b.md)|a|"]),
        ("[@a,\n    p. 12;\n@b]", ["|a|p. 12", "|b|"]),
        ("> [@a,\n> > p. 12]", ["|a|p. 12"]),
        ("[@a; @a]", ["|a|"]),
        ("[@a, p. 1; @a; @a, p. 1; zie @a]", ["|a|p. 1", "|a|", "zie|a|"]),
    ],
)
def test_a_group_between_brackets_is_read_as_pandoc_reads_it(text, found):
    assert show(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@a zegt", ["|@a|"]),
        ("@a [p. 3]", ["|@a|p. 3"]),
        ("@a[p. 3]", ["|@a|p. 3"]),
        ("@a\n[p. 3]", ["|@a|p. 3"]),
        ("@a [{p. 3; 4}]", ["|@a|p. 3; 4"]),
        ("@a [p. 3; zie @b, p. 4]", ["|@a|p. 3", "zie|b|p. 4"]),
        ("@a [zie @b]", ["|@a|", "zie|b|"]),
        ("@a [@a]", ["|@a|"]),
        ("@a [; @b]", ["|@a|", "|b|"]),
        ("-@a [p. 3]", ["|-a|p. 3"]),
        ("-@a", ["|-a|"]),
        ("x-@a", ["|@a|"]),
        ("@a [tekst](b.md)", ["|@a|"]),
        ("@a [tekst][b]", ["|@a|"]),
        ("@a [ ]", ["|@a|"]),
        ("@a [#hwc-scholen]", ["|@a|"]),
        ("@a [p. 3", ["|@a|"]),
        ("@a\n\n[p. 3]", ["|@a|"]),
        ("(@a), *@b* en **@c**.", ["|@a|", "|@b|", "|@c|"]),
        ("x_@a", ["|@a|"]),
    ],
)
def test_a_key_in_the_sentence_takes_the_brackets_behind_it(text, found):
    assert show(text) == found


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("@a.", "a"), ("@a.b.c;", "a.b.c"), ("@a--b", "a"), ("@a-b-", "a-b"), ("@_a_b", "_a_b"),
        ("@1a", "1a"), ("@a:b/c", "a:b/c"), ("@a's", "a"), ("@é", "é"), ("@a?b&c~d", "a?b&c~d"),
        ("@a**b**", "a"), ("@{a.b.}", "a.b."), ("@{a--b}", "a--b"), ("@a{p. 3}", "a"),
    ],
)  # fmt: skip
def test_a_key_ends_before_its_last_sign(written, key):
    (found,) = find_citations(written)

    assert found == Citation(key, "", 0, "", "narrative")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[@a @b]", [Malformed("@a @b", 1)]),
        ("[@a@b]", [Malformed("@a@b", 1)]),
        ("[@]", [Malformed("@", 1)]),
        ("[ @ a]", [Malformed("@ a", 2)]),
        ("[@-a]", [Malformed("@-a", 1)]),
        ("[@a,]", [Malformed("@a,", 1)]),
        ("[@a-]", [Malformed("@a-", 1)]),
        ("[@a{p. 3]", [Malformed("@a{p. 3", 1)]),
        ("[@a, p. {3}]", [Malformed("@a, p. {3}", 1)]),
        ("[@a;]", [Citation("a", "", 1), Malformed("", 4)]),
        ("[@a; b]", [Citation("a", "", 1), Malformed("b", 5)]),
        ("[@a | @b]", [Malformed("@a | @b", 1)]),
        ("| [@a | x] |", [Malformed("@a | x", 3)]),
        ("@{a b}", [Malformed("@{", 0)]),
        ("@a [p. {3]", [Malformed("p. {3", 4)]),
        ("zie [@a, p. 3", [Malformed("[@a", 4)]),
        ("[@a\n\nb]", [Malformed("[@a", 0)]),
        ("[@a\n- b]", [Malformed("[@a", 0)]),
        ("[@a](b.md)", [Malformed("@a", 1)]),
        ("[x @a](b.md)", [Malformed("@a", 3)]),
        ("[x [@a] y](b.md)", [Malformed("@a", 4)]),
        ("[@a][b]", [Malformed("@a", 1)]),
        ("![foto van @a](b.png)", [Malformed("@a", 11)]),
    ],
)
def test_what_an_editor_got_wrong_is_told_as_it_was_written(text, found):
    assert list(find_citations(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "", "`[@a]` en `@a`", "``[@a]``", "```\n[@a]\n```", "~~~\n\n@a\n\n~~~", "    [@a]",
        "\\@a", "[\\@a]", "\\[@a]", "\\[-@a]", "\\\\\\[@a]", "[x \\@a]",
        "mail a@b.nl", "[a@b.nl]", "[tekst](mailto:a@b.nl)", "<a@b.nl>", "a.@b", "@@a",
        "https://x.nl/@a", "[x](https://x.nl/?u=@a)", "[x](a \"@b\")", "[10 @ 5]", "om @ 9 uur",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_citation_is_left_alone(text):
    assert list(find_citations(text)) == []


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("Zie [@a, p. 12; -@b] en @c [zie @{d}].", [5, 17, 24, 32]),
        ("`code` [@a] `code`", [8]),
        ("een ` twee\n\n[@a] ` drie", [13]),
        ("\\\\[@a]", [3]),
        ("[@a][@b]: zo", [1, 5]),
        ("[x [@a] y] ([@b])", [4, 13]),
    ],
)
def test_a_citation_is_found_at_its_sign(text, offsets):
    assert [found.offset for found in find_citations(text)] == offsets


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("x [@a; @b] y", ["[@a; @b]"]),
        ("-@a [p. 3] en @b, want [@c][@d]", ["-@a [p. 3]", "@b", "[@c]", "[@d]"]),
        ("@a\n[p. 3]", ["@a\n[p. 3]"]),
    ],
)
def test_citations_that_stand_together_are_one_mark(text, marks):
    assert [text[mark.start : mark.end] for mark in find_marks(text)] == marks


def test_a_mark_with_a_part_that_cannot_be_read_shows_nothing():
    (mark,) = find_marks("[@a; b]")

    assert mark == Mark(0, 7, (Citation("a", "", 1), Malformed("b", 5)))
    assert mark.citations == ()
