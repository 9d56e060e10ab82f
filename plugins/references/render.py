"""Citations and source entries as HTML."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pybtex.backends.html import Backend as HtmlBackend

from plugins.core.escape import escape_markdown
from plugins.core.hub_link import hub_href
from plugins.core.safe_html import clean_html
from plugins.references.bibliography import Bibliography
from plugins.references.citation import Citation
from plugins.references.label import Label, build_labels, filing_key
from plugins.references.style import DutchStyle


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as pages show it: its label for citations and its full entry as HTML.

    `seen` is the day on which an editor read the original; None when nobody did.
    """

    key: str
    label: Label
    html: str
    note: str
    seen: date | None


def render_references(bibliography: Bibliography) -> Mapping[str, Reference]:
    """Return every source by key, in the order of a Dutch source list."""
    labels = build_labels(bibliography)
    style = DutchStyle({key: label.year for key, label in labels.items()})
    return {
        located.key: Reference(
            key=located.key,
            label=labels[located.key],
            html=clean_html(style.render(located.work).render(HtmlBackend())),
            note=located.text("note"),
            seen=located.seen,
        )
        for located in sorted(bibliography.works, key=filing_key)
        if located.text("title")
    }


def build_group(citations: Iterable[Citation], references: Mapping[str, Reference]) -> Element:
    """Return citations that stand together: "(Augeo, 2026, p. 3; 2026, p. 7)", or with the first in
    the sentence "Augeo (2026, p. 3)". Prefixes and locators are Markdown still.
    """
    first, *rest = citations
    label = references[first.key].label
    if first.form == "narrative":
        group = Element("span", {"class": "verwijzing-in-zin"})
        _add_link(group, first, label.narrative)
        _add_text(group, f" ({escape_markdown(label.year)}")
    else:
        group = Element("span", {"class": "verwijzingen"})
        _add_text(group, f"({first.prefix} " if first.prefix else "(")
        _add_link(group, first, label.year if first.form == "year" else str(label))
    _add_locator(group, first)
    for before, citation in pairwise((first, *rest)):
        label, above = references[citation.key].label, references[before.key].label
        again = label.author == above.author and not citation.prefix
        # Years of one author stand apart by a comma, as long as no page number comes between.
        _add_text(group, ", " if again and not before.locator else "; ")
        _add_text(group, f"{citation.prefix} " if citation.prefix else "")
        _add_link(group, citation, label.year if again or citation.form == "year" else str(label))
        _add_locator(group, citation)
    _add_text(group, ")")
    return group


def _add_text(group: Element, text: str) -> None:
    if len(group):
        group[-1].tail = (group[-1].tail or "") + text
    else:
        group.text = (group.text or "") + text


def _add_link(group: Element, citation: Citation, text: str) -> None:
    link = SubElement(group, "a", {"class": "verwijzing", "href": f"#bron-{citation.key}"})
    link.text = AtomicString(text)


def _add_locator(group: Element, citation: Citation) -> None:
    if citation.locator:
        _add_text(group, ", ")
        SubElement(group, "span", {"class": "vindplaats"}).text = citation.locator


def build_source_list(
    references: Iterable[Reference], uses: Mapping[str, int], keep: Callable[[str], str]
) -> Element:
    """Return the list of sources that closes a page, given how often it cites each.

    `keep` returns what stands for a piece of HTML in the tree.
    """
    attributes = {"class": "bronnenlijst", "id": "bronnen", "data-search-skip": ""}
    section = Element("section", attributes)
    SubElement(section, "h2").text = AtomicString("Bronnen op deze pagina")
    items = SubElement(section, "ol")
    for reference in references:
        # Without tabindex, a browser that follows a link to the item would leave the focus behind.
        item = SubElement(items, "li", {"id": f"bron-{reference.key}", "tabindex": "-1"})
        item.text = AtomicString(f"{keep(reference.html)} ")
        item.append(_build_ways_back(reference, uses[reference.key]))
    return section


def _build_ways_back(reference: Reference, count: int) -> Element:
    """Return how often the page uses a source, with a link to each place and to its own page."""
    name = f"{reference.label.author} ({reference.label.year})"
    ways = Element("span", {"class": "bron__terug"})
    ways.text = AtomicString(f"Op deze pagina {count} keer gebruikt: ")
    for number in range(1, count + 1):
        back = SubElement(ways, "a", {"href": f"#{citation_id(reference.key, number)}"})
        back.set("aria-label", f"Terug naar verwijzing {number} naar {name}")
        back.text, back.tail = AtomicString(str(number)), AtomicString(" ")
    about = SubElement(ways, "a", {"href": hub_href(f"bronnen/{reference.key}/")})
    about.set("aria-label", f"Over deze bron: {name}")
    about.text = AtomicString("Over deze bron")
    return ways


def citation_id(key: str, number: int) -> str:
    """Return the anchor of one citation of a source, numbered from 1 on its page."""
    return f"verw-{key}-{number}"
