"""The parts of a pack and their files: planned from its pages, then made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.packs.blank import find_marked
from plugins.packs.conversion import ConversionError
from plugins.packs.document import Document, Look, render_docx, render_odt, render_pdf
from plugins.packs.guide import PageSource, build_guide, build_letter
from plugins.packs.markup import find_text, find_tree
from plugins.packs.names import GUIDE_NAME, piece_name
from plugins.packs.pack import Hub, Pack, Piece
from plugins.packs.section import drop_sections

_RENDERERS: Mapping[str, Callable[[Document], bytes]] = {
    "PDF": render_pdf,
    "DOCX": render_docx,
    "ODT": render_odt,
}
_ALL = tuple(_RENDERERS)
_EDITABLE = ("DOCX", "ODT")
_WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """What readers call a kind of piece, how it looks, the formats it is of use in, and how many
    pages it has at most when nobody said; 0 is any number. `telling` is whether the label helps
    who looks for the piece: "poster" does, "blad" does not.
    """

    label: str
    look: Look
    formats: tuple[str, ...]
    most: int = 0
    telling: bool = True


# A PDF where somebody prints the piece as it is; what is sent or signed is first made one's own.
KINDS: Mapping[str, Kind] = {
    "kaart": Kind("Kaart", "card", _ALL, 1),
    "poster": Kind("Poster", "poster", _ALL, 1),
    "checklist": Kind("Checklist", "sheet", _ALL),
    "blad": Kind("Blad", "sheet", _ALL, telling=False),
    "brief": Kind("Brief", "letter", _EDITABLE),
    "notitie": Kind("Notitie", "letter", _EDITABLE),
    "tekst": Kind("Tekst", "letter", _EDITABLE, telling=False),
}
_GUIDE = Kind("Gids", "guide", _ALL)


def name_piece(title: str, kind: Kind) -> str:
    """Return the title as it stands among others, where it must say what kind of thing it is."""
    is_told = not kind.telling or title.casefold().startswith(kind.label.casefold())
    return title if is_told else f"{kind.label}: {title}"


@dataclass(frozen=True, slots=True)
class Part:
    """The guide or a piece: its files' name without suffix, and what readers are told of it.

    `path` is the letter that a piece is made from, empty for the guide; `pages` are title and
    address on the site of what it is made from; `blanks` the names of what a reader fills in:
    nothing in a guide, which is read as it is.
    """

    name: str
    kind: Kind
    audience: str
    document: Document
    pages: tuple[tuple[str, str], ...]
    blanks: tuple[str, ...]
    path: str = ""

    @property
    def title(self) -> str:
        """How a list of parts calls it; the guide's own title is that of the pack."""
        if self.document.look == "guide":
            return self.kind.label
        return name_piece(self.document.title, self.kind)

    @property
    def minutes(self) -> int:
        """How long reading it takes, about."""
        words = len(find_text(find_tree(self.document.html)).split())
        return max(1, round(words / _WORDS_A_MINUTE))

    def file_name(self, form: str) -> str:
        """Return the name of its file in a format ("PDF")."""
        return f"{self.name}.{form.casefold()}"


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file that was made: name, format ("PDF"), bytes."""

    name: str
    format: str
    data: bytes


def plan_parts(pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> tuple[Part, ...]:
    """Return the parts of a pack, the guide first; `pages`, by path, hold all that it names."""
    pages = {path: drop_sections(path, pages[path], pack.left_out) for path in pack.paths}
    guide = (_plan_guide(pack, pages, hub),) if pack.pages else ()
    return guide + tuple(_plan_piece(piece, pack, pages, hub) for piece in pack.pieces)


def build_file(part: Part, form: str) -> BuiltFile:
    """Make a part in a format; raise ConversionError when its document cannot be converted."""
    try:
        return BuiltFile(part.file_name(form), form, _RENDERERS[form](part.document))
    except ConversionError as error:
        error.path = part.path
        raise


def _plan_guide(pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> Part:
    chapters = tuple(pages[path] for path in pack.pages)
    companions = tuple(
        name_piece(pages[piece.path].title, KINDS[piece.kind]) for piece in pack.pieces
    )
    document = Document(
        "guide",
        pack.title,
        build_guide(chapters, hub.address),
        pack,
        hub,
        _GUIDE.label,
        companions=companions,
    )
    places = tuple((page.title, page.url) for page in chapters)
    return Part(GUIDE_NAME, _GUIDE, "", document, places, ())


def _plan_piece(piece: Piece, pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> Part:
    page, kind = pages[piece.path], KINDS[piece.kind]
    html = build_letter(page, hub.address)
    label = f"{kind.label} voor {piece.audience}"
    document = Document(kind.look, page.title, html, pack, hub, label, piece.most or kind.most)
    marked = frozenset(find_marked(find_tree(html)))
    blanks = tuple(blank.name for blank in pack.blanks if blank.name in marked)
    places = ((page.title, page.url),)
    return Part(piece_name(piece.path), kind, piece.audience, document, places, blanks, piece.path)
