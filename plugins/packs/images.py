"""Images of a page taken into its HTML, so that converters need no folder to look in."""

import base64
import mimetypes
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

from plugins.packs.guide import PageSource
from plugins.packs.markup import Element, change_tree, find_tree, render_tree


def inline_images(page: PageSource, root: Path) -> PageSource:
    """Return the page with images from the content folder `root` as data: addresses.

    What is not a file below `root` stays as it was, and the converters will refuse it.
    """
    if "<img" not in page.html:
        return page

    def change(element: Element) -> tuple[Element | str, ...]:
        if element.tag != "img":
            return (element,)
        source = _read_image(page, element.get("src"), root)
        return (element.with_attribute("src", source),) if source else (element,)

    return replace(page, html=render_tree(change_tree(find_tree(page.html), change)))


def _read_image(page: PageSource, src: str, root: Path) -> str:
    address = page.resolve(src)
    if address is None:
        return ""
    path = (root / unquote(urldefrag(address).url)).resolve()
    kind, _ = mimetypes.guess_type(path.name)
    if not path.is_relative_to(root.resolve()) or not path.is_file() or not kind:
        return ""
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
