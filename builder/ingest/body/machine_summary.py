"""What a machine made of the article, over its text: この記事のAI要約. Words: ``data/machine_summaries.yaml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...text.facts import facts
from ..html.block import Block
from .looks import squeeze

_LONGEST = 200
"""Letters of the line that says a machine wrote what stands beside it."""
_SHARE = 0.4
"""Share of the text that such a box may hold: one that holds more is the article, which speaks of summaries."""
_STEPS = 3
"""Places out from that line within which the box is that holds the summary too."""


def machine_summary(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Return the chosen blocks that stand in a box which says that a machine summed the article up."""
    found: set[int] = set()
    names, says_so = _words()
    for number, block in enumerate(blocks):
        if len(block.text) <= _LONGEST and any(name in block.text for name in names) and says_so.search(block.text):
            found |= _box(blocks, number, chosen)
    return found


def _box(blocks: Sequence[Block], number: int, chosen: set[int]) -> set[int]:
    """The chosen blocks of the smallest box around a line that holds chosen blocks beside it."""
    whole = sum(len(squeeze(blocks[n].text)) for n in chosen)
    for place in blocks[number].place.boxes(_STEPS):
        inside = {n for n in chosen if blocks[n].place.is_inside(place)}
        if inside - {number}:
            small = sum(len(squeeze(blocks[n].text)) for n in inside) <= _SHARE * whole
            return inside if small else set()
    return set()


@cache
def _words() -> tuple[tuple[str, ...], re.Pattern[str]]:
    known = facts("machine_summaries")
    return tuple(known["names"]), re.compile("|".join(known["says_so"]), re.IGNORECASE)
