"""Which signs the fonts of the PDFs have, asked of Typst; run as a program it writes them down."""

import json
import unicodedata
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from tests.project import ROOT

TABLE = ROOT / "plugins" / "packs" / "sign_ranges.py"
HEAD = '''"""The signs that a PDF can show, as pairs of first and last.

`python -m tests.packs.signs` asks Typst for them and writes this file.
"""

SIGN_RANGES = (
'''
# A sign that no font has is drawn as a box, and so measures what the last of all signs does.
MEASURE = """
#set text(
  font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), fallback: false,
  top-edge: "bounds", bottom-edge: "bounds", size: 100pt,
)
#context {
  let size(sign) = { let it = measure(text(sign)); (it.width, it.height) }
  let box = size("\\u{10FFFD}")
  [#metadata(json("codes.json").filter(code => size(str.from-unicode(code)) != box)) <shown>]
}
"""
# Not given out, for private use, surrogates, controls.
UNUSED = frozenset(("Cn", "Co", "Cs", "Cc"))


def list_signs() -> list[int]:
    """Return all signs of the first two planes; wide ones are set in other ways, and left out."""
    return [
        code
        for code in range(0x20, 0x20000)
        if unicodedata.category(chr(code)) not in UNUSED
        and unicodedata.east_asian_width(chr(code)) not in "WF"
    ]


def measure_signs() -> list[int]:
    """Return the signs that are drawn, in their order."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "codes.json").write_text(json.dumps(list_signs()), encoding="utf-8")
        (folder / "measure.typ").write_text(MEASURE, encoding="utf-8")
        compiler = typst.Compiler(folder / "measure.typ", ignore_system_fonts=True, root=folder)
        return json.loads(compiler.query("<shown>", field="value", one=True))


def join_ranges(shown: list[int]) -> list[tuple[int, int]]:
    """Return pairs of the first and the last of signs that follow one another."""
    breaks = [(before, after) for before, after in pairwise(shown) if after != before + 1]
    firsts = [shown[0], *(after for _, after in breaks)]
    return list(zip(firsts, [*(before for before, _ in breaks), shown[-1]], strict=True))


def render_table() -> str:
    """Return the module that holds the ranges."""
    pairs = [f"(0x{first:X}, 0x{last:X})," for first, last in join_ranges(measure_signs())]
    lines = [" ".join(pairs[start : start + 4]) for start in range(0, len(pairs), 4)]
    return HEAD + "".join(f"    {line}\n" for line in lines) + ")  # fmt: skip\n"


if __name__ == "__main__":
    TABLE.write_text(render_table(), encoding="utf-8")
