"""The writer of pages that Pelican asks for: it renders a template only where something that the
page shows has changed.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import compress, decompress

from pelican.utils import get_relative_path, path_to_url
from pelican.writers import Writer

from plugins.core.folder import link_same
from plugins.core.memory import Memory, find_key

# The templates that show a page and what is named here, and nothing else of the build (a test reads
# them for it). Pages of other templates list what follows from all pages, and are few.
KEPT_TEMPLATES = ("page.html", "bron.html")
SHOWN = ("BASE_PATH", "MENU", "REGIO", "THEME_STATIC_DIR")
_SHOWN_OF_PAGES = "PAGE_AT"


class PageWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes pages, from the memory where it can."""

    def __init__(self, output_path: str, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(output_path, settings=settings)
        self._frame = b""

    def write_file(
        self, name: str, template: Any, context: dict[str, Any], *rest: Any, **options: Any
    ) -> None:
        """Write the page `options["page"]` to the file `name` of the site."""
        made_of = getattr(options.get("page"), "made_of", None)
        if template.name not in KEPT_TEMPLATES or not made_of:
            super().write_file(name, template, context, *rest, **options)
            return
        memory: Memory = self.settings["MEMORY"]
        key = find_key(template.name, name, made_of, self._find_frame(context))
        page = options["page"]
        packed = memory.recall(
            "written", key, lambda: _pack(render_page(name, template, context, page))
        )
        html = decompress(packed)
        path = Path(self.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        before = self.settings.get("SITE_BEFORE")
        if before and link_same(Path(before, name), path, html):
            return
        with self._open_w(str(path), "utf-8") as file:
            file.write(html.decode())

    def _find_frame(self, context: Mapping[str, Any]) -> bytes:
        """Return what the frame of every page follows from; the templates, and Pelican's settings
        beside the content, count by their files.
        """
        if not self._frame:
            pages = context[_SHOWN_OF_PAGES].items()
            titles = [(address, page.title, page.language) for address, page in pages]
            shown = [context[name] for name in SHOWN]
            settings = _read_files(Path(self.settings["PATH"]).parent, "*.py")
            templates = _read_files(Path(self.settings["THEME"], "templates"), "**/*")
            self._frame = find_key(settings, templates, repr((shown, titles)))
        return self._frame


def _pack(html: str) -> bytes:
    """All pages stand in the memory at once: packed they take a third of the room."""
    return compress(html.encode(), 1)


def render_page(name: str, template: Any, context: dict[str, Any], page: Any) -> str:
    """Return the HTML of `page`, which is written to the file `name` of the site."""
    root = path_to_url(get_relative_path(name))
    context["localsiteurl"] = root  # Pelican's pages look here
    html: str = template.render({**context, "SITEURL": root, "page": page})
    return html


def _read_files(folder: Path, pattern: str) -> bytes:
    paths = sorted(path for path in folder.glob(pattern) if path.is_file())
    parts = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
    return find_key(*(part for pair in parts for part in pair))
