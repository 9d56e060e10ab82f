"""Edits of texts: a sentence, a letter, times on disk; pages that come, go and move."""

import os
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from plugins.pages.address import page_address
from tests.publish.edits.files import (
    LOOSE,
    NEWS,
    choose,
    find_loose,
    find_texts,
    read,
    replace,
    write,
)
from tests.publish.edits.sentence import make_sentence

_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]]*)\]\((?P<path>[^()#:\s]+\.md)(?P<anchor>#[^()\s]*)?\)"
)


def edit_text(project: Path, number: int) -> None:
    """Put another sentence below a page's text, or below what it was."""
    path = choose([name for name in find_texts(project) if "404" not in name], number)
    kept = read(project, f"content/{path}").split("\nTot slot: ")[0].rstrip()
    sentence = make_sentence(project, path, number // 7)
    write(project, f"content/{path}", f"{kept}\n\nTot slot: {number}.\n\n{sentence}\n")


def edit_text_unseen(project: Path, number: int) -> None:
    """Change a word to one as long, and leave the file's time as it was: only its bytes tell."""
    name = "content/pages/meer.md"
    path = project / name
    before = path.stat()
    replace(project, name, r"^(Wat het \w\w\w\w).{4}", rf"\1 {number % 900 + 100}")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def touch_all(project: Path, number: int) -> None:
    """Give all content another time and other bytes of nothing, as a fresh checkout does."""
    for path in sorted((project / "content").rglob("*")):
        os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))


def add_page(project: Path, number: int) -> None:
    """Write a page, or a news item, that is not there."""
    path = _find_free(project, number)
    if path is None:
        edit_text(project, number)
        return
    news = path.startswith("nieuws/")
    fields = "soort: nieuws\ndatum: 2026-02" if news else "soort: uitleg"
    front = (
        f"---\ntitel: Nieuw {number} {posixpath.basename(path)[:-3]}\n"
        f"samenvatting: Een pagina erbij, {number}.\nvoor: [school]\n{fields}\n"
        "gecontroleerd: 2026-11-21\nherzien_voor: 2027-05-01\n---\n"
    )
    body = f"## Begin {{#begin}}\n\n{make_sentence(project, path, number)}\n"
    write(project, f"content/{path}", f"{front}\n{body}")


def _find_free(project: Path, number: int) -> str | None:
    """Return a path that no page has, now or as an old address."""
    texts = [read(project, f"content/{path}") for path in find_texts(project)]
    free = [
        path
        for path in LOOSE + NEWS
        if not (project / "content" / path).exists()
        and not any(f"oude_adressen: [{page_address(path)}]" in text for text in texts)
    ]
    return choose(free, number) if free else None


def delete_page(project: Path, number: int) -> None:
    """Take a page away, and the links to it."""
    loose = find_loose(project)
    if len(loose) < 2:
        add_page(project, number)
        return
    gone = choose(loose, number)
    (project / "content" / gone).unlink()
    for path in find_texts(project):
        _write_links(project, path, path, lambda target: None if target == gone else target)


def rename_page(project: Path, number: int) -> None:
    """Move a page, and the links to it; now and then the old address leads to it."""
    loose, new = find_loose(project), _find_free(project, number // 3)
    pages = [path for path in loose if new and path.split("/")[0] == new.split("/")[0]]
    if not pages or new is None:
        edit_text(project, number)
        return
    old = choose(pages, number)
    text = read(project, f"content/{old}")
    (project / "content" / old).unlink()
    if number % 2 and "oude_adressen" not in text:
        text = text.replace("\n---\n", f"\noude_adressen: [{page_address(old)}]\n---\n", 1)
    write(project, f"content/{new}", text)
    for path in find_texts(project):
        origin = old if path == new else path
        _write_links(project, path, origin, lambda target: new if target == old else target)


def edit_letter(project: Path, number: int) -> None:
    """Change a letter, which may be in a pack."""
    replace(project, "content/brieven/brief.md", r"^Beste .*$", f"Beste ouders {number},")


def _write_links(project: Path, path: str, origin: str, move: Callable[[str], str | None]) -> None:
    """Rewrite the links of a page that stood at `origin`; where `move` gives None the link goes."""

    def render(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(origin), match["path"]))
        moved = move(target)
        if moved is None:
            return match["text"]
        address = posixpath.relpath(moved, posixpath.dirname(path)) + (match["anchor"] or "")
        return f"[{match['text']}]({address})"

    write(project, f"content/{path}", _LINK.sub(render, read(project, f"content/{path}")))
