"""The terms of many articles and where they stand, as arrays.

Speed matters here more than elsewhere: every sign of every article passes through (docs/decisions/0022-numpy.md).
``terms_of`` says the same of one article without arrays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt

from ..text.fold import KATAKANA, units_of
from . import keys
from .layout import BODY, FRAGMENT, HIRAGANA, KANJI, MIXED, NAMES, PARTITION_BITS, RUN_END, TITLE, WORD_LENGTH
from .scan import Scanned
from .terms import A_LETTER, A_SIGN, FAMILY, IN_NAMES, IN_TITLE, KIND, LAST_FRAGMENT

Numbers = npt.NDArray[np.uint64]
Indices = npt.NDArray[np.intp]

PAIRS = (KANJI, MIXED, HIRAGANA)
_KINDS = np.frombuffer(KIND, np.uint8)
_FAMILIES = ("", *PAIRS)
_FAMILY_NUMBERS = np.array([_FAMILIES.index(family) for family in FAMILY], np.uint8)
_IS_KATAKANA = np.zeros(0x10000, np.bool)
for _units in units_of(KATAKANA):
    _IS_KATAKANA[_units] = True
_NEWLINE = 10
_ROW_BITS, _CODE_BITS = 26, 32
MOST_UNITS = 1 << _ROW_BITS
"""Units that can be gathered at once."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Occurrences of terms, sorted by term, then place."""

    terms: npt.NDArray[np.uint64]
    """Each term once, ascending."""
    counts: Indices
    """How often each occurs."""
    places: Numbers
    """The article's number in the upper 32 bits, the position in the lower."""


@dataclass(frozen=True, slots=True)
class Text:
    """The sections of all articles, one behind the other, a newline behind each."""

    units: npt.NDArray[np.uint16]
    """UTF-16 units."""
    kinds: npt.NDArray[np.uint8]
    articles: npt.NDArray[np.int64]
    """Each section's article's number."""
    starts: npt.NDArray[np.int64]
    """Each section's position."""
    lengths: npt.NDArray[np.int64]

    @classmethod
    def of(cls, articles: Sequence[tuple[int, Scanned]]) -> Text:
        """The articles come in ascending order of their numbers."""
        sections = [(number, start, text) for number, one in articles for start, text in one.sections]
        numbers, starts, texts = zip(*sections, strict=True)
        data = ("\n".join(texts) + "\n").encode("utf-16-le", "surrogatepass")
        units = np.frombuffer(data, "<u2")
        lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + 1
        return cls(units, _KINDS.take(units), np.array(numbers), np.array(starts), lengths)

    def places(self) -> Numbers:
        """Each unit's place, as ``Rows`` has it."""
        begins = np.cumsum(self.lengths) - self.lengths
        places = np.repeat((self.articles << 32 | self.starts) - begins, self.lengths)
        places += np.arange(len(places))
        return places.view(np.uint64)


def pairs(text: Text, places: Numbers) -> Rows:
    """All pairs that are terms, each named ``part << 32 | code``; parts go by family, then first bits of the key."""
    families = _FAMILY_NUMBERS.take(4 * text.kinds[:-1] + text.kinds[1:])
    at, ends = np.flatnonzero(families), _run_ends(text)
    end_families = _FAMILY_NUMBERS.take(4 * text.kinds[ends] + _KINDS[ord(RUN_END)])
    second = np.concatenate((text.units[at + 1], np.full(len(ends), ord(RUN_END), np.uint16)))
    family = np.concatenate((families[at], end_families)) - np.uint8(1)
    at = np.concatenate((at, ends))
    codes = keys.code(text.units[at].astype(np.uint32), second.astype(np.uint32))
    parts = family << np.uint8(PARTITION_BITS) | (keys.spread(codes) >> np.uint32(keys.BITS - PARTITION_BITS))
    return _sorted(parts.astype(np.uint64) << np.uint64(_CODE_BITS) | codes, at, places)


def _sorted(terms: Numbers, at: Indices, places: Numbers) -> Rows:
    """Rows of terms that occur at these units."""
    # One sort of plain numbers is several times as fast as a stable one of indices by term.
    ordered = terms << np.uint64(_ROW_BITS)
    ordered |= at.view(np.uint64)
    ordered.sort()
    rows = (ordered & np.uint64(MOST_UNITS - 1)).view(np.intp)
    ordered >>= np.uint64(_ROW_BITS)
    is_new = np.ones(len(ordered), np.bool)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    begins = np.flatnonzero(is_new)
    return Rows(ordered[begins], np.diff(begins, append=len(ordered)), places.take(rows))


def _run_ends(text: Text) -> Indices:
    """Where runs of two and more katakana end, but for a long vowel."""
    inside = _IS_KATAKANA.take(text.units)
    goes_on = inside[:-1] & inside[1:]
    ends = np.append(False, goes_on) & ~np.append(goes_on, False)
    return np.flatnonzero(ends & (text.units != ord("ー")))


def signs(text: Text) -> Rows:
    """Each article's single signs, each once; its position is ``note << 8 | first fragment``."""
    is_sign = text.kinds >= A_SIGN
    units = text.units[is_sign]
    is_used = np.zeros(len(_KINDS), np.bool)
    is_used[units] = True
    used = np.flatnonzero(is_used)
    rank = np.cumsum(is_used) - 1
    articles, article_of = np.unique(text.articles, return_inverse=True)
    signs_in = np.add.reduceat(is_sign, np.cumsum(text.lengths) - text.lengths, dtype=np.intp)  # of each section
    cells = rank.take(units) * len(articles)
    cells += np.repeat(article_of, signs_in)
    first = np.zeros(len(used) * len(articles), np.uint16)  # one more than the first fragment; 0 for none
    notes = np.zeros(len(first), np.uint16)
    fragments = np.minimum((text.starts - BODY) // FRAGMENT, LAST_FRAGMENT) + 1
    fragments[text.starts < BODY] = 0
    of_cells = np.repeat(fragments.astype(np.uint16), signs_in)
    in_body = np.flatnonzero(of_cells)[::-1]  # from the end, so that the first is written last
    first[cells[in_body]] = of_cells[in_body]
    outside = np.flatnonzero(of_cells == 0)
    fields, cells = np.repeat(text.starts, signs_in)[outside], cells[outside]
    for field, bit in ((TITLE, IN_TITLE), (NAMES, IN_NAMES)):
        notes[np.unique(cells[fields == field])] |= np.uint16(bit << 8)
    found = np.flatnonzero((first > 0) | (notes > 0))
    position = notes[found] | (np.maximum(first[found], 1) - np.uint16(1))
    places = articles[found % len(articles)] << 32 | position
    counts = np.bincount(found // len(articles), minlength=len(used))
    return Rows(keys.code(used.astype(np.uint64)), counts, places.view(np.uint64))


def words(text: Text, places: Numbers) -> tuple[list[str], Indices, Numbers]:
    """All words of letters, in no order; how often each occurs, and where."""
    is_letter = text.kinds == A_LETTER
    turns = np.flatnonzero(is_letter[1:] != is_letter[:-1]) + 1
    if is_letter[0]:
        turns = np.append(0, turns)
    begins, ends = turns[::2], turns[1::2]  # a newline is the last unit
    is_letter[ends] = True  # every run with the unit behind it
    units = text.units[is_letter]
    units[np.cumsum(ends - begins + 1) - 1] = _NEWLINE
    found = units.astype("<u2", copy=False).tobytes().decode("utf-16-le").split("\n")[:-1]
    for at in np.flatnonzero(ends - begins > WORD_LENGTH).tolist():
        found[at] = found[at][:WORD_LENGTH]
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    terms = np.fromiter(map(numbers.__getitem__, found), np.uint64, len(found))
    rows = _sorted(terms, begins, places)
    return list(numbers), rows.counts, rows.places
