"""The text of a dump's lines as one array of characters, with where each line begins and ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from .kinds import Kind, is_wide, kinds_of, lower, places_of
from .lazy import lazy

Column = npt.NDArray[Any]
"""One number a line."""

Columns = dict[str, Column | float]
"""Signs by name; a single number holds for every line."""


_LINE_FEED = 10


class PageText:
    """Lines one after the other, each with a line feed at its end."""

    def __init__(self, lines: Sequence[str]) -> None:
        """``lines``: without line feeds."""
        self.lines = lines
        self.count = len(lines)
        self.text = "\n".join([*lines, ""]) if lines else ""

    @lazy
    def times(self) -> Counter[str]:
        """How often each line stands there."""
        return Counter(self.lines)

    @lazy
    def codes(self) -> npt.NDArray[np.uint32]:
        """Code points."""
        return np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)

    @lazy
    def _places(self) -> npt.NDArray[np.intp]:
        return places_of(self.codes)

    @lazy
    def low(self) -> npt.NDArray[np.uint32]:
        """Code points in lower case."""
        return lower(self.codes, self._places)

    @lazy
    def low_text(self) -> str:
        """The text in lower case, as long as the text."""
        return self.low.tobytes().decode("utf-32-le", "surrogatepass")

    @lazy
    def kinds(self) -> npt.NDArray[np.uint8]:
        """The kind of each character."""
        return kinds_of(self._places)

    @lazy
    def ends(self) -> npt.NDArray[np.intp]:
        """Where each line's line feed stands."""
        found: npt.NDArray[np.intp] = (self.codes == _LINE_FEED).nonzero()[0]
        return found

    @lazy
    def starts(self) -> npt.NDArray[np.intp]:
        """Where each line begins."""
        return np.concatenate((np.zeros(1, np.intp), self.ends[:-1] + 1))[: self.count]

    @lazy
    def lengths(self) -> npt.NDArray[np.intp]:
        """Characters of each line."""
        return self.ends - self.starts

    @lazy
    def look_widths(self) -> list[int]:
        """Columns of each line as the finders count them: a letter beyond ASCII is one and a half wide."""
        found = self.lengths
        if not self.text.isascii():
            # in UTF-8 a Japanese character takes three bytes: two more than a letter, and it is one column wider
            ends = (np.frombuffer(self.text.encode("utf-8", "replace"), np.uint8) == _LINE_FEED).nonzero()[0]
            bytes_of_each = ends.copy()
            bytes_of_each[1:] -= ends[:-1] + 1
            found = (found + bytes_of_each) // 2
        made: list[int] = found.tolist()
        return made

    @lazy
    def widths(self) -> npt.NDArray[np.intp]:
        """Columns of each line."""
        if self.text.isascii():
            return self.lengths
        made: npt.NDArray[np.intp] = self.lengths + self.per_line(is_wide(self.codes))
        return made

    @lazy
    def line_of(self) -> npt.NDArray[np.intp]:
        """The line of each character."""
        return np.arange(self.count).repeat(self.lengths + 1)

    @lazy
    def counts(self) -> npt.NDArray[np.intp]:
        """How many characters of each kind (row) each line holds (column)."""
        width = Kind.COUNT
        places = np.arange(0, self.count * width, width).repeat(self.lengths + 1)
        places += self.kinds
        found = np.bincount(places, minlength=self.count * width)
        return np.ascontiguousarray(found.reshape(self.count, width).T)

    @lazy
    def may_be_dated(self) -> list[bool]:
        """Whether each line holds a digit, or the sign of a year."""
        digits = self.counts[Kind.DIGIT].tolist()
        return [many > 0 or "年" in line for many, line in zip(digits, self.lines, strict=True)]

    @lazy
    def has_eastern(self) -> bool:
        """Whether a character is Japanese, Chinese or Korean."""
        return bool(self.counts[Kind.HIRAGANA : Kind.HANGUL + 1].any())

    def per_line(self, flags: npt.NDArray[Any]) -> Column:
        """The sum of ``flags``, one for each character, over each line."""
        made: Column = np.add.reduceat(flags, self.starts, dtype=np.int32)
        return made
