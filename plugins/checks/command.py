"""The chore `invoke check`: checks the content, tells what is wrong, mends what a program may."""

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.checks.content import (
    QuestionError,
    find_asked,
    read_texts,
    write_changes,
    write_clean_files,
)
from plugins.checks.fix import Change, find_changes, render_diff
from plugins.checks.formats import FORMATS
from plugins.checks.hub import check_hub
from plugins.checks.report import render_closing, stops_publish
from plugins.checks.secret import find_hiding, hide_in_problems
from plugins.core.memory import Memory
from plugins.core.problem import Problem
from plugins.hub.hub import Hub, read_hub
from plugins.hub.rendering import render_hub
from plugins.pages.address import find_base

_FOR_PEOPLE = ("text", "github")  # formats that close with a sentence; the others are data
# What a check asks of every page, if of any; of the rest a build knows what is still needed.
_ASKED_OF_ALL = ("read", "checked", "mentions", "uses", "sources")


@dataclass(frozen=True, slots=True)
class Question:
    """What someone asks of the checks.

    `only` and `first` name files: only their problems are told, or theirs first.
    """

    only: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    format: str = "text"
    fix: bool = False


def run_check(project: Path, question: Question, today: date) -> int:
    """Check the content of `project` and print what is wrong; return the exit code.

    It is 0 when the content can be published, 1 when it cannot, 2 when it could not be checked.
    The report goes to standard output, all else to standard error.
    """
    root = project / "content"
    try:
        asked = _read_question(root, question)
        return _check(root, question, asked, today)
    except BrokenPipeError:  # who reads the report has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except QuestionError as error:
        _say(str(error))
    except OSError as error:
        _say(f"{error.filename or root}: hier kan de controle niet bij ({error.strerror}).")
    except Exception:
        import traceback  # takes time to load, and nearly never comes to this

        traceback.print_exc()
        _say("De controle is zelf stukgelopen; dit is geen fout in uw tekst.")
        _say("Meld het met de regels hierboven.")
    return 2


def _read_question(root: Path, question: Question) -> frozenset[str] | None:
    """Return the files whose problems are asked for, None for all; raise for what cannot be."""
    if question.format not in FORMATS:
        choices = ", ".join(FORMATS)
        raise QuestionError(f"«{question.format}» kan niet bij --format: kies uit {choices}.")
    if not root.is_dir():
        raise QuestionError(f"{root.name}/: deze map ontbreekt.")
    return find_asked(root, question.only) if question.only else None


def _check(root: Path, question: Question, asked: frozenset[str] | None, today: date) -> int:
    hub, problems = _find_problems(root, asked, today)
    if question.fix and _mend(root, hub, problems):
        hub, problems = _find_problems(root, asked, today)
    first = _find_known(root, question.first)
    order = sorted(problems, key=lambda one: (not one.stops, one.file not in first))
    _print_report(root, question, hub, tuple(order))
    return int(stops_publish(problems))


def _find_problems(
    root: Path, asked: frozenset[str] | None, today: date
) -> tuple[Hub, tuple[Problem, ...]]:
    memory = Memory(root.parent / ".build" / "cache")
    hub = read_hub(root, memory)
    base = find_base(hub.region.region.adres)  # as in a build, for its memory
    problems = check_hub(render_hub(hub, base, memory), today, asked)
    if asked is None:  # what a few files ask for is made as fast as it is written
        memory.close(*_ASKED_OF_ALL)
        memory.save(forget=False)
    return hub, problems


def _find_known(root: Path, names: tuple[str, ...]) -> frozenset[str]:
    """Return the files that `names` mean; a list of changes may name what is gone, or elsewhere."""
    found: set[str] = set()
    for name in names:
        try:
            found |= find_asked(root, (name,))
        except QuestionError:
            continue
    return frozenset(found)


def _mend(root: Path, hub: Hub, problems: tuple[Problem, ...]) -> bool:
    """Show and make the changes that the fixes ask for; tell whether there were any."""
    texts = read_texts(root, {problem.file for problem in problems if problem.fix})
    changes = find_changes(problems, texts)
    cleaned = write_clean_files(root, problems)
    if not changes and not cleaned:
        _say("Er is niets dat vanzelf te verbeteren is.")
        return False
    _say("\n".join((render_diff(_hide_in(changes, hub)), *cleaned)).strip("\n"))
    write_changes(root, changes)
    count = len(changes) + len(cleaned)
    noun = "bestand" if count == 1 else "bestanden"
    _say(f"Verbeterd: {count} {noun}. Bekijk het met «git diff».\n")
    return True


def _hide_in(changes: tuple[Change, ...], hub: Hub) -> tuple[Change, ...]:
    """Return the changes as they may be shown."""
    before = find_hiding(hub, {change.file: change.before for change in changes})
    after = find_hiding(hub, {change.file: change.after for change in changes})
    return tuple(Change(one.file, before[one.file].text, after[one.file].text) for one in changes)


def _print_report(root: Path, question: Question, hub: Hub, problems: tuple[Problem, ...]) -> None:
    texts = read_texts(root, {problem.file for problem in problems})
    hidden = find_hiding(hub, texts)
    lines = {file: hiding.text.split("\n") for file, hiding in hidden.items()}
    report = FORMATS[question.format](hide_in_problems(problems, hidden), lines)
    if report:
        print(_encodable(report))
    if question.format in _FOR_PEOPLE:
        what = "Wat u liet nakijken is" if question.only else "De inhoud is"
        print(render_closing(problems, what))
        if any(problem.fix or problem.clean for problem in problems):
            print("Wat een programma kan verbeteren, doet «invoke check --fix».")


def _encodable(text: str) -> str:
    """Return `text` with a sign for what is none: a file name may hold bytes that are no text."""
    return text.encode(errors="replace").decode()


def _say(sentence: str) -> None:
    print(_encodable(sentence), file=sys.stderr)
