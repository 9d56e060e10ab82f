"""The one YAML reader: every scalar is text with its place; types are left to the schemas.

Refuses what a content file never needs: anchors, aliases, tags and repeated keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import yaml
from yaml import tokens
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.core.hidden import HIDDEN, describe_hidden
from plugins.core.limits import TOO_LARGE
from plugins.core.problem import Problem
from plugins.core.source import Source

_MAX_DEPTH = 20
_MOST_TOKENS = 40_000  # some four for each field: eight times the hub's list of terms
_OPENING = (
    tokens.BlockMappingStartToken, tokens.BlockSequenceStartToken,
    tokens.FlowMappingStartToken, tokens.FlowSequenceStartToken,
)  # fmt: skip
_CLOSING = (tokens.BlockEndToken, tokens.FlowMappingEndToken, tokens.FlowSequenceEndToken)
_MEND = "Controleer het inspringen, en zet tekst met «: », «#» of «[» tussen aanhalingstekens."
_COLON = (
    "Schrijf «naam: waarde», met een dubbele punt en een spatie. Hoort de regel bij die erboven,"
    " laat haar dan inspringen."
)
_REFUSED = (tokens.AnchorToken, tokens.AliasToken, tokens.TagToken)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text and where it stands; line and column count from 1. `quote` is the sign before and
    behind it, or empty.
    """

    text: str
    line: int
    column: int
    quote: str = field(default="", compare=False)


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
    refused = tuple(reader.find_refused())
    if refused:
        return Document(None, refused)
    try:
        node = yaml.compose(source.text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return Document(None, (reader.problem(*_describe(error, source.text)),))
    if node is None:
        return Document(None, ())
    return Document(reader.convert(node), tuple(reader.find_repeated_keys(node)))


def _describe(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str, str]:
    """Return offset, code, message and hint of what PyYAML could not read of `text`."""
    what, offset = str(error.problem), error.problem_mark.index if error.problem_mark else 0
    in_quotes = "quoted scalar" in str(error.context)
    if in_quotes and error.context_mark and ("end of stream" in what or "document" in what):
        hint = "Zet er ook een aan het eind van de tekst."
        return error.context_mark.index, "YML001", "dit aanhalingsteken sluit niet", hint
    if "escape" in what:
        hint = "Zet de tekst tussen enkele aanhalingstekens, of haal het teken weg."
        return offset, "YML001", "«\\» kan hier niet", hint
    without_colon = _find_without_colon(error, text)
    if without_colon is not None:
        return without_colon, "YML001", "op deze regel ontbreekt een dubbele punt", _COLON
    if "flow" in str(error.context) and error.context_mark:
        hint = "Zet een komma tussen de delen en een haak aan het eind: «[school, raadslid]»."
        message = "wat hier tussen haken staat is niet te lezen"
        return error.context_mark.index, "YML001", message, hint
    if "mapping values" in what:
        hint = 'Zet de hele tekst tussen aanhalingstekens: «titel: "Kosten: een begin"».'
        return offset, "YML001", "een dubbele punt kan hier niet", hint
    return offset, "YML001", "de YAML is hier niet te lezen", _MEND


def _find_without_colon(error: yaml.MarkedYAMLError, text: str) -> int | None:
    """Return the offset of a line like «titel = X», behind which PyYAML stops, or None."""
    if "expected ':'" in str(error.problem) and error.context_mark:
        return error.context_mark.index
    if "mapping values" not in str(error.problem) or not error.problem_mark:
        return None
    start = text.rfind("\n", 0, error.problem_mark.index) + 1
    if ":" in text[start : error.problem_mark.index]:
        return None  # this line is a field, with a colon too much
    # The line above is no field by itself, so this one was taken for more of the same text.
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    line = text[above:start]
    is_field = ":" in line or not line.strip() or line.startswith((" ", "-", "#"))
    return None if is_field or text[start].isspace() else above


class _Reader:
    """Turns PyYAML's nodes into values, and its marks into places in the file.

    Places follow from offsets: PyYAML counts more characters as line ends than editors do.
    """

    def __init__(self, source: Source, lines_before: int) -> None:
        self.source = source
        self.lines_before = lines_before

    def problem(self, offset: int, code: str, message: str, hint: str) -> Problem:
        line, column = self.place(offset)
        return Problem(self.source.path, line, column, code, message, hint)

    def place(self, offset: int) -> tuple[int, int]:
        line, column = self.source.position(offset)
        return self.lines_before + line, column

    def find_refused(self) -> Iterator[Problem]:
        """Yield what no content file may hold; after that, the text can be composed safely."""
        hidden = HIDDEN.search(self.source.text)
        if hidden:
            yield self.problem(hidden.start(), *describe_hidden(hidden.group()))
            return
        try:
            yield from self.find_refused_tokens(yaml.CSafeLoader(self.source.text))
        except yaml.MarkedYAMLError as error:
            yield self.problem(*_describe(error, self.source.text))

    def find_refused_tokens(self, loader: yaml.CSafeLoader) -> Iterator[Problem]:
        depth = 0
        for number in count():
            token = loader.get_token()
            if not token:
                return
            offset = token.start_mark.index
            if number > _MOST_TOKENS:
                yield self.problem(offset, *TOO_LARGE)
                return
            depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
            if depth > _MAX_DEPTH:
                yield self.problem(
                    offset, "YML001", "dit is te diep genest", "Maak de lijst platter."
                )
                return
            if isinstance(token, tokens.ScalarToken) and (hidden := HIDDEN.search(token.value)):
                yield self.problem(offset, *describe_hidden(hidden.group()))
            if isinstance(token, _REFUSED):
                yield self.problem(
                    offset,
                    "YML003",
                    "ankers (&), verwijzingen (*) en typen (!) kunnen hier niet",
                    "Zet de tekst tussen aanhalingstekens, of schrijf haar voluit.",
                )

    def convert(self, node: Node) -> Value:
        if isinstance(node, MappingNode):
            pairs = tuple((self._key(key), self.convert(value)) for key, value in node.value)
            return Fields(pairs, *self.place(node.start_mark.index))
        if isinstance(node, SequenceNode):
            items = tuple(self.convert(item) for item in node.value)
            return Items(items, *self.place(node.start_mark.index))
        return self._key(node)

    def _key(self, node: Node) -> Scalar:
        text = node.value if isinstance(node, ScalarNode) else ""
        quote = node.style if isinstance(node, ScalarNode) and node.style in ("'", '"') else ""
        return Scalar(text, *self.place(node.start_mark.index), quote)

    def find_repeated_keys(self, node: Node) -> Iterator[Problem]:
        children: list[Node] = []
        if isinstance(node, MappingNode):
            seen: dict[str, int] = {}
            for key, value in node.value:
                name = key.value if isinstance(key, ScalarNode) else ""
                if name in seen:
                    yield self.problem(
                        key.start_mark.index,
                        "YML002",
                        f"het veld «{name}» staat er twee keer (eerder op regel {seen[name]})",
                        "Verwijder één van de twee.",
                    )
                seen.setdefault(name, self.place(key.start_mark.index)[0])
                children.append(value)
        elif isinstance(node, SequenceNode):
            children = list(node.value)
        for child in children:
            yield from self.find_repeated_keys(child)
