"""What a YAML mapping may hold, declared once per file kind; checks follow from the declaration."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from plugins.core.problem import Problem
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Items, Scalar, Value


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: how it is called in messages, and a test for one text of it.

    `pattern` says what it can of that test to other programs, as a regular expression for the whole
    text that JavaScript reads alike; empty for any text.
    """

    name: str
    accepts: Callable[[str], bool]
    example: str
    pattern: str = ""


def pattern_kind(name: str, pattern: str, example: str) -> Kind:
    """Return the kind whose texts are those that `pattern` matches whole."""
    found = re.compile(pattern)
    return Kind(name, lambda text: found.fullmatch(text) is not None, example, pattern)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a mapping. `many` takes a list, `fields` a mapping of its own.

    An empty required field counts as missing.
    """

    name: str
    kind: Kind
    help: str
    required: bool = True
    many: bool = False
    choices: tuple[str, ...] = ()
    fields: "tuple[Field, ...]" = ()


_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = r"[0-9]{4}(-[0-9]{2}){0,2}"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(_DAY, text) is not None


def _is_moment(text: str) -> bool:
    return _is_date(f"{text}-01-01"[:10]) and re.fullmatch(_MOMENT, text) is not None


TEXT = Kind("tekst", lambda text: True, "een zin")
DATE = Kind("datum", _is_date, "2026-11-21", _DAY)
MOMENT = Kind("datum, maand of jaar", _is_moment, "2026-11", _MOMENT)
NUMBER = pattern_kind("heel getal", "[0-9]{1,6}", "30")
SLUG = pattern_kind("kort kenmerk", "[a-z0-9][a-z0-9-]*", "school-po")


def check_fields(value: Value, fields: tuple[Field, ...], file: str) -> Iterator[Problem]:
    """Yield what is wrong with a mapping: fields missing, unknown, or with a value that does not
    fit.
    """
    if not isinstance(value, Fields):
        yield Problem(
            file,
            value.line,
            value.column,
            "YML004",
            "hier horen velden te staan («naam: waarde»)",
            f"Begin met «{fields[0].name}: …».",
        )
        return
    yield from _check_names(value, fields, file)
    for field in fields:
        found = value.get(field.name)
        if found is not None and not is_empty(found):
            yield from _check_value(found, field, file)
        elif field.required:
            yield Problem(
                file,
                value.line,
                value.column,
                "VLD001",
                f"het veld «{field.name}» ontbreekt of is leeg",
                f"Voeg toe: «{field.name}: {_example(field)}» ({field.help}).",
            )


def _check_names(value: Fields, fields: tuple[Field, ...], file: str) -> Iterator[Problem]:
    names = tuple(field.name for field in fields)
    for key, _ in value.fields:
        if key.text not in names:
            yield Problem(
                file,
                key.line,
                key.column,
                "VLD002",
                f"het veld «{key.text}» bestaat niet",
                render_hint(key.text, names, f"Kies uit: {', '.join(names)}."),
            )


def _check_value(value: Value, field: Field, file: str) -> Iterator[Problem]:
    if isinstance(value, Items) and field.many:
        for item in value.items:
            yield from _check_value(item, replace(field, many=False), file)
        return
    if field.fields:
        yield from check_fields(value, field.fields, file)
        return
    fault = find_fault(value, field)
    if fault:
        yield Problem(file, value.line, value.column, "VLD003", *fault)


def find_fault(value: Value, field: Field) -> tuple[str, str] | None:
    """Return message and hint of what does not fit in one value, or None."""
    example = f"Schrijf bijvoorbeeld «{field.name}: {_example(field)}»."
    if not isinstance(value, Scalar):
        return f"«{field.name}» moet {field.kind.name} zijn", example
    if field.choices and value.text not in field.choices:
        named = [part.strip() for part in value.text.split(",")]
        if field.many and len(named) > 1 and set(named) <= set(field.choices):
            listed = f"Schrijf een lijst: «{field.name}: [{', '.join(named)}]»."
            return f"«{value.text}» is geen lijst (bij «{field.name}»)", listed
        otherwise = f"Kies uit: {', '.join(field.choices)}."
        hint = render_hint(value.text, field.choices, otherwise)
        return f"«{value.text}» kan niet bij «{field.name}»", hint
    if not field.kind.accepts(value.text):
        return f"«{value.text}» is geen {field.kind.name} (bij «{field.name}»)", example
    return None


def is_empty(value: Value) -> bool:
    """Tell whether a value is an empty text or an empty list."""
    if isinstance(value, Items):
        return not value.items
    return isinstance(value, Scalar) and not value.text.strip()


def _example(field: Field) -> str:
    example = field.choices[0] if field.choices else field.kind.example
    return f"[{example}]" if field.many else example
