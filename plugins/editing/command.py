"""``invoke new``: asks what options leave out, and says what was made and what to do next."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.core.problem import render_problem
from plugins.editing.answers import RefusedError
from plugins.editing.new import make_new


def run_new(content: Path, kind: str, options: Iterable[str], today: date) -> int:
    """Make a page or entry; return the exit code: 0, or 1 when nothing was written."""
    ask = input if sys.stdin.isatty() else None
    try:
        change, advice = make_new(content, kind, tuple(options), today, ask)
    except RefusedError as error:
        print(f"Er is niets geschreven: {error}", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nEr is niets geschreven.", file=sys.stderr)
        return 1
    print(f"Geschreven: {content.name}/{change.path}:{change.line}")
    for problem in advice:
        print(render_problem(problem))
    print("Vul aan wat er nog tussen haken staat, en draai «invoke check».")
    return 0
