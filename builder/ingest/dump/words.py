"""The words of a page as numbers: words of letters, and pairs of Japanese, Chinese or Korean characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .kinds import Kind
from .lazy import lazy
from .page_text import Column, PageText

_LEAST = 3
"""Letters of a word that says what a text is about."""
_LONGEST = 24
"""Letters of a word that are looked at."""
_PAGE_BITS = 13
PLACES = 1 << _PAGE_BITS
"""Places of a table in which the words of one page are found again; few of them share one."""
_TABLE_BITS = 14
"""The same for the table of known words, of which none share a place."""
_MIX = np.uint32(0x9E3779B1)
_POWERS = np.array([pow(0x01000193, k + 1, 1 << 32) | 1 for k in range(_LONGEST)], np.uint32)


@dataclass(frozen=True)
class Tokens:
    """Marks of words in the order of the page, with the line of each; equal words have equal marks."""

    marks: npt.NDArray[np.uint32]
    lines: npt.NDArray[np.intp]
    count: int
    """Lines of the page."""

    @lazy
    def places(self) -> npt.NDArray[np.intp]:
        """Where in a table of ``PLACES`` the word is found again on its page."""
        return _places(self.marks, _PAGE_BITS)

    @lazy
    def numbers(self) -> npt.NDArray[np.intp]:
        """Words of each line."""
        return np.bincount(self.lines, minlength=self.count)


@dataclass(frozen=True)
class Words:
    """Words of a page."""

    page: PageText

    @lazy
    def _letters(self) -> npt.NDArray[np.bool]:
        kinds = self.page.kinds
        return (kinds >= Kind.LOWER) & (kinds <= Kind.LETTER)

    @lazy
    def _turns(self) -> npt.NDArray[np.intp]:
        """Where each run of letters begins, and where it ends, in turn: a line feed ends the last."""
        letters = self._letters
        turns = (letters[1:] != letters[:-1]).nonzero()[0] + 1
        return np.concatenate((np.zeros(1, np.intp), turns)) if letters[:1].any() else turns

    @lazy
    def starts(self) -> npt.NDArray[np.intp]:
        """Where each run of letters begins."""
        return self._turns[::2]

    @lazy
    def lines(self) -> npt.NDArray[np.intp]:
        """The line of each run of letters."""
        return self.page.line_of[self.starts]

    @lazy
    def lengths(self) -> npt.NDArray[np.intp]:
        """Letters of each run."""
        return self._turns[1::2] - self.starts

    @lazy
    def marks(self) -> npt.NDArray[np.uint32]:
        """A number for each run of letters, whatever its case."""
        if not len(self.starts):
            return np.zeros(0, np.uint32)
        letters = self.page.low[self._letters]
        heads = self.lengths.cumsum() - self.lengths
        place = np.arange(len(letters)) - heads.repeat(self.lengths)
        letters *= _POWERS.take(place, mode="clip")  # in a word longer than that, the last power stays
        marks: npt.NDArray[np.uint32] = np.add.reduceat(letters, heads, dtype=np.uint32) * _MIX
        return marks

    @lazy
    def _pairs(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint32]]:
        """Where neighbouring Japanese, Chinese or Korean characters stand, and their marks."""
        if not self.page.has_eastern:
            return np.zeros(0, np.intp), np.zeros(0, np.uint32)
        kinds, low = self.page.kinds, self.page.low
        east = (kinds >= Kind.HIRAGANA) & (kinds <= Kind.HANGUL)
        at = (east[:-1] & east[1:]).nonzero()[0]
        marks = (low[at] * _POWERS[0] + low[at + 1] * _POWERS[1]) * _MIX
        return at, marks

    @lazy
    def tokens(self) -> Tokens:
        """Words of three letters and more, and pairs of characters."""
        long = self.lengths >= _LEAST
        places, marks = self._pairs
        if not len(places):
            return Tokens(self.marks[long], self.lines[long], self.page.count)
        at = np.concatenate((self.starts[long], places))
        order = at.argsort(kind="stable")
        marks, at = np.concatenate((self.marks[long], marks))[order], at[order]
        return Tokens(marks, self.page.line_of[at], self.page.count)

    def count_of(self, which: npt.NDArray[np.bool]) -> Column:
        """How many of the marked runs of letters each line holds."""
        return np.bincount(self.lines[which], minlength=self.page.count)


class WordTable:
    """Words by what they say, as bits."""

    def __init__(self, words: Mapping[int, Iterable[str]]) -> None:
        known: dict[int, int] = {}
        for bit, several in words.items():
            for mark in Words(PageText([word for word in several if word])).marks.tolist():
                known[mark] = known.get(mark, 0) | bit
        found, bits = np.array(list(known), np.uint32), np.array(list(known.values()), np.uint8)
        self._factor = _parting(found)
        self._marks, self._bits = np.zeros(1 << _TABLE_BITS, np.uint32), np.zeros(1 << _TABLE_BITS, np.uint8)
        places = self._places(found)
        self._marks[places], self._bits[places] = found, bits

    def of(self, marks: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
        """What the word of each mark says; 0 for words that are not known."""
        places = self._places(marks)
        said: npt.NDArray[np.uint8] = self._bits.take(places) * (self._marks.take(places) == marks)
        return said

    def _places(self, marks: npt.NDArray[np.uint32]) -> npt.NDArray[np.intp]:
        return _places(marks * self._factor, _TABLE_BITS)


def _places(marks: npt.NDArray[np.uint32], bits: int) -> npt.NDArray[np.intp]:
    """Places in a table of 2 ** ``bits``."""
    return (marks >> np.uint32(32 - bits)).astype(np.intp)


def _parting(marks: npt.NDArray[np.uint32]) -> np.uint32:
    """A factor by which no two of the marks have the same place."""
    for factor in range(1, 1 << 20, 2):
        if len(np.unique(_places(marks * np.uint32(factor), _TABLE_BITS))) == len(marks):
            return np.uint32(factor)
    raise ValueError("too many words for one table")
