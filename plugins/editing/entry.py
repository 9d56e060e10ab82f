"""The text of a new page or entry, from what an editor answered. Writes nothing to disk."""

from collections.abc import Iterable, Mapping

from plugins.core.schema import Field
from plugins.core.source import Source
from plugins.editing.answers import split_list
from plugins.editing.scalar import render_list, render_scalar
from plugins.pages.page import FRONT_MATTER
from plugins.references.bibliography import find_works
from plugins.references.fields import find_missing

_BODY = """\
!!! kern "In één minuut"
    - [nog in te vullen: het antwoord in één zin, met de bron erachter]

## Wat u moet weten {#weten}

[nog in te vullen: de tekst]
"""
_NEWS_BODY = "[nog in te vullen: wat er gebeurde, met de bron erachter]\n"
_ORGANISATION = "organisatie"
_GENRE = "soort"
_BIB_ORDER = (
    "author", "editor", "title", "booktitle", "journal", "year", "month", "day", "volume",
    "pages", "number", "edition", "institution", "publisher", "school", "organization",
    "howpublished", "type", "isbn", "issn", "doi", "url", "urldate", "note", "gezien", "ontbreekt",
)  # fmt: skip


def render_page(answers: Mapping[str, str], *, news: bool) -> str:
    """Return a page with its fields and a body of visible blanks."""
    lines = _render_fields(answers, FRONT_MATTER)
    return "\n".join(("---", *lines, "---", "", _NEWS_BODY if news else _BODY))


def render_item(answers: Mapping[str, str], fields: Iterable[Field], margin: str = "") -> str:
    """Return one item of a YAML list, its lines behind `margin`."""
    first, *rest = _render_fields(answers, fields)
    lines = (f"- {first}", *(f"  {line}" for line in rest))
    return "".join(f"{margin}{line}\n" for line in lines)


def _render_fields(answers: Mapping[str, str], fields: Iterable[Field]) -> list[str]:
    return [
        f"{field.name}: {_render_value(answers[field.name], field)}"
        for field in fields
        if field.name in answers
    ]


def _render_value(text: str, field: Field) -> str:
    return render_list(split_list(text)) if field.many else render_scalar(text)


def render_source(answers: Mapping[str, str]) -> str:
    """Return an entry of ``bronnen.bib``; what its type needs and nobody gave stands in
    ``ontbreekt``.
    """
    fields = {
        name: text
        for name, text in answers.items()
        if name not in ("sleutel", "type", _ORGANISATION, _GENRE)
    }
    if _ORGANISATION in answers:
        fields["author"] = f"{{{answers[_ORGANISATION]}}}"
    if _GENRE in answers:
        fields["type"] = answers[_GENRE]
    head = f"@{answers['type']}{{{answers['sleutel']}"
    works = find_works(Source("", _render_work(head, fields))).works
    missing = [name for work in works for name in find_missing(work)]
    return _render_work(head, fields | ({"ontbreekt": ", ".join(missing)} if missing else {}))


def _render_work(head: str, fields: Mapping[str, str]) -> str:
    width = max(map(len, fields))
    lines = (f"  {name.ljust(width)} = {{{fields[name]}}}" for name in _BIB_ORDER if name in fields)
    return f"{head},\n" + ",\n".join(lines) + "\n}\n"
