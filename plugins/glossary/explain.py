"""The first use of a term on a page gets its explanation, which opens without JavaScript.

The word stays text: only a button without words of its own is added, and what the button opens.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.core.hub_link import hub_href
from plugins.glossary.term import Term
from plugins.glossary.usage import Occurrence, Spellings, find_terms

# Headings and names of terms, controls, code, and quotations, which are for copying.
_LEFT_ALONE = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "a", "button", "label", "code", "pre",
     "blockquote")
)  # fmt: skip
# Citations, figures, lists of sources; call-outs for who needs help now, which stay plain.
_CLASSES_LEFT_ALONE = frozenset(
    ("verwijzingen", "cijfer", "bronnenlijst", "admonition-title", "hulp", "begrip__uitleg")
)
_CITATION = re.compile(r"\s*\[[^\[\]@]*@[^\[\]]*\]")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")


class TermExtension(Extension):
    """Explains terms, found by their `spellings`, at their first use; `active` is set for each page
    before it is rendered.
    """

    def __init__(self, spellings: Spellings) -> None:
        super().__init__()
        self.spellings = spellings
        self.active = True

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        # After inline (20), so that links, code and citations can be told from running text.
        md.treeprocessors.register(_TermTreeprocessor(md, self), "terms", 15)


class _TermTreeprocessor(Treeprocessor):
    """Walks a page in the order in which it is read."""

    def __init__(self, md: Markdown, extension: TermExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        if self.extension.active:
            _Walk(self.md, self.extension.spellings).explain(root)


class _Walk:
    """One walk through one page; remembers which terms it has met."""

    def __init__(self, md: Markdown, spellings: Spellings) -> None:
        self.md = md
        self.spellings = spellings
        self.met: set[str] = set()

    def explain(self, parent: Element) -> None:
        """Put explanations into `parent` and all that may hold them below it."""
        parent.text, placed = self._split(parent.text)
        for child in parent:
            if not _is_left_alone(child):
                self.explain(child)
            child.tail, behind = self._split(child.tail)
            placed += [child, *behind]
        parent[:] = placed

    def _split(self, text: str | None) -> tuple[str | None, list[Element]]:
        """Return what stands before the first new term, and the terms, each with its tail."""
        if not text or isinstance(text, AtomicString):
            return text, []
        found = tuple(self._find_new(text))
        ends = [*(item.start for item in found), len(text)]
        placed: list[Element] = []
        for item, end in zip(found, ends[1:], strict=True):
            explanation = _render_explanation(item.term, self.md)
            explanation.tail = text[item.end : end]
            placed += _render_label(item.term, text[item.start : item.end]), explanation
        return text[: ends[0]], placed

    def _find_new(self, text: str) -> Iterator[Occurrence]:
        for found in find_terms(text, self.spellings):
            if found.term.explained and found.term.id not in self.met:
                self.met.add(found.term.id)
                yield found


def _is_left_alone(element: Element) -> bool:
    classes = element.get("class", "").split()
    return element.tag in _LEFT_ALONE or not _CLASSES_LEFT_ALONE.isdisjoint(classes)


def _find_anchor(term: Term) -> str:
    return f"hub-begrip-{term.id}"


def _render_label(term: Term, written: str) -> Element:
    """Return the word as it was written, with the button that a click on it presses."""
    label = Element("label", {"class": "begrip"})
    label.text = AtomicString(written)
    attributes = {
        "type": "button", "class": "begrip__knop", "popovertarget": _find_anchor(term),
        "aria-label": f"Uitleg: {' '.join(written.split())}",
    }  # fmt: skip
    SubElement(label, "button", attributes)
    return label


def _render_explanation(term: Term, md: Markdown) -> Element:
    """Return what the button opens. Where nothing can open it, it follows the word in brackets."""
    anchor = _find_anchor(term)
    attributes = {"id": anchor, "class": "begrip__uitleg", "popover": "auto"}
    box = Element("span", {**attributes, "data-search-skip": "data-search-skip"})
    SubElement(box, "span", {"class": "begrip__haak"}).text = " ("
    SubElement(box, "strong", {"class": "begrip__naam"}).text = AtomicString(term.name)
    meaning = SubElement(box, "span", {"class": "begrip__tekst"})
    meaning.text = f": {find_plain_meaning(term)} "
    SubElement(box, "a", {"href": hub_href(f"begrippen/#{term.id}")}).text = "Begrippenlijst"
    closing = {"type": "button", "class": "begrip__sluit", "popovertarget": anchor}
    SubElement(box, "button", {**closing, "popovertargetaction": "hide"}).text = "Sluiten"
    SubElement(box, "span", {"class": "begrip__haak"}).text = ")"
    # The page's own inline Markdown has been read by now; this text still has to be.
    md.treeprocessors["inline"].run(box)
    return box


def find_plain_meaning(term: Term) -> str:
    """Return the meaning without citations and links: they belong to the page of terms."""
    text = _LINK.sub(r"\1", _CITATION.sub("", term.meaning))
    return f"{text} {term.caveat}".strip()
