"""Reading a built page: what search sees and what it must not see."""

from pathlib import Path

import pytest

from plugins.search.document import (
    Section,
    find_article,
    find_document,
    find_url,
    read_documents,
)


def wrap(inner: str) -> str:
    attributes = 'data-search-document data-audience="a b" data-kind="gids"'
    return f"<main><article {attributes}>{inner}</article></main>"


def test_a_page_gives_its_parts():
    html = wrap(
        "<header><h1>Kosten &amp; baten</h1><p class='inleiding groot'>Wat het\n kost.</p></header>"
        "<div class='tekst'><p>Vooraf.</p><h2 id=kind>Per <em>kind</em></h2><p>Bedrag.</p></div>"
    )
    document = find_document(html, "/kosten/")
    assert document is not None
    assert document.url == "/kosten/"
    assert document.title == "Kosten & baten"
    assert document.summary == "Wat het kost."
    assert document.sections == (
        Section("", "", "", "", "Vooraf."),
        Section("kind", "h2", "Per kind", "", "Bedrag."),
    )
    assert (document.audiences, document.kind) == (("a", "b"), "gids")


@pytest.mark.parametrize(
    ("inner", "body"),
    [
        ("<p>een<em>heid</em></p>", "eenheid"),
        ("<p>een</p><p>twee</p>", "een twee"),
        ("<table><tr><td>een</td><td>twee</td></tr></table>", "een twee"),
        ("een<br>twee", "een twee"),
        ("een<wbr>heid", "eenheid"),
        ("<p>zie<p>ook<ul><li>dit<li>dat</ul>einde", "zie ook dit dat einde"),
        ("<p>ja</p><div data-search-skip><p>nee<br>nee</p></div><p>ja</p>", "ja ja"),
        ("ja<script>nee</script><style>nee</style><svg><title>nee</title></svg>", "ja"),
        ("ja<img src=x alt=nee><input value=nee>", "ja"),
        ("ja</section></table>ja", "jaja"),
        ("<!-- nee -->ja", "ja"),
        ("<h2>Zonder adres</h2><h4 id=klein>Klein</h4>ja", "Zonder adres Klein ja"),
        ("ja <span class=verwijzingen>(Augeo, 2026)</span>.", "ja."),
    ],
)
def test_text_of_the_body(inner, body):
    document = find_document(wrap(f"<h1>T</h1><div class=tekst>{inner}</div>"), "/")
    assert document is not None
    assert [section.text for section in document.sections] == [body]


def test_what_lies_outside_the_three_parts_is_not_read():
    document = find_document(wrap("<h1>T</h1><nav><h2>In het kort</h2>pad</nav>"), "/")
    assert document is not None
    assert document.sections == (Section("", "", "", "", ""),)


@pytest.mark.parametrize(
    ("inner", "body"),
    [
        ("<p>Meer bij <a href=x>de gids voor scholen</a>.</p>ja", "ja"),
        ("<p>Een zin die langer is dan <a href=x>de link</a> erin.</p>", None),
        ("<ul><li><a href=x>De gids</a>, met een lange uitleg erbij.<li>ja</ul>", "ja"),
        ("<ul><li><p><a href=x>De gids</a>, met een lange uitleg.</p></li></ul>ja", "ja"),
        ("<p><a class=cijfer href=x>meer dan 700 scholen</a></p>", "meer dan 700 scholen"),
    ],
)
def test_what_only_leads_elsewhere_is_not_read(inner, body):
    document = find_document(wrap(f"<h1>T</h1><div class=tekst>{inner}</div>"), "/")
    assert document is not None
    expected = body or "Een zin die langer is dan de link erin."
    assert [section.text for section in document.sections] == [expected]


def test_a_list_of_links_is_no_section_but_a_heading_above_others_is():
    html = (
        "<h2 id=a>Samen</h2><h3 id=b>B</h3>ja<h2 id=c>Verder lezen</h2>"
        "<ul><li><a href=x>Een</a><li><a href=y>Twee</a></ul>"
    )
    document = find_document(wrap(f"<h1>T</h1><div class=tekst>{html}</div>"), "/")
    assert document is not None
    assert [section.anchor for section in document.sections] == ["", "a", "b"]


def test_a_smaller_heading_knows_what_it_stands_under():
    html = "<h2 id=a>A a</h2>1<h3 id=b>B</h3>2<h3 id=c>C</h3>3<h2 id=d>D d</h2>4"
    document = find_document(wrap(f"<h1>T</h1><div class=tekst>{html}</div>"), "/")
    assert document is not None
    assert [(s.anchor, s.heading, s.above, s.text) for s in document.sections[1:]] == [
        ("a", "A a", "", "1"),
        ("b", "B", "A a", "2"),
        ("c", "C", "A a", "3"),
        ("d", "D d", "", "4"),
    ]


def test_a_term_with_an_address_is_a_section_and_its_letter_is_not_above_it():
    html = "<h2 id=letter-a>A</h2><dl><dt id=avg>AVG</dt><dd>Wet.</dd></dl>"
    document = find_document(wrap(f"<h1>T</h1><div class=tekst>{html}</div>"), "/")
    assert document is not None
    assert document.sections[-1] == Section("avg", "dt", "AVG", "", "Wet.")
    assert document.lists_terms


def test_a_page_without_a_search_document_is_not_indexed():
    assert find_document("<main><article><h1>Zoeken</h1></article></main>", "/zoeken/") is None


def test_only_the_first_search_document_counts():
    document = find_document(wrap("<h1>een</h1>") + wrap("<h1>twee</h1>"), "/")
    assert document is not None
    assert document.title == "een"


@pytest.mark.parametrize("html", ["", "<", "<article data-search-document", wrap("<h1>open")])
def test_broken_pages_raise_nothing(html):
    find_document(html, "/")


def test_addresses_follow_the_files():
    assert find_url(Path("index.html")) == "/"
    assert find_url(Path("a/b/index.html")) == "/a/b/"
    assert find_url(Path("a/los.html")) == "/a/los.html"


def test_pages_are_read_by_address_without_the_page_for_nothing_found(site):
    urls = [document.url for document in read_documents(site.output)]
    assert urls == sorted(urls)
    assert "/kosten/" in urls
    assert "/404.html" not in urls
    assert "/zoeken/" not in urls


ARTICLE = "<article data-search-document>b</article>"


@pytest.mark.parametrize(
    ("html", "article"),
    [
        ("<p>a</p><article data-search-document>b</article>c", ARTICLE),
        (
            "<nav></nav><article class=x data-search-document>b",
            "<article class=x data-search-document>b",
        ),
        ("<article>a</article><p>b</p>", ""),
        ("", ""),
        # Markup that is not the theme's is left to the parser as it is.
        ("<main data-search-document>b</main>", None),
        (f"<p>data-search-document</p>{ARTICLE}", None),
        ("<!-- <article data-search-document>a --><article data-search-document>b", None),
    ],
)
def test_the_article_of_a_page(html, article):
    assert find_article(html) == (html if article is None else article)


def test_a_comment_with_an_article_is_no_page():
    html = f"<!-- {ARTICLE} --><article data-search-document><h1>B</h1>"
    assert find_document(find_article(html), "/").title == "B"
