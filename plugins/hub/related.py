"""Pages that belong together, computed from what they share: sources, terms, figures."""

from collections import defaultdict
from collections.abc import Mapping
from heapq import nsmallest
from math import log

_COUNT = 3
Mark = tuple[int, str]  # a kind of thing, and its id
_COMMON = 100  # what more pages than this share tells nothing about any two of them


def find_related(
    marks: Mapping[str, frozenset[Mark]], apart: Mapping[str, frozenset[str]]
) -> Mapping[str, tuple[str, ...]]:
    """Return for each page, by path, at most three pages that share most with it, best first.

    `marks` holds what a page cites and names; something rare counts for more. `apart` holds the
    pages that a page links to already in its frame, as its parents and children.
    """
    owners: dict[Mark, list[str]] = defaultdict(list)
    for path in sorted(marks):
        for mark in marks[path]:
            owners[mark].append(path)
    weights = {mark: log(len(marks) / len(paths)) for mark, paths in owners.items()}
    return {path: _find_best(path, marks, apart, owners, weights) for path in sorted(marks)}


def _find_best(
    path: str,
    marks: Mapping[str, frozenset[Mark]],
    apart: Mapping[str, frozenset[str]],
    owners: Mapping[Mark, list[str]],
    weights: Mapping[Mark, float],
) -> tuple[str, ...]:
    scores: dict[str, float] = defaultdict(float)
    for mark in sorted(marks[path]):
        weight = weights[mark]
        if len(owners[mark]) <= _COMMON and weight > 0:
            for other in owners[mark]:
                scores[other] += weight
    left_out = {path} | apart.get(path, frozenset())
    # A page that names much shares much with all: what it shares counts against what it holds.
    ranked = nsmallest(
        _COUNT,
        (
            (-score / (5 + len(marks[other])) ** 0.5, other)
            for other, score in scores.items()
            if other not in left_out
        ),
    )
    return tuple(other for _, other in ranked)
