"""Which script a character belongs to, as far as Japanese typesetting needs to know."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_EAST = "[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
"""A pattern that takes 3 ms to compile; `re` does so when a text first asks, and keeps it."""
_HANGUL = ((0x1100, 0x11FF), (0x3131, 0x318E), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xD7B0, 0xD7FB), (0xFFA0, 0xFFDC))
_EMOJI = ((0x231A, 0x2BFF), (0x1F000, 0x1F1FF), (0x1F300, 0x1FAFF))
"""Where wide characters are emoji by default (UTS #51); the enclosed ideographs are listed one by one."""
_EMOJI_SQUARED = frozenset(
    [0x1F201, 0x1F21A, 0x1F22F, *range(0x1F232, 0x1F237), 0x1F238, 0x1F239, 0x1F23A, 0x1F250, 0x1F251]
)


def is_western(text: str) -> bool:
    """True for a text without a Japanese, Chinese or Korean character, their punctuation included."""
    return text.isascii() or re.search(_EAST, text) is None


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in ranges)


@cache
def is_hangul(char: str) -> bool:
    """True for a Hangul syllable or jamo (UAX #24 script Hangul)."""
    return _within(ord(char), _HANGUL)


@cache
def is_cjk(char: str) -> bool:
    """True for a CJK character in the sense of the CommonMark CJK-friendly amendments.

    East Asian width wide, full or half (UAX #11), emoji left out; or Hangul. Covers ideographs, kana and the
    punctuation set in their width: 、。「」（）・ー！？
    """
    code = ord(char)
    if code < 0x1100:
        return False
    if is_hangul(char):
        return True
    if unicodedata.east_asian_width(char) not in "WFH":
        return False
    return not _within(code, _EMOJI) and code not in _EMOJI_SQUARED


@cache
def joins_lines(char: str) -> bool:
    """True where a line break in the source stands for nothing: CJK without Hangul, which uses spaces."""
    return is_cjk(char) and not is_hangul(char)
