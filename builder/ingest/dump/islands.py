"""Stretches of likely lines: which is the text of the page, and which are islands of something else.

Lines that stand together are right or wrong together: fifty notices that are each as likely body as not are not half
an article. So the text is where the lines are certain rather than where they are many, and another stretch is part of
it only if it is nearly as certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .rows import Row, Rows

_GAP = 6
"""Rows that part two stretches."""
_ISLAND, _CERTAIN = 0.1, 0.75
"""Shares of the main stretch's text and of its certainty that another one must have to be kept."""
_MOST = 400
"""Columns of one row that count as text."""


class _Stretch(NamedTuple):
    rows: list[int]
    volume: float
    """How much text it holds, in columns."""
    certainty: float
    """The mean chance of its text."""

    @property
    def text(self) -> float:
        """The text to be expected."""
        return self.volume * self.certainty


def main_text(found: Rows, likely: Sequence[float], chosen: Sequence[int]) -> list[int]:
    """Those of ``chosen`` rows (indexes in order) that are in the main stretch or in one that is as good."""
    stretches = [_stretch(found, likely, rows) for rows in _together(chosen)]
    if not stretches:
        return []
    main = max(stretches, key=lambda one: one.text * one.certainty**4)
    least, certain = _ISLAND * main.text, _CERTAIN * main.certainty
    return [i for one in stretches if one.text >= least and one.certainty >= certain for i in one.rows]


def _together(chosen: Sequence[int]) -> list[list[int]]:
    made: list[list[int]] = []
    for i in chosen:
        if made and i - made[-1][-1] <= _GAP:
            made[-1].append(i)
        else:
            made.append([i])
    return made


def _stretch(found: Rows, likely: Sequence[float], rows: list[int]) -> _Stretch:
    volumes = [substance(found[i]) for i in rows]
    expected = sum(likely[i] * volume for i, volume in zip(rows, volumes, strict=True))
    return _Stretch(rows, sum(volumes), expected / sum(volumes))


def substance(row: Row) -> float:
    """How much text a row brings: its width, a fifth of it where the line does not read as running text."""
    return min(row.width, _MOST) * (1.0 if row.look.solid else 0.2)
