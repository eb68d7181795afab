"""A table of contents over a text: below its heading, lines that stand again further down, over the text's parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...text.facts import facts
from .rows import Row, Rows

_WIDEST, _HEADING = 120, 40
_FEWEST = 2
"""Lines that stand again at least, and more than half of the table."""
_MISSED = 2
"""Lines one below the other that may stand nowhere else: the heading of a part may be worded in another way."""
_NUMBER = re.compile(r"[\W\d_]+")
"""What a line may begin with at one of the two places only: a mark, a number."""
_AROUND = " 　[]【】<>＜＞■●◆▼▶|｜・:："
"""What may stand around the heading."""


def contents(found: Rows) -> Iterator[int]:
    """The rows of such tables, without their headings."""
    if any(heading in found.text.low_text for heading in _headings()):
        for head, row in enumerate(found):
            if row.width <= _HEADING and row.text.strip(_AROUND).lower() in _headings():
                yield from _below(found, head)


def _below(found: Rows, head: int) -> range:
    """The rows right below ``head`` of which most stand again; none where that is no table."""
    lines = list(map(_bare, found))
    end, again, missed = head + 1, 0, 0
    for at in range(head + 1, len(found)):
        if found[at].width > _WIDEST or found[at].look.solid or missed > _MISSED:
            break
        if lines[at] and lines[at] in lines[at + 1 :]:
            end, again, missed = at + 1, again + 1, 0
        else:
            missed += 1
    rows = range(head + 1, end)
    return rows if again >= _FEWEST and 2 * again > len(rows) else range(0)


@cache
def _headings() -> frozenset[str]:
    return frozenset(facts("ja/dumps")["contents"])


def _bare(row: Row) -> str:
    head = _NUMBER.match(row.text)
    return row.text[head.end() :] if head else row.text
