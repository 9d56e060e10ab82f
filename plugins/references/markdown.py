"""Citations in Markdown become author-year links, and the page gets its list of sources."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from plugins.references.citation import CLUSTER, Citation, parse_cluster
from plugins.references.render import Reference, render_source_list


class CitationExtension(Extension):
    """Renders citations of `references`; remembers which were cited, in alphabetical order of the
    list.
    """

    def __init__(self, references: Mapping[str, Reference]) -> None:
        super().__init__()
        self.references = references
        self.cited: set[str] = set()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        md.registerExtension(self)
        # After escapes (180) and code (190), before references and links (170, 160).
        md.inlinePatterns.register(_CitationProcessor(self, md), "citation", 175)
        # Last of all, so that the list's heading stays out of the table of contents.
        md.treeprocessors.register(_SourceListTreeprocessor(self, md), "sources", 1)

    def reset(self) -> None:
        """Forget the page before."""
        self.cited = set()


class _CitationProcessor(InlineProcessor):
    """Replaces one bracketed group of citations."""

    def __init__(self, extension: CitationExtension, md: Markdown) -> None:
        super().__init__(CLUSTER, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        found = tuple(parse_cluster(m["inside"]))
        citations = tuple(item for item in found if isinstance(item, Citation))
        known = self.extension.references
        if len(citations) < len(found) or any(item.key not in known for item in citations):
            return None, None, None  # the checks say what is wrong; a preview shows what was typed
        return self._render(citations), m.start(0), m.end(0)

    def _render(self, citations: tuple[Citation, ...]) -> Element:
        group = Element("span", {"class": "verwijzingen"})
        group.text = "("
        for citation in citations:
            self.extension.cited.add(citation.key)
            link = SubElement(group, "a", {"class": "verwijzing", "href": f"#bron-{citation.key}"})
            label = str(self.extension.references[citation.key].label)
            link.text = ", ".join(filter(None, (label, citation.locator)))
            link.tail = "; "
        link.tail = ")"
        return group


class _SourceListTreeprocessor(Treeprocessor):
    """Closes the page with its sources."""

    def __init__(self, extension: CitationExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        cited = self.extension.cited
        listed = [item for key, item in self.extension.references.items() if key in cited]
        if listed:
            html = render_source_list(listed)
            SubElement(root, "p").text = self.md.htmlStash.store(html)
