"""Marks of clauses as a page shows them."""

from pathlib import Path

import pytest
from markdown import Markdown

from plugins.coalition.lexicon import Lexicon, Subject
from plugins.coalition.mark import BUILDER, Mark
from plugins.coalition.markdown import CoalitionExtension, render_mark, render_place
from plugins.core.source import Source
from plugins.core.yaml import Fields
from tests.coalition.conftest import find_small

SMALL = find_small((Path(__file__).parent / "small.yaml").read_text(encoding="utf-8"))
SUBJECT = Subject("een", ("Staat het er?", "Overal?"), (), Fields((), 1, 1))
LEXICON = Lexicon((), (SUBJECT,), None, Source("content/toets-uw-tekst.yaml", ""), ())


def render(text: str) -> str:
    extensions = ["fenced_code", "attr_list", "admonition", CoalitionExtension(SMALL, LEXICON)]
    return Markdown(extensions=extensions).convert(text)


def lines(name: str, variant: str = "") -> tuple[str, ...]:
    return render_mark(Mark(name, variant), SMALL, LEXICON)


def test_a_variant_is_a_quotation_with_the_deadline_of_the_start():
    assert lines("een", "gewoon") == (
        "> Wij geven binnen een dag steun in [naam gemeente].",
        ">",
        "> Het bericht is er meteen.",
    )


def test_a_form_is_a_whole_text_of_the_start():
    assert lines("motie") == (
        "> De raad van [naam gemeente],", ">", "> overwegende dat:", ">",
        "> - reden;", "> - nog een reden;", "> - reden van twee;", ">",
        "> verzoekt:", ">", "> 1. binnen een dag te helpen;", "> 1. te letten op twee;",
    )  # fmt: skip


def test_a_clause_tells_its_promise_its_variants_and_its_caveat():
    html = render("## Een\n\n[=een]\n")

    assert "<strong>Belooft:</strong> iets." in html
    assert '<h3 id="een-kort">Een, kort</h3>' in html
    assert html.count("<blockquote>") == 3
    assert '<p class="admonition-title">Voorbehoud bij: een</p>' in html


def test_the_deadlines_and_the_list_to_check_are_lists():
    assert lines("termijnen")[0] == "- **snel.** Dat is snel. [@a]"
    assert lines("nalooplijst") == ("### Een {#een}", "", "- Staat het er?", "- Overal?")


def test_the_place_of_the_builder_is_what_its_template_looks_for():
    assert render("a\n\n[=bouwer]\n\nb") == f"<p>a</p>\n{render_place(BUILDER)}\n<p>b</p>"


@pytest.mark.parametrize("name", ["drie", "brief", "", "een, lang"])
def test_what_nobody_knows_stays_as_typed(name):
    assert render(f"[={name}]") == f"<p>[={name}]</p>"


def test_a_mark_in_code_is_an_example():
    assert "[=een]" in render("```\n[=een]\n```\n")
    assert render("`[=een]`") == "<p><code>[=een]</code></p>"
