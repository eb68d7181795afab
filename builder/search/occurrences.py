"""Where the terms of articles stand.

Speed matters here more than elsewhere, every sign of every article passes through; so signs are taken as arrays
(docs/decisions/0022-numpy.md).
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..text.fold import KATAKANA, LETTERS
from . import keys
from .layout import BODY, FRAGMENT, HIRAGANA, KANJI, MIXED, RUN_END, WORD_LENGTH
from .scan import Scanned
from .terms import A_SIGN, EVERY_UNIT, FAMILY, IN_NAMES, IN_TITLE, KIND, units

Words = defaultdict[str, "array[int]"]
"""Word -> its occurrences in order, each as ``Occurrences`` has its place."""

_LETTER_RUN = re.compile(f"[{LETTERS}]+")

_KINDS = np.frombuffer(KIND, np.uint8)
_FAMILIES = ("", KANJI, MIXED, HIRAGANA)
_FAMILY_NUMBERS = np.array([_FAMILIES.index(family) for family in FAMILY], np.uint8)
_IS_KATAKANA = np.zeros(0x10000, np.bool)
for _match in re.finditer(f"[{KATAKANA}]+", EVERY_UNIT):
    _IS_KATAKANA[_match.start() : _match.end()] = True
_NO_CODES, _NO_PLACES = np.empty(0, np.uint64), np.empty(0, np.uint64)


def families_of_pairs(codes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """The families of pairs that are terms, as their places in (KANJI, MIXED, HIRAGANA)."""
    first, second = keys.halves(codes)
    families: npt.NDArray[np.uint8] = _FAMILY_NUMBERS[4 * _KINDS[first] + _KINDS[second]] - np.uint8(1)
    return families


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Occurrences of numbered terms, one row of both arrays an occurrence."""

    codes: npt.NDArray[np.uint64]
    """Pairs or signs: see ``keys.code``."""
    places: npt.NDArray[np.uint64]
    """The article's number in the upper 32 bits, the position in the lower."""


def pairs(articles: Sequence[tuple[int, Scanned]]) -> Occurrences:
    """All pairs of the articles that are terms."""
    text = _Text.of(articles)
    unit, next_unit = text.units[:-1], text.units[1:]
    is_term = (_FAMILY_NUMBERS[4 * _KINDS[unit] + _KINDS[next_unit]] > 0) & (unit != ord(RUN_END)) & ~text.last[:-1]
    at = np.flatnonzero(is_term)
    ends = _run_ends(text)
    wide = text.units.astype(np.uint64)
    codes = np.concatenate((keys.code(wide[at], wide[at + 1]), keys.code(wide[ends], ord(RUN_END))))
    return Occurrences(codes, text.places()[np.concatenate((at, ends))])


def _run_ends(text: _Text) -> npt.NDArray[np.intp]:
    """Where runs of two and more katakana end, but for a long vowel."""
    inside = _IS_KATAKANA[text.units]
    goes_on = inside[:-1] & inside[1:] & ~text.last[:-1]
    ends = np.append(False, goes_on) & ~np.append(goes_on, False)
    return np.flatnonzero(ends & (text.units != ord("ー")))


def signs(articles: Sequence[tuple[int, Scanned]]) -> Occurrences:
    """Each article's single signs, each once; its position is ``note << 8 | first fragment``."""
    codes, places = [_NO_CODES], [_NO_PLACES]
    for number, scanned in articles:
        first: dict[int, int] = {}
        for start, text in scanned.sections[:1:-1]:
            first.update(dict.fromkeys(units(text), min((start - BODY) // FRAGMENT, 255)))
        for field, bit in ((scanned.title, IN_TITLE << 8), (scanned.names, IN_NAMES << 8)):
            for unit in set(units(field)):
                first[unit] = first.get(unit, 0) | bit
        unit_of = np.fromiter(first, np.uint64, len(first))
        is_sign = (_KINDS[unit_of] >= A_SIGN) & (unit_of != ord(RUN_END))
        codes.append(keys.code(unit_of[is_sign]))
        notes = np.fromiter(first.values(), np.uint64, len(first))
        places.append((notes | np.uint64(number << 32))[is_sign])
    return Occurrences(np.concatenate(codes), np.concatenate(places))


@dataclass(frozen=True, slots=True)
class _Text:
    """The sections of all articles, one behind the other."""

    units: npt.NDArray[np.uint16]
    last: npt.NDArray[np.bool]
    """Where a section ends: no pair crosses from one into the next."""
    starts: list[int]
    """Each section's place, as ``Occurrences`` has them."""
    lengths: npt.NDArray[np.int64]

    @classmethod
    def of(cls, articles: Sequence[tuple[int, Scanned]]) -> _Text:
        sections = [(number << 32 | start, text) for number, one in articles for start, text in one.sections if text]
        data = "".join(text for _, text in sections).encode("utf-16-le", "surrogatepass")
        lengths = np.array([len(text) for _, text in sections], np.int64)
        last = np.zeros(len(data) // 2, np.bool)
        last[np.cumsum(lengths) - 1] = True
        return cls(np.frombuffer(data, "<u2").astype(np.uint16), last, [start for start, _ in sections], lengths)

    def places(self) -> npt.NDArray[np.uint64]:
        """Each unit's place."""
        begins = (np.cumsum(self.lengths) - self.lengths).astype(np.uint64)
        # A difference may be below zero; what wraps there wraps back in the sum.
        shifts = np.array(self.starts, np.uint64) - begins
        return np.repeat(shifts, self.lengths) + np.arange(len(self.units), dtype=np.uint64)


def add_words(number: int, scanned: Scanned, into: Words) -> None:
    """Adds the article's words of letters."""
    for start, text in scanned.sections:
        base = number << 32 | start
        for run in _LETTER_RUN.finditer(text):
            into[run.group()[:WORD_LENGTH]].append(base + run.start())
