"""Pelican's settings for a build that goes to a host: as at the desk, but with an address."""

from pelicanconf import *  # noqa: F403 - this is how Pelican's settings extend one another
from pelicanconf import SITEURL

if not SITEURL:
    raise SystemExit(
        "content/regio.yaml: bij «adres» is geen openbaar adres te lezen. "
        "Vul het in; «invoke check» zegt of er iets anders mis is."
    )
