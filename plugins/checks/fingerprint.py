"""What stays the same of a problem while lines are added above it."""

import re
from collections import Counter
from hashlib import sha256

from plugins.core.problem import Problem

_LINE = re.compile(r"\bregel \d+")  # some messages name another line, which moves too


def find_fingerprints(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    """Return a text of 64 hexadecimal signs for each problem; no two are the same.

    Of problems in one file that say the same, the first is told from the second by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for problem in problems:
        what = problem.file, problem.code, _LINE.sub("regel", problem.message)
        seen[what] += 1
        text = "\0".join((*what, str(seen[what])))
        found.append(sha256(text.encode(errors="replace")).hexdigest())
    return tuple(found)
