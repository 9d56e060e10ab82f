"""What can be wrong with the words and rules of the test of a text."""

import re
from collections.abc import Iterator

from plugins.coalition.lexicon import AFTER, FIELDS, SCOPES, Lexicon, Rule
from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Items, Scalar

_GAP = "…"
# A word of a form: itself, or with a star for its beginning or end, which then has three letters.
_WORD = re.compile(r"\*[^\W_]{3,}|[^\W_]{3,}(?:['-][^\W_]+)*\*|[^\W_]+(?:['-][^\W_]+)*|%")


def check_lexicon(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield what is wrong with the file: its fields, its forms, and names that nothing has."""
    if lexicon.value is None:
        return
    yield from check_fields(lexicon.value, FIELDS, lexicon.source.path)
    yield from _check_once(lexicon)
    yield from _check_forms(lexicon)
    groups = tuple(group.id for group in lexicon.groups)
    for number, subject in enumerate(lexicon.subjects):
        before = tuple(earlier.id for earlier in lexicon.subjects[:number])
        for rule in subject.rules:
            yield from _check_rule(rule, groups, before, lexicon.source.path)


def _check_once(lexicon: Lexicon) -> Iterator[Problem]:
    for entries in (lexicon.groups, lexicon.subjects):
        seen: dict[str, int] = {}
        for entry in entries:
            if entry.id and entry.id in seen:
                yield Problem(
                    lexicon.source.path, entry.fields.line, entry.fields.column, "COA001",
                    f"het kenmerk «{entry.id}» staat er twee keer "
                    f"(eerder op regel {seen[entry.id]})",
                    "Geef elk een eigen «id».",
                )  # fmt: skip
            seen.setdefault(entry.id, entry.fields.line)


def _check_forms(lexicon: Lexicon) -> Iterator[Problem]:
    for group in lexicon.groups:
        for form in _find_scalars(group.fields, "vormen"):
            if not _is_form(form.text):
                yield Problem(
                    lexicon.source.path, form.line, form.column, "COA008",
                    f"de vorm «{form.text}» is niet te lezen",
                    "Schrijf woorden, a/b, woord* of *woord met drie letters of meer; … staat "
                    "tussen twee woorden.",
                )  # fmt: skip


def _is_form(text: str) -> bool:
    words = text.split()
    ends = words[:1] + words[-1:]
    gaps = all(one != _GAP for one in ends) and f"{_GAP} {_GAP}" not in " ".join(words)
    return bool(words) and gaps and all(
        _WORD.fullmatch(choice) for word in words if word != _GAP for choice in word.split("/")
    )  # fmt: skip


def _check_rule(
    rule: Rule, groups: tuple[str, ...], before: tuple[str, ...], path: str
) -> Iterator[Problem]:
    for scope in SCOPES:
        for item in _find_scalars(rule.fields, scope):
            for name in item.text.split("|"):
                yield from _check_name(item, name, scope, groups, path)
    for item in _find_scalars(rule.fields, AFTER):
        yield from _check_name(item, item.text, AFTER, before, path)
    if not {"zin", AFTER} & {name for name, _ in rule.lists}:
        yield Problem(
            path, rule.fields.line, rule.fields.column, "COA009",
            "deze regel past op elke tekst", "Noem bij «zin» ten minste één groep van woorden.",
        )  # fmt: skip


def _check_name(
    item: Scalar, name: str, scope: str, known: tuple[str, ...], path: str
) -> Iterator[Problem]:
    if name not in known:
        otherwise = "Voeg de groep toe bij «woorden», of noem een onderwerp dat hierboven staat."
        yield Problem(
            path, item.line, item.column, "COA002", f"«{name}» bij «{scope}» bestaat niet",
            render_hint(name, known, otherwise),
        )  # fmt: skip


def _find_scalars(fields: Fields, name: str) -> tuple[Scalar, ...]:
    value = fields.get(name)
    items = value.items if isinstance(value, Items) else (value,)
    return tuple(item for item in items if isinstance(item, Scalar))
