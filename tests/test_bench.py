"""The bench's own arithmetic: what it makes up, how it measures, and what it says of a run."""

import re
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from benchmarks.bars import AGAIN, COLD, EDIT, SHOWN, START, find_bars
from benchmarks.content import write_project
from benchmarks.measure import CommandError, Cost, find_median, measure
from benchmarks.peer_files import write_hugo, write_mkdocs, write_pelican
from benchmarks.peers import HUGO, MKDOCS
from benchmarks.plot import render_plot
from benchmarks.results import OURS, Results, Row, read_results, write_results
from benchmarks.run import DOCUMENT, LARGEST, OptionError, Options, read_options
from benchmarks.table import BEGIN, END, put_table, render_results
from benchmarks.texts import make_texts
from plugins.checks.hub import check_every_html, check_hub
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from tests.test_sites import read_tree

EMPTY = Results("2026-11-22", "een machine", 0.5, {"Python": "3.11"})


def row(what: str, pages: int, *seconds: float, who: str = OURS, peak: float = 100.0) -> Row:
    """A row whose clock is twice its processor."""
    return Row(what, who, pages, tuple(Cost(2 * one, one, peak) for one in seconds))


FULL = EMPTY.add((
    row(COLD, 1_000, 3.0, 5.0, 4.0), row(COLD, 1_000, 2.0, 2.0, 4.0, who=HUGO),
    row(COLD, 1_000, 40.0, 41.0, 42.0, who=MKDOCS), row(COLD, 10_000, 30.0, peak=1300.0),
    row(EDIT, 1_000, 0.4), row(AGAIN, 1_000, 0.6, 0.7), row(START, 1_000, 0.5, 0.5),
    row(SHOWN, 1_000, 0.05),
))  # fmt: skip


def find_finding(results: Results, name: str):
    (found,) = (found for bar in find_bars() if name in (found := bar.judge(results)).bar)
    return found


# What it makes up


def test_the_same_number_of_pages_gives_the_same_texts_and_more_pages_more_words():
    assert list(make_texts(30)) == list(make_texts(30))
    few, many = (
        {word for text in make_texts(count) for word in text.sections[0].first.split()}
        for count in (10, 100)
    )
    assert len(many) > 3 * len(few)


def test_in_the_hub_that_is_made_up_nothing_is_wrong(tmp_path):
    project = write_project(tmp_path / "hub", 26)
    rendered = render_hub(read_hub(project / "content"), "")
    today = rendered.hub.reading.pages[0].date("gecontroleerd")
    assert today is not None
    problems = (*check_hub(rendered, today), *check_every_html(rendered))
    assert [problem for problem in problems if problem.stops] == []
    assert len(rendered.hub.reading.pages) == 26 + 9


@pytest.mark.parametrize("write", [write_hugo, write_mkdocs, write_pelican])
def test_every_generator_gets_the_same_words_and_links(write, tmp_path):
    write(tmp_path / "peer", 30)
    pages = [
        data.decode() for name, data in read_tree(tmp_path / "peer").items() if name.endswith(".md")
    ]
    for text in make_texts(30):
        found = [page for page in pages if text.sections[0].first in page]
        assert len(found) == 1
        assert all(item in found[0] for section in text.sections for item in section.items)
        assert found[0].count("[het stuk](") == 4


# How it measures


def test_a_command_is_measured_with_its_children(tmp_path):
    child = "b = bytearray(80_000_000); sum(range(3_000_000))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{child}'])"
    cost = measure([sys.executable, "-c", parent], tmp_path)
    assert cost.peak > 80
    assert cost.cpu > 0
    assert cost.wall > 0


def test_what_this_process_holds_does_not_count(tmp_path):
    held = bytearray(150_000_000)
    cost = measure([sys.executable, "-I", "-S", "-c", "pass"], tmp_path)
    assert len(held) / 1e6 > 3 * cost.peak


def test_a_command_that_fails_tells_what_it_said(tmp_path):
    with pytest.raises(CommandError, match="dat gaat niet"):
        measure([sys.executable, "-c", "raise SystemExit('dat gaat niet')"], tmp_path)


def test_costs_add_up_and_the_peak_is_that_of_the_largest():
    assert Cost(1, 2, 30) + Cost(10, 20, 3) == Cost(11, 22, 30)
    assert find_median([Cost(1, 9, 5), Cost(2, 8, 6), Cost(9, 1, 7)]) == Cost(2, 8, 6)


# What it says of a run


@pytest.mark.parametrize(
    ("name", "found", "holds"),
    [
        (HUGO, (("cpu", "1.50×"), ("wall", "1.50×")), True),  # the median of pairs, not of medians
        (MKDOCS, (("cpu", "0.10×"), ("wall", "0.10×")), True),
        ("10,000 pages to 1,000", (("cpu", "7.50×"), ("wall", "7.50×")), True),
        (f"memory of a {COLD}, 10,000", (("peak", "1300 MB"),), False),
        (f"{EDIT}, fresh", (("cpu", "0.40 s"),), True),
        (AGAIN, (("cpu", "0.15 s"), ("wall", "0.30 s")), True),
        (f"{SHOWN}, 1,000", (("wall", "100 ms"),), True),
        (f"{SHOWN}, 5,000", (), None),
    ],
)
def test_a_bar_is_judged_by_what_was_measured(name, found, holds):
    finding = find_finding(FULL, name)
    assert finding.found == found
    assert finding.holds is holds


def test_results_are_the_same_after_writing_and_reading(tmp_path):
    write_results(tmp_path / "kept/bench.json", FULL)
    assert read_results(tmp_path / "kept/bench.json") == FULL


def test_a_thing_that_is_measured_again_takes_the_place_of_the_older_one():
    again = FULL.add([row(EDIT, 1_000, 9.0)])
    assert len(again.rows) == len(FULL.rows)
    assert find_finding(again, f"{EDIT}, fresh").holds is False


def test_the_table_stands_between_its_marks_and_nothing_else_changes():
    document = f"Boven.\n\n{BEGIN}\noud\n{END}\n\nOnder.\n"
    text = put_table(document, FULL)
    assert text.startswith(f"Boven.\n\n{BEGIN}\n")
    assert text.endswith(f"{END}\n\nOnder.\n")
    assert "oud" not in text
    assert "| 1,000 | Hugo + Pagefind | 2.00 s | 4.00 s | 100 MB | 1.50× | 1.50× |" in text
    assert put_table(text, FULL) == text
    with pytest.raises(ValueError, match="lacks"):
        put_table("Zonder merken.", FULL)


def test_a_table_has_as_many_cells_in_each_line():
    for table in render_results(FULL).split("\n\n")[1:]:
        assert len({line.count("|") for line in table.strip().splitlines()}) == 1


def test_the_document_has_the_marks_for_the_table():
    assert put_table(DOCUMENT.read_text(encoding="utf-8"), FULL)


def test_the_picture_tells_its_numbers_in_words_and_has_no_style_of_its_own():
    picture = render_plot(replace(FULL, machine="<&>"))
    root = ElementTree.fromstring(picture)
    title, desc, *_ = (child.text for child in root)
    assert title == "Cold builds, in seconds"
    assert f"1,000 pages: {HUGO} 2.0 s of processor, 4.0 s by the clock; {OURS} 4.0 s" in desc
    assert not re.search(r"style|<script|href", picture)
    widths = [float(bar.get("width")) for bar in root if bar.get("height") == "13"]
    assert max(widths) <= 760 - 210 - 90


# What may be asked


@pytest.mark.parametrize(
    ("parts", "sizes", "rounds", "told"),
    [
        (["alles"], [], 3, "«alles» is niet te meten. Kies uit: bouw, wijziging"),
        ([], ["veel"], 3, "«veel» kan niet: kies 25 tot 10000 pagina's."),
        ([], [str(LARGEST + 1)], 3, "kan niet"),
        ([], [], 0, "ten minste één keer"),
    ],
)
def test_what_cannot_be_measured_is_refused(parts, sizes, rounds, told):
    with pytest.raises(OptionError, match=re.escape(told)):
        read_options(parts, sizes, Options(rounds=rounds))


def test_what_is_not_named_is_all_of_it():
    assert read_options([], [], Options()) == Options()
    assert read_options(["bouw"], ["1000", "200", "200"], Options()).sizes == (200, 1000)
