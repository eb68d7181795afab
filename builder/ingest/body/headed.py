"""Boxes whose heading says that others speak in them, or that they lead elsewhere: コメント, あわせて読みたい.

Heads: ``data/box_heads.yaml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import islice

from ...text.facts import facts
from ..formats.html_block import Block
from .looks import squeeze

_LONGEST = 40
"""Letters of a heading."""
_STEPS = 4
"""Places out from the heading within which its box is."""
_LEAST = 100
"""UTF-8 bytes of text outside them."""


def headed(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Return the chosen blocks in the widest boxes that begin with such a heading; none where little else is left."""
    found: set[int] = set()
    order = sorted(chosen)
    for number in range(order[0] + 1, order[-1] + 1) if order else ():
        text = blocks[number].text
        if not 0 < len(text) <= _LONGEST or squeeze(text) not in _heads():
            continue
        at = bisect_left(order, number)
        around = {place.number for place in blocks[order[at - 1]].place.outward()}
        inside = [p for p in islice(blocks[number].place.outward(), _STEPS) if p.number not in around]
        if len(inside) > 1:  # more than the heading's own element
            found |= {n for n in order[at:] if blocks[n].place.is_inside(inside[-1])}
    left = sum(len(blocks[n].text.encode("utf-8", "replace")) for n in chosen - found)
    return found if left >= _LEAST else set()


@cache
def _heads() -> frozenset[str]:
    return frozenset(squeeze(head) for heads in facts("box_heads").values() for head in heads)
