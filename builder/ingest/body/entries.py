"""Several articles on one page: boxes of one kind beside each other, each with a headline and a day of its own.

The archive of a blog's month is such a page, and so is one that shows the next article below the one being read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ...text.dates import find_dates
from ..extraction import LineKind
from ..html.block import Block
from .looks import squeeze

SEVERAL = 3
"""A page whose text is of so many days may hold several articles, and waits for review."""
_RANK = 3
"""The lowest rank of a headline."""
_STEPS = 8
"""Places out from a headline within which its article's box is."""
_LEAST = 4
"""Letters that a headline must have to be believed as the beginning of a stated title."""
_DAY = 80
"""Letters that a line which dates an article may hold."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several articles: its headline, its day, the numbers of its blocks."""

    headline: str
    day: str
    blocks: frozenset[int]


def entries_of(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """Return the articles that stand one after another on a page; empty where it holds one, or boxes without days."""
    kin: defaultdict[tuple[int, str, int], dict[int, int]] = defaultdict(dict)
    for number, block in enumerate(blocks):
        if block.kind is LineKind.HEADING and block.level <= _RANK and block.text and not block.place.hidden:
            for place in islice(block.place.outward(), _STEPS):
                if place.parent is not None:
                    kind = f"{place.tag} {_DIGITS.sub('', place.names)}"
                    kin[place.parent.number, kind, block.level].setdefault(place.number, number)
    boxes = max((found for found in kin.values() if len(found) > 1), key=len, default={})
    if not boxes:
        return ()
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for place in block.place.outward():
            if place.number in boxes:
                inside[place.number].append(number)
    found = [
        Entry(blocks[headline].text, day, frozenset(inside[box]))
        for box, headline in boxes.items()
        if (day := next((day for n in inside[box] if (day := _day(blocks[n]))), ""))
    ]
    return tuple(found) if len(found) > 1 else ()


def others_than(titles: Sequence[str], entries: Sequence[Entry]) -> frozenset[int]:
    """Return the blocks of the articles that are not the one of these titles (squeezed); none where none of them is."""
    own = [entry for entry in entries if _is_titled(squeeze(entry.headline), titles)]
    if len(own) != 1:
        return frozenset()
    return frozenset(number for entry in entries if entry is not own[0] for number in entry.blocks)


def _is_titled(headline: str, titles: Sequence[str]) -> bool:
    return headline in titles or (len(headline) >= _LEAST and any(title.startswith(headline) for title in titles))


def _day(block: Block) -> str:
    """The day that a line names which holds little else."""
    if not block.text or len(block.text) > _DAY or not any(char.isdigit() for char in block.text):
        return ""
    return next((found.iso[:10] for found in find_dates(block.text) if len(found.iso) >= len("2001-02-03")), "")
