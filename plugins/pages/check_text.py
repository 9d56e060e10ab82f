"""What can be wrong with a page's Markdown: what it forbids, and what it would show as typed."""

import re
from collections.abc import Iterator

from plugins.core.code import blank_code
from plugins.core.problem import Problem
from plugins.core.raw_html import check_html, check_yaml_for_html
from plugins.core.suggest import render_hint
from plugins.pages.page import Page

CALL_OUTS = (
    "kern", "let-op", "voorbehoud", "hulp", "stroom", "stappen", "rollen", "tijdlijn", "staven",
)  # fmt: skip

# At the margin or first in a list item, quote or call-out; Markdown needs no space after the sign.
_HEADING_1 = re.compile(r"^(?: {4}|\t)*(?:(?:[*+-]|\d+\.) +|> ?)*#(?!#).*|^[^\n]+\n=+[ \t]*$", re.M)
# What attr_list would take as attributes, and the two kinds that it may.
_ATTRIBUTES = re.compile(
    r"\{(?::[^}\n]*\}|[^}\n]*=[^}\n]*\}|(?<=[ |]\{)[^}\n]*\}(?=[ \t#]*$))", re.M
)
_PLAIN_ATTRIBUTES = re.compile(r"\{:?(?: *[#.][\w-]+)+ *\}")
_FENCE_WITH_BRACE = re.compile(r"^[ \t>]*(?:`{3}|~{3})[^\n{]*\{", re.M)
_ANCHOR = re.compile(r"\{:?[^}\n#]*#(?P<id>[\w-]+)[^}\n]*\}")
# Anchors of the frame, of sources and of figures.
_RESERVED = re.compile(r"inhoud|bronnen|(?:bron|hub|verw|cel|noot|groep)-.*")
_HEADING = re.compile(r"^(?P<atx>#{2,6})(?!#)|^(?![\s|#>*+-])[^\n]+\n-+[ \t]*$", re.M)
_CALL_OUT = re.compile(r"^(?P<margin>[ \t]*)!!!(?P<rest>.*)$(?=(?:\n(?P<below>.*))?)", re.M)
_CALL_OUT_HEAD = re.compile(r' ?(?P<kind>[\w-]+)(?: +"[^"]*")?[ \t]*')
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_BLOCK = re.compile(r"(?:^[ \t]*\S.*(?:\n|\Z))+", re.M)
_LIST_OR_TABLE = re.compile(r"^(?:[-*+] +\S|1\. +\S|\|)", re.M)
# Below a first line of these kinds, a list or table is part of it or stands on its own.
_CONTAINER = re.compile(r"[-*+] |\d+\. |[>|!:]|[ \t]")
_BLANK = re.compile(r"\[nog in te vullen: (?P<what>[^\[\]\n]*)\]")
_FENCE = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})", re.M)
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*")


def check_text(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the text of `page`."""
    plain = blank_code(page.body)
    yield from check_forbidden(page, plain)
    yield from check_attributes(page, plain)
    yield from check_anchors(page, plain)
    yield from check_levels(page, plain)
    yield from check_call_outs(page, plain)
    yield from check_blank_lines(page, plain)
    yield from check_tables(page, plain)
    yield from check_fences(page, plain)
    yield from check_blanks(page, plain)


def _problem(page: Page, offset: int, code: str, message: str, hint: str) -> Problem:
    return page.source.problem(page.body_start + offset, code, message, hint)


def check_forbidden(page: Page, plain: str) -> Iterator[Problem]:
    """Yield Problems for an empty page, a second main heading, raw HTML and footnotes."""
    if page.template == "page" and not page.body.strip():
        yield _problem(
            page, 0, "PAG011", "deze pagina heeft geen tekst", "Schrijf de tekst onder de velden."
        )
    for match in _HEADING_1.finditer(plain):
        yield _problem(
            page, match.start(), "PAG003",
            "een kop van het hoogste niveau hoort niet in de tekst: de titel is dat al",
            "Begin de kop met «## ».",
        )  # fmt: skip
    yield from check_yaml_for_html(page.source, page.source.text[: page.body_start])
    yield from check_html(page.source, page.body_start, plain)
    for match in _FOOTNOTE.finditer(plain):
        yield _problem(
            page, match.start(), "PAG015", f"voetnoten kunnen hier niet («{match.group()}»)",
            "Zet het in de tekst, of verwijs naar een bron: «[@sleutel]».",
        )  # fmt: skip


def check_attributes(page: Page, plain: str) -> Iterator[Problem]:
    """Yield Problems for braces that would set an attribute other than an anchor or a class."""
    for match in _ATTRIBUTES.finditer(plain):
        if not _PLAIN_ATTRIBUTES.fullmatch(match.group()):
            yield _problem(
                page, match.start(), "PAG008",
                f"«{match.group()}» geeft een kenmerk mee dat hier niet kan",
                "Alleen een anker en een klasse kunnen: «{#anker}» en «{.klasse}».",
            )  # fmt: skip


def may_be_cleaned(page: Page) -> bool:
    """Tell whether the HTML of a page may hold what has to be taken out: only braces that are no
    plain anchor or class can put it there, outside code or behind a fence.
    """
    if "{" not in page.body:
        return False
    shown = _PLAIN_ATTRIBUTES.sub("", blank_code(page.body))
    return "{" in shown or _FENCE_WITH_BRACE.search(page.body) is not None


def check_cleaned(page: Page, cleaned: int | None) -> Iterator[Problem]:
    """Yield a Problem when something had to be taken out of the page's HTML, `cleaned` far in its
    body, that no other check has an eye for.
    """
    if cleaned is not None and not any(check_attributes(page, blank_code(page.body))):
        yield _problem(
            page, min(cleaned, len(page.body)), "HTM001",
            "uit deze regel komt HTML die op de hub niet mag",
            "Schrijf het gewoner: laat accolades en haken in elkaar weg.",
        )  # fmt: skip


def check_anchors(page: Page, plain: str) -> Iterator[Problem]:
    """Yield Problems for anchors that stand twice on the page, or belong to its frame."""
    seen: set[str] = set()
    for match in _ANCHOR.finditer(plain):
        anchor = match["id"]
        if anchor in seen or _RESERVED.fullmatch(anchor):
            why = "staat er twee keer" if anchor in seen else "is al van de pagina zelf"
            yield _problem(
                page, match.start("id"), "PAG009", f"het anker «{anchor}» {why}",
                "Kies een ander anker.",
            )  # fmt: skip
        seen.add(anchor)


def check_levels(page: Page, plain: str) -> Iterator[Problem]:
    """Yield Problems for headings that leave out a level: screen readers navigate by them."""
    before = 1
    for match in _HEADING.finditer(plain):
        level = len(match["atx"] or "##")
        if level > before + 1:
            yield _problem(
                page, match.start(), "PAG010", "deze kop slaat een niveau over",
                f"Begin de kop met «{'#' * (before + 1)} ».",
            )  # fmt: skip
        before = level


def check_call_outs(page: Page, plain: str) -> Iterator[Problem]:
    """Yield Problems for call-outs that would come out as typed."""
    for match in _CALL_OUT.finditer(plain):
        head = _CALL_OUT_HEAD.fullmatch(match["rest"])
        kind = head["kind"] if head else ""
        if kind not in CALL_OUTS:
            otherwise = f'Schrijf «!!! soort "Titel"», met als soort: {", ".join(CALL_OUTS)}.'
            yield _problem(
                page, match.start(), "PAG012", "dit kader is niet te lezen",
                render_hint(kind, CALL_OUTS, otherwise),
            )  # fmt: skip
        elif not (match["below"] or "").expandtabs(4).startswith(f"{match['margin']}    "):
            yield _problem(
                page, match.start(), "PAG012", "onder dit kader springt de tekst niet in",
                "Zet de tekst op de volgende regel, met vier spaties ervoor.",
            )  # fmt: skip


def check_blank_lines(page: Page, plain: str) -> Iterator[Problem]:
    """Yield Problems for a list or table right below a line of text: it would stay text."""
    for block in _BLOCK.finditer(plain):
        start, text = _without_headings(block)
        found = None if _CONTAINER.match(text) else _LIST_OR_TABLE.search(text)
        if found:
            yield _problem(
                page, start + found.start(), "PAG013",
                "boven deze lijst of tabel ontbreekt een lege regel", "Voeg een lege regel in.",
            )  # fmt: skip


def check_tables(page: Page, plain: str) -> Iterator[Problem]:
    """Yield Problems for tables that would stay text, or would lose what a row has too much."""
    for block in _BLOCK.finditer(plain):
        start, text = _without_headings(block)
        head, *rest = text.splitlines() or [""]
        if not head.startswith("|"):
            continue
        if not (rest and _DELIMITERS.fullmatch(rest[0].strip())):
            yield _problem(
                page, start, "PAG014", "onder de kop van deze tabel ontbreekt een regel streepjes",
                "Zet onder de eerste regel: «|---|---|», met een vak per kolom.",
            )  # fmt: skip
            continue
        for line in re.finditer(r"^.+$", text, re.M):
            if _count_cells(line.group()) > _count_cells(head):
                yield _problem(
                    page, start + line.start(), "PAG014",
                    "deze rij heeft meer vakken dan de kop van de tabel",
                    "Voeg een kolom toe aan de kop, of schrijf «\\|» als u een streep bedoelt.",
                )  # fmt: skip


def check_fences(page: Page, plain: str) -> Iterator[Problem]:
    """Yield a Problem for the first fence that fences nothing: it would stay text, and what is
    below it would be no code.
    """
    found = _FENCE.search(plain)
    if found:
        yield _problem(
            page, found.start("fence"), "PAG022", "hier begint een blok code dat niet eindigt",
            f"Zet onder de code een regel «{found['fence']}». Laat de eerste en de laatste regel"
            " van het blok niet inspringen.",
        )  # fmt: skip


def check_blanks(page: Page, plain: str) -> Iterator[Problem]:
    """Yield advice for what nobody has filled in yet: once a page, at the first such place."""
    blanks = list(_BLANK.finditer(plain))
    if blanks:
        count = f"{len(blanks)} plekken zijn" if len(blanks) > 1 else "één plek is"
        what = (blank["what"].strip() or "zonder naam" for blank in blanks)
        named = ", ".join(dict.fromkeys(what))
        start = page.body_start + blanks[0].start()
        yield page.source.problem(
            start, "PAG021", f"{count} op deze pagina nog niet ingevuld: {named}",
            "Vul in wat bekend is, met bron. Wat niemand weet, blijft zichtbaar leeg.",
            stops=False,
        )  # fmt: skip


def _count_cells(row: str) -> int:
    return len(re.split(r"(?<!\\)\|", row.strip().strip("|")))


def _without_headings(block: re.Match[str]) -> tuple[int, str]:
    """Return offset and text of a block of lines, without the headings that it starts with."""
    start, text = block.start(), block.group()
    while text.startswith("#"):
        size = len(text.partition("\n")[0]) + 1
        start, text = start + size, text[size:]
    return start, text
