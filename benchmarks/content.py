"""A seeded content folder of any size, in which nothing is wrong: pages of about 400 words that
cite 200 sources, use the hub's own figures and terms, and link to one another.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bibliography import make_bibliography
from benchmarks.corpus import (
    AUDIENCES,
    SEED,
    Vocabulary,
    build_vocabulary,
    draw_text,
    draw_words,
)
from plugins.figures.register import read_register
from plugins.references.bibliography import read_bibliography

ROOT = Path(__file__).parents[1]
SOURCES = 200
PAGES_A_FOLDER = 25
WORDS_A_SENTENCE = 12
# Written by hand in every hub, in few words here; the rest of the pages are made up.
_LISTS = ("begrippen", "bronnen", "cijfers", "zoeken", "trefwoorden", "404")
_TEMPLATES = ("begrippen", "bronnen", "cijfers", "zoeken")
_EMPTY = {"pakketten.yaml": "pakketten: []\n"}
_REGION = ROOT / "tests" / "sites" / "base" / "content" / "regio.yaml"
_OWN = ("begrippen.yaml", "cijfers.yaml")


def write_content(folder: Path, pages: int) -> None:
    """Write the folder `content` into `folder`, with `pages` pages in all."""
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    _write_data(content)
    fixed = dict(_write_fixed())
    for name, text in fixed.items():
        _write(content / "pages" / f"{name}.md", text)
    maker = _Maker(content, pages - len(fixed))
    for path, text in maker.make_pages():
        _write(content / path, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_data(content: Path) -> None:
    for name in _OWN:
        shutil.copy(ROOT / "content" / name, content)
    region = _REGION.read_text(encoding="utf-8").replace("plan-2018", "ghnt-2018")
    _write(content / "regio.yaml", region)
    for name, text in _EMPTY.items():
        _write(content / name, text)
    own = (ROOT / "content" / "bronnen.bib").read_text(encoding="utf-8")
    more = make_bibliography(SOURCES - own.count("\n@"), SEED)
    _write(content / "bronnen.bib", f"{own}\n{more}")


def _write_fixed() -> Iterator[tuple[str, str]]:
    yield "index", _page("Start", "start", "Welkom op deze hub.\n")
    for name in _LISTS:
        extra = f"sjabloon: {name}\n" if name in _TEMPLATES else ""
        body = "## Van A tot Z {#register}\n" if name == "trefwoorden" else "Een lijst.\n"
        yield name, _page(name.capitalize(), "overzicht", body, extra)


def _page(title: str, kind: str, body: str, extra: str = "") -> str:
    return (
        f"---\ntitel: {title}\nsamenvatting: {title} in een paar woorden.\nvoor: [iedereen]\n"
        f"soort: {kind}\ngecontroleerd: 2026-11-21\nherzien_voor: 2027-11-21\n{extra}---\n\n{body}"
    )


class _Maker:
    """Makes up pages; the same seed gives the same pages."""

    def __init__(self, content: Path, count: int) -> None:
        self.random = random.Random(SEED + count)
        self.vocabulary: Vocabulary = build_vocabulary(count)
        self.keys = sorted(read_bibliography(content).keys)
        self.figures = [figure.id for figure in read_register(content).figures]
        self.paths = [
            f"pages/deel-{number // PAGES_A_FOLDER:03}/pagina-{number:05}.md"
            for number in range(count)
        ]

    def make_pages(self) -> Iterator[tuple[str, str]]:
        """Yield path and text of each page; the first of a folder is its overview."""
        for number, path in enumerate(self.paths):
            name = path if number % PAGES_A_FOLDER else f"{path.rpartition('/')[0]}/index.md"
            yield name, self.make_page(number)

    def make_page(self, number: int) -> str:
        title = " ".join(draw_words(self.random, self.vocabulary, 4)).capitalize()
        kern = "".join(f"    - {self.sentence()} {self.cite()}\n" for _ in range(3))
        body = f'!!! kern "In één minuut"\n{kern}\n' + "".join(
            self.section(part) for part in range(4)
        )
        kind = "uitleg" if number % PAGES_A_FOLDER else "overzicht"
        text = _page(f"{title} {number}", kind, body)
        return text.replace("voor: [iedereen]", f"voor: [{self.random.choice(AUDIENCES)}]", 1)

    def section(self, part: int) -> str:
        heading = " ".join(draw_words(self.random, self.vocabulary, 3)).capitalize()
        first = " ".join(self.sentence() for _ in range(4))
        second = " ".join(self.sentence() for _ in range(2))
        figure = f"Het gaat om [#{self.random.choice(self.figures)}]."
        items = "".join(f"- {self.sentence()}\n" for _ in range(2))
        return (
            f"## {heading} {part} {{#deel-{part}}}\n\n{first} {self.cite()}\n\n"
            f"{second} {figure} Lees ook [het stuk]({self.link()}).\n\n{items}\n"
        )

    def sentence(self) -> str:
        words = draw_text(self.random, self.vocabulary, WORDS_A_SENTENCE)
        return f"{' '.join(words).capitalize()}."

    def cite(self) -> str:
        return f"[@{self.random.choice(self.keys)}]."

    def link(self) -> str:
        number = self.random.randrange(len(self.paths))
        path = self.paths[number].removeprefix("pages/")
        name = path if number % PAGES_A_FOLDER else f"{path.rpartition('/')[0]}/index.md"
        return f"../{name}#deel-{self.random.randrange(4)}"
