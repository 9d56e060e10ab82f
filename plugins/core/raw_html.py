"""HTML that an editor typed: there is none in content, and the list of allowed tags is empty."""

import re
from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.core.source import Source

# Where a browser sees markup begin. A tag that does not end counts once it has an attribute, so
# that "a <b" stays text. Web and mail addresses between angle brackets are Markdown, and so is the
# target of a link.
_HTML = re.compile(
    r"""<(?!https?://[^<>\s]*>|[^\s<>@=/"']+@[\w.-]+>)(?<!\]\(<)"""
    r"(?:[A-Za-z][^\s/<>]*(?=/?>|[\s/][^<>]{0,2000}[=>])|/[A-Za-z][^\s/<>]*|!--|!\[CDATA"
    r"|![A-Za-z]+|\?)"
)
# Inside double quotes, YAML lets an escape stand for "<", or for the letter behind it.
_YAML_SIGN = re.compile(r"\\(?:x3[cC]|u003[cC]|U0000003[cC])|<\\\n?")


def check_html(source: Source, start: int, plain: str) -> Iterator[Problem]:
    """Yield Problems for raw HTML in `plain`: `source` from `start` on, its code blanked."""
    for match in _HTML.finditer(plain):
        yield _problem(source, start + match.start(), match.group())


def check_yaml_for_html(source: Source, plain: str) -> Iterator[Problem]:
    """Yield Problems for HTML in `plain`, the YAML that `source` starts with, its code blanked."""
    yield from check_html(source, 0, plain)
    for match in _YAML_SIGN.finditer(plain):
        yield _problem(source, match.start(), match.group().strip())


def _problem(source: Source, offset: int, shown: str) -> Problem:
    return source.problem(
        offset, "PAG004", f"HTML kan hier niet («{shown}»)",
        "Schrijf het in Markdown, zet code tussen «`», of zet achter een los «<» een spatie.",
    )  # fmt: skip
