"""The councillor's text with the figures of the register and the names of the region: the features
meet here alone.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from plugins.coalition.export import build_blocks, build_lexicon, build_texts, render_json
from plugins.coalition.mark import BUILDER, TEST
from plugins.coalition.markdown import render_place
from plugins.figures.figure import Figure
from plugins.figures.mark import Mark, find_marks
from plugins.figures.register import Register
from plugins.figures.wording import capitalise, render_figure, starts_sentence
from plugins.hub.hub import Hub

TEXTS_FILE = "coalitietekst/teksten.json"
LEXICON_FILE = "toets-uw-tekst/woorden.json"


def fill_figures(register: Register, text: str) -> str:
    """Return `text` with the mark of each known figure in plain words."""
    pieces: list[str] = []
    kept = 0
    for mark in find_marks(text):
        figure = register.entries.get(mark.id) if isinstance(mark, Mark) else None
        if isinstance(mark, Mark) and isinstance(figure, Figure):
            before = "".join((*pieces, text[kept : mark.offset]))
            words = render_figure(figure, mark.form)
            # What begins a text may come to stand inside a sentence.
            shown = capitalise(words) if before.strip() and starts_sentence(before) else words
            pieces = [before, shown]
            kept = text.index("]", mark.offset) + 1
    return "".join((*pieces, text[kept:]))


def build_coalition(hub: Hub) -> Mapping[str, Any]:
    """Return what the templates of the builder and of the test show."""
    fill = partial(fill_figures, hub.register)
    return {
        "texts": _build_texts(hub),
        "blocks": build_blocks(hub.coalition, hub.coalition.start, fill),
        "subjects": [
            {"id": subject.id, "name": clause.name}
            for subject in hub.lexicon.subjects
            for clause in hub.coalition.clauses
            if clause.id == subject.id
        ],
        "texts_file": TEXTS_FILE,
        "lexicon_file": LEXICON_FILE,
        "builder_place": render_place(BUILDER),
        "test_place": render_place(TEST),
    }


def _build_texts(hub: Hub) -> Mapping[str, Any]:
    fill = partial(fill_figures, hub.register)
    return build_texts(hub.coalition, fill, hub.region.region.gemeenten)


def render_coalition_files(hub: Hub) -> Mapping[str, bytes]:
    """Return what the browser reads, by the path from the root; nothing without clauses."""
    files: dict[str, bytes] = {}
    if hub.coalition.clauses:
        files[TEXTS_FILE] = render_json(_build_texts(hub))
    if hub.lexicon.subjects:
        files[LEXICON_FILE] = render_json(build_lexicon(hub.lexicon))
    return files
