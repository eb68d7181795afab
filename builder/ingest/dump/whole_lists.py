"""Lists inside a Japanese text, told by how their lines begin: goals by the minute, songs of a concert, a table.

The lines of a list are text together or not at all, but the trees judge each by itself, the last ones as less likely.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from .rows import Row

_FEWEST = 3
"""Lines of a list."""
_OF_ITEMS, _OF_OTHERS = 0.5, 0.2
"""Shares of its lines that must be text for all to be: where they have bullets, as menus have, and where not."""
_COUNT = re.compile(r"(?=[^\s.:、)\]]{0,6}\d)[^\s.:、)\]]{1,8}[\s.:、)\]]")
"""A line's first word where it counts: 53分, 2位, M3., (4)."""
_DIGITS = re.compile(r"\d+")
_MARKS = "■□●○◎◆◇▲△▼▽★☆※▶►"


def whole_lists(found: Sequence[Row], body: Sequence[int]) -> set[int]:
    """The rows of lists of which enough are ``body``."""
    whole: set[int] = set()
    for rows in _lists(found, body):
        share = len(rows.intersection(body)) / len(rows)
        if share >= (_OF_ITEMS if found[min(rows)].bullet else _OF_OTHERS):
            whole |= rows
    return whole


def _lists(found: Sequence[Row], body: Sequence[int]) -> Iterator[set[int]]:
    """The rows of each list that a row of ``body`` is in."""
    end = 0
    for at in body:
        if at < end or not (shape := _shape(found[at])):
            continue
        start, end = at, at + 1
        while start and _shape(found[start - 1]) == shape:
            start -= 1
        while end < len(found) and _shape(found[end]) == shape:
            end += 1
        if end - start >= _FEWEST:
            yield set(range(start, end))


def _shape(row: Row) -> str:
    """How the lines of a list begin alike; nothing for a line that is no item of one."""
    if row.cue and not row.cue.endswith("~"):
        return ""
    if row.bullet:
        return row.bullet
    narrow = unicodedata.normalize("NFKC", row.text)
    if count := _COUNT.match(narrow):
        return _DIGITS.sub("9", count[0])
    return "table" if "\t" in narrow else narrow[0] if narrow[0] in _MARKS else ""
