"""A site as a server on this computer sends it: fetched by its list of files into a folder, with
what its headers lack.
"""

import http.client
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from plugins.core.manifest import MANIFEST, find_manifest
from plugins.core.problem import Problem
from plugins.verify.policy import find_faults

_HOSTS = ("127.0.0.1", "localhost", "::1")
_PATIENCE = 10  # seconds for one answer
_TYPES = {
    ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png",
    ".json": "application/json", ".pdf": "application/pdf",
    ".js": ("text/javascript", "application/javascript"),
}  # fmt: skip
# What every page must come with, and what its value must hold.
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "geolocation=()",
}
_MISSING = "dit-adres-bestaat-niet/"


class NotServedError(Exception):
    """There is no site at the address, or it is not on this computer."""


def is_local(address: str) -> bool:
    """Tell whether an address is one of this computer, over plain HTTP."""
    parts = urlsplit(address)
    return parts.scheme == "http" and parts.hostname in _HOSTS


def fetch_site(address: str, folder: Path) -> tuple[Problem, ...]:
    """Write the site at `address` into `folder`; return what is wrong with how it is served.

    Raises NotServedError when nobody answers there, or without a list of files.
    """
    if not is_local(address):
        raise NotServedError(f"{address}: alleen een site op deze computer (http://127.0.0.1:…).")
    parts = urlsplit(address)
    server = _Server(parts.netloc, parts.path.rstrip("/"))
    try:
        return tuple(_fetch_all(server, folder))
    except (OSError, http.client.HTTPException) as error:
        raise NotServedError(f"{address}: hier antwoordt geen site ({error}).") from error
    finally:
        server.close()


class _Server:
    """One connection, kept open; `path` is where the site starts."""

    def __init__(self, host: str, path: str) -> None:
        self.path = path
        self.connection = http.client.HTTPConnection(host, timeout=_PATIENCE)

    def get(self, name: str) -> tuple[int, Mapping[str, str], bytes]:
        """Return status, headers by their names in small letters, and the body."""
        self.connection.request("GET", f"{self.path}/{quote(name)}")
        answer = self.connection.getresponse()
        return (
            answer.status,
            {key.lower(): value for key, value in answer.getheaders()},
            answer.read(),
        )

    def close(self) -> None:
        self.connection.close()


def _fetch_all(server: _Server, folder: Path) -> Iterator[Problem]:
    status, _, data = server.get(MANIFEST)
    manifest = find_manifest(data.decode("utf-8", "replace")) if status == 200 else None
    if manifest is None:
        raise OSError(f"geen {MANIFEST}")
    _write(folder, MANIFEST, data)
    for name in sorted({**manifest.kept, **manifest.files}):
        status, headers, data = server.get(_find_address(name))
        if status != 200:
            yield _problem(name, "VER028", f"de server antwoordt {status} in plaats van 200")
            continue
        _write(folder, name, data)
        yield from _check_type(name, headers)
        if name.endswith(".html"):
            yield from _check_headers(name, headers)
    yield from _check_missing(server, folder)


def _find_address(name: str) -> str:
    return name.removesuffix("index.html") if PurePosixPath(name).name == "index.html" else name


def _write(folder: Path, name: str, data: bytes) -> None:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise OSError(f"{MANIFEST} noemt «{name}»")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _check_type(name: str, headers: Mapping[str, str]) -> Iterator[Problem]:
    expected = _TYPES.get(PurePosixPath(name).suffix)
    found = headers.get("content-type", "").partition(";")[0].strip().lower()
    if expected and found not in (expected if isinstance(expected, tuple) else (expected,)):
        yield _problem(name, "VER028", f"de server noemt dit bestand «{found}»")


def _check_headers(name: str, headers: Mapping[str, str]) -> Iterator[Problem]:
    for header, expected in _HEADERS.items():
        if expected not in headers.get(header, ""):
            yield _problem(name, "VER027", f"de kopregel «{header}: {expected}» ontbreekt")
    policy = headers.get("content-security-policy", "")
    for fault in find_faults(policy):
        yield _problem(name, "VER027", f"de kopregel met het beveiligingsbeleid: {fault}")
    if "frame-ancestors 'none'" not in policy:
        yield _problem(name, "VER027", "een andere site kan deze pagina in een kader zetten")


def _check_missing(server: _Server, folder: Path) -> Iterator[Problem]:
    status, headers, data = server.get(_MISSING)
    if status != 404:
        yield _problem(_MISSING, "VER028", f"de server antwoordt {status} in plaats van 404")
    elif (page := folder / "404.html").is_file() and data != page.read_bytes():
        yield _problem(_MISSING, "VER028", "de server laat niet de eigen pagina 404.html zien")
    else:
        yield from _check_headers(_MISSING, headers)


def _problem(name: str, code: str, message: str) -> Problem:
    return Problem(
        name, 1, 1, code, message, "Stel de server in met de uitvoer van «invoke headers»."
    )
