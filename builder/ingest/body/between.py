"""Tables, programs and linked headings between the paragraphs of a text belong to it, though they look like none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from ..extraction import LineKind
from ..html.block import Block, Place

_KINDS = (LineKind.TABLE, LineKind.CODE)
_PASSED_OVER = (LineKind.IMAGE, LineKind.RULE)


def between(blocks: Sequence[Block], chosen: Set[int]) -> set[int]:
    """Return the tables and programs that stand directly between chosen blocks of the box they stand in."""
    found: set[int] = set()
    before = -1
    run: list[int] = []
    for number, block in enumerate(blocks):
        if block.kind in _KINDS:
            run.append(number)
        elif block.kind not in _PASSED_OVER:
            if run and before in chosen and number in chosen:
                ends = (blocks[before].place, block.place)
                found.update(n for n in run if _is_between(blocks[n].place, ends))
            before, run = number, []
    return found - chosen


def linked_headings(blocks: Sequence[Block], chosen: Set[int]) -> set[int]:
    """Return the headings that are links, directly between chosen blocks and in the box of the paragraph they head."""
    found: set[int] = set()
    shown = [n for n, block in enumerate(blocks) if block.kind not in _PASSED_OVER]
    for before, number, behind in zip(shown, shown[1:], shown[2:], strict=False):
        block, headed = blocks[number], blocks[behind]
        if block.kind is not LineKind.HEADING or not block.link_chars or number in chosen or block.place.hidden:
            continue
        is_in_its_box = headed.kind is LineKind.PARAGRAPH and headed.place.parent is block.place.parent
        if before in chosen and behind in chosen and is_in_its_box:
            found.add(number)
    return found


def _is_between(place: Place, ends: Iterable[Place]) -> bool:
    return not place.hidden and all(_stands_in(end, place.parent) for end in ends)


def _stands_in(place: Place, box: Place | None) -> bool:
    return box is not None and (place is box or place.parent is box)
