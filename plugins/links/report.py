"""What is told of the addresses, in Dutch."""

from collections.abc import Callable, Iterator, Mapping

from plugins.links.memory import PATIENCE, Memories, Memory

Places = Mapping[str, tuple[str, ...]]  # where each address stands, as file:line:column


def render_report(places: Places, memories: Memories) -> str:
    """Return what an editor must know, the worst first; the addresses that work are counted."""
    return "\n".join(_find_lines(places, memories))


def _find_lines(places: Places, memories: Memories) -> Iterator[str]:
    known = {url: memories[url] for url in sorted(places) if url in memories}

    def select(wanted: Callable[[Memory], bool]) -> dict[str, Memory]:
        return {url: memory for url, memory in known.items() if wanted(memory)}

    lost = select(lambda memory: memory.is_lost)
    failing = select(lambda memory: memory.kind == "broken" and not memory.is_lost)
    moved = select(lambda memory: memory.kind == "moved")
    guarded = select(lambda memory: memory.kind == "guarded")
    yield from _list(f"Stuk, {PATIENCE} keer of vaker op verschillende dagen", lost, places)
    yield from _list("Nu geen goed antwoord; een volgende keer weer geprobeerd", failing, places)
    yield from _list("Verhuisd: neem het nieuwe adres over", moved, places)
    working = len(known) - len(lost) - len(failing) - len(moved) - len(guarded)
    yield (
        f"{len(places)} webadressen: {working} werken, {len(moved)} verhuisd, "
        f"{len(failing)} even niet, {len(lost)} stuk."
    )
    if guarded:
        yield f"{len(guarded)} laten geen programma toe; kijk die zelf eens na."
    if lost:
        yield "Zoek een nieuw adres, of haal het weg en zeg bij de bron dat het verdween."


def _list(title: str, found: Mapping[str, Memory], places: Places) -> Iterator[str]:
    if not found:
        return
    yield f"{title}:"
    for url, memory in found.items():
        yield f"  {url} ({memory.detail})"
        yield from (f"    {place}" for place in places[url])
    yield ""
