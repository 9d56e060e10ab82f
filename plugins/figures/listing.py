"""The register as Markdown: the text of its page, with every figure's provenance."""

from collections.abc import Iterator, Mapping

from plugins.core.escape import escape_markdown
from plugins.core.slug import find_slug
from plugins.core.use import Use, render_uses
from plugins.figures.figure import KINDS, UNKNOWN_YEAR, Figure
from plugins.figures.register import Register, find_look_alikes
from plugins.figures.table import Table
from plugins.figures.wording import capitalise, render_figure, render_year

_STATUSES = {
    "historisch": "historisch: het zegt iets over toen, niet over nu",
    "betwist": "betwist: bronnen spreken elkaar tegen",
}


def render_register(register: Register, uses: Mapping[str, tuple[Use, ...]]) -> str:
    """Return every figure and table under a heading per group, in the order of the file.

    `uses` holds, by id, where pages name it.
    """
    known = {figure.id: figure for figure in register.figures}
    look_alikes = {
        id_: tuple(known[other] for other in others)
        for id_, others in find_look_alikes(register.figures).items()
    }
    groups: dict[str, list[str]] = {}
    for entry in register.all:
        used = uses.get(entry.id, ())
        if isinstance(entry, Figure):
            text = _render_entry(entry, tuple(_find_rows(entry, look_alikes[entry.id], used)))
        else:
            text = _render_table(entry, used)
        groups.setdefault(entry.group, []).append(text)
    return "".join(map(_render_group, groups, groups.values()))


def find_anchors(register: Register) -> frozenset[str]:
    """Return the anchors of every figure, table and group on the page of the register."""
    groups = {_group_anchor(entry.group) for entry in register.all}
    return frozenset((*groups, *(entry.id for entry in register.all)))


def _group_anchor(name: str) -> str:
    return f"groep-{find_slug(name)}"


def _render_group(name: str, entries: list[str]) -> str:
    return f"\n## {escape_markdown(name)} {{#{_group_anchor(name)}}}\n\n{''.join(entries)}"


def _render_table(table: Table, uses: tuple[Use, ...]) -> str:
    used = f"Gebruikt op: {render_uses(uses)}\n\n" if uses else ""
    return f"### {escape_markdown(table.title)} {{#{table.id}}}\n\n[#{table.id}]\n\n{used}"


def _render_entry(figure: Figure, rows: tuple[tuple[str, str], ...]) -> str:
    listed = "".join(f"{name}\n:   {text}\n\n" for name, text in rows)
    return f"### {escape_markdown(capitalise(figure.what))} {{#{figure.id}}}\n\n{listed}"


def _find_rows(
    figure: Figure, others: tuple[Figure, ...], uses: tuple[Use, ...]
) -> Iterator[tuple[str, str]]:
    """Yield name and Markdown text of each thing to tell about `figure`."""
    yield "Cijfer", f"**{escape_markdown(capitalise(render_figure(figure)))}**"
    yield "Jaar", escape_markdown(_describe_year(figure))
    yield "Soort", escape_markdown(KINDS.get(figure.kind, figure.kind))
    if figure.status in _STATUSES:
        yield "Status", _STATUSES[figure.status]
    yield "Bron", f"[{', '.join(filter(None, (f'@{figure.source}', figure.place)))}]"
    if figure.remark:
        yield "Opmerking", figure.remark
    if figure.not_proven:
        yield "Dit bewijst niet", figure.not_proven
    if others:
        yield "Niet te verwarren met", "; ".join(map(_render_other, others))
    if uses:
        yield "Gebruikt op", render_uses(uses)


def _describe_year(figure: Figure) -> str:
    if figure.year == UNKNOWN_YEAR:
        return "; ".join(filter(None, ("de bron noemt geen jaar", figure.moment)))
    if figure.moment and figure.year in figure.moment:
        return figure.moment
    return "; ".join(filter(None, (render_year(figure.year), figure.moment)))


def _render_other(figure: Figure) -> str:
    return (
        f"[{escape_markdown(render_figure(figure))}](#{figure.id}): {escape_markdown(figure.what)}"
    )
