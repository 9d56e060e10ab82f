"""What can be wrong with dates, numbers and addresses of one source."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from stdnum import isbn, issn

from plugins.core.problem import Problem
from plugins.core.schema import DATE
from plugins.references.bibliography import Located

_ORGANISATION = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")
_EMPTY_NAME = re.compile(r"\band\s+and\b|^\s*and\s|\sand\s*$", re.I)
_FIRST_YEAR = 1500  # printing, near enough
_GLUED = re.compile(r"(?:1[5-9]|20)\d\d(?:1[5-9]|20)\d\d")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:dx\.)?doi(?:\.org/|:)\s*", re.I)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+")


def check_values(located: Located, today: date) -> Iterator[Problem]:
    """Yield what is impossible in the dates, numbers and addresses of a work."""
    names = {name for name, _ in located.fields}
    if "author" in names or "editor" in names:
        yield from _check_people(located)
    if "year" in names:
        yield from _check_year(located, today)
    if "month" in names or "day" in names:
        yield from _check_day(located)
    if "urldate" in names:
        yield from _check_urldate(located, today)
    if "doi" in names:
        yield from _check_doi(located)
    if "isbn" in names or "issn" in names:
        yield from _check_numbers(located)
    if "url" in names:
        yield from _check_url(located)


def _check_people(located: Located) -> Iterator[Problem]:
    for role, value in located.fields:
        if role not in ("author", "editor"):
            continue
        loose = _ORGANISATION.sub("x", value[1:-1])
        if _EMPTY_NAME.search(loose):
            yield located.problem(
                role, "REF021", "naast «and» ontbreekt een naam",
                "Verwijder «and», of vul de naam in.",
            )  # fmt: skip
        elif match := re.search(r"[;&]", loose):
            yield located.problem(
                role, "REF021", f"met «{match.group()}» zijn dit geen losse namen",
                "Zet « and » tussen twee namen, en extra accolades om een organisatie: «{{…}}».",
            )  # fmt: skip


def _check_year(located: Located, today: date) -> Iterator[Problem]:
    text = located.text("year")
    if _GLUED.fullmatch(text):
        yield located.problem(
            "year", "REF018", f"hier staan twee jaartallen aan elkaar: «{text}»",
            "Zoek in het origineel welk jaar het is.",
        )  # fmt: skip
    elif not re.fullmatch("[0-9]{4}", text):
        yield located.problem(
            "year", "REF013", f"«{text}» is geen jaartal",
            "Schrijf vier cijfers, of haal het veld weg en schrijf «ontbreekt = {year},».",
        )  # fmt: skip
    elif not _FIRST_YEAR <= int(text) <= today.year + 1:
        yield located.problem(
            "year", "REF013", f"het jaar {text} kan niet",
            f"Schrijf een jaar van {_FIRST_YEAR} tot en met {today.year + 1}.",
        )  # fmt: skip


def _check_day(located: Located) -> Iterator[Problem]:
    month, day = located.text("month"), located.text("day")
    what = f"«{month}» is geen maand" if month else "bij deze dag hoort een maand"
    if not re.fullmatch("0?[1-9]|1[0-2]", month):
        yield located.problem(
            "month", "REF013", what, "Schrijf de maand als getal van 1 tot en met 12."
        )
    elif day and not _is_day(located.text("year"), month, day):
        yield located.problem(
            "day", "REF013", f"dag {day} bestaat niet in die maand",
            "Schrijf de dag als getal, en kijk ook naar maand en jaar.",
        )  # fmt: skip


def _is_day(year: str, month: str, day: str) -> bool:
    leap = year if re.fullmatch("[1-9][0-9]{3}", year) else "2000"
    return DATE.accepts(f"{leap}-{month:0>2}-{day:0>2}")


def _check_urldate(located: Located, today: date) -> Iterator[Problem]:
    text = located.text("urldate")
    if not DATE.accepts(text):
        yield located.problem(
            "urldate", "REF013", f"«{text}» is geen datum", "Schrijf bijvoorbeeld «2026-11-21»."
        )
    elif date.fromisoformat(text) > today:
        yield located.problem(
            "urldate", "REF013", "de dag van raadplegen moet nog komen",
            "Schrijf de dag waarop de pagina is geopend.",
        )  # fmt: skip
    elif re.fullmatch("[0-9]{4}", located.text("year")) and text < _published(located):
        yield located.problem(
            "urldate", "REF013", "de pagina is geraadpleegd voordat zij verscheen",
            "Vergelijk de dag van raadplegen met «year», «month» en «day».",
        )  # fmt: skip


def _published(located: Located) -> str:
    """Return the date of a work as far as it is known: "2018-04-25", "2018-04" or "2018"."""
    month, day = located.text("month"), located.text("day")
    parts = (located.text("year"), month and f"{month:0>2}", month and day and f"{day:0>2}")
    return "-".join(filter(None, parts))


def _check_doi(located: Located) -> Iterator[Problem]:
    text = located.text("doi")
    bare = _DOI_PREFIX.sub("", text, count=1)
    if _DOI.fullmatch(bare) and bare != text:
        yield located.problem(
            "doi", "REF014", "van een doi hoort hier alleen het nummer",
            f"Schrijf «doi = {{{bare}}},»; de link maakt de hub zelf.",
        )  # fmt: skip
    elif not _DOI.fullmatch(text):
        yield located.problem(
            "doi", "REF014", f"«{text}» is geen doi",
            "Schrijf een nummer als «10.1000/182»: «10.», cijfers, een schuine streep en de rest.",
        )  # fmt: skip


def _check_numbers(located: Located) -> Iterator[Problem]:
    for name, module in (("isbn", isbn), ("issn", issn)):
        text = located.text(name)
        if name in located.work.fields and not module.is_valid(text):
            yield located.problem(
                name, "REF014", f"«{text}» is geen {name.upper()}: het controlecijfer klopt niet",
                "Vergelijk de cijfers met het origineel.",
            )  # fmt: skip


def _check_url(located: Located) -> Iterator[Problem]:
    url = located.text("url")
    fault = _find_url_fault(url)
    if fault:
        yield located.problem(
            "url", "REF015", f"dit webadres klopt niet: {fault}",
            "Schrijf het adres zoals het in de browser staat, met «https://».",
        )  # fmt: skip
    elif url.startswith("http://"):
        yield located.problem(
            "url", "REF016", "dit webadres is niet beveiligd",
            "Probeer of het adres ook met «https://» opent.", stops=False,
        )  # fmt: skip


def _find_url_fault(url: str) -> str:
    """Return what is wrong with the shape of a web address; empty when nothing is."""
    if re.search(r"\s", url):
        return "er staat een spatie in"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "de haken of de poort kloppen niet"
    if parts.scheme not in ("https", "http"):
        return "het begint niet met «https://»"
    if "@" in parts.netloc:
        return "er staat een naam of wachtwoord in"
    if not _HOST.fullmatch(host):
        return "de naam van de site ontbreekt of is niet heel"
    if re.search(r"[\\{}<>\"^`|]", url) or url.endswith((".", ",", ";")):
        return "er staat een teken in dat er niet bij hoort"
    return ""
