"""The terms of a chunk of articles, sorted into partitions that can be merged one by one, in little memory."""

from __future__ import annotations

import gc
from array import array
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, repeat
from operator import mul

from . import keys
from .layout import HIRAGANA, KANJI, MIXED, PARTITION_BITS, SINGLE, WORD
from .scan import Scanned
from .terms import Codes, Words, add_pairs, add_signs, add_words, family_of_pair, is_sign

Partition = tuple[str, int]
"""Family, and which of its parts."""

HALF = 16
"""Bits that number and position of an article have each while they are gathered, where that is enough: half as much
memory to walk through."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Terms of one partition: their names, how often each occurs, and all occurrences packed in that order."""

    names: list[int] | list[str]
    counts: list[int]
    packed: bytes
    """Each occurrence in 32 bits, HALF of them its position; or, where positions are larger, as ``shard.pack`` does."""
    high: int | None
    """What all numbers have above their lowest HALF bits, which alone are packed; None where nothing is left out."""

    def rows(self) -> Iterator[bytes]:
        """Each name's occurrences, as ``shard.pack`` packs them."""
        packed = self.packed if self.high is None else _widened(self.packed, self.high)
        stops = list(accumulate(map(mul, self.counts, repeat(8)), initial=0))
        return map(packed.__getitem__, map(slice, stops, stops[1:]))


def _widened(packed: bytes, high: int) -> bytes:
    wide = bytearray(2 * len(packed))
    wide[0::8], wide[1::8] = packed[0::4], packed[1::4]
    wide[4::8], wide[5::8] = packed[2::4], packed[3::4]
    wide[6::8] = bytes([high]) * (len(wide) >> 3)
    return bytes(wide)


_PARTS: list[Partition] = [("", 0)]
_PARTS += [(family, part) for family in (KANJI, MIXED, HIRAGANA) for part in range(1 << PARTITION_BITS)]
_FIRST_PART = {family: _PARTS.index((family, 0)) for family in ("", KANJI, MIXED, HIRAGANA)}


class _Places(dict[int, int]):
    """Which of _PARTS a pair belongs to; the first, where it is no term."""

    def __missing__(self, code: int) -> int:
        family = family_of_pair(code)
        place = _FIRST_PART[family] + (keys.spread(code) >> keys.BITS - PARTITION_BITS if family else 0)
        self[code] = place
        return place


_PLACES = _Places()


def gather(articles: Sequence[tuple[int, Scanned]]) -> dict[Partition, Columns]:
    """All terms of these articles, which come in ascending order of their numbers."""
    high = _common_high(articles)
    occurrences = partial(array, "Q" if high is None else "I")
    pairs: Codes = defaultdict(occurrences)
    signs: Codes = defaultdict(occurrences)
    words: Words = defaultdict(occurrences)
    was_enabled = gc.isenabled()
    gc.disable()  # a hundred thousand arrays without a cycle among them: looking for one takes longer than all else
    try:
        for number, scanned in articles:
            base = number << 32 if high is None else number % (1 << HALF) << HALF
            add_pairs(scanned, base, pairs)
            add_signs(scanned, base, signs)
            add_words(scanned, base, words)
        places = list(map(_PLACES.__getitem__, pairs))
        names: list[list[int]] = [[] for _ in _PARTS]
        rows: list[list[array[int]]] = [[] for _ in _PARTS]
        deque(map(list.append, map(names.__getitem__, places), pairs), 0)
        deque(map(list.append, map(rows.__getitem__, places), pairs.values()), 0)
        gathered = {_PARTS[k]: _columns(names[k], rows[k], high) for k in range(1, len(_PARTS)) if names[k]}
        gathered[WORD, 0] = _columns(list(words), list(words.values()), high)
        found = [unit for unit in signs if is_sign(unit)]
        gathered[SINGLE, 0] = _columns(list(map(keys.code, found)), [signs[unit] for unit in found], high)
        return gathered
    finally:
        if was_enabled:
            gc.enable()


def _common_high(articles: Sequence[tuple[int, Scanned]]) -> int | None:
    """What all numbers have above their lowest HALF bits; None if they differ, or positions need more than HALF."""
    highs = {number >> HALF for number, _ in articles}
    last = max((start + len(text) for _, scanned in articles for start, text in scanned.sections), default=0)
    return highs.pop() if len(highs) == 1 and last < 1 << HALF else None


def _columns(names: list[int] | list[str], rows: list[array[int]], high: int | None) -> Columns:
    return Columns(names, list(map(len, rows)), b"".join(rows), high)
