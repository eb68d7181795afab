"""Characters by what they are in a line of text: tables by code point, so that a whole page is sorted in one step."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

_TABLE = 0x10000
"""Code points that have a place of their own; all above count as the last one."""
_EAST = 0x2E80
"""First code point of scripts whose characters are two columns wide."""


class Kind:
    """What a character is. Plain numbers: arrays are compared with those of an enumeration ten times as slowly."""

    MARK = 0
    SPACE = 1
    DIGIT = 2
    LOWER = 3
    UPPER = 4
    LETTER = 5
    """Of a script without case."""
    HIRAGANA = 6
    KATAKANA = 7
    HAN = 8
    HANGUL = 9
    STOP = 10
    """Ends a sentence wherever it stands."""
    DOT = 11
    COMMA = 12
    COLON = 13
    OPENING_QUOTE = 14
    OPENING = 15
    CLOSING = 16
    QUOTE = 17
    """Opens or closes."""
    ELLIPSIS = 18
    BAR = 19
    """Parts the entries of a menu or the steps of a trail."""
    LINE_END = 20
    COUNT = 21


class Role:
    """What single characters are besides, as bits."""

    CHINESE_SMALL = 1
    """Small words of Chinese running text."""
    DAY_MARK = 2
    """Stands behind the numbers of a date or a time."""


_ROLES = {
    Role.CHINESE_SMALL: "的了是在不有和我他她这這就也都而與与為为",
    Role.DAY_MARK: "年月日時分년월일",
}
_LISTED = {
    Kind.STOP: "。．！？!?",
    Kind.DOT: ".",
    Kind.COMMA: "、，,;；",
    Kind.COLON: ":：",
    Kind.OPENING_QUOTE: "「『“‘«„",
    Kind.OPENING: "【［（〈《〔([",
    Kind.CLOSING: "」』）)】］]”’〉》>＞*",
    Kind.QUOTE: "\"'",
    Kind.ELLIPSIS: "…",
    Kind.BAR: "|｜•・·/›»→",
    Kind.LINE_END: "\n",
}
_RANGES = (
    (0x1100, 0x1200, Kind.HANGUL),
    (0x3041, 0x30A0, Kind.HIRAGANA),
    (0x30A0, 0x3100, Kind.KATAKANA),
    (0x3400, 0xA000, Kind.HAN),
    (0xAC00, 0xD7B0, Kind.HANGUL),
    (0xF900, 0xFB00, Kind.HAN),
)
_OTHER_HAN = "々〆〇仝"


def _category(code: int) -> int:
    category = unicodedata.category(chr(code))
    if category == "Nd":
        return Kind.DIGIT
    if category[0] == "L":
        return {"Lu": Kind.UPPER, "Lt": Kind.UPPER, "Ll": Kind.LOWER}.get(category, Kind.LETTER)
    return Kind.SPACE if chr(code).isspace() else Kind.LETTER if category[0] == "M" else Kind.MARK


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    table = np.zeros(_TABLE, np.uint8)
    for code in (*range(_EAST), *range(0xFB00, _TABLE)):
        table[code] = _category(code)
    for first, end, kind in _RANGES:
        table[first:end] = kind
    table[[ord(character) for character in _OTHER_HAN]] = Kind.HAN
    table[0x3000] = Kind.SPACE
    for kind, characters in _LISTED.items():
        table[[ord(character) for character in characters]] = kind
    table[-1] = Kind.HAN  # what lies above: rare characters
    return table


@cache
def _roles() -> npt.NDArray[np.uint8]:
    table = np.zeros(_TABLE, np.uint8)
    for role, characters in _ROLES.items():
        table[[ord(character) for character in characters]] |= role
    return table


@cache
def _lower() -> npt.NDArray[np.uint32]:
    table = np.arange(_TABLE, dtype=np.uint32)
    for code in (*range(_EAST), *range(0xFF00, _TABLE)):
        low = chr(code).lower()
        if len(low) == 1:
            table[code] = ord(low)
    return table


def places_of(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.intp]:
    """Where in the tables each character stands."""
    return np.minimum(codes, _TABLE - 1).astype(np.intp)


def kinds_of(places: npt.NDArray[np.intp]) -> npt.NDArray[np.uint8]:
    """The kind of the character of each place."""
    return _kinds().take(places)


def has_role(codes: npt.NDArray[np.uint32], role: int) -> npt.NDArray[np.bool]:
    """Whether each character has ``role``."""
    return (_roles().take(places_of(codes)) & role) > 0


def lower(codes: npt.NDArray[np.uint32], places: npt.NDArray[np.intp]) -> npt.NDArray[np.uint32]:
    """The characters in lower case, each one character: ``str.lower`` may make two of one."""
    low = _lower().take(places)
    rare = codes >= _TABLE
    return np.where(rare, codes, low) if rare.any() else low


def is_wide(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool]:
    """Whether each character is two columns wide."""
    return codes >= _EAST
