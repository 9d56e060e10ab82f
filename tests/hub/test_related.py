"""Pages that belong together."""

from plugins.hub.related import find_related

MARKS = {
    "a.md": frozenset({(0, "brief"), (1, "meldcode")}),
    "b.md": frozenset({(0, "brief"), (1, "meldcode")}),
    "c.md": frozenset({(0, "brief"), (1, "opvang")}),
    "d.md": frozenset({(0, "brief")}),
    "e.md": frozenset({(1, "opvang"), (0, "kamer")}),
}


def test_pages_that_share_rare_things_come_first():
    assert find_related(MARKS, {})["a.md"] == ("b.md", "d.md", "c.md")


def test_a_page_that_the_frame_links_to_already_is_left_out():
    assert find_related(MARKS, {"a.md": frozenset({"b.md"})})["a.md"] == ("d.md", "c.md")


def test_a_page_that_shares_nothing_has_no_related_pages():
    marks = {"a.md": frozenset({(0, "x")}), "b.md": frozenset({(0, "y")})}

    assert find_related(marks, {})["a.md"] == ()


def test_what_every_page_has_relates_none():
    every = {f"{number}.md": frozenset({(0, "brief")}) for number in range(4)}

    assert set(find_related(every, {}).values()) == {()}


def test_what_too_many_pages_share_is_left_out():
    many = {f"{number:03}.md": frozenset({(0, "veel")}) for number in range(101)}

    assert find_related({**many, "x.md": frozenset({(0, "anders")})}, {})["000.md"] == ()
