"""Many texts folded at once, as arrays: ``fold`` of each of them, several times as fast.

What a character folds to stands in a table, filled by ``fold`` when it is first met. The few characters that fold to
several, or that marks follow, are folded before; the rules about blanks and separators are those of
``fold_with_offsets``, on whole runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from . import fold

_UNKNOWN, _ONE, _MANY = range(3)
_BLANK, _SEPARATOR, _DOT = 1, 2, 4
_UNITS = 0x10000
_NEWLINE = 10


def _inside(characters: str) -> npt.NDArray[np.bool]:
    found = np.zeros(_UNITS, np.bool)
    for units in fold.units_of(characters):
        found[units] = True
    return found


_JAPANESE = _inside(fold.JAPANESE + fold.SURROGATES)  # what stays beyond the first plane is ideographs
_KATAKANA = _inside(fold.KATAKANA)
_GAP = np.zeros(_UNITS, np.uint8)
_GAP[[ord(" "), ord(fold.SEPARATOR), ord(fold.DOT)]] = _BLANK, _SEPARATOR, _DOT
_UNSEEN = _inside(fold.UNSEEN)

_kinds = np.where(_inside(fold.SURROGATES), np.uint8(_MANY), np.uint8(_UNKNOWN))
_folded = np.arange(_UNITS, dtype=np.uint16)
"""What each unit folds to, where that is one."""


def fold_many(texts: Sequence[str]) -> list[str]:
    """``fold`` of each text."""
    texts = [fold.without_thousands(text) for text in texts]
    units, met = _units(texts)
    lines = np.cumsum([text.count("\n") + 1 for text in texts])
    if (_kinds[met] == _MANY).any():
        ends = np.flatnonzero(units == _NEWLINE)[lines - 1]
        special = np.searchsorted(ends, np.flatnonzero(_kinds[units] == _MANY))
        for at in set(special.tolist()):
            texts[at] = fold.characters(texts[at])
        units, _ = _units(texts)
    joined = _closed_up(_folded.take(units))
    bounds = [0, *(2 * np.flatnonzero(joined == _NEWLINE)[lines - 1] + 2).tolist()]
    data = joined.astype("<u2", copy=False).tobytes()
    return [data[start : stop - 2].decode("utf-16-le") for start, stop in pairwise(bounds)]


def _units(texts: Sequence[str]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The units of the texts that are seen, with a newline after each text; and every unit that occurs, once."""
    data = ("\n".join(texts) + "\n").encode("utf-16-le")
    units = np.frombuffer(data, "<u2").astype(np.intp)  # as indices, which numpy would make of them at every look-up
    is_met = np.zeros(_UNITS, np.bool)
    is_met[units] = True
    if (is_met & _UNSEEN).any():
        units = units[~_UNSEEN.take(units)]
        is_met &= ~_UNSEEN
    met = np.flatnonzero(is_met)
    _learn(met[_kinds[met] == _UNKNOWN])
    return units, met


def _learn(units: npt.NDArray[np.intp]) -> None:
    """Completes the table."""
    for unit in units.tolist():
        found = fold.characters(chr(unit))
        if found and not found.strip(fold.SEPARATOR):
            found = fold.SEPARATOR  # as many of them as one
        is_one = len(found) == 1 and not fold.is_mark(chr(unit))
        _kinds[unit] = _ONE if is_one else _MANY
        if is_one:
            _folded[unit] = ord(found)


def _closed_up(units: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint16]:
    """Without the runs of blanks and separators that vanish; of others a blank remains."""
    gaps = _GAP.take(units)
    is_gap = gaps > 0
    at = np.flatnonzero(is_gap)
    if not len(at):
        return units
    begins = np.flatnonzero(np.append(True, at[1:] != at[:-1] + 1))
    first, last = at[begins], at[np.append(begins[1:], len(at)) - 1]
    of_run = np.bitwise_or.reduceat(gaps[at], begins)
    before, after = np.where(first > 0, units[first - 1], _NEWLINE), units[last + 1]
    vanishes = (before == _NEWLINE) | (after == _NEWLINE)
    vanishes |= (of_run == _BLANK) & _JAPANESE[before] & _JAPANESE[after]
    vanishes |= (of_run == _DOT) & (first == last) & _KATAKANA[before] & _KATAKANA[after]
    stays = first[~vanishes]
    is_gap[stays] = False
    units[stays] = ord(" ")
    return units[~is_gap]
