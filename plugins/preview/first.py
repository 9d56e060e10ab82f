"""A page that was just saved, shown before anything else is made anew: its text in the template and
the frame of the last build. What follows from it elsewhere comes with the build right after.
"""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.hub.rendering import RenderedHub
from plugins.pages.page import Page, find_page
from plugins.pages.writer import render_page


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What a build leaves to go on from: its hub, and the generator of its pages."""

    rendered: RenderedHub
    generator: Any

    def show_first(self, changed: Iterable[Path], content: Path, site: Path) -> bool:
        """Write the one page that `changed` is about into the folder `site`; return whether that
        could be done.

        It cannot when more than a text has changed: fields show on other pages too.
        """
        page = self._find_page(tuple(changed), content)
        shown = page and self._find_shown(page.path)
        if not page or not shown:
            return False
        rendering = self.rendered.render(page)
        fresh = copy.copy(shown)  # Pelican keeps what it made of the other one
        fresh._content, fresh.toc = rendering.html, rendering.headings
        template = self.generator.get_template(fresh.template)
        html = render_page(fresh.save_as, template, self.generator.context, fresh)
        _replace(site / fresh.save_as, html)
        return True

    def _find_page(self, changed: tuple[Path, ...], content: Path) -> Page | None:
        """Return the page that changed, if it is one of the last build with the same fields."""
        inside = [path for path in changed if path.is_relative_to(content)]
        pages = {path.relative_to(content).as_posix(): path for path in inside}
        known = [name for name in pages if name in self.rendered.pages]
        if len(inside) < len(changed) or len(known) != 1:
            return None
        if any(path.suffix == ".md" for name, path in pages.items() if name not in known):
            return None
        source = read_source(content, pages[known[0]])
        page = None if isinstance(source, Problem) else find_page(known[0], source)
        same = isinstance(page, Page) and page.fields == self.rendered.pages[known[0]].fields
        return page if isinstance(page, Page) and same else None

    def _find_shown(self, path: str) -> Any:
        found = (page for page in self.generator.pages if page.written.path == path)
        return next(found, None)


def _replace(path: Path, html: str) -> None:
    """Write a page so that a reader sees the old one or the new one, whole."""
    new = path.with_suffix(".new")
    new.write_text(html, encoding="utf-8", newline="\n")
    new.replace(path)
