"""Where a page lives on the site: its address follows from its path alone."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import urlsplit

_HOME = "index.md"
_NOT_FOUND = "pages/404.md"


@lru_cache(maxsize=16_384)  # asked many times for each page
def page_address(path: str) -> str:
    """Return the address, from the root of the site, of the page at `path` in content/.

    ``pages/kosten.md`` gives ``kosten/``, ``pages/index.md`` an empty text, ``pages/404.md`` gives
    ``404.html``.
    """
    if path == _NOT_FOUND:
        return "404.html"
    inside = path.removeprefix("pages/")
    folder, name = posixpath.split(inside)
    parts = [folder] if name == _HOME else [folder, name.removesuffix(".md")]
    joined = "/".join(part for part in parts if part)
    return f"{joined}/" if joined else ""


def find_base(address: str) -> str:
    """Return the path under which a site at `address` is served: empty at the root of a host."""
    return urlsplit(address).path.rstrip("/")


def output_file(address: str) -> str:
    """Return the file, relative to the output folder, that holds the page at `address`."""
    return address if address.endswith(".html") else f"{address}index.html"


@lru_cache(maxsize=1_024)  # a page leads to the same few many times
def relative_address(origin: str, target: str) -> str:
    """Return a link from the page at `origin` to the address `target`; both count from the root."""
    start = posixpath.dirname(output_file(origin)) or "."
    link = posixpath.relpath(target or ".", start)
    return f"{link}/" if not re.search(r"\.\w+$", posixpath.basename(target)) else link
