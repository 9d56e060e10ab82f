"""A page of frames, one for each piece of markup, in a real browser: which of them run a script?"""

import html
import mimetypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

HOST = "https://arena.example/"
EVIL = "https://evil.example/"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="(?P<policy>[^"]*)">')
SCRIPT = Path(__file__).with_name("arena.js")
# What takes longest to run: once these have, the others have had their chance.
SLOW = ("animation-handler", "iframe-data", "svg-animate-link", "script-from-elsewhere")
_PATIENCE = 60_000  # milliseconds; only a hang takes that long


@dataclass(frozen=True, slots=True)
class Vector:
    """Markup that calls alert where nothing stops it, and the published class it is of."""

    name: str
    kind: str
    markup: str
    fires: bool


@cache
def read_vectors() -> tuple[Vector, ...]:
    """Return all vectors."""
    entries = yaml.safe_load(Path(__file__).with_name("vectors.yaml").read_text(encoding="utf-8"))
    return tuple(
        Vector(one["name"], one["class"], one["markup"], one.get("fires", False)) for one in entries
    )


@dataclass
class Arena:
    """A browser page; `foreign` collects what it asked other hosts for since the last visit."""

    page: Any
    documents: dict[str, str] = field(default_factory=dict)
    foreign: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    folder: Path = Path("/dev/null")

    def fight(self, pieces: Mapping[str, str], policy: str = "") -> set[str]:
        """Return the names of the pieces that ran a script, each in a frame under `policy`."""
        return self.open({name: _document(markup, policy) for name, markup in pieces.items()})

    def fight_together(self, pieces: Mapping[str, str]) -> set[str]:
        """As `fight`, for pieces of which none should run: many in a frame, which takes less time.

        Only once one did, each gets a frame of its own, so that its name is known.
        """
        names = tuple(pieces)
        groups = {f"group {n}": "\n".join(pieces[one] for one in names[n::10]) for n in range(10)}
        fired = self.fight(groups)
        return fired and (self.fight(pieces) or fired)

    def open(self, documents: Mapping[str, str]) -> set[str]:
        """Return the names of the whole documents that ran a script, each in a frame."""
        slow = {f"slow {one.name}": one.markup for one in read_vectors() if one.name in SLOW}
        served = {**documents, **{name: _document(markup, "") for name, markup in slow.items()}}
        self.documents = {f"{HOST}{number}": text for number, text in enumerate(served.values())}
        self.documents[HOST] = _arena(served)
        self.foreign.clear()
        self.spoken.clear()
        self.page.goto(HOST, wait_until="commit")
        self.page.wait_for_function(
            "names => names.every(name => fired.includes(name))", arg=list(slow), timeout=_PATIENCE
        )
        return (set(self.page.evaluate("fired")) | set(self.spoken)) - set(slow)


def open_arena(browser: Any) -> Iterator[Arena]:
    """Yield an arena; close it afterwards."""
    context = browser.new_context()
    context.add_init_script(path=SCRIPT)
    arena = Arena(context.new_page())
    context.route("**/*", lambda route: _answer(arena, route))
    arena.page.on("dialog", lambda dialog: (arena.spoken.append("a dialog"), dialog.dismiss()))
    yield arena
    context.close()


def _answer(arena: Arena, route: Any) -> None:
    address = route.request.url
    if address in arena.documents:
        route.fulfill(content_type="text/html; charset=utf-8", body=arena.documents[address])
    elif address.startswith(HOST):
        _answer_from_folder(arena.folder, address, route)
    else:
        arena.foreign.append(address)
        script = {"content-type": "text/javascript", "access-control-allow-origin": "*"}
        route.fulfill(headers=script, body="alert(1)")


def _answer_from_folder(folder: Path, address: str, route: Any) -> None:
    """Answer with a file; a page without its policy, so that this wall is gone."""
    path = folder / unquote(urlsplit(address).path).removeprefix("/")
    path = path / "index.html" if path.is_dir() else path
    if not path.is_file():
        route.fulfill(status=404, content_type="text/plain", body="")
    elif path.suffix == ".html":
        route.fulfill(content_type="text/html; charset=utf-8", body=read_without_policy(path))
    else:
        kind = mimetypes.guess_type(path.name)[0] or "text/plain"
        route.fulfill(content_type=kind, body=path.read_bytes())


def read_without_policy(path: Path) -> str:
    """Return a page of the hub without its content security policy."""
    text, count = POLICY.subn("", path.read_text(encoding="utf-8"))
    assert count == 1, path
    return text


def _document(markup: str, policy: str) -> str:
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    return f'<!doctype html><meta charset="utf-8">{head}{markup}\n<p title="x">Meer tekst.</p>'


def _arena(names: Mapping[str, str]) -> str:
    frames = (
        f'<iframe title="{html.escape(name)}" src="{HOST}{number}"></iframe>'
        for number, name in enumerate(names)
    )
    return f'<!doctype html><meta charset="utf-8"><title>x</title>{"".join(frames)}'
