"""Whether every address in the site leads somewhere within it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.core.problem import Problem
from plugins.core.suggest import find_near_name
from plugins.verify.address import Target, find_file, find_target

_TOP = ("", "top")


@dataclass(frozen=True, slots=True)
class Link:
    """An address within the site, where it leads, and the place where it stands."""

    address: str
    target: Target
    shown: str
    line: int
    column: int
    fetched: bool


@dataclass(frozen=True, slots=True)
class Places:
    """What there is to link to: the files, the anchors of each page, and the site's address."""

    names: frozenset[str]
    anchors: Mapping[str, Container[str]]
    base: str

    def find_fault(self, target: Target) -> str:
        """Return what is wrong with a target within the site: ``file``, ``anchor``, or nothing."""
        file = find_file(target.path, self.names)
        if file is None:
            return "file"
        return "" if self._has_anchor(file, target) else "anchor"

    def leads(self, address: str) -> bool:
        """Tell whether an address, seen from the start page, leads to a place in the site."""
        target = find_target("index.html", address, self.base)
        return target.kind == "own" and not self.find_fault(target)

    def _has_anchor(self, file: str, target: Target) -> bool:
        # What holds an = is no anchor: choices for a script, a page of a PDF, a text to mark.
        state = target.anchor in _TOP or "=" in target.anchor
        return state or target.anchor in self.anchors.get(file, ())


def check_links(links: Iterable[Link], places: Places) -> Iterator[Problem]:
    """Yield each link that leads nowhere."""
    for link in links:
        fault = places.find_fault(link.target)
        if fault:
            yield _find_problem(link, fault, places)


def _find_problem(link: Link, fault: str, places: Places) -> Problem:
    place = link.shown, link.line, link.column
    if fault == "anchor":
        anchor = link.address.partition("#")[2]
        return Problem(
            *place, "VER002", f"«{link.address}»: die pagina heeft geen anker «{anchor}»",
            "Verander de link, of de kop waar zij naar wijst.",
        )  # fmt: skip
    shown = (name.removesuffix("index.html") for name in places.names)
    near = find_near_name(link.target.path, shown)
    hint = f"Bedoelt u «{near}»? " if near else ""
    if link.fetched:
        return Problem(
            *place, "VER003", f"«{link.address}»: dit beeld, script of deze stijl is er niet",
            f"{hint}Zet het bestand in de site, of haal de verwijzing weg.",
        )  # fmt: skip
    return Problem(
        *place, "VER001", f"«{link.address}»: deze link leidt nergens heen",
        f"{hint}Verander de link, of maak de pagina of download.",
    )  # fmt: skip
