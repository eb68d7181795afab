"""What repeats across the pages of one source is furniture: a value learned from a pile and applied to a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

_NUMBERS = re.compile(r"\d+")
_WEEKDAY = re.compile(r"[（(][日月火水木金土](?:曜日?)?[）)]")
_SPACE = re.compile(r"\s+")
_SPELLED = str.maketrans("0123456789", "abcdefghij")
_LETTERS = re.compile(r"[^\W\d_]")

_FEWEST_PAGES = 3
_OFTEN = 3
"""Works on which a line must stand to count as repeated."""
_SHARE_INSIDE = 0.1
"""Share of the works that must have a line amidst the text: an author may have a turn of phrase."""
_LABEL, _SHARE_OF_LABELS = 6, 0.3
"""Letters below which a line may be a heading or a cry of several essays, and the share of the works it then takes."""
_SLOT_HEAD, _SLOT_TAIL, _SLOT_LEAST, _SLOT_MOST = 12, 14, 18, 120
"""Characters by which a line is known again that has a title or a name in it, and how long such lines are."""
_EAST_ASIAN, _LETTERS_FOR_ONE = "⺀", 2
"""Where East Asian characters begin in Unicode, and how many letters of other scripts tell as much as one of them."""
_SLOT_OFTEN, _SHARE_OF_SLOTS = 4, 0.15


def fingerprint(text: str) -> str:
    """Return the mark by which a line is known again: white space and weekdays left out, every number the same."""
    return _mark(_bare(text))


def slots(text: str) -> tuple[str, ...]:
    """Marks of the beginning and the end of a line that may have a title or a name in it; none for other lines."""
    bare = _bare(text)
    times = 1 if max(bare[:_SLOT_HEAD], default="") >= _EAST_ASIAN else _LETTERS_FOR_ONE
    if not times * _SLOT_LEAST <= len(bare) <= _SLOT_MOST:
        return ()
    return _mark("head:" + bare[: times * _SLOT_HEAD]), _mark("tail:" + bare[-times * _SLOT_TAIL :])


def picture_line(words: str, address: str) -> str:
    """A picture as a line that may repeat: many are called "photo", so it is the same only with the same file name.

    Empty for a picture without words. Numbers, which are all alike in lines, tell files apart and are spelled here.
    """
    name = address.partition("?")[0].rpartition("/")[2]
    return f"{words} {name.translate(_SPELLED)}" if words else ""


def _bare(text: str) -> str:
    return _NUMBERS.sub("0", _SPACE.sub("", _WEEKDAY.sub("", text)).lower())


def _mark(bare: str) -> str:
    return hashlib.blake2b(bare.encode("utf-8", "replace"), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Furniture:
    """Lines of one source and on how many of its works each stands."""

    pages: int = 0
    """Works it was learned from."""
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Fingerprint of a line -> works it stands on."""
    slots: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Mark of a line's beginning or end -> works it stands on, with different lines."""
    above: frozenset[str] = frozenset()
    """Fingerprints of frequent lines that stand above the body, page for page."""
    below: frozenset[str] = frozenset()
    """The same for below."""
    opens: bool = False
    """True where the body begins right below the lines that stand above it."""
    closes: bool = False
    """True where the body ends right above the lines that stand below it."""

    @cached_property
    def digest(self) -> str:
        """Equal for equal furniture."""
        tables = sorted(self.counts.items()), sorted(self.slots.items()), sorted(self.above), sorted(self.below)
        return hashlib.blake2b(
            repr((self.pages, *tables, self.opens, self.closes)).encode(), digest_size=16
        ).hexdigest()

    def repeats(self, text: str, *, at_end: bool) -> bool:
        """True for a line that the source repeats. ``at_end``: nothing of the text stands below it."""
        if self.pages < _FEWEST_PAGES:
            return False
        works = self.counts.get(fingerprint(text), 0)
        letters = len(_LETTERS.findall(text))
        if letters < 2 or works < _OFTEN:
            return self._has_slot(text)
        least = _SHARE_OF_LABELS if letters < _LABEL else 0.0 if at_end else _SHARE_INSIDE
        return works >= least * self.pages

    def _has_slot(self, text: str) -> bool:
        least = max(_SLOT_OFTEN, _SHARE_OF_SLOTS * self.pages)
        return any(self.slots.get(mark, 0) >= least for mark in slots(text))


def repeated(body: Sequence[tuple[int, str]], known: Furniture | None) -> list[int]:
    """The numbers of a body's lines, given with their texts in order, that the source repeats.

    None where those are most of the text: then the page itself is there several times.
    """
    if known is None:
        return []
    found: dict[int, str] = {}
    at_end = True
    for number, text in reversed(body):
        at_end = at_end and known.repeats(text, at_end=True)
        if at_end or known.repeats(text, at_end=False):
            found[number] = text
    is_same_page = 2 * sum(map(len, found.values())) > sum(len(text) for _, text in body)
    return [] if is_same_page else sorted(found)
