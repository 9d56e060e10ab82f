"""Where to report a leak in the site: ``security.txt``, as RFC 9116 has it."""

import re
from urllib.parse import urlsplit

from plugins.core.schema import DATE
from plugins.region.region import ADDRESS, Region

SECURITY = ".well-known/security.txt"
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"\+?[0-9](?:[ -]?[0-9]){6,14}")


def find_contact(text: str) -> str:
    """Return a mailbox, telephone number or web address as a URI; empty for any other text."""
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    if _PHONE.fullmatch(text):
        return f"tel:{re.sub('[ -]', '', text)}"
    return text if ADDRESS.accepts(text) else ""


def render_security(region: Region) -> str:
    """Return the text of the file; empty while there is nobody to report to, or no day until when,
    and where the site is not alone on its host, whose own file this must be.
    """
    contact = find_contact(region.beveiliging)
    whole = region.eigenaar and contact and DATE.accepts(region.beveiliging_tot)
    if not whole or not region.adres or urlsplit(region.adres).path:
        return ""
    fields = {
        "Contact": contact,
        "Expires": f"{region.beveiliging_tot}T00:00:00Z",
        "Preferred-Languages": "nl, en",
        "Canonical": f"{region.adres}/{SECURITY}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
