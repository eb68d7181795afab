"""Terms of all chunks, merged by partition into shards."""

from __future__ import annotations

import marshal
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import keys, tree
from .gather import Columns, Partition
from .layout import PARTITION_BITS, WORD
from .shard import Shard, deflate, weight


class Spill:
    """The chunks' columns, kept on disk by partition until all chunks are read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[Partition, list[tuple[str, int, int]]] = defaultdict(list)
        self._chunks = 0

    def add(self, columns: dict[Partition, Columns]) -> None:
        """Keeps the columns of the next chunk."""
        path = self._folder / f"{self._chunks}.spill"
        self._chunks += 1
        with path.open("wb") as file:
            for place, column in columns.items():
                start = file.tell()
                marshal.dump((column.names, column.counts, column.packed), file)
                self._places[place].append((str(path), start, file.tell() - start))

    def parts(self) -> list[tuple[Partition, list[tuple[str, int, int]]]]:
        """Each partition with where its columns stand, in the order of the chunks."""
        return sorted(self._places.items())


@dataclass(frozen=True, slots=True)
class Merged:
    """The shards of one partition."""

    files: list[tuple[str, str, bytes, int]]
    """(family, path of the leaf, deflated shard, weight)."""
    words: list[str]
    """All terms, where they are words."""


def merge(task: tuple[Partition, list[tuple[str, int, int]], int]) -> Merged:
    """The shards of a partition, given with where its columns stand and the limit of a leaf's weight."""
    (family, part), places, limit = task
    terms: dict[Any, list[bytes]] = defaultdict(list)
    for path, start, length in places:
        with Path(path).open("rb") as file:
            file.seek(start)
            columns = Columns(*marshal.loads(file.read(length)))  # noqa: S302  # written by this very build
        for name, packed in columns.rows():
            terms[name].append(packed)
    key = keys.alphabetic if family == WORD else keys.spread
    ordered = sorted((key(name), name) for name in terms)
    weights = [weight(sum(map(len, terms[name])) >> 3) for _, name in ordered]
    weighed = [(place, size) for (place, _), size in zip(ordered, weights, strict=True)]
    under = f"{part:0{PARTITION_BITS}b}" if tree.depth(family) else ""
    files = []
    for leaf in tree.leaves(weighed, limit, under):
        shard = Shard.of({name: terms[name] for _, name in ordered[leaf.start : leaf.stop]})
        files.append((family, leaf.path, deflate(shard.to_bytes()), sum(weights[leaf.start : leaf.stop])))
    return Merged(files, sorted(terms) if family == WORD else [])
