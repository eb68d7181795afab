"""The terms of a chunk of articles, sorted into partitions that can be merged one by one, in little memory."""

from __future__ import annotations

import gc
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import Any

from . import keys
from .layout import HIRAGANA, KANJI, MIXED, PARTITION_BITS, SINGLE, WORD
from .scan import Scanned
from .terms import Codes, Words, add_pairs, add_signs, add_words, family_of_pair, is_sign

Partition = tuple[str, int]
"""Family, and which of its parts."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Terms of one partition: their names, how often each occurs, and all occurrences packed in that order."""

    names: list[int] | list[str]
    counts: list[int]
    packed: bytes

    def rows(self) -> Iterator[tuple[Any, bytes]]:
        """Each name with its packed occurrences."""
        start = 0
        for name, stop in zip(self.names, accumulate(self.counts), strict=True):
            yield name, self.packed[8 * start : 8 * stop]
            start = stop


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
_occurrences = partial(array, "Q")


def gather(articles: Iterable[tuple[int, Scanned]]) -> dict[Partition, Columns]:
    """All terms of these articles, which come in ascending order of their numbers."""
    pairs: Codes = defaultdict(_occurrences)
    signs: Codes = defaultdict(_occurrences)
    words: Words = defaultdict(_occurrences)
    was_enabled = gc.isenabled()
    gc.disable()  # a hundred thousand arrays without a cycle among them: looking for one takes longer than all else
    try:
        for number, scanned in articles:
            add_pairs(scanned, number, pairs)
            add_signs(scanned, number, signs)
            add_words(scanned, number, words)
        parts: list[list[int]] = [[] for _ in _PARTS]
        for code, place in zip(pairs, map(_PLACES.__getitem__, pairs), strict=True):
            parts[place].append(code)
        gathered = {_PARTS[k]: _columns(codes, pairs) for k, codes in enumerate(parts) if k and codes}
        gathered[WORD, 0] = _columns(list(words), words)
        gathered[SINGLE, 0] = _signs(signs)
        return gathered
    finally:
        if was_enabled:
            gc.enable()


def _signs(signs: Codes) -> Columns:
    found = [unit for unit in signs if is_sign(unit)]
    rows = [signs[unit] for unit in found]
    return Columns(list(map(keys.code, found)), list(map(len, rows)), b"".join(rows))


def _columns(names: list[int] | list[str], terms: Codes | Words) -> Columns:
    rows = [terms[name] for name in names]  # type: ignore[index]  # the names are keys of these very terms
    return Columns(names, list(map(len, rows)), b"".join(rows))
