"""Pages that belong together."""

from plugins.hub.related import find_related

MARKS = {
    "a.md": frozenset({"bron:brief", "term:meldcode"}),
    "b.md": frozenset({"bron:brief", "term:meldcode"}),
    "c.md": frozenset({"bron:brief", "term:opvang"}),
    "d.md": frozenset({"bron:brief"}),
    "e.md": frozenset({"term:opvang", "bron:kamer"}),
}


def test_pages_that_share_rare_things_come_first():
    assert find_related(MARKS, {})["a.md"] == ("b.md", "d.md", "c.md")


def test_a_page_that_the_frame_links_to_already_is_left_out():
    assert find_related(MARKS, {"a.md": frozenset({"b.md"})})["a.md"] == ("d.md", "c.md")


def test_a_page_that_shares_nothing_has_no_related_pages():
    assert find_related({"a.md": frozenset({"x"}), "b.md": frozenset({"y"})}, {})["a.md"] == ()


def test_what_every_page_has_relates_none():
    every = {f"{number}.md": frozenset({"bron:brief"}) for number in range(4)}

    assert set(find_related(every, {}).values()) == {()}


def test_what_too_many_pages_share_is_left_out():
    many = {f"{number:03}.md": frozenset({"veel"}) for number in range(101)}

    assert find_related({**many, "x.md": frozenset({"anders"})}, {})["000.md"] == ()
