"""Plain text as Markdown that shows it as it is, and whether a sign in Markdown is such text."""

import re

# What Python-Markdown and the hub's own marks read as signs, and let a backslash take back.
_SIGNS = re.compile(r"[\\`*_{}\[\]#|>@]")


def escape_markdown(text: str) -> str:
    """Return `text` with a backslash before each sign that Markdown would read."""
    return _SIGNS.sub(r"\\\g<0>", text)


def is_escaped(text: str, offset: int) -> bool:
    """Tell whether a backslash takes away the meaning of the sign at `offset`."""
    before = text[max(0, offset - 50) : offset]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
