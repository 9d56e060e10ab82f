"""The seeded hub as this one reads it: every check, figures, terms, citations; no packs."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from benchmarks.dialect import Dialect, find_file, link_file
from benchmarks.texts import Text, make_sources, make_texts
from plugins.figures.register import read_register

ROOT = Path(__file__).parents[1]
# Written by hand in every hub, in few words here; the rest of the pages are made up.
_LISTS = ("begrippen", "bronnen", "cijfers", "zoeken", "trefwoorden", "over", "404")
_TEMPLATES = ("begrippen", "bronnen", "cijfers", "zoeken")
_REGION = ROOT / "tests" / "sites" / "base" / "content" / "regio.yaml"
_DIALECT = Dialect(lambda key: f"[@{key}]", link_file, "{#*}")
_OWN = ("begrippen.yaml", "cijfers.yaml")


def write_project(folder: Path, pages: int) -> Path:
    """Lay out a project in `folder` with about `pages` pages, and return it."""
    link_code(folder)
    write_content(folder / "content", pages)
    return folder


def link_code(folder: Path) -> None:
    """Give a project the code, the theme and the settings of this one."""
    folder.mkdir(parents=True)
    for name in ("plugins", "theme"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        shutil.copy(ROOT / name, folder)


def write_content(content: Path, pages: int) -> None:
    """Write a content folder in which nothing is wrong."""
    _write_data(content)
    figures = [figure.id for figure in read_register(content).figures]
    for name, page in _write_fixed():
        _write(content / "pages" / f"{name}.md", page)
    for text in make_texts(pages):
        figure = figures[text.number % len(figures)]
        _write(content / "pages" / find_file(text.number), render_text(text, figure))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_data(content: Path) -> None:
    content.mkdir(parents=True)
    for name in _OWN:
        shutil.copy(ROOT / "content" / name, content)
    region = _REGION.read_text(encoding="utf-8").replace("plan-2018", "ghnt-2018")
    _write(content / "regio.yaml", region)
    _write(content / "pakketten.yaml", "pakketten: []\n")
    own = (ROOT / "content" / "bronnen.bib").read_text(encoding="utf-8")
    _write(content / "bronnen.bib", f"{own}\n{make_sources()}")


def _write_fixed() -> Iterator[tuple[str, str]]:
    yield "index", _page("Start", "start", "Welkom op deze hub.\n")
    yield "hulp-nu", _page("Hulp nu", "hulp", "Bel [112](tel:112) als er gevaar is.\n")
    for name in _LISTS:
        extra = f"sjabloon: {name}\n" if name in _TEMPLATES else ""
        body = "## Van A tot Z {#register}\n" if name == "trefwoorden" else "Een lijst.\n"
        yield name, _page(name.capitalize(), "overzicht", body, extra)


def _page(title: str, kind: str, body: str, extra: str = "", audience: str = "iedereen") -> str:
    return (
        f"---\ntitel: {title}\nsamenvatting: {title} in een paar woorden.\nvoor: [{audience}]\n"
        f"soort: {kind}\ngecontroleerd: 2026-11-21\nherzien_voor: 2027-11-21\n{extra}---\n\n{body}"
    )


def render_text(text: Text, figure: str) -> str:
    """Return one page; `figure` is the id of a figure that its sections show."""
    points = indent(_DIALECT.render_points(text), "    ")
    body = f'!!! kern "In één minuut"\n{points}\n{_DIALECT.render_sections(text, f"[#{figure}]")}'
    kind = "overzicht" if text.is_overview else "uitleg"
    return _page(text.title, kind, body, audience=text.audience)
