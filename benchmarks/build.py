"""The time of a whole build as a ratio to plain Pelican on the same texts, in the same run.

Plain Pelican gets the pages' Markdown with its own front matter and its own simple theme: no
citations, checks, search or packs. Run by hand: `invoke bench`.
"""

import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.memory import Memory
from plugins.pages.page import read_pages

ROOT = Path(__file__).parents[1]
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took, in seconds."""

    wall: float
    cpu: float


def measure(command: list[str], folder: Path) -> Cost:
    """Run a command in `folder` and return what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu)


def write_plain_content(folder: Path) -> int:
    """Write the hub's pages as plain Pelican reads them; return how many."""
    pages = read_pages(ROOT / "content", Memory()).pages
    (folder / "content" / "pages").mkdir(parents=True)
    for number, page in enumerate(pages):
        text = f"Title: {page.title}\nSlug: page-{number}\n\n{page.body}"
        (folder / "content" / "pages" / f"{number}.md").write_text(text, encoding="utf-8")
    return len(pages)


def write_project(folder: Path) -> None:
    """Lay out a project of the hub's own content, so that the real output stays as it is."""
    for name in ("plugins", "theme", "content"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)


def main() -> None:
    """Print the medians of paired builds, and their ratio."""
    pelican = [sys.executable, "-m", "pelican", "content", "-o", "out"]
    plain_settings = ["-e", "MARKDOWN=" + json.dumps({"extensions": ["tables", "toc"]})]
    build = "from pathlib import Path; from plugins.publish.build import build_site; "
    ours = [sys.executable, "-c", f"{build}raise SystemExit(build_site(Path.cwd()))"]
    pairs = []
    with TemporaryDirectory() as name:
        hub, plain = Path(name, "hub"), Path(name, "plain")
        hub.mkdir()
        write_project(hub)
        count = write_plain_content(plain)
        for _ in range(ROUNDS):
            shutil.rmtree(hub / ".build", ignore_errors=True)
            pairs.append((measure(ours, hub), measure([*pelican, *plain_settings], plain)))
    wall, plain_wall = (statistics.median(pair[side].wall for pair in pairs) for side in (0, 1))
    ratio = statistics.median(mine.cpu / other.cpu for mine, other in pairs)
    print(f"{count} pages, {ROUNDS} paired rounds, cold, packs included")
    print(f"this hub {wall:.2f} s, plain Pelican {plain_wall:.2f} s; CPU ratio {ratio:.1f}")


if __name__ == "__main__":
    main()
