"""The test of a text: what it says of drafts that were judged by people."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from plugins.coalition.clause import Choices
from plugins.coalition.export import build_blocks

HERE = Path(__file__).parent
SUBJECTS = ("ambitie", "doel", "apart-spreken", "keten", "sturen")
# Judged before any rule was written, by someone who never saw one.
EXPECTED = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
SENTENCES = yaml.safe_load((HERE / "sentences.yaml").read_text(encoding="utf-8"))
AGREED = 120  # of 140; a rule that gets fewer right has become worse
FALSELY_PRESENT = 1  # what a councillor would wrongly believe to have promised


@cache
def read_draft(name: str) -> str:
    return (HERE / "drafts" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def marks(judge):
    """Each pair of the mark that people gave and the one of the test, by draft and subject."""
    names = sorted(EXPECTED)
    found = judge(*map(read_draft, names))
    return {
        (name, verdict["id"]): (EXPECTED[name][verdict["id"]]["oordeel"], verdict["mark"])
        for name, verdicts in zip(names, found, strict=True)
        for verdict in verdicts
    }


def test_every_draft_is_judged_on_all_five(marks):
    drafts = sorted(path.name for path in (HERE / "drafts").glob("*.txt"))
    assert len(drafts) == 28
    assert set(marks) == {(name, subject) for name in drafts for subject in SUBJECTS}


def test_hardly_anything_is_said_to_be_there_that_is_not(marks):
    false = [one for one, (wanted, got) in marks.items() if got == "aanwezig" != wanted]
    assert len(false) <= FALSELY_PRESENT, false


def test_most_marks_are_those_that_people_gave(marks):
    differing = [f"{one}: {wanted}, {got}" for one, (wanted, got) in marks.items() if wanted != got]
    assert len(marks) - len(differing) >= AGREED, "\n".join(differing)


def test_what_is_there_is_never_said_to_be_absent_without_cause(marks):
    confusion = Counter(marks.values())
    assert confusion["aanwezig", "afwezig"] <= 3
    assert confusion["afwezig", "aanwezig"] == 0


def test_the_sentences_that_the_rules_were_made_on_get_their_marks(judge):
    found = judge(*(case["tekst"] for case in SENTENCES))
    differing = [
        f"{subject}: {case[subject]}, {got}: {case['tekst']}"
        for case, verdicts in zip(SENTENCES, found, strict=True)
        for subject, got in ((one["id"], one["mark"]) for one in verdicts)
        if case.get(subject, got) != got
    ]
    assert differing == []


@pytest.mark.parametrize("form", ["akkoord", "motie"])
@pytest.mark.parametrize("variant", ["kort", "gewoon", "uitgebreid"])
def test_the_hub_s_own_text_holds_all_that_it_promises(judge, coalition, fill, form, variant):
    choices = Choices(form, "48-uur", dict.fromkeys(SUBJECTS, variant), "Dorp")
    blocks = build_blocks(coalition, choices, fill)

    (verdicts,) = judge("\n\n".join(block["tekst"] for block in blocks))

    assert {one["id"]: one["mark"] for one in verdicts} == dict.fromkeys(SUBJECTS, "aanwezig")


def test_the_words_that_counted_stand_in_the_text_where_they_are_said_to_stand(judge):
    text = "Inleiding. Wij willen dat kin-\n deren na hui\u00adselijk geweld waar mogelijk steun "
    text += "krijgen."

    (verdicts,) = judge(text)

    (ambition, *_) = verdicts
    (passage,) = ambition["passages"]
    shown = text[passage["start"] : passage["end"]]
    assert shown == text[len("Inleiding. ") : -1]
    found = {text[span["start"] : span["end"]] for span in passage["found"]}
    assert {"kin-\n deren", "hui\u00adselijk geweld", "steun krijgen"} & found
    weak = {text[span["start"] : span["end"]] for span in passage["weak"]}
    assert weak == {"waar mogelijk"}
    assert ambition["mark"] == "half"


ODD = (
    "",
    " \n\n ",
    "....;;;!!!",
    "<script>alert(1)</script> <b>kind</b>",
    "kind " * 40_000,
    "thuis … geweld " * 10_000,
    "geen niet geen " * 10_000,
    "a" * 200_000,
    "\n- " * 60_000,
    "Dat niet. " * 20_000,
    "\u0000\U0001f600\u202e",
)


def test_odd_texts_hold_nothing_and_break_nothing(judge):
    for verdicts in judge(*ODD):
        assert [one["id"] for one in verdicts] == list(SUBJECTS)
        assert "aanwezig" not in {one["mark"] for one in verdicts}
