"""What search is asked to build, and when: at once, or by a process of its own once Pelican has
ended, which holds as much of the pages as search does. Run as ``python -m plugins.search.order
FILE``.
"""

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.core.memory import Memory
from plugins.search.concept import Synonyms


@dataclass(frozen=True, slots=True)
class Order:
    """The site to make a search of, the folder for its index, the synonyms of its glossary, and the
    folder of what is kept between builds, empty for none.
    """

    site: str
    index: str
    synonyms: Synonyms
    memory: str = ""


def write_order(path: Path, order: Order) -> None:
    """Leave an order for the process that will build it."""
    path.write_text(json.dumps(asdict(order)), encoding="utf-8")


def read_order(path: Path) -> Order:
    """Return the order that was left."""
    order = json.loads(path.read_text(encoding="utf-8"))
    synonyms = tuple((typed, name) for typed, name in order["synonyms"])
    return Order(**{**order, "synonyms": synonyms})


def build_order(order: Order) -> None:
    """Build the search that was asked for."""
    from plugins.search.build import build_search  # loads much that who leaves an order needs not

    # A memory of its own, because each forgets what was not asked of it.
    memory = Memory(Path(order.memory) if order.memory else None)
    build_search(Path(order.site), Path(order.index), order.synonyms, memory)


if __name__ == "__main__":
    build_order(read_order(Path(sys.argv[1])))
