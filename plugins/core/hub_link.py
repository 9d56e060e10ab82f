"""Links that features make to other pages of the hub; the pages room makes them relative."""

_SCHEME = "hub:"


def hub_href(address: str) -> str:
    """Return the href of a link to `address`, from the root of the site: ``cijfers/#scholen``."""
    return _SCHEME + address


def find_hub_address(href: str) -> str | None:
    """Return the address that `hub_href` made `href` of, or None for any other link."""
    return href.removeprefix(_SCHEME) if href.startswith(_SCHEME) else None
