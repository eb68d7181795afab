"""Sums, steps and stretches over the lines of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from ..page_text import Column

NEVER = 99.0
"""Rows to something that is not there."""


def sums(values: Column) -> Column:
    """Sums of the first 0, 1, 2, … values along the last axis."""
    made = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.add.accumulate(values, axis=-1, dtype=np.float64, out=made[..., 1:])
    return made


class Shifts:
    """Values as the lines near each line have them."""

    def __init__(self, values: Column, edge: float, farthest: int = 3) -> None:
        """``edge``: the value beyond the page's ends; ``farthest``: rows that are looked at."""
        self._count, self._edge = len(values), farthest
        self._values = np.full(len(values) + 2 * farthest, edge, np.float32)
        self._values[farthest : farthest + len(values)] = values

    def __call__(self, by: int) -> Column:
        """The values of the lines ``by`` rows below each line (negative: above)."""
        return self._values[self._edge + by : self._edge + by + self._count]


class Windows:
    """Sums of values over the lines near each line."""

    def __init__(self, values: Column, farthest: int = 40) -> None:
        """``farthest``: rows that a window may reach."""
        self._count, self._edge, self._sums = values.shape[-1], farthest, _padded_sums(values, farthest)

    @classmethod
    def of_each(cls, columns: Sequence[Column], farthest: int = 40) -> Iterator[Windows]:
        """Windows of each of ``columns``, which are added up together."""
        for padded in _padded_sums(np.array(columns, np.float64), farthest):
            made = cls.__new__(cls)
            made._count, made._edge, made._sums = len(columns[0]), farthest, padded
            yield made

    def __call__(self, above: int, below: int) -> Column:
        """The sum from ``above`` rows above each line to ``below`` rows below it, that one included."""
        high, low = self._edge + 1 + below, self._edge - above
        made: Column = self._sums[high : high + self._count] - self._sums[low : low + self._count]
        return made

    def above(self, reach: int) -> Column:
        """The sum over the lines above each line."""
        return self(reach, -1)

    def below(self, reach: int) -> Column:
        """The sum over the lines below each line."""
        return self(-1, reach)


def _padded_sums(values: Column, edge: int) -> Column:
    """Sums along the last axis of the values before each, and the same for ``edge`` more rows at both ends."""
    count = values.shape[-1]
    made = np.zeros((*values.shape[:-1], count + 1 + 2 * edge))
    np.add.accumulate(values, axis=-1, dtype=np.float64, out=made[..., edge + 1 : edge + 1 + count])
    made[..., edge + 1 + count :] = made[..., edge + count, None]
    return made


def since(flags: npt.NDArray[np.bool]) -> Column:
    """Rows since the last marked line above each line (1: the line right above is marked), along the last axis."""
    last = last_above(flags)
    return np.where(last < 0, NEVER, np.minimum(np.arange(flags.shape[-1]) - last, NEVER))


def until(flags: npt.NDArray[np.bool]) -> Column:
    """Rows to the next marked line below each line."""
    return since(flags[..., ::-1])[..., ::-1]


def last_above(flags: npt.NDArray[np.bool]) -> npt.NDArray[np.intp]:
    """The last marked line above each line, along the last axis; -1 for none."""
    marked = np.where(flags, np.arange(flags.shape[-1]), -1)
    before = np.empty(flags.shape, np.intp)
    before[..., 0] = -1
    np.maximum.accumulate(marked[..., :-1], axis=-1, out=before[..., 1:])
    return before


def richest_of_each(gains: Column) -> list[tuple[int, int]]:
    """First and last line of the stretch with the largest sum, for each row; (0, -1) where none is above zero."""
    total = sums(gains)
    above_lowest = total[:, 1:] - np.minimum.accumulate(total[:, :-1], axis=1)
    ends = above_lowest.argmax(axis=1).tolist()
    return [
        (int(total[row, : end + 1].argmin()), end) if above_lowest[row, end] > 0 else (0, -1)
        for row, end in enumerate(ends)
    ]


def distance(count: int, first: int, last: int) -> Column | float:
    """How far each line is from a stretch: below zero above it, zero inside, above zero below; NEVER for none."""
    if last < first:
        return NEVER
    at = np.arange(count)
    return np.minimum(at - first, 0) + np.maximum(at - last, 0)


def share(part: Column, whole: Column, none: float = 0.0) -> Column:
    """``part`` of ``whole``; ``none`` where that is nothing."""
    return np.where(whole > 0, part / np.maximum(whole, 1e-9), none)
