"""The picture that comes along when somebody shares a link: the hub's mark and name, no people."""

from pathlib import Path

import typst

from plugins.sharing.site import SharedSite

CARD = "delen.png"
SIZE = (1200, 630)
_TEMPLATE = Path(__file__).parent / "templates" / "card.typ"


def render_card(site: SharedSite) -> bytes:
    """Return the picture as PNG, of `SIZE`; equal names give equal bytes."""
    image = typst.compile(
        _TEMPLATE, root=_TEMPLATE.parent, format="png", ppi=72.0, ignore_system_fonts=True,
        sys_inputs={"name": site.name, "notice": site.notice},
    )  # fmt: skip
    if isinstance(image, list):  # a name so long that it runs on: what the first picture holds
        image = image[0]
    assert isinstance(image, bytes)  # there is no file to write to
    return image
