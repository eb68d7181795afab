"""Terms of all articles, merged by partition into shards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from . import keys, tree
from .deflation import QUICK, deflate
from .gather import Columns, Partition, Place, load
from .layout import PARTITION_BITS, WORD
from .shard import Shard, weight

_Indices = npt.NDArray[np.intp]
_Names = list[int] | list[str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The shards of one partition."""

    files: list[tuple[str, str, bytes, int]]
    """(family, path of the leaf, deflated shard, weight)."""
    words: list[str]
    """All terms, where they are words."""


def merge(task: tuple[Partition, list[Place], int]) -> Merged:
    """The shards of a partition, given with where its columns stand, in order of the articles' numbers, and the limit
    of a leaf's weight."""
    (family, part), kept, limit = task
    columns = [load(place) for place in kept]
    names, terms = _words(columns) if family == WORD else _codes(columns)
    if not names:
        return Merged([], [])
    counts = np.frombuffer(b"".join(column.counts for column in columns), np.uint32).astype(np.intp)
    places = np.frombuffer(b"".join(column.places for column in columns), np.uint64)
    del columns
    rows = np.argsort(terms, kind="stable")
    row_counts = np.bincount(terms, minlength=len(names))
    row_starts = np.cumsum(row_counts) - row_counts
    totals = np.add.reduceat(counts[rows], row_starts)
    by_name = _keys(names)
    order = np.argsort(by_name, kind="stable")
    weighed = list(zip(by_name[order].tolist(), weight(totals[order]).tolist(), strict=True))
    starts = np.cumsum(counts) - counts
    under = f"{part:0{PARTITION_BITS}b}" if tree.depth(family) else ""
    files = []
    for leaf in tree.leaves(weighed, limit, under):
        here = np.sort(order[leaf.start : leaf.stop])  # a shard's names ascend, and these are ranks of names
        of_leaf = rows[_spans(row_starts[here], row_counts[here])]
        shard = shard_of(
            [names[at] for at in here.tolist()], totals[here], places.take(_spans(starts[of_leaf], counts[of_leaf]))
        )
        files.append((family, leaf.path, deflate(shard.to_bytes(), QUICK), int(weight(totals[here]).sum())))
    return Merged(files, [str(name) for name in names] if family == WORD else [])


def _codes(columns: Sequence[Columns]) -> tuple[_Names, _Indices]:
    """The names of all terms, ascending, and for each row of the columns which of them."""
    found = np.frombuffer(b"".join(column.names for column in columns), np.uint32)
    names, terms = np.unique(found, return_inverse=True)
    return names.tolist(), terms


def _words(columns: Sequence[Columns]) -> tuple[_Names, _Indices]:
    """The same where they are words."""
    found = [word for column in columns if column.names for word in column.names.decode().split("\n")]
    names = sorted(set(found))
    ranks = dict(zip(names, range(len(names)), strict=True))
    return names, np.fromiter(map(ranks.__getitem__, found), np.intp, len(found))


def _keys(names: _Names) -> npt.NDArray[np.uint64]:
    if names and isinstance(names[0], str):
        return np.fromiter(map(keys.alphabetic, map(str, names)), np.uint64, len(names))
    return keys.spread(np.array(names, np.uint64))


def _spans(starts: _Indices, counts: _Indices) -> _Indices:
    """The numbers from each start on, as many as its count says."""
    ends = np.cumsum(counts)
    return np.repeat(starts - (ends - counts), counts) + np.arange(ends[-1])


def shard_of(names: _Names, counts: _Indices, places: npt.NDArray[np.uint64]) -> Shard[Any]:
    """A shard of terms whose occurrences stand one behind the other."""
    numbers = (places >> np.uint64(32)).astype(np.uint32)
    steps = np.diff(numbers, prepend=np.uint32(0))
    first = np.cumsum(counts) - counts
    steps[first] = numbers[first] + np.uint32(1)
    return Shard(names, counts.tolist(), _planes(steps), _planes(places.astype(np.uint32)))


def _planes(numbers: npt.NDArray[np.uint32]) -> list[bytes]:
    """The low bytes of all numbers, and as many higher ones as the largest needs."""
    data = numbers.astype("<u4", copy=False).view(np.uint8)
    needed = max(1, (int(numbers.max(initial=0)).bit_length() + 7) // 8)
    return [data[at::4].tobytes() for at in range(needed)]
