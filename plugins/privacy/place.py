"""Where and when of persons in a text: e-mail addresses, dates of birth, homes."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.privacy.datum import Datum, find_block

# From the sign in its middle: a text has few of those, and many words.
_HOST = re.compile(r"@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_NAME = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}\\?\Z")
_LONGEST_NAME = 64
# Providers of mailboxes that people have for themselves, and those with many endings.
_HOSTS = frozenset(
    (
        "caiway.nl", "casema.nl", "chello.nl", "hetnet.nl", "home.nl", "kpnmail.nl", "kpnplanet.nl",
        "mac.com", "me.com", "msn.com", "online.nl", "planet.nl", "pm.me", "quicknet.nl",
        "solcon.nl", "tele2.nl", "telfort.nl", "upcmail.nl", "xs4all.nl", "zeelandnet.nl",
        "ziggo.nl", "zonnet.nl",
    )
)  # fmt: skip
_NAMES_OF_HOSTS = frozenset(
    (
        "aol", "gmail", "gmx", "googlemail", "hotmail", "icloud", "live", "outlook", "proton",
        "protonmail", "tutanota", "yahoo", "ymail",
    )
)  # fmt: skip
_EXAMPLES = re.compile(r"(?:.*\.)?(?:example|invalid|test|localhost|(?:example|voorbeeld)\.\w+)")
_PART = re.compile(r"[^\W\d_]+")
# Words in the addresses of offices, which may have a full stop too: veilig.thuis@, team.oost@.
_OFFICE = frozenset(
    (
        "advies", "afdeling", "algemeen", "bestuur", "centrum", "communicatie", "contact",
        "directie", "gemeente", "handle", "huis", "hulp", "hwc", "ib", "info", "kindcentrum",
        "klachten", "leerplicht", "loket", "meldpunt", "no", "noreply", "office", "onderwijs",
        "politie", "post", "privacy", "redactie", "regio", "reply", "school", "secretariaat",
        "security", "servicedesk", "support", "team", "thuis", "veilig", "vertrouwen", "webmaster",
        "wijkteam", "zorg",
    )
)  # fmt: skip

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_DAY = re.compile(
    rf"(?<![\w/-])(?:(?P<day>\d{{1,2}})(?:[-/.](?P<number>\d{{1,2}})[-/.]"
    rf"| (?P<month>{'|'.join(_MONTHS)}) )(?P<year>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))(?![\w-])",
    re.I,
)
_BORN = re.compile(
    r"\bgeboren\b|\bgeboorte(?:datum|dag)\b|\bgeb\.|\bborn\b|\bdate of birth\b", re.I
)
_BORN_WORDS = ("gebo", "geb.", "born", "birth")  # parts of those
# Between the word and the day: an example, or the end of the sentence.
_APART = re.compile(r"(?i:bijvoorbeeld|bijv\.|voorbeeld|zoals|dd-mm)|[.!?]\s+[A-Z]")
_NEAR = 60  # characters between the word and the day

# Their first sign first, and then what stands before it: so all other places are passed at once.
_POSTCODE = re.compile(r"[1-9](?<![\w.,-].)\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![\w-])")
_HOUSE = r"\d{1,5}(?: ?[a-zA-Z]|-\d{1,4})?"
_HOUSE_BEFORE = re.compile(rf"(?P<name>[^\W\d_][\w.’'-]*) (?P<house>{_HOUSE})[\s,;|*_]{{1,6}}\Z")
_HOUSE_AFTER = re.compile(rf"[ ,]{{1,3}}(?:nr\.? |nummer )?(?P<house>{_HOUSE})(?![\w.,]\d|\w)")
_BOX = ("postbus", "antwoordnummer")
_STREET = re.compile(
    r"[A-Z](?<![\w/.-].)[\w’'-]*(?:straat|laan|weg|plein|dijk|gracht|kade|singel|steeg|dreef"
    rf"|plantsoen|hof) (?!(?:19|20)\d\d\b)(?P<house>{_HOUSE})(?![\w%]|[.,]\d)"
)


def find_places(text: str) -> Iterator[Datum]:
    """Yield personal e-mail addresses, dates of birth and home addresses in a text without code."""
    yield from _find_mails(text)
    yield from _find_births(text)
    yield from _find_homes(text)


def _find_mails(text: str) -> Iterator[Datum]:
    for match in _HOST.finditer(text):
        first = max(0, match.start() - _LONGEST_NAME - 2)
        name = _NAME.search(text[first : match.start()])
        if name:
            yield from _find_mail(name.group(), match["host"], first + name.start())


def _find_mail(written: str, at: str, offset: int) -> Iterator[Datum]:
    name, host = written.removesuffix("\\").casefold(), at.casefold()
    if not _EXAMPLES.fullmatch(host) and _is_personal(name, host):
        yield Datum("mail", f"{name}@{host}", f"{written}@{at}", offset)


def _is_personal(name: str, host: str) -> bool:
    """Tell whether a mailbox is at a provider for private use, or named as persons are: j.jansen,
    jan_jansen.
    """
    if host in _HOSTS or host.split(".")[0] in _NAMES_OF_HOSTS:
        return True
    parts = re.split(r"[._]", name)
    named = len(parts) > 1 and all(map(_PART.fullmatch, parts))
    return named and _OFFICE.isdisjoint(parts)


def _find_births(text: str) -> Iterator[Datum]:
    lowered = text.casefold()
    if not any(word in lowered for word in _BORN_WORDS):
        return  # as in most texts
    for match in _DAY.finditer(text):
        day = _find_day(match)
        before = text[slice(*_find_context(text, match.start()))]
        *_, word = (None, *_BORN.finditer(before))
        if day and word and not _APART.search(before, word.end()):
            yield Datum("birth", day.isoformat(), match.group(), match.start())


def _find_context(text: str, offset: int) -> tuple[int, int]:
    """Return which text before `offset` tells what a day is: in a table, all of it."""
    start, _ = find_block(text, offset)
    in_table = text[start:offset].lstrip().startswith("|")
    return (start if in_table else max(start, offset - _NEAR)), offset


def _find_day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        name = (match["month"] or "").casefold()
        month = _MONTHS.index(name) + 1 if name else int(match["number"])
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _find_homes(text: str) -> Iterator[Datum]:
    """Yield a postcode with a house number, and a street with one; a box of the post is no home."""
    found: list[int] = []
    for match in _POSTCODE.finditer(text):
        start, end = find_block(text, match.start())
        before = _HOUSE_BEFORE.search(text[max(start, match.start() - 60) : match.start()])
        after = _HOUSE_AFTER.match(text, match.end(), end)
        house = before["house"] if before else after["house"] if after else ""
        is_year = match.group().startswith(("19", "20"))  # "in 2018 EN 2019"
        if is_year and not (before and before["name"][0].isupper()):
            continue
        if house and not (before and before["name"].casefold() in _BOX):
            found.append(match.start())
            value = f"{match.group()}{house}".replace(" ", "").upper()
            street = f"{before['name']} {before['house']}" if before else ""
            yield Datum("address", value, match.group(), match.start(), street)
    for match in _STREET.finditer(text):
        if not any(0 < offset - match.start() < 80 for offset in found):
            value = match.group().replace(" ", "").casefold()
            yield Datum("address", value, match.group(), match.start())
