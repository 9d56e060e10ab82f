"""What can be wrong with the entries of the bibliography: keys, types, fields, and what is said
of them.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from plugins.core.problem import Problem
from plugins.core.raw_html import check_html
from plugins.core.schema import DATE
from plugins.core.suggest import render_hint
from plugins.references.bibliography import Bibliography, Located
from plugins.references.check_doubles import check_doubles
from plugins.references.check_values import check_values
from plugins.references.check_words import check_words
from plugins.references.fields import KINDS, Kind, find_missing

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # it is the address of the source's own page
_MOST = 10  # unknown fields of one entry are told; with more, it is no entry
# What other programs call a field; none of these names looks like ours.
_OTHER_NAMES = {"date": "year, month en day", "journaltitle": "journal", "location": "note"}


def check_bibliography(
    bibliography: Bibliography, today: date, used: frozenset[str], vocabulary: frozenset[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the works.

    `used` are the keys that the hub cites, `vocabulary` the words of its own texts in small
    letters.
    """
    for located in bibliography.works:
        yield from _check_type(located)
        yield from _check_seen(located, today)
        yield from check_values(located, today)
        yield from check_html(located.source, located.offset, located.raw)
        if located.key not in used:
            yield _unused(located)
    yield from _check_keys(bibliography)
    yield from check_doubles(bibliography)
    yield from check_words(bibliography, vocabulary)


def _check_type(located: Located) -> Iterator[Problem]:
    if not located.text("title"):
        yield located.problem(
            "title", "REF005", f"bij de bron «{located.key}» ontbreekt de titel",
            "Voeg toe: «title = {…},».",
        )  # fmt: skip
    kind = KINDS.get(located.work.type)
    if kind is None:
        yield _unknown_type(located)
    else:
        yield from _check_names(located, kind)
        yield from _check_required(located, kind)


def _unknown_type(located: Located) -> Problem:
    name = located.work.original_type
    return located.source.problem(
        located.offset, "REF010", f"de soort «@{name}» bestaat niet",
        render_hint(name, KINDS, f"Kies uit: {', '.join(KINDS)}."),
    )  # fmt: skip


def _check_names(located: Located, kind: Kind) -> Iterator[Problem]:
    unknown = (name for name, _ in located.fields if name not in kind.fields)
    for name in islice(unknown, _MOST):
        instead = f"Schrijf {_OTHER_NAMES[name]}." if name in _OTHER_NAMES else ""
        yield located.source.problem(
            located.find_place(name)[0], "REF011",
            f"het veld «{name}» hoort niet bij «@{located.work.type}»",
            instead or _choose(name, kind, "Verwijder het veld, of kies uit"),
        )  # fmt: skip


def _choose(name: str, kind: Kind, otherwise: str) -> str:
    rest = f"{otherwise}: {', '.join(sorted(kind.fields))}."
    is_meant = any(name in other.fields for other in KINDS.values())
    return rest if is_meant else render_hint(name, kind.fields, rest)


def _check_required(located: Located, kind: Kind) -> Iterator[Problem]:
    for name in find_missing(located):
        if name not in located.missing:
            yield located.problem(
                name, "REF008", f"bij de bron «{located.key}» ontbreekt «{name}»",
                f"Voeg toe: «{name} = {{…}},». Is het niet bekend: «ontbreekt = {{{name}}},».",
            )  # fmt: skip
    for name in located.missing:
        if located.has(name):
            yield located.problem(
                "ontbreekt", "REF009", f"«{name}» ontbreekt niet: het veld staat er",
                f"Haal «{name}» weg uit «ontbreekt».",
            )  # fmt: skip
        elif name not in kind.fields:
            yield located.problem(
                "ontbreekt", "REF009",
                f"«{name}» in «ontbreekt» is geen veld van «@{located.work.type}»",
                _choose(name, kind, "Kies uit"),
            )  # fmt: skip


def _check_seen(located: Located, today: date) -> Iterator[Problem]:
    text = located.text("gezien")
    if text == "nee":
        return
    hint = (
        "Schrijf de dag waarop een redacteur de bron zelf las, «gezien = {2026-11-21},», of «nee»."
    )
    if located.seen and located.seen > today:
        yield located.problem(
            "gezien", "REF006", f"de bron «{located.key}» is gezien op een dag die nog komt", hint
        )
    elif not DATE.accepts(text):
        yield located.problem(
            "gezien", "REF006",
            f"bij de bron «{located.key}» staat niet of een redacteur haar heeft gezien", hint,
        )  # fmt: skip


def _check_keys(bibliography: Bibliography) -> Iterator[Problem]:
    known: dict[str, Located] = {}
    for located in bibliography.works:
        first = known.setdefault(located.key.casefold(), located)
        if first is not located:
            yield located.problem(
                "", "REF012",
                f"de sleutels «{located.key}» en «{first.key}» (regel {first.line}) verschillen"
                " alleen in hoofdletters",
                "Geef deze bron een eigen sleutel.",
            )  # fmt: skip
        if not _KEY.fullmatch(located.key):
            yield located.problem(
                "", "REF012", f"de sleutel «{located.key}» geeft een adres dat niet overal werkt",
                "Gebruik alleen kleine letters zonder accent, cijfers en streepjes.",
            )  # fmt: skip


def _unused(located: Located) -> Problem:
    return located.problem(
        "", "REF020", f"de bron «{located.key}» wordt nergens gebruikt",
        "Verwijs ernaar, of verwijder haar als de hub haar niet nodig heeft.", stops=False,
    )  # fmt: skip
