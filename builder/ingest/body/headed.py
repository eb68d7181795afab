"""Boxes whose heading says that others speak in them, or that they lead elsewhere: コメント, あわせて読みたい.

Heads: ``data/box_heads.yaml``. A section of a text may be called so, too: one beside others of its kind with headings
of their own, one behind which the text goes on, one about a ranking that is no list of links.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import islice, product, takewhile
from typing import TypeAlias

from ...text.facts import facts
from ..extraction import LineKind
from ..html.block import Block, Place
from .looks import squeeze

_LONGEST = 40
"""Letters of a heading."""
_STEPS = 4
"""Places out from the heading within which its box is."""
_LEAST = 100
"""UTF-8 bytes of text outside them."""
_LINKED = 0.1
"""Share of the letters below a heading that is link, above which a box leads elsewhere."""
_PROSE = 40
"""Letters from which on a block is text that goes on."""
_DIGITS = re.compile(r"\d+")
_Kind: TypeAlias = tuple[Place | None, str, str, int]


def headed(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Return the chosen blocks in the widest boxes that begin with such a heading; none where little else is left."""
    found: set[int] = set()
    sections: Mapping[_Kind, Set[int]] | None = None
    order = sorted(chosen)
    for number in range(order[0] + 1, order[-1] + 1) if order else ():
        what = _said(blocks[number])
        if not what or number in found:
            continue
        at = bisect_left(order, number)
        before = blocks[order[at - 1]]
        box = _box(blocks[number].place, before.place)
        if box is None:
            continue
        held = _within(blocks, order[at:], box)
        if what == "others_speak":
            sections = _sections(blocks, chosen) if sections is None else sections
            goes_on = any(_continues(before, blocks[n]) for n in order[at + len(held) :][:1])
            is_section = sections.get(_kind(box, blocks[number].level), set()) - {box.number}
            is_other = not goes_on and not is_section
        else:
            below = _within(blocks, range(number + 1, len(blocks)), box)
            is_other = what == "lead_elsewhere" or _is_linked([blocks[n] for n in below])
        if is_other:
            found.update(held)
    left = sum(blocks[n].weight for n in chosen - found)
    return found if left >= _LEAST else set()


def others_speak_from(blocks: Sequence[Block], last: int) -> int:
    """Return the first block behind the text's ``last`` below which others speak; the number of blocks for none."""
    behind = range(last + 1, len(blocks))
    return next((number for number in behind if _said(blocks[number]) == "others_speak"), len(blocks))


def _said(block: Block) -> str:
    """What a heading says of its box, as the file calls it; empty for any other block."""
    return _heads().get(squeeze(block.text), "") if 0 < len(block.text) <= _LONGEST else ""


@cache
def _heads() -> Mapping[str, str]:
    known = facts("box_heads")
    whole = ("others_speak", "lead_elsewhere", "lead_elsewhere_if_linked")
    others = product(known["speakers"], ("", "の", "からの"), known["spoken"])
    return {squeeze("".join(words)): "others_speak" for words in others} | {
        squeeze(head): what for what in whole for head in known[what]
    }


def _box(heading: Place, before: Place) -> Place | None:
    """The widest place around a heading that does not hold what stands before it, if it is more than the heading."""
    around = {place.number for place in before.outward()}
    inside = [place for place in islice(heading.outward(), _STEPS) if place.number not in around]
    return inside[-1] if len(inside) > 1 else None


def _within(blocks: Sequence[Block], numbers: Sequence[int], box: Place) -> list[int]:
    """Those of the numbers at the head of which the blocks stand in the box."""
    return list(takewhile(lambda number: blocks[number].place.is_inside(box), numbers))


def _is_linked(blocks: Sequence[Block]) -> bool:
    return sum(block.link_chars for block in blocks) > _LINKED * sum(len(block.text) for block in blocks)


def _continues(before: Block, behind: Block) -> bool:
    """Is it text that stands where the text before the box stood?"""
    is_text = behind.kind is LineKind.PARAGRAPH and len(behind.text) >= _PROSE and not behind.link_chars
    return is_text and behind.place.parent is before.place.parent


def _kind(box: Place, level: int) -> _Kind:
    """What the sections of a text share: where they stand, their elements' names and the level of their headings."""
    return box.parent, box.tag, _DIGITS.sub("", box.names), level


def _sections(blocks: Sequence[Block], chosen: Set[int]) -> Mapping[_Kind, Set[int]]:
    """The places around headings that belong to the text, by their kind."""
    found: defaultdict[_Kind, set[int]] = defaultdict(set)
    for head in (blocks[n] for n in chosen if blocks[n].kind is LineKind.HEADING and not _said(blocks[n])):
        for place in islice(head.place.outward(), _STEPS):
            found[_kind(place, head.level)].add(place.number)
    return found
