"""Each vector is refused at its line, wherever it is typed; what only looks like markup is not."""

import re

import pytest

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields
from plugins.pages.check_text import check_text
from plugins.pages.markdown import Renderer
from plugins.pages.page import Page, find_page
from tests.safety.arena import read_vectors

FIELDS = Fields((), 1, 1)
FRONT = "---\ntitel: Kosten\n---\n"
# No browser reads these as markup; they come out as the text that was typed.
TEXT = {"utf-7", "full-width", "curly-braces", "attribute-handler"}
PLACES = {
    "a paragraph": "Zin.\n\n{}\n",
    "the middle of a sentence": "Zin.\n\nWoord {} woord.\n",
    "a heading": "Zin.\n\n## {}\n",
    "an item": "Zin.\n\n- {}\n",
    "a quotation": "Zin.\n\n> {}\n",
    "a call-out": 'Zin.\n\n!!! kern "{}"\n    tekst\n',
    "a definition": "Begrip\n\n:   {}\n",
    "a cell": "| a | b |\n|---|---|\n| {} | b |\n",
    "a description": "Zin.\n\n![{}](x.png)\n",
    "the title of a link": 'Zin.\n\n[a](b.md "{}")\n',
}


def find_lines(text: str) -> set[int]:
    """Return the lines of a page's problems; the first line for a page that is not read at all."""
    page = find_page("pages/a.md", Source("content/pages/a.md", text))
    return {problem.line for problem in check_text(page)} if isinstance(page, Page) else {6}


@pytest.mark.parametrize("place", PLACES)
def test_every_vector_is_reported_on_its_line(place):
    line = 6
    missed = [
        one.name
        for one in read_vectors()
        if one.name not in TEXT
        and line not in find_lines(FRONT + PLACES[place].format(one.markup.replace("\n", " ")))
    ]
    assert missed == []


@pytest.mark.parametrize("field", ["titel: '{}'", "titel: x\nsamenvatting: >-\n  Zin {}"])
def test_every_vector_is_reported_in_a_field(field):
    fields = {one.name: field.format(one.markup.replace("'", "''")) for one in read_vectors()}
    missed = [
        name
        for name, text in fields.items()
        if name not in TEXT and not find_lines(f"---\n{text}\n---\nTekst.\n") & {2, 3, 4, 6}
    ]
    assert missed == []


@pytest.mark.parametrize(
    "value",
    [
        r'"\x3cscript>alert(1)\x3c/script>"',
        r'"\u003Cimg src=x onerror=alert(1)>"',
        r'"<\x73cript>alert(1)</script>"',
        r'"\U0000003cb>"',
        '"<\\\n  script>alert(1)</script>"',
    ],
)
def test_no_escape_of_yaml_hides_it(value):
    assert 2 in find_lines(f"---\ntitel: {value}\n---\nTekst.\n")


@pytest.mark.parametrize("name", sorted(TEXT))
def test_what_no_browser_reads_as_markup_is_innocent(name):
    (vector,) = (one for one in read_vectors() if one.name == name)

    assert find_lines(f"{FRONT}Zin.\n\n{vector.markup}\n") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Als a < b, en b > a, dan is a <b en <c.",
        "Minder dan <5 kinderen, of <3, en </3.",
        "Zie <https://www.rijksoverheid.nl/a?b=c&d=e> en <info@voorbeeld.nl>.",
        "Zo schrijft u `<script>alert(1)</script>` op een pagina.",
        "```html\n<script>alert(1)</script>\n```",
        "Een [link](<map/een naam.md>).",
        "5 > 3 & 2 < 4; AT&T; &lt;script&gt; en &copy; 2026.",
        "Sjablonen als {{ naam }} en {% if x %} zijn hier tekst.",
    ],
)
def test_text_that_looks_like_markup_is_innocent(text):
    assert find_lines(f"{FRONT}Zin.\n\n{text}\n") == set()


@pytest.mark.parametrize("vector", read_vectors(), ids=lambda one: one.name)
def test_a_vector_that_is_let_through_comes_out_as_text(vector):
    source = Source("content/pages/a.md", f"Zin {vector.markup}\n\n{vector.markup}\n")

    html = Renderer().render(Page("pages/a.md", source, FIELDS, 0)).html

    assert set(re.findall(r"<(/?[a-z0-9]+)", html)) <= {"p", "/p", "a", "/a", "code", "/code"}
    assert not re.search(r"<[^>]*\son|<[^>]*javascript", html, re.I)


def test_no_template_in_a_text_is_ever_evaluated():
    source = Source(
        "content/pages/a.md", "{{ 7+7 }} {% raw %} {filename}/a.md |static|x ${7+7} #{7+7}"
    )

    html = Renderer().render(Page("pages/a.md", source, FIELDS, 0)).html

    assert html == "<p>{{ 7+7 }} {% raw %} {filename}/a.md |static|x ${7+7} #{7+7}</p>"


def test_a_form_feed_between_attributes_is_refused_when_the_file_is_read(tmp_path):
    (tmp_path / "a.md").write_text("<img\fsrc=x\fonerror=alert(1)>", encoding="utf-8")

    found = read_source(tmp_path, tmp_path / "a.md")

    assert isinstance(found, Problem)
    assert found.code == "BST002"
