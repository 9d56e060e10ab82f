"""The hub's terms and abbreviations, read from ``begrippen.yaml``."""

from dataclasses import dataclass
from pathlib import Path

from plugins.core.files import read_source
from plugins.core.limits import find_overload
from plugins.core.problem import Problem
from plugins.core.schema import TEXT, Field, pattern_kind
from plugins.core.slug import find_slug
from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, Value, read_yaml

FILE = "begrippen.yaml"

YEAR = pattern_kind("jaartal", "(19|20)[0-9]{2}", "2018")

FIELDS = (
    Field("term", TEXT, "het begrip"),
    Field("afkorting", TEXT, "de afkorting", required=False),
    Field("uitleg", TEXT, "één of twee zinnen, met bron"),
    Field("stand", YEAR, "het jaar waaruit een wettelijke omschrijving komt", required=False),
    Field(
        "verklaar",
        TEXT,
        "nee: pagina’s leggen dit woord niet uit",
        required=False,
        choices=("ja", "nee"),
    ),
    Field("zoekwoorden", TEXT, "hoe een bezoeker het zelf zou zeggen", required=False, many=True),
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term; `search_words` are everyday words that visitors use for it.

    `as_of` is the year of a legal definition that may have changed since, or empty; `explained`
    tells whether the first use of the term on a page gets its explanation.
    """

    term: str
    abbreviation: str
    meaning: str
    search_words: tuple[str, ...]
    line: int
    column: int
    as_of: str = ""
    explained: bool = True

    @property
    def name(self) -> str:
        """The term with its abbreviation in brackets, if it has one."""
        return f"{self.term} ({self.abbreviation})" if self.abbreviation else self.term

    @property
    def caveat(self) -> str:
        """A sentence that dates a definition taken from a law; empty for other terms."""
        if not self.as_of:
            return ""
        return f"Zo omschreven in {self.as_of}; de wet kan sindsdien zijn veranderd."

    @property
    def id(self) -> str:
        """The anchor of the term on the page of terms."""
        return find_slug(self.term)


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms in the order of the file, the text they came from, and what could not be read."""

    terms: tuple[Term, ...]
    entries: tuple[Value, ...]
    source: Source
    problems: tuple[Problem, ...]


def read_glossary(root: Path) -> Glossary:
    """Read ``begrippen.yaml`` of the content folder `root`."""
    source = read_source(root, root / FILE)
    if isinstance(source, Problem):
        return Glossary((), (), Source(source.file, ""), (source,))
    overload = find_overload(source)
    if overload:
        return Glossary((), (), Source(source.path, ""), (overload,))
    document = read_yaml(source)
    value = document.value
    if value is not None and not isinstance(value, Items):
        return Glossary((), (), source, (*document.problems, _no_list(value, source.path)))
    entries = value.items if value else ()
    terms = tuple(_term(entry) for entry in entries if isinstance(entry, Fields))
    return Glossary(terms, entries, source, document.problems)


def _no_list(value: Value, path: str) -> Problem:
    return Problem(
        path, value.line, value.column, "YML004", "hier hoort een lijst van begrippen te staan",
        "Begin elk begrip met een streepje: «- term: …».",
    )  # fmt: skip


def _term(fields: Fields) -> Term:
    return Term(
        fields.text("term"),
        fields.text("afkorting"),
        " ".join(fields.text("uitleg").split()),
        fields.texts("zoekwoorden"),
        fields.line,
        fields.column,
        fields.text("stand"),
        fields.text("verklaar") != "nee",
    )
