"""The words of a page as numbers: words of letters, and pairs of Japanese, Chinese or Korean characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from .kinds import Kind
from .page_text import Column, PageText

_LEAST = 3
"""Letters of a word that says what a text is about."""
_LONGEST = 24
"""Letters of a word that are looked at."""
_MIX = np.uint32(0x9E3779B1)
_POWERS = np.array([pow(0x01000193, k + 1, 1 << 32) | 1 for k in range(_LONGEST)], np.uint32)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Marks of words in the order of the page, with the line of each; equal words have equal marks."""

    marks: npt.NDArray[np.uint32]
    lines: npt.NDArray[np.intp]


@dataclass(frozen=True)
class Words:
    """Words of a page."""

    page: PageText

    @cached_property
    def _letters(self) -> npt.NDArray[np.bool]:
        kinds = self.page.kinds
        return (kinds >= Kind.LOWER) & (kinds <= Kind.LETTER)

    @cached_property
    def starts(self) -> npt.NDArray[np.intp]:
        """Where each run of letters begins."""
        begins = self._letters.copy()
        begins[1:] &= ~self._letters[:-1]
        return begins.nonzero()[0]

    @cached_property
    def lines(self) -> npt.NDArray[np.intp]:
        """The line of each run of letters."""
        return self.page.line_of[self.starts]

    @cached_property
    def lengths(self) -> npt.NDArray[np.intp]:
        """Letters of each run."""
        return self._sums(self._letters.astype(np.intp))

    @cached_property
    def marks(self) -> npt.NDArray[np.uint32]:
        """A number for each run of letters, whatever its case."""
        letters = self._letters
        begun = np.zeros(len(letters), np.intp)
        begun[self.starts] = self.starts
        place = np.arange(len(letters)) - np.maximum.accumulate(begun)
        parts = self.page.low * _POWERS[np.minimum(place, _LONGEST - 1)] * letters
        marks: npt.NDArray[np.uint32] = self._sums(parts) * _MIX
        return marks

    def _sums(self, parts: Column) -> Column:
        return np.add.reduceat(parts, self.starts, dtype=parts.dtype) if len(self.starts) else parts[:0]

    @cached_property
    def _pairs(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint32]]:
        """Where neighbouring Japanese, Chinese or Korean characters stand, and their marks."""
        kinds, low = self.page.kinds, self.page.low
        east = (kinds >= Kind.HIRAGANA) & (kinds <= Kind.HANGUL)
        at = (east[:-1] & east[1:]).nonzero()[0]
        marks = (low[at] * _POWERS[0] + low[at + 1] * _POWERS[1]) * _MIX
        return at, marks

    @cached_property
    def tokens(self) -> Tokens:
        """Words of three letters and more, and pairs of characters."""
        long = self.lengths >= _LEAST
        places, marks = self._pairs
        at = np.concatenate((self.starts[long], places))
        order = np.argsort(at, kind="stable")
        return Tokens(np.concatenate((self.marks[long], marks))[order], self.page.line_of[at[order]])

    def count_of(self, which: npt.NDArray[np.bool]) -> Column:
        """How many of the marked runs of letters each line holds."""
        return np.bincount(self.lines[which], minlength=self.page.count)


class WordTable:
    """Words by what they say, as bits."""

    def __init__(self, words: Mapping[int, Iterable[str]]) -> None:
        known: dict[int, int] = {}
        for bit, several in words.items():
            for mark in Words(PageText.of([word for word in several if word])).marks.tolist():
                known[mark] = known.get(mark, 0) | bit
        self._marks = np.array(sorted(known), np.uint32)
        self._bits = np.array([known[mark] for mark in sorted(known)], np.uint8)

    def of(self, marks: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
        """What the word of each mark says; 0 for words that are not known."""
        at = np.minimum(np.searchsorted(self._marks, marks), len(self._marks) - 1)
        return np.where(self._marks[at] == marks, self._bits[at], np.uint8(0))
