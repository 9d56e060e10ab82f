"""The site and its pages, as other programs get to know them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SharedSite:
    """`address` has no slash at its end and is empty while the site has none; `notice` says that it
    is an example, or is empty.
    """

    name: str
    address: str
    notice: str = ""
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class SharedPage:
    """`address` counts from the root of the site, `reviewed` is when a person last looked at it,
    and `moment` the day, month or year that a news item is about.
    """

    address: str
    title: str
    summary: str
    reviewed: date | None = None
    moment: str = ""
