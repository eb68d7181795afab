"""What the words of a line, each learned to speak for furniture or for text, say together."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..page_text import Column, Columns
from ..words import Tokens
from .ranges import Shifts, Windows

BITS = 16
"""Places, as a power of two, of the table of values; words that share one are not told apart."""
_MOST = 3.0
"""Beyond any word's value: what a line without words has."""
_NEAR = 5
"""Rows above and below of which the words are taken together."""

Values = npt.NDArray[np.float32]
"""What a word says by its place: above zero for furniture, below for text."""


def places_of(tokens: Tokens) -> npt.NDArray[np.intp]:
    """Where in the table each word has its value."""
    return (tokens.marks >> np.uint32(32 - BITS)).astype(np.intp)


def read_words(tokens: Tokens, values: Values) -> Columns:
    """The signs that follow from the values of the words on each line."""
    said, number = values[places_of(tokens)], tokens.numbers
    total = np.bincount(tokens.lines, said, minlength=tokens.count)
    mean = total / np.maximum(number, 1)
    shifts = Shifts(mean, 0.0, 1)
    totals, numbers = Windows.of_each((total, number))
    near = totals(_NEAR, _NEAR) / np.maximum(numbers(_NEAR, _NEAR), 1)
    return {
        "word mean": mean,
        "word sum": total,
        "word min": _least(said, number),
        "word -1": shifts(-1),
        "word +1": shifts(1),
        "word near": near,
    }


def _least(said: Values, number: npt.NDArray[np.intp]) -> Column:
    """The smallest value of each line's words."""
    made = np.full(len(number), _MOST, np.float32)
    held = number > 0
    if len(said):
        made[held] = np.minimum.reduceat(said, (number.cumsum() - number)[held])
    return made
