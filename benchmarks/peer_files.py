"""The seeded hub in the dialects of other generators: the same words, sources and links.

What a generator has no way for by itself becomes plain text: figures everywhere, and in plain
Pelican the citations too.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from pybtex.database import parse_string

from benchmarks.dialect import Dialect, find_file, link_file
from benchmarks.texts import Text, find_folder, find_name, make_sources, make_texts

_HUGO = Path(__file__).with_name("hugo")


def write_hugo(project: Path, pages: int) -> None:
    """Write a Hugo site: citations by shortcode, the list of sources from a data file."""
    shutil.copytree(_HUGO, project)
    _write(project / "data" / "bronnen.json", json.dumps(find_labels(), ensure_ascii=False))
    content = project / "content"
    _write(content / "_index.md", "---\ntitle: Start\n---\n")
    for name, layout, title in (
        ("bronnen", "sources", "Bronnen"),
        ("zoeken", "search", "Zoeken"),
    ):
        _write(content / f"{name}.md", f"---\ntitle: {title}\nlayout: {layout}\n---\n")
    for text in make_texts(pages):
        name = "_index" if text.is_overview else find_name(text.number)
        body = render_page(_HUGO_DIALECT, text)
        front = f'---\ntitle: "{text.title}"\nsamenvatting: "{text.title} in een paar woorden."\n'
        _write(
            content / find_folder(text.number) / f"{name}.md",
            f"{front}doelgroep: {text.audience}\n---\n\n{body}",
        )


def write_mkdocs(project: Path, pages: int) -> None:
    """Write a MkDocs Material site: citations by mkdocs-bibtex, search in Dutch."""
    _write(project / "bronnen.bib", make_sources())
    _write(project / "mkdocs.yml", _MKDOCS)
    _write(project / "docs" / "index.md", "# Start\n\nWelkom.\n")
    for text in make_texts(pages):
        body = render_page(_MKDOCS_DIALECT, text)
        path = project / "docs" / find_file(text.number)
        _write(path, f"---\ntitle: {text.title}\n---\n\n# {text.title}\n\n{body}")


_MKDOCS = """\
site_name: Hub
theme: {name: material, language: nl, font: false}
plugins:
  - search: {lang: nl}
  - bibtex: {bib_file: bronnen.bib}
markdown_extensions: [attr_list, footnotes, tables, {toc: {permalink: true}}]
"""


def write_pelican(project: Path, pages: int) -> None:
    """Write a site for Pelican as it comes: its own theme, no plugins, citations as plain text."""
    labels = find_labels()
    dialect = Dialect(lambda key: f"({labels[key]['label']})", _link_pelican, "{: #* }")
    for text in make_texts(pages):
        name = f"{find_folder(text.number)}-{find_name(text.number)}"
        body = render_page(dialect, text)
        front = f"Title: {text.title}\nSlug: {name}\nSummary: {text.title} in een paar woorden.\n"
        _write(project / "content" / "pages" / f"{name}.md", f"{front}\n{body}")
    _write(project / "pelicanconf.py", _PELICAN)


_PELICAN = """\
SITENAME = "Hub"
PATH = "content"
TIMEZONE = "Europe/Amsterdam"
DEFAULT_LANG = "nl"
RELATIVE_URLS = True
DISPLAY_PAGES_ON_MENU = False
CACHE_CONTENT = False
MARKDOWN = {"extensions": ["attr_list", "tables", "toc"]}
"""


def render_page(dialect: Dialect, text: Text) -> str:
    """Return a page's Markdown; a box at its head is plain text, which all have."""
    points, sections = dialect.render_points(text), dialect.render_sections(text)
    return f"**In één minuut**\n\n{points}\n{sections}"


def find_labels() -> Mapping[str, Mapping[str, str]]:
    """Return of each source its label in a text and its line in a list."""
    found = {}
    for key, entry in parse_string(make_sources(), "bibtex").entries.items():
        author = " ".join(entry.persons["author"][0].last_names)
        year, title = entry.fields["year"], entry.fields["title"]
        found[key] = {"label": f"{author}, {year}", "text": f"{author} ({year}). {title}."}
    return found


def _link_hugo(number: int, part: int) -> str:
    name = f"{find_name(number)}/" if number % 25 else ""
    return f"/{find_folder(number)}/{name}#deel-{part}"


def _link_pelican(number: int, part: int) -> str:
    return f"{find_folder(number)}-{find_name(number)}.html#deel-{part}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_HUGO_DIALECT = Dialect(lambda key: f'{{{{< cite "{key}" >}}}}', _link_hugo, "{#*}")
_MKDOCS_DIALECT = Dialect(lambda key: f"[@{key}]", link_file, "{: #* }")
