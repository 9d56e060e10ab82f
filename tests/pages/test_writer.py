"""A page is written again only where something that it shows has changed."""

import re
from pathlib import Path

import jinja2
import jinja2.meta
import pytest

from plugins.pages.writer import KEPT_TEMPLATES, SHOWN

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
# What the templates themselves name, or get from Pelican for this one page.
OWN = {"page", "SITEURL", "ROOT", "PAGE_AT"}
# Templates that list what follows from all pages: the names below are theirs.
LISTING = ("zoeken.html", "downloads.html", "bronnen.html", "herziening.html", "coalitie.html")


def find_names(template, seen):
    """The names that a template, and every template that it uses, takes from elsewhere."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES))
    environment.filters |= dict.fromkeys(("datum", "moment"), str)
    text = environment.loader.get_source(environment, template)[0]
    parsed = environment.parse(text)
    names = jinja2.meta.find_undeclared_variables(parsed)
    names -= set(re.findall(r"import (\w+)", text))
    seen.add(template)
    used = set(jinja2.meta.find_referenced_templates(parsed)) - seen
    return names.union(*(find_names(other, seen) for other in sorted(used)))


@pytest.mark.parametrize("template", KEPT_TEMPLATES)
def test_a_kept_template_shows_nothing_but_its_page_and_the_frame(template):
    imported = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(r"macro (\w+)", path.read_text(encoding="utf-8"))
    }
    local = {"address", "parts"}  # set within the macros that use them

    assert find_names(template, set()) - imported - local - OWN == set(SHOWN)


@pytest.mark.parametrize("template", LISTING)
def test_a_template_that_lists_is_told_from_those(template):
    assert find_names(template, set()) - find_names("page.html", set())
