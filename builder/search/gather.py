"""The terms of a chunk of articles, sorted into partitions that can be merged one by one, in little memory."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from . import keys
from .layout import HIRAGANA, KANJI, MIXED, PARTITION_BITS, SINGLE, WORD
from .occurrences import Occurrences, Words, add_words, families_of_pairs, pairs, signs
from .scan import Scanned

Partition = tuple[str, int]
"""Family, and which of its parts."""

_PARTS: list[Partition] = [(family, part) for family in (KANJI, MIXED, HIRAGANA) for part in range(1 << PARTITION_BITS)]
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Columns:
    """Terms of one partition: their names, how often each occurs, and all occurrences packed in that order."""

    names: list[int] | list[str]
    counts: list[int]
    packed: bytes
    """As ``shard.pack`` does."""

    def rows(self) -> Iterator[bytes]:
        """Each name's occurrences."""
        for start, stop in pairwise(accumulate(self.counts, initial=0)):
            yield self.packed[8 * start : 8 * stop]


def gather(articles: Sequence[tuple[int, Scanned]]) -> dict[Partition, Columns]:
    """All terms of these articles, which come in ascending order of their numbers."""
    gathered = _parted(pairs(articles))
    gathered[SINGLE, 0] = _columns(signs(articles))
    words: Words = defaultdict(partial(array, "Q"))
    for number, scanned in articles:
        add_words(number, scanned, words)
    gathered[WORD, 0] = Columns(list(words), list(map(len, words.values())), b"".join(words.values()))
    return gathered


def _columns(found: Occurrences) -> Columns:
    """The terms in the order of their codes."""
    names, counts, places = _rows(found)
    return Columns(names.tolist(), counts.tolist(), places.astype("<u8").tobytes())


def _rows(found: Occurrences) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.intp], npt.NDArray[np.uint64]]:
    """The codes in ascending order, how often each occurs, and its places in their order."""
    # One sort of plain numbers is several times as fast as a stable one of indices by code.
    ordered = np.sort(found.codes << _HALF | np.arange(len(found.codes), dtype=np.uint64))
    names, counts = np.unique(ordered >> _HALF, return_counts=True)
    return names, counts, found.places[ordered & _LOWER]


def _parted(found: Occurrences) -> dict[Partition, Columns]:
    """The terms by partition."""
    names, counts, places = _rows(found)
    parts = families_of_pairs(names).astype(np.intp) << PARTITION_BITS
    parts += (keys.spread(names) >> np.uint64(keys.BITS - PARTITION_BITS)).astype(np.intp)
    order = np.argsort(parts, kind="stable")
    starts = np.cumsum(counts) - counts
    names, counts, starts = names[order], counts[order], starts[order]
    stops = np.cumsum(counts)
    packed = places[np.repeat(starts - (stops - counts), counts) + np.arange(len(places))].astype("<u8").tobytes()
    bounds = np.searchsorted(parts[order], np.arange((3 << PARTITION_BITS) + 1)).tolist()
    edges = np.append(0, stops).tolist()
    return {
        (family, part): Columns(names[a:b].tolist(), counts[a:b].tolist(), packed[8 * edges[a] : 8 * edges[b]])
        for (family, part), (a, b) in zip(_PARTS, pairwise(bounds), strict=True)
        if a < b
    }
