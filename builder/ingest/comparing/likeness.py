"""How alike two texts are: overlapping runs of characters, robust to furniture, white space and small edits.

A Sketch is a small value that finds candidates (one-permutation minhash, Li, Owen, Zhang 2012); ``overlap`` gives
the exact figure for two texts. Runs of characters need no words, so Japanese and English go the same way.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from zlib import crc32

RUN = 7
"""Characters of one run."""
BINS = 126
_ROWS = 3
"""Bins of one band: 42 bands find texts that share half their runs 996 times in 1,000, a tenth 4 times in 100."""
_FEWEST = 20
"""Runs a text must have to be compared."""
_EMPTY = 0xFFFFFFFF
_BORROWED = 0x85EBCA6B
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|<(?:rt|rp)\b[^>]*>.*?</(?:rt|rp)>|<[^>]+>|\[\^[^\]]+\]")
_RUBY = re.compile(r"\{([^{}|\n]{1,40})(?:\|[^{}|\n]{1,40})+\}")
_NOT_LETTERS = re.compile(r"[\W_]+")

Sketch = bytes
"""BINS unsigned 32-bit numbers; empty for a text too short to compare."""


def letters(markdown: str) -> str:
    """The text as it is compared: letters and digits only, one width, one case, no markup, no ruby readings."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", _RUBY.sub(r"\1", _MARKUP.sub("", markdown)))).casefold()


def runs(markdown: str) -> set[int]:
    """The runs of a text, each as a 32-bit number."""
    return runs_of_letters(letters(markdown))


def runs_of_letters(text: str) -> set[int]:
    """The same for a text in its comparable form."""
    data = text.encode("utf-16-le", "replace")
    ends = range(RUN * 2, len(data) + 1, 2)
    return set(map(crc32, map(data.__getitem__, map(slice, range(0, len(data), 2), ends))))


def sketch(found: set[int]) -> Sketch:
    """The sketch of a text's runs."""
    if len(found) < _FEWEST:
        return b""
    smallest = {run % BINS: run for run in sorted(found, reverse=True)}
    bins = array("I", [_EMPTY]) * BINS
    for place in range(BINS):  # an empty bin borrows from the next filled one, so that short texts compare too
        step = 0
        while (there := smallest.get((place + step) % BINS)) is None:
            step += 1
        bins[place] = (there + step * _BORROWED) & _EMPTY
    return bins.tobytes()


def overlap(one: set[int], other: set[int]) -> tuple[float, float]:
    """(share of all runs that both have, share of the shorter text's runs that the longer has)."""
    if not one or not other:
        return 0.0, 0.0
    both = len(one & other)
    return both / (len(one) + len(other) - both), both / min(len(one), len(other))


class Candidates:
    """Texts by their sketches: ``near`` names those worth an exact comparison."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}
        """Most bands are of one text alone, and there are 42 a text: a list for each would be most of the memory."""

    def add(self, key: int, mark: Sketch) -> None:
        """Remember a text under ``key``."""
        for band in _bands(mark):
            if self._first.setdefault(band, key) != key:
                self._more.setdefault(band, []).append(key)

    def near(self, mark: Sketch) -> list[int]:
        """Keys of texts that may be alike, in order."""
        shared = [band for band in _bands(mark) if band in self._first]
        return sorted({self._first[band] for band in shared}.union(*(self._more.get(band, ()) for band in shared)))


def _bands(mark: Sketch) -> Iterator[int]:
    """Each band as one number; the same bins at another place are another number."""
    width = _ROWS * 4
    count = BINS // _ROWS
    for place in range(len(mark) // width):
        yield int.from_bytes(mark[place * width : (place + 1) * width], "big") * count + place
