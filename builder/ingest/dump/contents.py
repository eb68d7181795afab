"""A table of contents over a text: below its heading, lines that stand again further down, over the text's parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...text.facts import facts
from .rows import Row, Rows

_WIDEST, _HEADING = 120, 40
_FEWEST = 2
"""Lines that stand again at least, and more than half of the table."""
_MISSED = 2
"""Lines one below the other that may stand nowhere else: the heading of a part may be worded in another way."""
_LONGEST = 300
"""Lines of a table at most."""
_NUMBER = re.compile(r"[\W\d_]+")
"""What a line may begin with at one of the two places only: a mark, a number."""
_AROUND = " 　[]【】<>＜＞■●◆▼▶|｜・:："
"""What may stand around the heading."""


def contents(found: Rows) -> Iterator[int]:
    """The rows of such tables, without their headings."""
    if not any(heading in found.text.low_text for heading in _headings()):
        return
    lines = list(map(_bare, found))
    last = {line: at for at, line in enumerate(lines)}
    end = 0
    for head, row in enumerate(found):
        if head >= end and row.width <= _HEADING and row.text.strip(_AROUND).lower() in _headings():
            table = _below(found, head, [last[line] if line else -1 for line in lines[head + 1 : head + 1 + _LONGEST]])
            yield from table
            end = table.stop


def _below(found: Rows, head: int, last: Sequence[int]) -> range:
    """The rows right below ``head`` of which most stand again; none where that is no table.

    ``last``: where the page says for the last time what each of them says; -1 for a line without words.
    """
    end, again, missed = head + 1, 0, 0
    for at, other in enumerate(last, head + 1):
        if found[at].width > _WIDEST or found[at].look.solid or missed > _MISSED:
            break
        if other > at:
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
