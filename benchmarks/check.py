"""The time of `invoke check`, of the whole hub and of one page, beside what it takes to start, and
as a ratio to Python-Markdown on the same pages, in the same rounds.

Goals: 2 s for the whole hub, 0.5 s for one page beyond the start. Run by hand: `invoke bench`.
"""

import statistics
import sys
from pathlib import Path

from benchmarks.build import Cost, measure
from plugins.pages.page import read_pages

ROOT = Path(__file__).parents[1]
ROUNDS = 5
PAGE = "content/pages/kosten.md"
_KINDS = ("wall", "cpu")

_CHECK = "from invoke.main import program; program.run(['invoke', 'check', *{options}], exit=False)"
# As much as the chore loads before it reads its first file.
_START = (
    "from invoke.main import program; program.run(['invoke', '--list'], exit=False);"
    "import plugins.checks.command"
)
_MARKDOWN = (
    "from pathlib import Path; from markdown import Markdown;"
    "from plugins.pages.page import read_pages; md = Markdown(extensions=['tables', 'toc']);"
    "[md.reset().convert(page.body) for page in read_pages(Path('content')).pages]"
)


def measure_python(code: str) -> Cost:
    """Return what a Python of its own took to run `code` in the project."""
    return measure([sys.executable, "-c", code], ROOT)


def main() -> None:
    """Print the medians of paired rounds."""
    whole, one = _CHECK.format(options=[]), _CHECK.format(options=["--pad", PAGE])
    rounds = [tuple(map(measure_python, (whole, one, _START, _MARKDOWN))) for _ in range(ROUNDS)]
    pages = len(read_pages(ROOT / "content").pages)
    print(f"{pages} pages, {ROUNDS} paired rounds, each in a Python of its own; wall time (CPU)")
    for name, side in (("the whole hub", 0), ("one page", 1), ("starting alone", 2)):
        costs = [found[side] for found in rounds]
        wall, cpu = (statistics.median(getattr(one, kind) for one in costs) for kind in _KINDS)
        print(f"{name}: {wall:.2f} s ({cpu:.2f})")
    beyond = statistics.median(found[1].cpu - found[2].cpu for found in rounds)
    ratio = statistics.median(found[0].cpu / found[3].cpu for found in rounds)
    print(f"one page beyond the start: {beyond:.2f} s of CPU")
    print(f"the whole hub to Python-Markdown alone: CPU ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
