"""Marks of the model become tables and lists, whose texts are still Markdown."""

import re

import pytest
from markdown import markdown

from plugins.core.source import Source
from plugins.costs.mark import check_marks, has_marks
from plugins.costs.markdown import PLACE, CostExtension
from tests.costs.sample import GOOD, REGISTER, costs_of


def render(text: str, model: str = GOOD) -> str:
    extension = CostExtension(costs_of(model).model, REGISTER)
    return markdown(text, extensions=["tables", extension], output_format="html")


def read_rows(html: str) -> list[list[str]]:
    """Return the texts of the cells, row by row."""
    rows = re.findall(r"<tr.*?</tr>", html, re.S)
    return [
        [re.sub(r"<[^>]*>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in rows
    ]


def test_examples_are_worked_out_by_the_model():
    assert read_rows(render("[€voorbeelden]")) == [
        ["Wat", "Klein", "Groot"],
        ["Signalen per jaar", "8–32", "1.200–4.800"],
        # 26 × 2–3, and 26 × 2–3 again, and 8–32 × 0–5 ÷ 60.
        ["Uren, eerste jaar", "104–158,7", "104–556"],
        ["Uren, elk volgend jaar", "104–158,7", "104–556"],
        ["Euro’s per jaar", "–", "€ 500"],
    ]


def test_each_post_is_a_sum_in_words():
    html = render("Tekst.\n\n[€sommen]\n\nMeer.")
    assert "<li><strong>Rest.</strong> (weken − weken startfase) × uren per week</li>" in html
    assert "<strong>Leerplicht.</strong> Signalen per jaar × minuten ÷ 60</li>" in html


def test_every_number_that_is_filled_in_says_where_it_comes_from():
    rows = read_rows(render("[€aannames]"))
    assert rows[0] == ["Waar de som van uitgaat", "Getal", "Waar het vandaan komt"]
    assert rows[1:] == [
        ["Signalen per school", "1–4", "Aanname. Een schatting van [#uren-start]."],
        ["Hoeveel weken?", "52", "Aanname. Een jaar."],
        ["Hoeveel weken start?", "26", "Aanname. Een half jaar."],
        ["Hoeveel uren?", "2–3", "Register: 2–3 uur per week."],
        [
            "Hoeveel minuten?",
            "0–5",
            "Register: minder dan 5 minuten per signaal. De bron geeft een bovengrens.",
        ],
    ]


def test_a_reason_is_markdown_and_a_name_is_not():
    text = GOOD.replace("Een jaar.", "Een *jaar*.").replace("Hoeveel weken?", "Hoeveel *weken*?")
    html = render("[€aannames]", text)
    assert "Een <em>jaar</em>." in html
    assert "Hoeveel *weken*?" in html


def test_the_calculator_gets_its_place():
    assert render("Een.\n\n[€rekenhulp]\n\nTwee.") == f"<p>Een.</p>\n{PLACE}\n<p>Twee.</p>"


@pytest.mark.parametrize("text", ["Zie [€voorbeelden].", "[€niets]", "`[€sommen]`", "[€ 5]"])
def test_anything_else_stays_as_typed(text):
    assert "<table" not in render(text)
    assert "[€" in render(text)


def test_without_a_model_a_mark_stays_as_typed():
    assert render("[€voorbeelden]", "") == "<p>[€voorbeelden]</p>"


@pytest.mark.parametrize(
    ("text", "template", "message"),
    [
        ("Een.\n\n[€voorbelden]\n", "page", "«[€voorbelden]» staat voor niets"),
        (
            "Een.\n\n[€rekenhulp]\n",
            "page",
            "de rekenhulp kan alleen op een pagina met «sjabloon: kosten»",
        ),
        ("[€sommen]\n\n[€sommen]\n", "page", "«[€sommen]» staat er twee keer"),
        (
            "Een.\n\n[€sommen] in een zin.\n",
            "page",
            "«[€sommen]» kan niet in een regel met andere tekst staan",
        ),
    ],
)
def test_a_mark_that_leads_nowhere_is_told_at_its_line(text, template, message):
    [problem] = check_marks(Source("content/pages/a.md", text), 0, template, costs_of())
    assert (problem.line, problem.column, problem.code) == (3, 1, "KOS005")
    assert problem.message == message


def test_a_mark_needs_the_file(tmp_path):
    from plugins.costs.file import read_costs

    source = Source("content/pages/a.md", "[€sommen]\n")
    [problem] = check_marks(source, 0, "page", read_costs(tmp_path))
    assert problem.message == "voor «[€sommen]» is kosten.yaml nodig, en dat ontbreekt"


def test_marks_in_code_and_in_sentences_are_none():
    text = "```\n[€fout]\n```\n\nZie `[€fout]` en [€fout].\n\n[€sommen]\n\n[€rekenhulp]\n"
    assert not list(check_marks(Source("a.md", text), 0, "kosten", costs_of()))
    assert has_marks(text)
    assert not has_marks("```\n[€sommen]\n```\n")
