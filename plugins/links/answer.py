"""What a site answered when it was asked for an address."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["works", "moved", "guarded", "broken"]

# Sites that keep programs out: not allowed, not by this method, not so often.
_GUARDED = re.compile(r"(401|403|405|407|429|451|999)\b")
_DENIED = "robots.txt"
_MOVED = re.compile(r"Redirected to `(?P<to>[^']+)' status: (?:301|308)\b")


@dataclass(frozen=True, slots=True)
class Answer:
    """`kind` is what the answer means; `detail` the new address, or what went wrong, in Dutch."""

    kind: Kind
    detail: str = ""


def find_answers(report: str) -> Iterator[tuple[str, Answer]]:
    """Yield each address with its answer from LinkChecker's report in CSV.

    Source: LinkChecker 10, `linkcheckerrc(5)`, the parts of its CSV logger.
    """
    rows = csv.DictReader(report.splitlines(), delimiter=";")
    for row in rows:
        yield row["urlname"], _judge(row["result"], row["warningstring"], row["valid"] == "True")


def _judge(result: str, warning: str, valid: bool) -> Answer:
    if _GUARDED.match(result) or _DENIED in warning or _DENIED in result:
        return Answer("guarded", _describe(result))
    if not valid:
        return Answer("broken", _describe(result))
    moved = _MOVED.search(warning)
    return Answer("moved", moved["to"]) if moved else Answer("works")


# How the errors of Python's requests begin, and what a reader is told.
_ERRORS = {
    "ReadTimeout": "geen antwoord binnen de tijd",
    "ConnectTimeout": "geen antwoord binnen de tijd",
    "TooManyRedirects": "stuurt steeds door",
    "SSLError": "het certificaat klopt niet",
    "ConnectionError": "geen verbinding",
}


def _describe(result: str) -> str:
    """Return in Dutch what went wrong; the number of an answer stays as it is."""
    name = result.partition(":")[0]
    return _ERRORS.get(name) or f"antwoordt {result[:60]}"
