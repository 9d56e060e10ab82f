"""Numbers of persons in a text: citizen service numbers, bank accounts, telephones."""

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.nl import bsn

from plugins.privacy.datum import Datum, find_block, is_example, keep_digits

# Eight or nine digits, in one piece or as people group them; no part of a longer number or a name.
_NINE = re.compile(
    r"(?<![\w./:=+#-])(?:\d{8,9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![\w/-]|[.,]\d)"
)
_ABOUT_BSN = re.compile(r"\bbsn\b|burger\s?service\s?(?:nummer|nr)|sofi-?\s?nummer", re.I)
_BSN_WORDS = ("bsn", "burger", "sofi")  # with which that begins
_PRINTED_BSN = ("123456782", "111222333")  # in countless explanations of the check

# From the digits behind the country: a text has few of those, and many words.
_IBAN = re.compile(r"\d(?<=[A-Z]{2}\d)(?<![\w-]..\d)\d ?[A-Z0-9](?: ?[A-Z0-9]){10,29}", re.I)
_COUNTRY = 2  # letters
_SHORTEST_IBAN = 15  # Norway's
_PRINTED_IBAN = ("NL91ABNA0417164300",)  # the example in the registry of IBANs itself

# Its first sign first, and then what stands before it: so all other places are passed at once.
_PHONE = re.compile(
    r"[+0](?<![\w.,/+#=-].)(?<!(?<!tel):.)(?:(?:(?<=\+)|(?<=0)0)31[ -]?(?:\(0\))?|(?<=0))[ -]?"
    r"(?=[1-9])(?:[ ()-]{0,2}\d){9}(?![\w-]|[.,]\d)"
)
_SHARED = ("800", "900", "906", "909", "88")  # numbers of services and organisations


def find_numbers(text: str) -> Iterator[Datum]:
    """Yield the numbers of persons in a text without code; examples and shared numbers are none."""
    accounts = list(_find_accounts(text))
    yield from _find_citizens(text)
    yield from (datum for datum in accounts if not _is_example_account(datum.value))
    yield from _find_phones(text, accounts)


def _find_citizens(text: str) -> Iterator[Datum]:
    """Yield numbers that pass the check, where the lines around them say that they may be one: one
    in eleven numbers passes.
    """
    lowered = text.casefold()
    if not any(word in lowered for word in _BSN_WORDS):
        return  # as in most texts
    for match in _NINE.finditer(text):
        number = keep_digits(match.group()).zfill(9)
        is_real = number not in _PRINTED_BSN and not is_example(number)
        about = _ABOUT_BSN.search(text, *find_block(text, match.start()))
        if about and is_real and bsn.is_valid(number):
            yield Datum("bsn", number, match.group(), match.start())


def _find_accounts(text: str) -> Iterator[Datum]:
    """Yield the account numbers that pass their check, examples among them."""
    for match in _IBAN.finditer(text):
        start = match.start() - _COUNTRY
        found = text[start : match.end()]
        lengths = range(len(found), _SHORTEST_IBAN - 1, -1)
        ends = (end for end in lengths if _ends(text, start + end))
        end = next((end for end in ends if iban.is_valid(found[:end])), 0)
        if end:
            yield Datum("iban", iban.compact(found[:end]), found[:end], start)


def _ends(text: str, end: int) -> bool:
    """Tell whether a word ends at the offset `end`."""
    return not (text[end : end + 1].isalnum() or text[end - 1] == " ")


def _is_example_account(account: str) -> bool:
    return account in _PRINTED_IBAN or is_example(keep_digits(account)[2:])


def _find_phones(text: str, taken: list[Datum]) -> Iterator[Datum]:
    """Yield telephone numbers that stand in none of `taken`."""
    inside = {place for datum in taken for place in range(datum.offset, datum.end)}
    for match in _PHONE.finditer(text):
        national = keep_digits(match.group())[-9:]
        is_real = not national.startswith(_SHARED) and not _is_example_phone(national)
        if is_real and match.start() not in inside:
            yield Datum("phone", f"0{national}", match.group(), match.start())


def _is_example_phone(national: str) -> bool:
    """Tell whether all behind the area, of one to three digits, is that of an example."""
    return any(is_example(national[area:]) for area in (1, 2, 3))
