"""A source in which nothing is wrong, to be spoilt by the tests of the checks."""

from plugins.core.source import Source
from plugins.references.bibliography import Bibliography, find_works

FILE = "content/bronnen.bib"
GOOD = {
    "author": "{VNG}", "title": "Beleidskader opvang", "year": "2018", "gezien": "nee",
}  # fmt: skip


def write_entry(key: str = "a", kind: str = "report", **fields: str | None) -> str:
    """Return an entry that is good but for `fields`; None leaves a field out."""
    kept = {name: text for name, text in {**GOOD, **fields}.items() if text is not None}
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in kept.items())
    return f"@{kind}{{{key},\n{lines}}}\n"


def read_entries(*entries: str) -> Bibliography:
    """Read entries as a file; all of them can be read."""
    bibliography = find_works(Source(FILE, "\n".join(entries)))
    assert bibliography.problems == ()
    return bibliography
