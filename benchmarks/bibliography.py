"""The time to read and check 5,000 sources, as a ratio to pybtex's own parse of the same file.

The file is made up from a seed: articles, books, reports, pages and laws with Dutch names, DOIs,
ISBNs and addresses, all of them in order. Run by hand: `invoke bench --wat bronnen`.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date

from pybtex.database.input.bibtex import Parser
from stdnum import isbn

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.check_bibliography import check_bibliography

COUNT = 5_000
PEOPLE = 3_000
ROUNDS = 5
SEED = 20261121
TODAY = date(2026, 11, 21)

_SYLLABLES = ("be", "dor", "fel", "ga", "hoe", "kin", "la", "mer", "nij", "ro", "sta", "ter", "wou")
_PARTICLES = ("", "", "", "van ", "de ", "van der ", "ten ")


class _Maker:
    """Makes up entries; the same seed gives the same file."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.people = [self.make_person() for _ in range(PEOPLE)]

    def make_word(self) -> str:
        return "".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4)))

    def make_person(self) -> str:
        initials = " ".join(f"{letter}." for letter in self.random.choices("ABCDEHJKLMPRS", k=2))
        return f"{self.random.choice(_PARTICLES)}{self.make_word().capitalize()}, {initials}"

    def make_entry(self, number: int) -> str:
        kind, fields = self.random.choice(self.kinds)(self, number)
        words = " ".join(self.make_word() for _ in range(self.random.randint(5, 14)))
        shared = {
            "author": " and ".join(self.random.sample(self.people, self.random.randint(1, 4))),
            "title": f"{words.capitalize()} {number}",
            "year": str(self.random.randint(1970, 2026)),
        }
        note = {"note": f"Aangehaald via een ander stuk, bijlage {number}.", "gezien": "nee"}
        lines = (f"  {name} = {{{text}}},\n" for name, text in {**shared, **fields, **note}.items())
        return f"@{kind}{{bron-{number},\n{''.join(lines)}}}\n"

    def article(self, number: int) -> tuple[str, dict[str, str]]:
        return "article", {
            "journal": f"Tijdschrift voor {self.make_word()}", "volume": str(number % 90 + 1),
            "number": "3", "pages": f"{number}--{number + 9}", "doi": f"10.1234/tijd.{number}",
        }  # fmt: skip

    def book(self, number: int) -> tuple[str, dict[str, str]]:
        stem = f"97890{number:07}"
        code = next(f"{stem}{digit}" for digit in range(10) if isbn.is_valid(f"{stem}{digit}"))
        return "book", {"publisher": self.make_word().capitalize(), "isbn": code}

    def report(self, number: int) -> tuple[str, dict[str, str]]:
        return "report", {"institution": f"Instituut {self.make_word()}", "type": "onderzoek"}

    def online(self, number: int) -> tuple[str, dict[str, str]]:
        url = f"https://www.{self.make_word()}.nl/publicaties/{number}"
        return "online", {"url": url, "urldate": "2026-11-21"}

    kinds = (article, book, report, online)


def make_bibliography(count: int = COUNT, seed: int = SEED) -> str:
    """Return a bibliography of `count` entries in which nothing is wrong."""
    maker = _Maker(seed)
    return "\n".join(maker.make_entry(number) for number in range(count))


def read_and_check(text: str, used: frozenset[str]) -> int:
    """Read and check a bibliography; return how many problems it has."""
    bibliography = find_works(Source("content/bronnen.bib", text))
    found = check_bibliography(bibliography, TODAY, used, frozenset())
    return len(bibliography.problems) + sum(1 for _ in found)


def _measure(act: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - wall, time.process_time() - cpu


def _measure_pairs(text: str, used: frozenset[str]) -> Iterator[tuple[float, float, float]]:
    """Yield our wall time, that of pybtex, and the ratio of the processor times of both."""
    for _ in range(ROUNDS):
        ours = _measure(lambda: read_and_check(text, used))
        theirs = _measure(lambda: Parser().parse_string(text))
        yield ours[0], theirs[0], ours[1] / theirs[1]


def main() -> None:
    """Print the medians of paired rounds."""
    text = make_bibliography()
    used = frozenset(f"bron-{number}" for number in range(COUNT))
    problems = read_and_check(text, used)
    wall, plain, ratio = map(statistics.median, zip(*_measure_pairs(text, used), strict=True))
    print(f"{COUNT} sources, {len(text) / 1e6:.1f} MB, {problems} problems, {ROUNDS} paired rounds")
    print(f"read and checked in {wall:.2f} s, pybtex reads in {plain:.2f} s; CPU ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
