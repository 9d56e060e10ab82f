"""The addresses of other sites that the content names, and where."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from plugins.core.source import Source
from plugins.hub.hub import Hub
from plugins.pages.links import find_links

_WEB = ("https://", "http://")


def find_outward(hub: Hub) -> Mapping[str, tuple[str, ...]]:
    """Return each address of another site with its places, as ``file:line:column``."""
    found: dict[str, list[str]] = defaultdict(list)
    for url, place in _find_all(hub):
        if url.startswith(_WEB):
            found[url.partition("#")[0]].append(place)
    return {url: tuple(found[url]) for url in sorted(found)}


def _find_all(hub: Hub) -> Iterator[tuple[str, str]]:
    for page in hub.reading.pages:
        for link in find_links(page.body):
            yield link.target, _name(page.source, page.body_start + link.offset)
    for work in hub.bibliography.works:
        yield work.text("url"), _name(work.source, work.find_place("url")[1])
    yield hub.region.region.uitweg.adres, f"{hub.folder}/regio.yaml"


def _name(source: Source, offset: int) -> str:
    line, column = source.position(offset)
    return f"{source.path}:{line}:{column}"
