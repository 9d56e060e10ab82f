"""What can be wrong with one page, drawing, style sheet or script on its own."""

from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.verify.address import Target
from plugins.verify.markup import Page
from plugins.verify.policy import check_inline, check_policy
from plugins.verify.reference import Reference


def check_page(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the markup of a page of HTML."""
    yield from check_drawing(page)
    yield from check_policy(page)


def check_drawing(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the markup of a page or an SVG drawing."""
    for offset in page.irregular:
        yield page.source.problem(
            offset, "VER011", "deze opmaak leest niet elke browser hetzelfde",
            "Schrijf een los teken «<» als &lt;, en sluit tags en aanhalingstekens.",
        )  # fmt: skip
    yield from check_inline(page)
    yield from _check_ids(page)


def _check_ids(page: Page) -> Iterator[Problem]:
    seen: set[str] = set()
    for tag in page.tags:
        name = tag.attributes.get("id")
        if name is None:
            continue
        if name in seen or not name:
            yield page.source.problem(
                tag.offset, "VER004", f"het anker «{name}» staat er twee keer, of is leeg",
                "Geef elk element een eigen id.",
            )  # fmt: skip
        seen.add(name)


def check_request(
    reference: Reference, target: Target, source: Source, base: str
) -> Iterator[Problem]:
    """Yield a Problem when a browser would ask another host for a reference, or when its address is
    of a kind that runs or hides something.
    """
    shown = _shorten(reference.address)
    if target.kind == "forbidden":
        yield source.problem(
            reference.offset, "VER009", f"«{shown}» is geen adres om heen te gaan",
            "Gebruik alleen https, http, tel of mailto.",
        )  # fmt: skip
    elif _is_foreign(target, reference, base):
        yield source.problem(
            reference.offset, "VER005", f"de browser zou «{shown}» opvragen",
            "Zet het bestand in de site zelf; zij vraagt niets aan anderen.",
        )  # fmt: skip


def _is_foreign(target: Target, reference: Reference, base: str) -> bool:
    if reference.fetched:
        return target.kind in ("foreign", "other")
    return reference.inside and bool(base) and target.kind != "own"


def _shorten(address: str) -> str:
    one_line = " ".join(address.split())
    return one_line if len(one_line) <= 80 else f"{one_line[:79]}…"
