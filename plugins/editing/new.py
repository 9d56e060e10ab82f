"""Makes a page, or an entry in a data file, that passes every check: tried in a copy of the content
first, then written; never over anything that is there.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.checks.hub import check_hub
from plugins.core.files import read_source
from plugins.core.problem import Problem, render_problem
from plugins.core.slug import find_slug
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields
from plugins.editing.answers import Ask, RefusedError, find_answers, find_given
from plugins.editing.entry import render_item, render_page, render_source
from plugins.editing.insertion import append_entry, insert_by_name, insert_in_list
from plugins.editing.kinds import DRAFTS, FOLDER, NAME
from plugins.figures.figure import FIELDS as FIGURE_FIELDS
from plugins.figures.register import FILE as FIGURES
from plugins.figures.register import find_mappings, read_register
from plugins.glossary.term import FIELDS as TERM_FIELDS
from plugins.glossary.term import FILE as TERMS
from plugins.glossary.term import read_glossary
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from plugins.references.bibliography import FILE as SOURCES
from plugins.references.bibliography import find_works


@dataclass(frozen=True, slots=True)
class Change:
    """What a file is to hold; `path` is relative to content/, `line` is where the new text starts.

    `is_new` tells whether the file must not be there yet.
    """

    path: str
    text: str
    line: int
    is_new: bool = False


def make_new(
    content: Path, kind: str, options: Iterable[str], today: date, ask: Ask | None = None
) -> tuple[Change, tuple[Problem, ...]]:
    """Write what `options` (``naam=waarde``) and the answers to `ask` describe into `content`.

    Returns what was written, and the advice that the checks have for it. Raises RefusedError, and
    then nothing is written.
    """
    draft = DRAFTS.get(kind)
    if draft is None:
        hint = render_hint(kind, DRAFTS, f"Kies uit: {', '.join(DRAFTS)}.")
        raise RefusedError(f"een «{kind}» kan deze opdracht niet maken. {hint}")
    given = find_given(options, draft.fields)
    answers = find_answers(draft.fields, given, draft.defaults(today), ask)
    change = _MAKERS[kind](content, answers)
    if change.is_new and (content / change.path).exists():
        raise RefusedError(
            f"{content.name}/{change.path} bestaat al. Kies een andere naam: --veld {NAME}=…"
        )
    advice = _try(content, change, today)
    _write(content, change)
    return change, advice


def _write(content: Path, change: Change) -> None:
    path = content / change.path
    path.parent.mkdir(parents=True, exist_ok=True)
    # A file keeps the line ends that it has.
    newline = "\r\n" if path.exists() and b"\r\n" in path.read_bytes() else "\n"
    path.write_text(change.text, encoding="utf-8", newline=newline)


def _try(content: Path, change: Change, today: date) -> tuple[Problem, ...]:
    """Return what the checks say of the changed file that they did not say before; refuse what
    would stop a publish.
    """
    before = {(problem.code, problem.message) for problem in _check(content, change.path, today)}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, content.name)
        shutil.copytree(content, copy, symlinks=True)
        _write(copy, change)
        found = _check(copy, change.path, today)
    fresh = tuple(one for one in found if (one.code, one.message) not in before)
    stopping = [render_problem(problem) for problem in fresh if problem.stops]
    if stopping:
        raise RefusedError("\n".join(("dit kan zo niet op de site:", *stopping)))
    return fresh


def _check(content: Path, path: str, today: date) -> tuple[Problem, ...]:
    return check_hub(render_hub(read_hub(content)), today, frozenset((f"{content.name}/{path}",)))


def _make_page(_: Path, answers: Mapping[str, str]) -> Change:
    folder = answers.get(FOLDER, "").strip("/")
    path = "/".join(filter(None, ("pages", folder, f"{_find_name(answers)}.md")))
    return Change(path, render_page(answers, news=False), 1, is_new=True)


def _make_news(_: Path, answers: Mapping[str, str]) -> Change:
    path = f"nieuws/{answers['datum']}-{_find_name(answers)}.md"
    return Change(path, render_page(answers, news=True), 1, is_new=True)


def _find_name(answers: Mapping[str, str]) -> str:
    name = answers.get(NAME) or find_slug(answers["titel"])
    if not name:
        raise RefusedError(f"de titel geeft geen naam voor het bestand. Voeg toe: --veld {NAME}=…")
    return name


def _make_term(content: Path, answers: Mapping[str, str]) -> Change:
    glossary = read_glossary(content)
    _refuse_unread(glossary.problems)
    starts = [(term.term, term.line) for term in glossary.terms]
    _refuse_known(answers["term"], (name for name, _ in starts), TERMS)
    entry = render_item(answers, TERM_FIELDS)
    old = glossary.source.text
    return _change(TERMS, old, insert_by_name(old, entry, answers["term"], starts))


def _make_source(content: Path, answers: Mapping[str, str]) -> Change:
    source = read_source(content, content / SOURCES)
    if isinstance(source, Problem):
        raise RefusedError(render_problem(source))
    _refuse_known(answers["sleutel"], find_works(source).keys, SOURCES)
    old = source.text
    return _change(SOURCES, old, append_entry(old, render_source(answers)))


def _make_figure(content: Path, answers: Mapping[str, str]) -> Change:
    register = read_register(content)
    _refuse_unread(register.problems)
    old = register.source.text
    _refuse_known(answers["id"], register.entries, FIGURES)
    value = register.value
    found = find_mappings(value, "cijfers") if isinstance(value, Fields) else ()
    if not found or not isinstance(value, Fields):
        raise RefusedError(
            f"{FIGURES} heeft nog geen lijst om iets aan toe te voegen. "
            "Zet het eerste cijfer er zelf in, onder «cijfers:»."
        )
    group = [entry for entry in found if entry.text("groep") == answers["groep"]]
    after = (group or list(found))[-1].line
    ends = (*(entry.line for entry in found), *(key.line for key, _ in value.fields))
    margin = " " * (found[0].column - 3)
    entry = render_item(answers, FIGURE_FIELDS, margin)
    return _change(FIGURES, old, insert_in_list(old, entry, after, ends))


def _refuse_unread(problems: Iterable[Problem]) -> None:
    for problem in problems:
        raise RefusedError(f"los dit eerst op:\n{render_problem(problem)}")


def _refuse_known(name: str, known: Iterable[str], file: str) -> None:
    if name.casefold() in {other.casefold() for other in known}:
        raise RefusedError(f"«{name}» staat al in {file}. Pas dat aan, of kies een ander.")


def _change(path: str, old: str, new: str) -> Change:
    """Return the change of a file, at the first line that is not what it was."""
    lines = zip(old.splitlines(), new.splitlines(), strict=False)
    same = next((number for number, (a, b) in enumerate(lines) if a != b), len(old.splitlines()))
    return Change(path, new, same + 1)


_MAKERS: Mapping[str, Callable[[Path, Mapping[str, str]], Change]] = {
    "pagina": _make_page,
    "nieuws": _make_news,
    "begrip": _make_term,
    "bron": _make_source,
    "cijfer": _make_figure,
}
