"""The cold builds of a run as an SVG of bars: a group for each size, with a scale of its own."""

from collections.abc import Iterator, Sequence
from html import escape

from benchmarks.bars import COLD
from benchmarks.results import OURS, Results, Row

WIDTH, LABEL, VALUE = 760, 210, 90
_LINE, _BAR, _GAP, _HEAD = 36, 13, 34, 46
_SCALE = WIDTH - LABEL - VALUE
# On a ground of its own, so that it reads the same on a light and on a dark page.
_GROUND, _TEXT, _MINE, _THEIRS, _CLOCK = "#ffffff", "#1b1b1b", "#0b5c66", "#5f6b6d", "#aab6b8"


def render_plot(results: Results) -> str:
    """Return the picture; the length of a bar is only compared within its group."""
    groups = list(_find_groups(results))
    height = _HEAD + sum(_GAP + _LINE * len(rows) for _, rows in groups) + 12
    body = "".join(_render_groups(groups))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="title desc" '
        f'font-family="sans-serif" font-size="13" fill="{_TEXT}">\n'
        f'<title id="title">Cold builds, in seconds</title>\n'
        f'<desc id="desc">{escape(_describe(groups))}</desc>\n'
        f'<rect width="{WIDTH}" height="{height}" rx="6" fill="{_GROUND}"/>\n'
        f"{_render_legend()}{body}</svg>\n"
    )


def _find_groups(results: Results) -> Iterator[tuple[int, Sequence[Row]]]:
    rows = [row for row in results.rows if row.what == COLD]
    for pages in sorted({row.pages for row in rows}):
        group = [row for row in rows if row.pages == pages]
        yield pages, sorted(group, key=lambda row: row.median.cpu)


def _describe(groups: Sequence[tuple[int, Sequence[Row]]]) -> str:
    """Return the numbers as a sentence for each size, for who does not see the bars."""
    return " ".join(
        f"{pages:,} pages: "
        + "; ".join(
            f"{row.who} {row.median.cpu:.1f} s of processor, {row.median.wall:.1f} s by the clock"
            for row in rows
        )
        + "."
        for pages, rows in groups
    )


def _render_legend() -> str:
    return (
        _render_text(16, 26, "Cold build, seconds", weight="bold")
        + f'<rect x="{LABEL}" y="16" width="13" height="11" fill="{_MINE}"/>\n'
        + _render_text(LABEL + 19, 26, "processor")
        + f'<rect x="{LABEL + 100}" y="16" width="13" height="11" fill="{_CLOCK}"/>\n'
        + _render_text(LABEL + 119, 26, "clock")
    )


def _render_groups(groups: Sequence[tuple[int, Sequence[Row]]]) -> Iterator[str]:
    top = _HEAD
    for pages, rows in groups:
        yield _render_text(16, top + 18, f"{pages:,} pages", weight="bold")
        top += _GAP
        longest = max(max(row.median.cpu, row.median.wall) for row in rows)
        for row in rows:
            yield from _render_row(row, top, _SCALE / longest)
            top += _LINE


def _render_row(row: Row, top: int, scale: float) -> Iterator[str]:
    yield _render_text(16, top + 16, row.who)
    colour = _MINE if row.who == OURS else _THEIRS
    for offset, seconds, fill in ((0, row.median.cpu, colour), (_BAR + 1, row.median.wall, _CLOCK)):
        width = max(1.0, seconds * scale)
        yield (
            f'<rect x="{LABEL}" y="{top + offset}" width="{width:.1f}" height="{_BAR}" '
            f'fill="{fill}"/>\n'
        )
        yield _render_text(LABEL + width + 6, top + offset + 11, f"{seconds:.1f}")


def _render_text(x: float, y: int, text: str, weight: str = "normal") -> str:
    bold = "" if weight == "normal" else f' font-weight="{weight}"'
    return f'<text x="{x:.1f}" y="{y}"{bold}>{escape(text)}</text>\n'
