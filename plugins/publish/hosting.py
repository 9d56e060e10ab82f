"""The settings of a server for this hub, printed for whoever sets one up."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from plugins.publish.headers import render_caddy, render_nginx
from plugins.region.region import read_region

_RENDERERS: Mapping[str, Callable[[str, str], str]] = {
    "nginx": render_nginx,
    "caddy": render_caddy,
}
_EXAMPLE = "hub.example"


def print_settings(project: Path, program: str, root: str) -> int:
    """Print the settings for nginx or Caddy with the site in the folder `root`; return the exit
    code, 2 when they cannot be made.
    """
    address = urlsplit(read_region(project / "content").region.adres)
    if program not in _RENDERERS:
        print(f"«{program}» kan niet bij --voor: kies {' of '.join(_RENDERERS)}.", file=sys.stderr)
        return 2
    if address.path:
        told = (
            f"Deze hub staat onder het pad «{address.path}» van een site van iemand anders.",
            "Neem de regels over in de instelling van die site.",
        )
        print("\n".join(told), file=sys.stderr)
        return 2
    if any(sign in root for sign in '"\\\n$'):
        print(
            f"«{root}» kan niet bij --map: kies een map zonder bijzondere tekens.", file=sys.stderr
        )
        return 2
    print(_RENDERERS[program](root, address.hostname or _EXAMPLE), end="")
    return 0
