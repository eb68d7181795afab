"""How the terms of a family are shared out among files: a binary tree over their keys.

A node is a leaf, and so a file, when the terms below it weigh no more than the limit; else it is split by the next
bit of the keys. (The trees of pairs are split to a certain depth in any case.) That depends on the terms alone, and a
changed article moves a boundary only where a weight passes the limit. The tree is written in preorder: ``1`` a split,
``01`` a leaf, ``00`` an empty one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from .keys import BITS
from .layout import PARTITION_BITS, SINGLE, WORD

Weighed = Sequence[tuple[int, int]]
"""(key, weight) of terms, ascending by key."""


def depth(family: str) -> int:
    """How many times a family's tree is split whatever its terms weigh."""
    return 0 if family in (SINGLE, WORD) else PARTITION_BITS


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file: its way down from the root, in 0 and 1, and which of the terms it holds."""

    path: str
    start: int
    stop: int


def leaves(terms: Weighed, limit: int, path: str = "") -> Iterator[Leaf]:
    """The leaves of the tree over ``terms`` that are not empty, in order of their keys."""
    sums = list(accumulate((weight for _, weight in terms), initial=0))
    yield from _below(terms, sums, 0, len(terms), limit, path)


def _below(terms: Weighed, sums: list[int], start: int, stop: int, limit: int, path: str) -> Iterator[Leaf]:
    if start == stop:
        return
    if len(path) == BITS or sums[stop] - sums[start] <= limit:
        yield Leaf(path, start, stop)
        return
    bit = BITS - 1 - len(path)
    low, high = start, stop
    while low < high:
        middle = (low + high) // 2
        if terms[middle][0] >> bit & 1:
            high = middle
        else:
            low = middle + 1
    yield from _below(terms, sums, start, low, limit, path + "0")
    yield from _below(terms, sums, low, stop, limit, path + "1")


def spell(paths: Sequence[str]) -> str:
    """The tree of these leaves in preorder."""
    below = set(paths)
    inner = {path[:length] for path in paths for length in range(len(path))}

    def walk(path: str) -> str:
        if path in inner:
            return "1" + walk(path + "0") + walk(path + "1")
        return "01" if path in below else "00"

    return walk("")


def read(spelled: str) -> list[str]:
    """The paths of the leaves that a spelled tree has, in order."""
    found: list[str] = []
    signs = iter(spelled)

    def walk(path: str) -> None:
        if next(signs) == "1":
            walk(path + "0")
            walk(path + "1")
        elif next(signs) == "1":
            found.append(path)

    walk("")
    return found


def find(paths: Sequence[str], key: int, depth: int) -> str:
    """The leaf among ``paths`` (sorted) that a key belongs to; where none is, the one that would have to be made.

    A missing leaf lies below the deepest node that has been split, that is, on its empty side.
    """
    bits = f"{key:0{BITS}b}"
    at = bisect_right(paths, bits)
    length = depth
    if at and bits.startswith(paths[at - 1]):
        return paths[at - 1]
    for near in paths[max(at - 1, 0) : at + 1]:
        common = next((k for k, (a, b) in enumerate(zip(near, bits, strict=False)) if a != b), len(near))
        length = max(length, common + 1)
    return bits[:length]


def prefixed(paths: Sequence[str], low: int, high: int) -> list[str]:
    """Which of the leaves can hold a key from ``low`` to ``high``."""
    found = []
    for path in paths:
        first = int(path or "0", 2) << BITS - len(path)
        if first <= high and first | (1 << BITS - len(path)) - 1 >= low:
            found.append(path)
    return found
