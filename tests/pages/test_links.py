"""Links and images are found with their places, and what they point at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.links import Link, Target, find_links, resolve_target


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](b.md)", [Link(4, "b.md", "a", False)]),
        ("[a](b.md)!", [Link(4, "b.md", "a", False)]),
        ("x [a](b.md#c) y", [Link(6, "b.md#c", "a", False)]),
        ('[a](b.md "titel")', [Link(4, "b.md", "a", False)]),
        ("[a]( b.md )", [Link(5, "b.md", "a", False)]),
        ("[a](<b c.md>)", [Link(5, "b c.md", "a", False)]),
        ("[a](b_(c).md)", [Link(4, "b_(c).md", "a", False)]),
        ("[a\nb](c.md)", [Link(6, "c.md", "a\nb", False)]),
        ("[a [b] c](d.md)", [Link(10, "d.md", "a [b] c", False)]),
        ("[a](b.md)[c](d.md)", [Link(4, "b.md", "a", False), Link(13, "d.md", "c", False)]),
        ("![a](b.png)", [Link(5, "b.png", "a", True)]),
        ("![](b.png)", [Link(4, "b.png", "", True)]),
        (
            "[![a](b.png)](c.md)",
            [Link(6, "b.png", "a", True), Link(14, "c.md", "![a](b.png)", False)],
        ),
        ("[a][b]\n\n[b]: c.md\n", [Link(13, "c.md", "", False)]),
        ("[b]: <c.md> 'titel'", [Link(6, "c.md", "", False)]),
        ("[b]:\n  c.md (titel)", [Link(7, "c.md", "", False)]),
        ("> [b]: c.md", [Link(7, "c.md", "", False)]),
        ("- [b]: c.md\n10. > [d]: e.md", [Link(7, "c.md", "", False), Link(23, "e.md", "", False)]),
        ("[a]()", [Link(4, "", "a", False)]),
    ],
)
def test_a_link_is_found_where_its_target_stands(text, links):
    assert list(find_links(text)) == links


@pytest.mark.parametrize(
    "text",
    [
        "`[a](b.md)`", "```\n[a](b.md)\n```", "    [a](b.md)\n", r"\[a](b.md)", "[a\\](b.md)",
        "[a] (b.md)", "[@a]: dat is zo",
        "[a][b]", "[@a]", "[a@b.nl]", "<https://x.nl>", "a](b.md)", "(b.md)",
    ],
)  # fmt: skip
def test_what_is_no_link_is_not_found(text):
    assert list(find_links(text)) == []


@given(st.lists(st.sampled_from(["[", "]", "(", ")", "!", "`", "\\", "<", ">", ":", "a", "\n"])))
def test_no_text_makes_the_finder_fail(signs):
    text = "".join(signs)

    assert all(text[link.offset :].startswith(link.target) for link in find_links(text))


@pytest.mark.parametrize(
    "sign", ["[", "![", "`", "](", "[a](", "[a](<", "[x]: ", "[a](b(", "> ", "- ", "1."]
)
def test_a_hundred_thousand_signs_hold_no_link_that_leads_on(sign):
    links = list(find_links(sign * (100_000 // len(sign))))

    assert all(resolve_target("pages/a.md", link.target).kind != "page" for link in links)


@pytest.mark.parametrize(
    ("target", "kind", "path", "anchor"),
    [
        ("kosten.md", "page", "pages/map/kosten.md", ""),
        ("../kosten.md#per-jaar", "page", "pages/kosten.md", "per-jaar"),
        ("../../brieven/a.md", "page", "brieven/a.md", ""),
        ("#kop", "anchor", "pages/map/a.md", "kop"),
        ("../../beelden/x.png", "file", "beelden/x.png", ""),
        ("https://x.nl/#y", "elsewhere", "https://x.nl/#y", ""),
        ("HTTP://x.nl", "elsewhere", "HTTP://x.nl", ""),
        ("tel:112", "elsewhere", "tel:112", ""),
        ("mailto:a@b.nl", "elsewhere", "mailto:a@b.nl", ""),
        ("javascript:alert(1)", "refused", "javascript:alert(1)", ""),
        ("data:text/html,x", "refused", "data:text/html,x", ""),
        ("http://[bad", "refused", "http://[bad", ""),
        ("mijn gids.md", "refused", "mijn gids.md", ""),
        ("kosten.md 'mis", "refused", "kosten.md 'mis", ""),
        ("", "refused", "", ""),
        ("tel:", "refused", "tel:", ""),
        ("tel:abc", "refused", "tel:abc", ""),
        ("tel:0800 2000", "refused", "tel:0800 2000", ""),
        ("tel:+31343536040", "elsewhere", "tel:+31343536040", ""),
        ("https://", "refused", "https://", ""),
        ("https:pad", "refused", "https:pad", ""),
        ("/kosten/", "refused", "/kosten/", ""),
        ("//x.nl/a", "refused", "//x.nl/a", ""),
        ("../../../geheim.md", "refused", "../../../geheim.md", ""),
    ],
)
def test_a_target_means_a_page_a_file_an_anchor_or_another_site(target, kind, path, anchor):
    assert resolve_target("pages/map/a.md", target) == Target(kind, path, anchor)
