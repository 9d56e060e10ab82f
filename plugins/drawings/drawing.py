"""What a call-out draws: its kind, and the words of its list or table. Changes no page."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

# The kind of call-out, and what it draws: a list with numbers, a list with dashes, or a table.
KINDS = {"stroom": "ol", "stappen": "ol", "rollen": "ul", "tijdlijn": "table"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A call-out that draws; `labels` are the bold words of its items, or the first cells of its
    rows.
    """

    kind: str
    labels: tuple[str, ...]


def find_drawing(call_out: Element) -> Drawing | None:
    """Return what an element of the page draws, or None where it is no such call-out."""
    kind = _find_kind(call_out)
    subject = call_out.find(KINDS[kind]) if kind else None
    if subject is None:
        return None
    labels = tuple(map(_label, find_parts(subject)))
    return Drawing(kind, labels) if labels else None


def _find_kind(call_out: Element) -> str:
    """Return the kind of a call-out that draws, or an empty text."""
    classes = call_out.get("class", "").split()
    return next((name for name in classes if name in KINDS and "admonition" in classes), "")


def find_parts(subject: Element) -> tuple[Element, ...]:
    """Return the items of a list, or the rows of a table without its head."""
    return tuple(subject.findall("tbody/tr" if subject.tag == "table" else "li"))


def find_lead(item: Element) -> Element | None:
    """Return the bold words that an item starts with, if it does."""
    first = _find_first(item)
    inside = _find_first(first) if first is not None and first.tag == "p" else first
    return inside if inside is not None and inside.tag == "strong" else None


def _find_first(element: Element) -> Element | None:
    """Return the element that another starts with, before any text."""
    return element[0] if len(element) and _is_blank(element.text) else None


def _label(part: Element) -> str:
    source = part[0] if part.tag == "tr" and len(part) else find_lead(part)
    return " ".join("".join(_find_words(source)).split()) if source is not None else ""


def _find_words(element: Element) -> Iterator[str]:
    """Yield the text that stands there, without explanations that open on demand."""
    yield element.text or ""
    for child in element:
        if child.get("popover") is None:
            yield from _find_words(child)
        yield child.tail or ""


def _is_blank(text: str | None) -> bool:
    return not (text or "").strip()
