"""The time of all packs of the hub: made from nothing, and when nothing changed.

Held to 15 s and 1 s on a machine with two cores. Run by hand: `invoke bench --wat pakketten`.
"""

import resource
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from plugins.packs.build import BuiltPack, write_pack
from plugins.packs.cache import build_cached
from plugins.packs.guide import PageSource
from plugins.packs.images import inline_images
from plugins.packs.pack import Hub, Pack

CONTENT = Path(__file__).parents[1] / "content"
ROUNDS = 3


def build_all(
    packs: tuple[Pack, ...], pages: Mapping[str, PageSource], cache: Path, output: Path
) -> tuple[BuiltPack, ...]:
    """Make and write every pack, as a build does."""
    hub, built = Hub("Kennishub", "https://hub.example", ""), []
    for pack in packs:
        named = {path: inline_images(pages[path], CONTENT) for path in pack.paths}
        built.append(build_cached(pack, named, hub, cache))
        write_pack(built[-1], output / pack.id)
    return tuple(built)


def measure_cpu() -> float:
    """Return the seconds of processor that this program and the converters took so far."""
    whose = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, whose))


def main() -> None:
    """Print the best of some rounds: what else the machine does only adds to a time."""
    rendered = render_hub(read_hub(CONTENT))
    packs, times = rendered.hub.packs.packs, []
    costs = []
    pages = {
        page.path: PageSource(page.title, rendered.renderings[page.path].html, page.address)
        for page in rendered.hub.reading.pages
    }
    for _ in range(ROUNDS):
        with TemporaryDirectory() as name:
            folder, round_times, cpu = Path(name), [], measure_cpu()
            for _ in ("cold", "unchanged"):
                start = time.perf_counter()
                built = build_all(packs, pages, folder / "cache", folder / "output")
                round_times.append(time.perf_counter() - start)
            times.append(round_times)
            costs.append(measure_cpu() - cpu)
    cold, unchanged = (min(round_times[one] for round_times in times) for one in (0, 1))
    files = sum(len(pack.files) for pack in built)
    largest = max(len(pack.archive) for pack in built)
    print(f"{len(packs)} packs, {files} files, largest ZIP {largest / 1000:.0f} kB")
    print(f"cold {cold:.1f} s, nothing changed {unchanged:.2f} s; CPU of both {min(costs):.1f} s")


if __name__ == "__main__":
    main()
