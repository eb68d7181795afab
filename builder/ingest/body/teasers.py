"""Other articles that a page offers behind a short one: boxes of one kind, each led by a link; links at the end.

On a page whose own article is a paragraph or two these weigh more than the article, and look like its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from ..extraction import LineKind
from ..html.block import Block, Place
from .announced import are_announced
from .own_links import own_sites, stays

_LEAST_BOXES = 3
_STEPS = 5
"""Places out from a block within which the box of its kind is."""
_LINKED = 0.5
"""Share of a line that is link, from which on it leads somewhere."""
_ALL_LINK = 0.85
_LEAST_LINE = 12
"""UTF-8 bytes of a line that names an article."""
_LABEL = 36
"""UTF-8 bytes of a line that may stand over it."""
_MOST_BOXES = 0.8
"""Share of the boxes that must begin with such a line."""
_OWN = 100
"""UTF-8 bytes of text that must stand outside the boxes: with less, the boxes are the text."""
_LONG = 2000
"""The same at most: a long article may list what it recommends, each under its link."""
_OUTWEIGH = 0.3
"""Share of the text outside that the boxes must weigh."""
_LONGEST_TOLD = 600
"""Mean UTF-8 bytes of a box: with more, they are sections of the text, each under its link."""
_LEAST_LINKS = 2
_DIGITS = re.compile(r"\d+")
_NO_BOX = frozenset(("p", "tbody", "td", "th", "tr"))
_WHOLE = frozenset(("html", "body", "main"))


def teasers(blocks: Sequence[Block], chosen: Set[int]) -> set[int]:
    """Return the chosen blocks in boxes of one kind beside each other, most of which begin with a link.

    None where the text begins in one of them or announces them, or where they do not weigh much beside the text.
    """
    kin: defaultdict[tuple[int, str, str], set[int]] = defaultdict(set)
    inside: defaultdict[int, set[int]] = defaultdict(set)
    for number in chosen:
        for box in _boxes(blocks[number].place):
            assert box.parent is not None
            kin[box.parent.number, box.tag, _DIGITS.sub("", box.names)].add(box.number)
            inside[box.number].add(number)
    groups = [boxes for boxes in kin.values() if len(boxes) >= _LEAST_BOXES]
    leading = _led(blocks, set[int]().union(*groups), own_sites(blocks, chosen)) if groups else {}
    first = min(chosen, default=-1)
    found: set[int] = set()
    for boxes in groups:
        led = boxes & leading.keys()
        if len(led) >= max(_LEAST_BOXES, _MOST_BOXES * len(boxes)):
            told = set[int]().union(*(inside[box] for box in boxes))
            is_brief = sum(blocks[n].weight for n in told) <= _LONGEST_TOLD * len(boxes)
            links = [leading[box] for box in led]
            if is_brief and first not in told and not are_announced(len(boxes), links, _over(blocks, chosen, told)):
                found |= told
    own = sum(blocks[n].weight for n in chosen - found if not (blocks[n].kind is LineKind.HEADING or _leads(blocks[n])))
    return found if _OWN <= own <= _LONG and sum(blocks[n].weight for n in found) >= _OUTWEIGH * own else set()


def _over(blocks: Sequence[Block], chosen: Set[int], told: Set[int]) -> list[Block]:
    """The text over the boxes, and the headline over that."""
    first, end = min(chosen), min(told)
    above = next(([block] for block in reversed(blocks[:first]) if block.kind is LineKind.HEADING), [])
    return [*above, *(blocks[n] for n in range(first, end) if n in chosen)]


def _boxes(place: Place) -> Iterator[Place]:
    """The places around a line, at most so many, that may be one of several boxes of a kind."""
    for step, box in enumerate(place.outward()):
        if step == _STEPS or box.parent is None or box.tag in _WHOLE:
            return
        if box.tag not in _NO_BOX:
            yield box


def _led(blocks: Sequence[Block], boxes: Set[int], own: Set[str]) -> dict[int, Block]:
    """Return those of the boxes whose first line, a day or a label apart, is a link to a site of ``own``, with it."""
    found: dict[int, Block] = {}
    begun: set[int] = set()
    for block in blocks:
        if not block.text:
            continue
        for box in _boxes(block.place):
            if box.number not in boxes or box.number in begun:
                continue
            if _leads(block) and stays(block, own):
                found[box.number] = block
            if _leads(block) or block.kind is LineKind.HEADING or block.weight > _LABEL:
                begun.add(box.number)
    return found


def closing_links(blocks: Sequence[Block], chosen: Set[int]) -> set[int]:
    """Return the links to the outlet's own pages, and the headings over them, with which the chosen blocks end.

    None where they are all. Links elsewhere are what the text refers to, and so are links in footnotes.
    """
    found: set[int] = set()
    links = 0
    own: Set[str] | None = None
    for number in sorted(chosen, reverse=True):
        block = blocks[number]
        is_link = block.link_chars >= _ALL_LINK * max(1, len(block.text)) and block.kind is not LineKind.FOOTNOTE
        if is_link:
            own = own_sites(blocks, chosen) if own is None else own
            is_link = stays(block, own)
        if not is_link and (block.kind is not LineKind.HEADING or block.link_chars):
            return found if links >= _LEAST_LINKS else set()
        links += is_link
        found.add(number)
    return set()


def _leads(block: Block) -> bool:
    """Is it a link that names something, or a line that is one with text below it?"""
    line = block.text.partition("\n")[0] if "\n" in block.text else ""
    if (
        line
        and _ALL_LINK * len(line) <= block.link_chars <= len(line)
        and len(line.encode("utf-8", "replace")) >= _LEAST_LINE
    ):
        return True
    return block.link_chars > 0 and block.link_chars >= _LINKED * len(block.text) and block.weight >= _LEAST_LINE
