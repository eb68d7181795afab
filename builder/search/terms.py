"""The terms of an article and where they stand.

Pairs and single signs are of UTF-16 units, as the browser counts, and are numbers: see ``keys.code``. Words of letters
are text. Speed matters here more than elsewhere, every sign of every article passes through; so the inner loops run
inside ``map``.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict, deque
from itertools import count, repeat
from operator import add

from ..text.fold import GRAM, KANA, KATAKANA, LETTERS
from . import keys
from .layout import BODY, FRAGMENT, HIRAGANA, KANJI, MIXED, RUN_END, WORD_LENGTH
from .scan import Scanned

IN_TITLE, IN_NAMES = 2, 1
"""Bits of a single sign's note."""

Codes = defaultdict[int, "array[int]"]
"""Pair or sign -> its occurrences in order, each the article's base plus the position."""
Words = defaultdict[str, "array[int]"]
"""Word -> its occurrences, likewise."""

_LETTER_RUN = re.compile(f"[{LETTERS}]+")
_GRAM_RUN = re.compile(f"[{GRAM}]+")
_KATAKANA_RUN = re.compile(f"[{KATAKANA}]{{2,}}")
_KATAKANA = re.compile(f"[{KATAKANA}]")


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


_NOTHING, _A_LETTER, _A_SIGN, _A_KANA = range(4)
_EVERY_UNIT = "".join(map(chr, range(0x10000)))
_KIND = bytearray(0x10000)
for _inside, _kind in ((LETTERS, _A_LETTER), (GRAM, _A_SIGN), (KANA, _A_KANA), ("\ud800-\udfff" + RUN_END, _A_SIGN)):
    for _match in re.finditer(f"[{_inside}]+", _EVERY_UNIT):
        _KIND[_match.start() : _match.end()] = bytes([_kind]) * len(_match.group())
_FAMILY = [""] * 16
for _first in (_A_LETTER, _A_SIGN, _A_KANA):
    for _second in (_A_LETTER, _A_SIGN, _A_KANA):
        _FAMILY[4 * _first + _second] = (KANJI, MIXED, HIRAGANA)[(_first == _A_KANA) + (_second == _A_KANA)]
_FAMILY[4 * _A_LETTER + _A_LETTER] = ""


def is_sign(unit: int) -> bool:
    """Whether a UTF-16 unit is of the kind that is found by any run of it; halves of surrogate pairs are."""
    return _KIND[unit] >= _A_SIGN and unit != ord(RUN_END)


def family_of_pair(code: int) -> str:
    """The family of a pair; empty where it is no term, because it holds a blank or is all letters."""
    first, second = keys.halves(code)
    return _FAMILY[4 * _KIND[first] + _KIND[second]] if first != ord(RUN_END) else ""


def add_pairs(scanned: Scanned, base: int, into: Codes) -> None:
    """Adds the article's pairs; also some that are no terms, which the caller drops by ``family_of_pair``."""
    get, append = into.__getitem__, array.append
    for start, text in scanned.sections:
        at = base + start
        if text.isascii():
            for run in _GRAM_RUN.finditer(text):  # digits, and the letters they touch
                low = max(run.start() - 1, 0)
                deque(map(append, map(get, pair_codes(text[low : run.end() + 1])), count(at + low)), 0)
            continue
        deque(map(append, map(get, pair_codes(text)), count(at)), 0)
        if _KATAKANA.search(text):
            for run in _KATAKANA_RUN.finditer(text):
                last = run.end() - 1
                if text[last] != "ー":
                    into[keys.code(ord(text[last]), ord(RUN_END))].append(at + last)


def add_signs(scanned: Scanned, base: int, into: Codes) -> None:
    """Adds the article's single signs, each once, as its base plus ``note << 8 | first fragment``."""
    first: dict[int, int] = {}
    for start, text in scanned.sections[:1:-1]:
        first.update(dict.fromkeys(units(text), min((start - BODY) // FRAGMENT, 255)))
    for field, bit in ((scanned.title, IN_TITLE << 8), (scanned.names, IN_NAMES << 8)):
        for unit in set(units(field)):
            first[unit] = first.get(unit, 0) | bit
    deque(map(array.append, map(into.__getitem__, first), map(add, first.values(), repeat(base))), 0)


def add_words(scanned: Scanned, base: int, into: Words) -> None:
    """Adds the article's words of letters."""
    for start, text in scanned.sections:
        for run in _LETTER_RUN.finditer(text):
            into[run.group()[:WORD_LENGTH]].append(base + start + run.start())
