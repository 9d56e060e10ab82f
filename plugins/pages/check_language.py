"""Advice on the length of sentences, for readers who must understand a page at once."""

from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.pages.page import Page
from plugins.pages.sentence import find_sentences

_AVERAGE = 15  # words in a sentence
_LONGEST = 30
_AUDIENCES = ("raadslid", "school")


def check_language(page: Page) -> Iterator[Problem]:
    """Yield advice when the sentences of a page for schools, councillors or help are long."""
    if page.fields.text("soort") != "hulp" and not set(_AUDIENCES) & set(page.fields.texts("voor")):
        return
    sentences = tuple(find_sentences(page.body))
    average = sum(sentence.words for sentence in sentences) / max(1, len(sentences))
    if average > _AVERAGE:
        longest = max(sentences, key=lambda sentence: sentence.words)
        yield page.source.problem(
            page.body_start + longest.offset, "TAL001",
            f"de zinnen op deze pagina tellen gemiddeld {average:.1f} woorden".replace(".", ","),
            f"Streef naar hooguit {_AVERAGE}. Knip lange zinnen; de langste begint hier.",
            stops=False,
        )  # fmt: skip
    for sentence in sentences:
        if sentence.words > _LONGEST:
            yield page.source.problem(
                page.body_start + sentence.offset, "TAL002",
                f"deze zin telt {sentence.words} woorden", "Maak er twee zinnen van.", stops=False,
            )  # fmt: skip
