"""Plain text as Markdown that shows it as it is."""

import re

# What Python-Markdown and the hub's own marks read as signs, and let a backslash take back.
_SIGNS = re.compile(r"[\\`*_{}\[\]#|>@]")


def escape_markdown(text: str) -> str:
    """Return `text` with a backslash before each sign that Markdown would read."""
    return _SIGNS.sub(r"\\\g<0>", text)
