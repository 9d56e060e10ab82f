"""Pelican's settings for a build that goes to a host: as at the desk, but with an address."""

from pelicanconf import *  # noqa: F403 - this is how Pelican's settings extend one another
from pelicanconf import SITEURL

if not SITEURL:
    raise SystemExit(
        "content/regio.yaml: vul eerst het openbare adres van de site in, bij «adres»."
    )
