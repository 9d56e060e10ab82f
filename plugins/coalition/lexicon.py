"""What the test of a text looks for, read from ``toets-uw-tekst.yaml``. The browser alone judges by
it (``theme/static/js/coalition/judge.js``).
"""

from dataclasses import dataclass
from pathlib import Path

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.schema import SLUG, TEXT, Field
from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, Value, read_yaml

FILE = "toets-uw-tekst.yaml"
MARKS = ("aanwezig", "half")
ROLES = (
    "ontkenning", "weigering", "masker", "terugwijzing", "motie", "overweging", "besluit",
)  # fmt: skip
# Lists of a rule that name groups of words, and the one that names subjects.
SCOPES = ("zin", "rond", "voor", "alinea", "tekst", "niet", "niet_alinea", "toon")
AFTER = "na"

_YES = ("ja", "nee")
GROUP_FIELDS = (
    Field("id", SLUG, "kenmerk van de groep"),
    Field("vormen", TEXT, "de woorden", many=True),
    Field("vast", TEXT, "of het woord blijft staan bij «niet»", required=False, choices=_YES),
    Field("rem", TEXT, "of het woord afzwakt", required=False, choices=_YES),
    Field("rol", TEXT, "de taak van de woorden", required=False, choices=ROLES),
)
RULE_FIELDS = (
    Field("oordeel", TEXT, "wat de regel zegt", choices=MARKS),
    *(Field(scope, TEXT, "groepen van woorden", required=False, many=True) for scope in SCOPES),
    Field(AFTER, SLUG, "onderwerpen die aanwezig zijn", required=False, many=True),
    Field("uitleg", TEXT, "wat een lezer bij dit oordeel ziet"),
)
SUBJECT_FIELDS = (
    Field("id", SLUG, "kenmerk van een onderdeel in coalitietekst.yaml"),
    Field("punten", TEXT, "waar een lezer zelf op let", many=True),
    Field("regels", TEXT, "de regels, de strengste eerst", many=True, fields=RULE_FIELDS),
)
FIELDS = (
    Field("woorden", TEXT, "de groepen van woorden", many=True, fields=GROUP_FIELDS),
    Field("onderwerpen", TEXT, "waar de toets naar kijkt", many=True, fields=SUBJECT_FIELDS),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Forms that mean the same; `fixed` and `weakens` as the head of the file says."""

    id: str
    forms: tuple[str, ...]
    fixed: bool
    weakens: bool
    role: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Rule:
    """When a subject gets a mark; `lists` holds the names in each of its lists that is there."""

    mark: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    why: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Subject:
    """One commitment: what a reader can check, and the rules by which the browser does."""

    id: str
    points: tuple[str, ...]
    rules: tuple[Rule, ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All groups and subjects in the order of the file; none for a hub without the file."""

    groups: tuple[Group, ...]
    subjects: tuple[Subject, ...]
    value: Value | None
    source: Source
    problems: tuple[Problem, ...]


def read_lexicon(root: Path) -> Lexicon:
    """Read ``toets-uw-tekst.yaml`` of the content folder `root`."""
    path = root / FILE
    if not path.exists():
        return Lexicon((), (), None, Source(f"{root.name}/{FILE}", ""), ())
    source = read_source(root, path)
    if isinstance(source, Problem):
        return Lexicon((), (), None, Source(source.file, ""), (source,))
    document = read_yaml(source)
    groups = tuple(map(_group, _find_entries(document.value, "woorden")))
    subjects = tuple(map(_subject, _find_entries(document.value, "onderwerpen")))
    return Lexicon(groups, subjects, document.value, source, document.problems)


def _find_entries(value: Value | None, name: str) -> tuple[Fields, ...]:
    found = value.get(name) if isinstance(value, Fields) else None
    items = found.items if isinstance(found, Items) else ()
    return tuple(item for item in items if isinstance(item, Fields))


def _group(fields: Fields) -> Group:
    return Group(
        fields.text("id"),
        fields.texts("vormen"),
        fields.text("vast") == "ja",
        fields.text("rem") == "ja",
        fields.text("rol"),
        fields,
    )


def _subject(fields: Fields) -> Subject:
    rules = tuple(map(_rule, _find_entries(fields, "regels")))
    return Subject(fields.text("id"), fields.texts("punten"), rules, fields)


def _rule(fields: Fields) -> Rule:
    lists = ((name, fields.texts(name)) for name in (*SCOPES, AFTER))
    given = tuple((name, texts) for name, texts in lists if texts)
    return Rule(fields.text("oordeel"), given, fields.text("uitleg"), fields)
