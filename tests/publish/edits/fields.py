"""Edits of front matter: titles, summaries, tags, kinds, reviews."""

import posixpath
from pathlib import Path

from tests.publish.edits.files import choose, find_loose, find_texts, read, write
from tests.publish.edits.texts import add_page

FIELDS = (
    ("soort", "gids"), ("soort", "overzicht"), ("soort", "uitleg"), ("tabtitel", "Iets anders"),
    ("volgorde", "3"), ("volgorde", ""), ("vindbaar", "nee"), ("vindbaar", ""), ("taal", "en"),
    ("taal", ""), ("herzien_voor", "2026-12-01"), ("herzien_voor", "2027-05-02"),
    ("gecontroleerd", "2026-11-20"), ("menu", "Los"), ("menu", ""), ("ingang", "Begin hier"),
    ("ingang", ""),
)  # fmt: skip


def _set_field(project: Path, path: str, name: str, value: str) -> None:
    text = read(project, f"content/{path}")
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    lines = [line for line in front.splitlines() if not line.startswith(f"{name}: ")]
    if value:
        lines.append(f"{name}: {value}")
    write(project, f"content/{path}", "\n".join(("---", *lines, "---", body)))


def edit_title(project: Path, number: int) -> None:
    """Call a page something else: lists, menus and the search show it."""
    path = choose([name for name in find_texts(project) if "404" not in name], number)
    _set_field(project, path, "titel", f"Titel {number} van {posixpath.basename(path)[:-3]}")


def edit_summary(project: Path, number: int) -> None:
    """Write another summary."""
    path = choose(find_texts(project), number)
    _set_field(project, path, "samenvatting", f"Samengevat in {number} woorden.")


def edit_audience(project: Path, number: int) -> None:
    """Tag a page as for others."""
    path = choose(find_texts(project), number)
    audiences = ("raadslid", "school", "gemeente", "school, gemeente", "raadslid, school")
    _set_field(project, path, "voor", f"[{choose(audiences, number // 5)}]")


def edit_field(project: Path, number: int) -> None:
    """Change what kind of page a loose page is, its place, its review, or who may find it."""
    pages = [path for path in find_loose(project) if path.startswith("pages/")]
    if not pages:
        add_page(project, number)
        return
    name, value = choose_field(number // 3)
    _set_field(project, choose(pages, number), name, value)


def choose_field(number: int) -> tuple[str, str]:
    """Return the name of a field and its new value; an empty one takes it away."""
    return FIELDS[number % len(FIELDS)]
