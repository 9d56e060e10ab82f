"""What no report may show of a text: the personal data in it, however each is written."""

from collections.abc import Iterable, Iterator

from plugins.privacy.allowed import Known
from plugins.privacy.datum import Datum, keep_digits
from plugins.privacy.find import find_data

_DOT = "•"
_REACH = 80  # characters between a street and its postcode, at most
_FEWEST_DIGITS = 8  # of a number that a message may repeat without its spaces


def find_secrets(text: str, known: Known) -> tuple[Datum, ...]:
    """Return the personal data in `text` that is not `known`, in its order.

    Examples in code are among it: a report is no place to tell which is one.
    """
    found = (datum for datum in find_data(text) if (datum.kind, datum.value) not in known)
    return tuple(sorted(found, key=lambda datum: (datum.offset, datum.kind)))


def hide_secrets(text: str, secrets: Iterable[Datum]) -> str:
    """Return `text`, in which the `secrets` were found, masked; its length and lines stay."""
    places = sorted(place for datum in secrets for place in _find_places(text, datum))
    pieces: list[str] = []
    kept = 0
    for start, end in places:
        start = max(start, kept)
        pieces += text[kept:start], "\n".join(map(mask, text[start:end].split("\n")))
        kept = max(kept, end)
    return "".join((*pieces, text[kept:]))


def _find_places(text: str, datum: Datum) -> Iterator[tuple[int, int]]:
    yield datum.offset, datum.end
    first = max(0, datum.offset - _REACH)
    street = text.rfind(datum.street, first, datum.offset) if datum.street else -1
    if street >= 0:
        yield street, street + len(datum.street)


def hide_repeated(message: str, secrets: Iterable[Datum]) -> str:
    """Return a `message` with every form of the `secrets` masked."""
    forms = {form for datum in secrets for form in _find_forms(datum)}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        message = message.replace(form, mask(form))
    return message


def _find_forms(datum: Datum) -> Iterator[str]:
    digits = keep_digits(datum.text)
    numbers = (digits,) if len(digits) >= _FEWEST_DIGITS else ()
    yield from filter(None, (datum.text, datum.street, datum.value, *numbers))


def mask(secret: str) -> str:
    """Return a dot for each sign of `secret` but the first and the last."""
    return secret if len(secret) < 3 else f"{secret[0]}{_DOT * (len(secret) - 2)}{secret[-1]}"
