"""What an editor says about a new thing: taken from options, or asked one by one."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from plugins.core.schema import Field, find_fault
from plugins.core.suggest import render_hint
from plugins.core.yaml import Scalar

Ask = Callable[[str], str]  # a question, and what somebody typed in answer


class RefusedError(ValueError):
    """What was asked cannot be made; the text says why, and what to do, in Dutch."""


def find_given(options: Iterable[str], fields: Iterable[Field]) -> dict[str, str]:
    """Return the answers in options as ``naam=waarde``, by the name of their field."""
    names = tuple(field.name for field in fields)
    given: dict[str, str] = {}
    for option in options:
        name, sign, text = option.partition("=")
        if not sign:
            raise RefusedError(f"«{option}» is geen veld. Schrijf --veld naam=waarde.")
        if name not in names:
            hint = render_hint(name, names, f"Kies uit: {', '.join(names)}.")
            raise RefusedError(f"het veld «{name}» bestaat niet. {hint}")
        if name in given:
            raise RefusedError(f"het veld «{name}» staat er twee keer. Laat er één weg.")
        given[name] = " ".join(text.split())
    return given


def find_answers(
    fields: Sequence[Field], given: Mapping[str, str], defaults: Mapping[str, str], ask: Ask | None
) -> dict[str, str]:
    """Return an answer for each field that has one: given, asked, or decided beforehand.

    Only what is required and has no default is asked. Raises RefusedError without `ask`.
    """
    found: dict[str, str] = {}
    unknown = tuple(
        f for f in fields if f.required and not (given.get(f.name) or f.name in defaults)
    )
    if unknown and ask is None:
        raise RefusedError(_describe_unknown(unknown))
    for field in fields:
        text = given.get(field.name) or defaults.get(field.name, "")
        if ask and field in unknown:
            text = _ask(field, ask)
        fault = _find_fault(field, text)
        if fault:
            raise RefusedError(fault)
        if text:
            found[field.name] = text
    return found


def _describe_unknown(fields: Iterable[Field]) -> str:
    lines = (
        f"  --veld {field.name}=…  ({field.help}{_describe_choices(field)})" for field in fields
    )
    return "\n".join(("deze velden ontbreken nog. Voeg toe:", *lines))


def _ask(field: Field, ask: Ask) -> str:
    question = f"{field.name} – {field.help}{_describe_choices(field)}: "
    while True:
        text = " ".join(ask(question).split())
        fault = _find_fault(field, text) if text else "dit is nodig"
        if not fault:
            return text
        question = f"  {fault}\n{field.name}: "


def _describe_choices(field: Field) -> str:
    several = ", gescheiden door komma’s" if field.many else ""
    return f" [{', '.join(field.choices)}{several}]" if field.choices else ""


def _find_fault(field: Field, text: str) -> str:
    """Return what is wrong with an answer and what to do, or nothing."""
    parts = split_list(text) if field.many else (text,) if text else ()
    faults = (find_fault(Scalar(part, 1, 1), field) for part in parts)
    return next((f"{message}. {hint}" for message, hint in filter(None, faults)), "")


def split_list(text: str) -> tuple[str, ...]:
    """Return the parts of an answer with commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())
