"""Terms of all chunks, merged by partition into shards."""

from __future__ import annotations

import marshal
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from . import keys, tree
from .gather import Columns, Partition
from .layout import PARTITION_BITS, WORD
from .shard import Shard, deflate, weight

Place = tuple[str, int, int]
"""File, start and length of what is kept on disk."""


def spill(columns: Mapping[Partition, Columns], path: Path) -> dict[Partition, Place]:
    """Keeps a chunk's columns in a file until all chunks are read; where each partition's stand."""
    places: dict[Partition, Place] = {}
    with path.open("wb") as file:
        for part, column in columns.items():
            start = file.tell()
            marshal.dump((column.names, column.counts, column.packed), file)
            places[part] = (str(path), start, file.tell() - start)
    return places


@dataclass(frozen=True, slots=True)
class Merged:
    """The shards of one partition."""

    files: list[tuple[str, str, bytes, int]]
    """(family, path of the leaf, deflated shard, weight)."""
    words: list[str]
    """All terms, where they are words."""


def merge(task: tuple[Partition, list[Place], int]) -> Merged:
    """The shards of a partition, given with where each chunk's columns stand and the limit of a leaf's weight."""
    (family, part), places, limit = task
    terms: dict[Any, list[bytes]] = defaultdict(list)
    for path, start, length in places:
        with Path(path).open("rb") as file:
            file.seek(start)
            columns = Columns(*marshal.loads(file.read(length)))  # noqa: S302  # written by this very build
        deque(map(list.append, map(terms.__getitem__, columns.names), columns.rows()), 0)
    names: list[Any] = list(terms)
    rows = list(map(b"".join, terms.values()))
    weights = [weight(len(row) >> 3) for row in rows]
    keys_of = map(keys.alphabetic, names) if family == WORD else keys.spread(np.array(names, np.uint64)).tolist()
    ordered = sorted(zip(keys_of, names, rows, weights, strict=True))
    under = f"{part:0{PARTITION_BITS}b}" if tree.depth(family) else ""
    files = []
    for leaf in tree.leaves([(place, size) for place, _, _, size in ordered], limit, under):
        here = ordered[leaf.start : leaf.stop]
        shard = Shard.of({name: row for _, name, row, _ in here})
        files.append((family, leaf.path, deflate(shard.to_bytes()), sum(size for *_, size in here)))
    return Merged(files, sorted(names) if family == WORD else [])
