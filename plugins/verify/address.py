"""Where an address leads: to a file of the site, to another host, or to what no page may use.

Reads addresses as browsers do: without the spaces and line ends that they skip.
"""

import posixpath
import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote, urlsplit

_SKIPPED = re.compile(r"^[\x00-\x20]+|[\x00-\x20]+$|[\t\n\r]")
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.I)
_PLAIN_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
START = "index.html"

Kind = Literal["own", "foreign", "other", "forbidden"]


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads.

    ``own``: `path` is from the root of the site; it starts with ``../`` when it leaves the site.
    ``foreign``: another host. ``other``: mail or telephone. ``forbidden``: any other scheme.
    """

    kind: Kind
    path: str = ""
    anchor: str = ""


@lru_cache(maxsize=1_024)  # its links are judged, and those within the site kept
def find_target(origin: str, address: str, base: str) -> Target:
    """Return where `address` leads in the file `origin` of a site at `base` (empty: unknown)."""
    clean = _SKIPPED.sub("", address)
    before, _, anchor = clean.partition("#")
    plain = before.partition("?")[0].replace("\\", "/")
    scheme = _SCHEME.match(plain)
    if scheme:
        name = scheme["scheme"].lower()
        if name not in _PLAIN_SCHEMES:
            return Target("forbidden")
        if name in ("mailto", "tel"):
            return Target("other")
    if scheme or plain.startswith("//"):
        path = _find_own_path(plain, base)
        return Target("foreign") if path is None else Target("own", path, unquote(anchor))
    return Target("own", _find_path(origin, unquote(plain), base), unquote(anchor))


def _find_own_path(address: str, base: str) -> str | None:
    """Return the path of a full address within the site, or None when it is of another."""
    whole = address if address[:2] != "//" else f"{urlsplit(base).scheme}:{address}"
    if not base or not f"{whole}/".startswith(f"{base}/"):
        return None
    return posixpath.normpath(unquote(whole.removeprefix(base)).strip("/")) + _slash(whole)


def _find_path(origin: str, plain: str, base: str) -> str:
    if plain.startswith("/"):
        root = urlsplit(base).path
        inside = f"{plain}/".startswith(f"{root}/")
        joined = plain.removeprefix(root).lstrip("/") if inside else f"../{plain}"
    elif plain:
        joined = posixpath.join(posixpath.dirname(origin), plain)
    else:
        return origin
    return posixpath.normpath(joined or ".") + _slash(plain)


def _slash(address: str) -> str:
    return "/" if address.endswith("/") else ""


def find_file(path: str, names: Container[str]) -> str | None:
    """Return the file that a server sends for a path from the root of the site, or None."""
    if path in names and not path.endswith("/"):
        return path
    start = posixpath.normpath(posixpath.join(path, START))
    return start if start in names else None
