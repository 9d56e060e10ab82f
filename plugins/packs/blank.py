"""Blanks, "[naam school]": what a reader fills in, found in Markdown and marked in a page."""

import re
from collections.abc import Iterator

from plugins.core.code import blank_code
from plugins.core.source import Source
from plugins.packs.markup import Element, find_elements, find_text

BLANK_CLASS = "invulplek"
# A name may run on to the next line, as text does.
_BLANK = re.compile(r"\[(?P<name>[^\W\d_][^\[\]<>@]{1,80})\]")
# What a blank is not: escaped, the text or the label of a link, the label of a link's address.
_MARKDOWN_BLANK = re.compile(rf"(?<![\\!\]]){_BLANK.pattern}(?![(\[])")
_ADDRESS = re.compile(r"^ {0,3}\[[^\]\n]+\]:.*", re.M)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$", re.S | re.M)
# Words between brackets that a source list and a citation write: "[Brief]".
_CITING = ("bronnenlijst", "verwijzingen")


def find_blanks(source: Source) -> Iterator[tuple[str, int]]:
    """Yield the name and the offset of each blank in a page's Markdown, code left out."""
    text = _ADDRESS.sub(lambda match: " " * len(match.group()), blank_code(source.text))
    for match in _MARKDOWN_BLANK.finditer(text, find_body(source.text)):
        yield _fold(match["name"]), match.start()


def find_body(text: str) -> int:
    """Return where the text of a page starts, below its fields."""
    front = _FRONT_MATTER.match(text)
    return front.end() if front else 0


def mark_blanks(element: Element) -> Element:
    """Return the element with each blank in a span of its own, which every format can show."""
    if element.tag in ("code", "pre", "a") or any(map(element.has_class, _CITING)):
        return element
    children: list[Element | str] = []
    for child in element.children:
        children += _split(child) if isinstance(child, str) else [mark_blanks(child)]
    return Element(element.tag, element.attributes, tuple(children))


def find_marked(root: Element) -> tuple[str, ...]:
    """Return the names of the blanks that are marked below `root`, in their order."""
    marked = find_elements(root, lambda element: element.has_class(BLANK_CLASS))
    return tuple(find_text(element).strip("[]") for element in marked)


def _split(text: str) -> list[Element | str]:
    nodes: list[Element | str] = []
    end = 0
    for match in _BLANK.finditer(text):
        blank = Element("span", (("class", BLANK_CLASS),), (f"[{_fold(match['name'])}]",))
        nodes += [text[end : match.start()], blank]
        end = match.end()
    return [*nodes, text[end:]]


def _fold(name: str) -> str:
    return " ".join(name.split())
