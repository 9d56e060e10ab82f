"""Sources know where they are cited, as the pages show it."""

import pytest
from markdown import Markdown

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.markdown import CitationExtension
from plugins.references.place import Place, find_places, join_places
from plugins.references.render import render_references

REFERENCES = render_references(
    find_works(Source("bronnen.bib", "@misc{a-1, title={A}} @misc{z, title={Z}}"))
)
MARKDOWN = Markdown(extensions=["fenced_code", "tables", CitationExtension(REFERENCES)])


def places_in(texts: dict[str, str]) -> dict[str, tuple[Place, ...]]:
    pages = (find_places(path, MARKDOWN.reset().convert(texts[path])) for path in sorted(texts))
    return dict(join_places(pages))


def test_places_are_numbered_by_page_and_told_in_the_order_of_reading():
    texts = {
        "pages/b.md": "[@a-1] [@z; @a-1, p. 3]",
        "pages/a.md": "@a-1 [zie **p.** `1`; @z]",
        "pages/c.md": "`[@a-1]` [@a-1 @b] [x @a-1](b.md) [@z; @z]",
    }

    assert places_in(texts) == {
        "a-1": (
            Place("pages/a.md", 1, "", "zie p. 1"),
            Place("pages/b.md", 1, "", ""),
            Place("pages/b.md", 2, "", "p. 3"),
        ),
        "z": (
            Place("pages/a.md", 1, "", ""),
            Place("pages/b.md", 1, "", ""),
            Place("pages/c.md", 1, "", ""),
        ),
    }
    assert list(places_in({"pages/a.md": "[@z] [@a-1]"})) == ["a-1", "z"]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("[@z]", ""),
        ("## Kop\n\n[@z]", "Kop"),
        ("## Een\n\n### Twee\n\n[@z]\n\n## Drie", "Twee"),
        ("## Wat @z [p. 3] zegt", "Wat zegt"),
        ("Kop\n---\n\n[@z]", "Kop"),
        ("## *Kop* & `code` en [koppeling](b.md)\n\n[@z]", "Kop & code en koppeling"),
        ("```\n## Code\n```\n\n[@z]", ""),
        ("## Kop\n\n| k |\n|---|\n| [@z] |", "Kop"),
    ],
)
def test_a_place_is_told_by_the_heading_above_it(text, section):
    (place,) = places_in({"pages/a.md": text})["z"]

    assert place.section == section
