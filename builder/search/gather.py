"""The terms of some articles, sorted into partitions that can be merged one by one, in little memory."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .layout import PARTITION_BITS, SINGLE, WORD
from .occurrences import PAIRS, Text, pairs, signs, words
from .scan import Scanned

Partition = tuple[str, int]
"""Family, and which of its parts."""
Place = tuple[str, int, int]
"""File, start and length of what is kept on disk."""

_PARTS: list[Partition] = [(family, part) for family in PAIRS for part in range(1 << PARTITION_BITS)]


@dataclass(frozen=True, slots=True)
class Columns:
    """Terms of one partition, how often each occurs, and all occurrences in that order, as bytes."""

    names: bytes
    """Of pairs and signs numbers of 32 bits, ascending; words in any order, a newline between them."""
    counts: bytes
    """Numbers of 32 bits."""
    places: bytes
    """Numbers of 64 bits: the article's in the upper 32, the position in the lower."""


def gather(articles: Sequence[tuple[int, Scanned]]) -> dict[Partition, Columns]:
    """All terms of these articles, which come in ascending order of their numbers."""
    text = Text.of(articles)
    places = text.places()
    names, counts, found = words(text, places)
    single = signs(text)
    gathered = {
        (WORD, 0): Columns("\n".join(names).encode(), _narrow(counts), found.tobytes()),
        (SINGLE, 0): Columns(_narrow(single.terms), _narrow(single.counts), single.places.tobytes()),
    }
    rows = pairs(text, places)
    bounds = np.searchsorted(rows.terms, np.arange(len(_PARTS) + 1, dtype=np.uint64) << np.uint64(32)).tolist()
    edges = np.append(0, np.cumsum(rows.counts))[bounds].tolist()
    for part, (a, b), (start, stop) in zip(_PARTS, pairwise(bounds), pairwise(edges), strict=True):
        if a < b:
            gathered[part] = Columns(
                _narrow(rows.terms[a:b]), _narrow(rows.counts[a:b]), rows.places[start:stop].tobytes()
            )
    return gathered


def _narrow(numbers: npt.NDArray[np.uint64] | npt.NDArray[np.intp]) -> bytes:
    return numbers.astype(np.uint32).tobytes()


def spill(columns: Mapping[Partition, Columns], path: Path) -> dict[Partition, Place]:
    """Adds columns to a file where they are kept until all articles are read; where each partition's stand."""
    places: dict[Partition, Place] = {}
    with path.open("ab") as file:
        for part, column in columns.items():
            start = file.tell()
            marshal.dump((column.names, column.counts, column.places), file)
            places[part] = (str(path), start, file.tell() - start)
    return places


def load(place: Place) -> Columns:
    """What ``spill`` kept at a place."""
    path, start, length = place
    with Path(path).open("rb") as file:
        file.seek(start)
        return Columns(*marshal.loads(file.read(length)))  # noqa: S302  # written by this very build
