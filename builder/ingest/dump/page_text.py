"""The text of a dump's lines as one array of characters, with where each line begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from .kinds import Kind, is_wide, kinds_of, lower

Column = npt.NDArray[Any]
"""One number a line."""

Columns = dict[str, Column | float]
"""Signs by name; a single number holds for every line."""


_LINE_FEED = 10
THREES = 16
"""Places, as a power of two, of the table of neighbouring characters."""
_FIRST, _SECOND, _THIRD = np.array([0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35], np.uint32)


def threes(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """A place in a table for each three neighbouring characters."""
    mixed = codes[:-2] * _FIRST + codes[1:-1] * _SECOND + codes[2:] * _THIRD
    places: npt.NDArray[np.uint32] = mixed >> np.uint32(32 - THREES)
    return places


@dataclass(frozen=True)
class PageText:
    """Lines one after the other, each with a line feed at its end."""

    text: str
    count: int

    @classmethod
    def of(cls, lines: Sequence[str]) -> PageText:
        """``lines``: without line feeds."""
        return cls("\n".join([*lines, ""]) if lines else "", len(lines))

    @cached_property
    def codes(self) -> npt.NDArray[np.uint32]:
        """Code points."""
        return np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)

    @cached_property
    def low(self) -> npt.NDArray[np.uint32]:
        """Code points in lower case."""
        return lower(self.codes)

    @cached_property
    def low_text(self) -> str:
        """The text in lower case, as long as the text."""
        return self.low.tobytes().decode("utf-32-le", "surrogatepass")

    @cached_property
    def threes(self) -> npt.NDArray[np.bool]:
        """A table of the places of all three neighbouring characters on the page: what may stand on it."""
        held = np.zeros(1 << THREES, np.bool)
        held[threes(self.low)] = True
        return held

    @cached_property
    def characters(self) -> npt.NDArray[np.bool]:
        """A table of the characters in lower case on the page, by the last 16 bits."""
        held = np.zeros(1 << 16, np.bool)
        held[self.low & 0xFFFF] = True
        return held

    @cached_property
    def kinds(self) -> npt.NDArray[np.uint8]:
        """The kind of each character."""
        return kinds_of(self.codes)

    @cached_property
    def ends(self) -> npt.NDArray[np.intp]:
        """Where each line's line feed stands."""
        found: npt.NDArray[np.intp] = (self.codes == _LINE_FEED).nonzero()[0]
        return found

    @cached_property
    def starts(self) -> npt.NDArray[np.intp]:
        """Where each line begins."""
        return np.concatenate((np.zeros(1, np.intp), self.ends[:-1] + 1))[: self.count]

    @cached_property
    def lengths(self) -> npt.NDArray[np.intp]:
        """Characters of each line."""
        return self.ends - self.starts

    @cached_property
    def widths(self) -> npt.NDArray[np.intp]:
        """Columns of each line."""
        made: npt.NDArray[np.intp] = self.lengths + self.per_line(is_wide(self.codes))
        return made

    @cached_property
    def line_of(self) -> npt.NDArray[np.intp]:
        """The line of each character."""
        return np.repeat(np.arange(self.count), self.lengths + 1)

    @cached_property
    def counts(self) -> npt.NDArray[np.intp]:
        """How many characters of each kind (row) each line holds (column)."""
        width = Kind.COUNT
        found = np.bincount(self.line_of * width + self.kinds, minlength=self.count * width)
        return np.ascontiguousarray(found.reshape(self.count, width).T)

    def per_line(self, flags: npt.NDArray[Any]) -> Column:
        """The sum of ``flags``, one for each character, over each line."""
        made: Column = np.add.reduceat(flags, self.starts, dtype=np.int32)
        return made
