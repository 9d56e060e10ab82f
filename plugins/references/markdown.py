"""Citations in Markdown become author-year links, and the page gets its list of sources."""

import re
from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from plugins.references.citation import Citation, find_marks
from plugins.references.render import Reference, build_group, build_source_list, citation_id

_TOKEN = f"{STX}verwijzing:%d{ETX}"


class CitationExtension(Extension):
    """Renders citations of `references`; `groups` are those of the page at hand."""

    def __init__(self, references: Mapping[str, Reference]) -> None:
        super().__init__()
        self.references = references
        self.groups: list[tuple[Citation, ...]] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        md.registerExtension(self)
        md.ESCAPED_CHARS.extend("@;")
        # The tree's texts are still as they were typed (20 reads what stands in the lines), so that
        # the page and the checks find citations in the same way.
        md.treeprocessors.register(_FindTreeprocessor(self, md), "find-citations", 25)
        # Before code (190): what stands in code has been left out already.
        md.inlinePatterns.register(_GroupProcessor(self, md), "citation", 195)
        # After the table of contents (5), which leaves out the list's heading.
        md.treeprocessors.register(_SourceListTreeprocessor(self, md), "sources", 3)

    def reset(self) -> None:
        """Forget the page before."""
        self.groups = []

    def mark_groups(self, text: str) -> str:
        """Return `text` with a token for each group of citations; what is wrong stays as typed."""
        pieces: list[str] = []
        end = 0
        for mark in find_marks(text):
            if mark.citations and all(one.key in self.references for one in mark.citations):
                pieces += text[end : mark.start], _TOKEN % len(self.groups)
                self.groups.append(mark.citations)
                end = mark.end
        return "".join((*pieces, text[end:]))


class _FindTreeprocessor(Treeprocessor):
    """Puts a token where citations stand together."""

    def __init__(self, extension: CitationExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text = self._mark(element.text)
            element.tail = self._mark(element.tail)

    def _mark(self, text: str | None) -> str | None:
        is_code = isinstance(text, AtomicString)
        return text if not text or "@" not in text or is_code else self.extension.mark_groups(text)


class _GroupProcessor(InlineProcessor):
    """Replaces a token by its citations."""

    def __init__(self, extension: CitationExtension, md: Markdown) -> None:
        super().__init__(_TOKEN.replace("%d", r"(\d+)"), md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        group = self.extension.groups[int(m[1])]
        return build_group(group, self.extension.references), m.start(0), m.end(0)


class _SourceListTreeprocessor(Treeprocessor):
    """Numbers the citations of each source, and closes the page with its sources."""

    def __init__(self, extension: CitationExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        uses: Counter[str] = Counter()
        for link in root.iter("a"):
            if link.get("class") == "verwijzing":
                key = link.get("href", "").removeprefix("#bron-")
                uses[key] += 1
                link.set("id", citation_id(key, uses[key]))
        listed = [item for key, item in self.extension.references.items() if key in uses]
        if listed:
            root.append(build_source_list(listed, uses, self.md.htmlStash.store))
