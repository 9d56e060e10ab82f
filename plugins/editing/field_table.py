"""The fields of every file as tables in Dutch, for the handbook."""

from collections.abc import Iterable, Iterator, Mapping

from plugins.core.schema import Field
from plugins.editing.data_file import DataFile
from plugins.references.fields import INTERNAL, Kind

_INTRODUCTION = """\
# Velden

Dit bestand wordt gemaakt: verander het niet met de hand. `invoke schema` schrijft het opnieuw,
uit dezelfde beschrijving waarmee de controle elk bestand naloopt. In de map [schema](schema/) staat
hetzelfde als JSON Schema, voor een programma dat meekijkt terwijl u typt.
"""


def render_tables(files: Iterable[DataFile], sources: Mapping[str, Kind]) -> str:
    """Return a section for each file, with a table for each mapping in it, and one of sources."""
    parts = [_INTRODUCTION]
    for file in files:
        where = f"`{file.where}`" if file.where.startswith("content/") else file.where
        parts.append(f"## {file.name.capitalize()}\n\nStaat {_place(file)}: {where}.\n")
        parts.extend(_render_mapping("", file.fields))
    return "\n".join((*parts, _render_sources(sources)))


def _place(file: DataFile) -> str:
    return "bij elk punt van de lijst" if file.is_list else "in het bestand"


def _render_mapping(name: str, fields: tuple[Field, ...]) -> Iterator[str]:
    """Yield the table of a mapping, then those of the mappings in it."""
    head = f"### {name}\n\n" if name else ""
    rows = "\n".join(map(_render_row, fields))
    yield f"{head}| veld | nodig | wat | keuze of voorbeeld |\n|---|---|---|---|\n{rows}\n"
    for field in fields:
        if field.fields:
            yield from _render_mapping(f"{name} › {field.name}".lstrip(" ›"), field.fields)


def _render_row(field: Field) -> str:
    cells = (f"`{field.name}`", "ja" if field.required else "", field.help, _render_example(field))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _render_example(field: Field) -> str:
    if field.fields:
        return "een lijst" if field.many else "eigen velden"
    shown = ", ".join(f"`{choice}`" for choice in field.choices)
    example = shown or (f"`{field.kind.example}`" if field.kind.pattern else field.kind.name)
    return f"lijst van: {example}" if field.many else example


def _render_sources(sources: Mapping[str, Kind]) -> str:
    common = frozenset.intersection(*(kind.fields for kind in sources.values()))
    lines = [
        "## Bronnen\n",
        "In `content/bronnen.bib`. Elke bron heeft `title` en `gezien`. Wat nodig is en niet "
        "bekend, noemt u bij `ontbreekt`.\n",
        f"Elke soort mag hebben: {_names(common - set(INTERNAL))}.\n",
        "| soort | nodig | mag ook |\n|---|---|---|",
    ]
    for name, kind in sources.items():
        needed = ", ".join(" of ".join(f"`{one}`" for one in names) for names in kind.required)
        own = kind.fields - common - {one for names in kind.required for one in names}
        lines.append(f"| `{name}` | {needed} | {_names(own)} |")
    return "\n".join(lines) + "\n"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
