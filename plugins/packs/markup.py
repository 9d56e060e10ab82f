"""The HTML of a page as a small immutable tree, to rename, drop and join parts of."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Element:
    """An element; children are elements and plain, unescaped text. The root has an empty tag."""

    tag: str
    attributes: Attributes
    children: tuple["Element | str", ...]

    def get(self, name: str) -> str:
        """Return an attribute's value, or an empty text."""
        return dict(self.attributes).get(name, "")

    def has_class(self, name: str) -> bool:
        """Tell whether `name` is one of the element's classes."""
        return name in self.get("class").split()

    def with_attribute(self, name: str, value: str) -> "Element":
        """Return the element with an attribute that it has set to `value`."""
        pairs = tuple((key, value if key == name else old) for key, old in self.attributes)
        return Element(self.tag, pairs, self.children)


Change = Callable[[Element], tuple["Element | str", ...]]


def find_tree(html: str) -> Element:
    """Return the tree of an HTML fragment; an end tag nobody opened is ignored."""
    parser = _TreeParser()
    parser.feed(html)
    parser.close()
    return parser.finish()


def render_tree(node: "Element | str") -> str:
    """Return the HTML of a node."""
    if isinstance(node, str):
        return escape(node, quote=False)
    inside = "".join(render_tree(child) for child in node.children)
    if not node.tag:
        return inside
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes)
    opening = f"<{node.tag}{attributes}>"
    return opening if node.tag in _VOID else f"{opening}{inside}</{node.tag}>"


def find_text(node: "Element | str") -> str:
    """Return the text of a node without its tags, white space folded."""
    return " ".join(_raw_text(node).split())


def find_elements(root: Element, wanted: Callable[[Element], bool]) -> tuple[Element, ...]:
    """Return the wanted elements below `root`, in their order; none inside another."""
    found: list[Element] = []
    for child in root.children:
        if isinstance(child, Element):
            found.extend((child,) if wanted(child) else find_elements(child, wanted))
    return tuple(found)


def change_tree(root: Element, change: Change) -> Element:
    """Return the tree with each element below `root` as `change` makes it, from the inside out."""
    children: list[Element | str] = []
    for child in root.children:
        if isinstance(child, Element):
            children.extend(change(change_tree(child, change)))
        else:
            children.append(child)
    return Element(root.tag, root.attributes, tuple(children))


def _raw_text(node: "Element | str") -> str:
    return node if isinstance(node, str) else "".join(_raw_text(child) for child in node.children)


class _TreeParser(HTMLParser):
    """Collects open elements on a stack and closes them into values."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, Attributes, list[Element | str]]] = [("", (), [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, tuple((name, value or "") for name, value in attrs), []))
        if tag in _VOID:
            self._close()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or tag not in (name for name, _, _ in self._open):
            return
        while self._open[-1][0] != tag:
            self._close()
        self._close()

    def handle_data(self, data: str) -> None:
        self._open[-1][2].append(data)

    def finish(self) -> Element:
        while len(self._open) > 1:
            self._close()
        return Element("", (), tuple(self._open[0][2]))

    def _close(self) -> None:
        tag, attributes, children = self._open.pop()
        self._open[-1][2].append(Element(tag, attributes, tuple(children)))
