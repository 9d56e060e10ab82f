"""A seeded hub of any size in no dialect: pages of about 400 words that cite 200 sources and link
to one another. Each generator's own writer turns it into files.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from benchmarks.bibliography import make_bibliography
from benchmarks.corpus import AUDIENCES, SEED, build_vocabulary, draw_text

SOURCES = 200
PAGES_A_FOLDER = 25
WORDS_A_SENTENCE = 12
SECTIONS = 4
_CHUNK = 50_000


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, two paragraphs and a list; `source` belongs to the first, `link` to the second.

    `link` is the number of another page and of a section there.
    """

    heading: str
    first: str
    source: str
    second: str
    link: tuple[int, int]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One page; the first of a folder is its overview. `points` are sentences with their source."""

    number: int
    title: str
    audience: str
    points: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]

    @property
    def is_overview(self) -> bool:
        """Whether the page is the overview of its folder."""
        return self.number % PAGES_A_FOLDER == 0


def find_folder(number: int) -> str:
    """Return the folder of a page."""
    return f"deel-{number // PAGES_A_FOLDER:03}"


def find_name(number: int) -> str:
    """Return the name of a page in its folder, without an ending."""
    return f"pagina-{number:05}"


def make_sources() -> str:
    """Return the bibliography as BibTeX; keys are bron-0, bron-1, …"""
    return make_bibliography(SOURCES, SEED)


def make_texts(count: int) -> Iterator[Text]:
    """Yield the pages; the same count gives the same pages."""
    maker = _Maker(count)
    return (maker.make_text(number) for number in range(count))


class _Maker:
    def __init__(self, count: int) -> None:
        self.random = random.Random(SEED + count)
        self.count = count
        self.words = self._draw()

    def _draw(self) -> Iterator[str]:
        """Yield words without an end, many drawn at once: each draw adds all weights up anew."""
        vocabulary = build_vocabulary(self.count)
        while True:
            yield from draw_text(self.random, vocabulary, _CHUNK)

    def make_text(self, number: int) -> Text:
        return Text(
            number,
            f"{self.title(4)} {number}",
            self.random.choice(AUDIENCES),
            tuple((self.sentence(), self.source()) for _ in range(3)),
            tuple(self.make_section(part) for part in range(SECTIONS)),
        )

    def make_section(self, part: int) -> Section:
        return Section(
            f"{self.title(3)} {part}",
            " ".join(self.sentence() for _ in range(4)),
            self.source(),
            " ".join(self.sentence() for _ in range(2)),
            (self.random.randrange(self.count), self.random.randrange(SECTIONS)),
            tuple(self.sentence() for _ in range(2)),
        )

    def title(self, words: int) -> str:
        return " ".join(islice((word for word in self.words if len(word) > 4), words)).capitalize()

    def phrase(self, words: int) -> str:
        return " ".join(islice(self.words, words)).capitalize()

    def sentence(self) -> str:
        return f"{self.phrase(WORDS_A_SENTENCE)}."

    def source(self) -> str:
        return f"bron-{self.random.randrange(SOURCES)}"
