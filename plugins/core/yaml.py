"""The one YAML reader: every scalar is text with its place; types are left to the schemas.

Refuses what a content file never needs: anchors, aliases, tags and repeated keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.tokens import AliasToken, AnchorToken, TagToken

from plugins.core.problem import Problem
from plugins.core.source import Source

_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text and where it stands; line and column count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A YAML list."""

    items: tuple["Value", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A YAML mapping, in the order of the file."""

    fields: tuple[tuple[Scalar, "Value"], ...]
    line: int
    column: int

    def get(self, name: str) -> "Value | None":
        """Return the value under `name`, or None."""
        return next((value for key, value in self.fields if key.text == name), None)

    def text(self, name: str) -> str:
        """Return the text under `name`; empty when it is missing or no text."""
        value = self.get(name)
        return value.text if isinstance(value, Scalar) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of the list under `name`; a single text counts as a list of one."""
        value = self.get(name)
        if isinstance(value, Scalar):
            return (value.text,) if value.text else ()
        items = value.items if isinstance(value, Items) else ()
        return tuple(item.text for item in items if isinstance(item, Scalar))


Value = Scalar | Items | Fields


@dataclass(frozen=True, slots=True)
class Document:
    """What stood in a YAML text: its value, if it could be read, and what is wrong with it."""

    value: Value | None
    problems: tuple[Problem, ...]


def read_yaml(source: Source, *, first_line: int = 1) -> Document:
    """Read YAML text that starts at `first_line` of the file that `source` names."""
    reader = _Reader(source, first_line - 1)
    try:
        refused = tuple(reader.find_refused())
        if refused:
            return Document(None, refused)
        node = yaml.compose(source.text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return Document(None, (reader.syntax_problem(error),))
    except RecursionError:
        return Document(
            None,
            (reader.problem(0, 0, "YML001", "dit is te diep genest", "Maak de lijst platter."),),
        )
    if node is None:
        return Document(None, ())
    value = reader.convert(node, 0)
    return Document(value, tuple(reader.find_repeated_keys(node)))


class _Reader:
    """Turns PyYAML's nodes into values, and its marks into places in the file."""

    def __init__(self, source: Source, lines_before: int) -> None:
        self.source = source
        self.lines_before = lines_before

    def problem(self, line: int, column: int, code: str, message: str, hint: str) -> Problem:
        return Problem(
            self.source.path, self.lines_before + line + 1, column + 1, code, message, hint
        )

    def find_refused(self) -> Iterator[Problem]:
        for token in yaml.scan(self.source.text, Loader=yaml.SafeLoader):
            if isinstance(token, AnchorToken | AliasToken | TagToken):
                mark = token.start_mark
                yield self.problem(
                    mark.line,
                    mark.column,
                    "YML003",
                    "ankers (&), verwijzingen (*) en typen (!) kunnen hier niet",
                    "Zet de tekst tussen aanhalingstekens, of schrijf haar voluit.",
                )

    def syntax_problem(self, error: yaml.YAMLError) -> Problem:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if isinstance(error, yaml.reader.ReaderError):
            before = self.source.text[: error.position]
            line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        return self.problem(
            line,
            column,
            "YML001",
            "de YAML is hier niet te lezen",
            "Controleer het inspringen, en zet tekst met «: », «#» of «[» tussen aanhalingstekens.",
        )

    def convert(self, node: Node, depth: int) -> Value:
        if depth > _MAX_DEPTH:
            return Scalar("", *self._place(node))
        if isinstance(node, MappingNode):
            pairs = tuple(
                (self._key(key), self.convert(value, depth + 1)) for key, value in node.value
            )
            return Fields(pairs, *self._place(node))
        if isinstance(node, SequenceNode):
            items = tuple(self.convert(item, depth + 1) for item in node.value)
            return Items(items, *self._place(node))
        return self._key(node)

    def _key(self, node: Node) -> Scalar:
        text = node.value if isinstance(node, ScalarNode) else ""
        return Scalar(text, *self._place(node))

    def _place(self, node: Node) -> tuple[int, int]:
        mark = node.start_mark
        return self.lines_before + mark.line + 1, mark.column + 1

    def find_repeated_keys(self, node: Node) -> Iterator[Problem]:
        children: list[Node] = []
        if isinstance(node, MappingNode):
            seen: dict[str, int] = {}
            for key, value in node.value:
                name = key.value if isinstance(key, ScalarNode) else ""
                if name in seen:
                    yield self.problem(
                        key.start_mark.line,
                        key.start_mark.column,
                        "YML002",
                        f"het veld «{name}» staat er twee keer (eerder op regel {seen[name]})",
                        "Verwijder één van de twee.",
                    )
                seen.setdefault(name, self.lines_before + key.start_mark.line + 1)
                children.append(value)
        elif isinstance(node, SequenceNode):
            children = list(node.value)
        for child in children:
            yield from self.find_repeated_keys(child)
