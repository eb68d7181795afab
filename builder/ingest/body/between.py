"""Tables and programs between the paragraphs of one box: they are the text's, though they do not look like text."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ..draft import LineKind
from ..formats.html_block import Block, Place

_KINDS = (LineKind.TABLE, LineKind.CODE)


def between(blocks: Sequence[Block], chosen: Set[int]) -> set[int]:
    """Return the tables and programs that stand directly between chosen blocks of the box they stand in."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if block.kind not in _KINDS or number in chosen or block.place.hidden:
            continue
        box = block.place.parent
        before, after = _beside(blocks, number, -1), _beside(blocks, number, 1)
        if {before, after} <= chosen and _stands_in(blocks[before].place, box) and _stands_in(blocks[after].place, box):
            found.add(number)
    return found


def _beside(blocks: Sequence[Block], number: int, step: int) -> int:
    """The next block that is neither of these, nor a picture; -1 without one."""
    number += step
    while 0 <= number < len(blocks) and blocks[number].kind in (*_KINDS, LineKind.IMAGE, LineKind.RULE):
        number += step
    return number if 0 <= number < len(blocks) else -1


def _stands_in(place: Place, box: Place | None) -> bool:
    return box is not None and (place is box or place.parent is box)
