"""Where something is used: a page, and the section of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.core.escape import escape_markdown


@dataclass(frozen=True, slots=True)
class Use:
    """One place: the page's title, a link to it as a file in content/pages/ would write it, and the
    title of the section; empty when it stands above the first heading.
    """

    title: str
    link: str
    section: str = ""


def render_uses(uses: Iterable[Use]) -> str:
    """Return Markdown links to the pages of `uses`, each page once, at its first place."""
    first: dict[str, Use] = {}
    for use in uses:
        first.setdefault(use.title, use)
    return ", ".join(f"[{escape_markdown(use.title)}]({use.link})" for use in first.values())
