"""Pelican's settings for a build that goes to a host: the same as at the desk, with a public
address.
"""

from pelicanconf import *  # noqa: F403 - this is how Pelican's settings extend one another
from pelicanconf import SITEURL

if not SITEURL:
    raise SystemExit(
        "Zet eerst het openbare adres: KENNISHUB_URL=https://… invoke build --publicatie"
    )
