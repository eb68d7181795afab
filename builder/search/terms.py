"""What terms are.

Pairs and single signs are of UTF-16 units, as the browser counts, and are numbers: see ``keys.code``. Words of letters
are text.
"""

from __future__ import annotations

from ..text.fold import GRAM, KANA, LETTERS, SURROGATES, units_of
from . import keys
from .layout import HIRAGANA, KANJI, MIXED, RUN_END

IN_TITLE, IN_NAMES = 2, 1
"""Bits of a single sign's note."""
LAST_FRAGMENT = 255
"""Signs that first occur behind it count as its own."""


def units(text: str) -> list[int]:
    """The text's UTF-16 units."""
    return memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H").tolist()


def pair_codes(text: str) -> list[int]:
    """The numbers of all neighbouring pairs of a text."""
    data = text.encode("utf-16-le", "surrogatepass")
    low, high = data[0::2], data[1::2]
    codes = bytearray(4 * max(len(low) - 1, 0))
    codes[0::4], codes[1::4], codes[2::4], codes[3::4] = low[:-1], low[1:], high[:-1], high[1:]
    return memoryview(codes).cast("I").tolist()


_NOTHING, A_LETTER, A_SIGN, _A_KANA = range(4)
KIND = bytearray(0x10000)
"""By unit: what it is."""
for _inside, _kind in ((LETTERS, A_LETTER), (GRAM, A_SIGN), (KANA, _A_KANA), (SURROGATES + RUN_END, A_SIGN)):
    for _slice in units_of(_inside):
        KIND[_slice] = bytes([_kind]) * (_slice.stop - _slice.start)
FAMILY = [""] * 16
"""By four times the kind of a pair's first unit, and the kind of its second: its family, empty if it is no term."""
for _first in (A_LETTER, A_SIGN, _A_KANA):
    for _second in (A_LETTER, A_SIGN, _A_KANA):
        FAMILY[4 * _first + _second] = (KANJI, MIXED, HIRAGANA)[(_first == _A_KANA) + (_second == _A_KANA)]
FAMILY[4 * A_LETTER + A_LETTER] = ""


def is_sign(unit: int) -> bool:
    """Whether a UTF-16 unit is of the kind that is found by any run of it; halves of surrogate pairs are."""
    return KIND[unit] >= A_SIGN and unit != ord(RUN_END)


def family_of_pair(code: int) -> str:
    """The family of a pair; empty where it is no term, because it holds a blank or is all letters."""
    first, second = keys.halves(code)
    return FAMILY[4 * KIND[first] + KIND[second]] if first != ord(RUN_END) else ""
