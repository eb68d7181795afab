"""Which blocks are the article: kept, or claimed by name. Every block is one or the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from ..extraction import LineKind
from ..html.block import Block, Place
from .between import between, linked_headings
from .closing_links import closing_links
from .entries import entries_of, others_than
from .features import PageFacts
from .looks import squeeze
from .machine_summary import machine_summary
from .model import chances
from .reasons import reason
from .said_before import said_before

_KEPT = 0.45
"""How likely a block must be body to be kept."""
_TAKEN = (
    ("html/link-list", closing_links),
    ("html/said-before", said_before),
    ("html/machine-summary", machine_summary),
)
"""Steps that take blocks out of what the trees chose, in their order, and the names under which they do."""


@dataclass(frozen=True, slots=True)
class Body:
    """The verdict on each block of a page, by its index."""

    kept: tuple[int, ...]
    claims: tuple[tuple[int, str], ...]
    confidence: float
    """How sure the choice is, 0 to 1: the mean certainty over the text that is kept or was in doubt."""
    entries: int = 0
    """How many articles of different days it holds, where the page sets them apart; else 0 or 1."""


def find_body(blocks: Sequence[Block], places: Sequence[Place], facts: PageFacts) -> Body:
    """Choose the blocks that make up the article.

    Args:
        blocks: All visible blocks, in reading order.
        places: The places they stand in.
        facts: Title candidates and the body JSON-LD states, if any.
    """
    texts = [n for n, b in enumerate(blocks) if b.kind not in (LineKind.IMAGE, LineKind.RULE)]
    judged = chances([blocks[n] for n in texts], places, facts)
    chosen = {n for n, chance in zip(texts, judged, strict=True) if chance >= _KEPT}
    chosen |= between(blocks, chosen)
    headlines = _headlines(blocks, chosen, facts)
    chosen -= headlines
    left_out: dict[int, str] = {}
    for rule, found in _TAKEN:
        left_out.update(dict.fromkeys(taken := found(blocks, chosen), rule))
        chosen -= taken
    chosen |= linked_headings(blocks, chosen) - headlines - left_out.keys()
    entries = entries_of(blocks)
    others = others_than(facts.titles, entries) & chosen
    left_out.update(dict.fromkeys(others, "html/other-article"))
    chosen -= others
    chosen = _without_loose_headings(blocks, chosen)
    pictures = _pictures(blocks, chosen)
    first, last = (min(chosen), max(chosen)) if chosen else (-1, -1)
    claims: list[tuple[int, str]] = []
    for number, block in enumerate(blocks):
        if number in chosen or number in pictures:
            continue
        if number in headlines:
            claims.append((number, "html/headline"))
        elif number in left_out:
            claims.append((number, left_out[number]))
        elif block.kind in (LineKind.IMAGE, LineKind.RULE):
            claims.append((number, "html/picture" if block.kind is LineKind.IMAGE else "html/outside-body"))
        else:
            share = block.link_chars / max(1, len(block.text))
            claims.append((number, reason(block.place, share, number=number, first=first, last=last)))
    sure = _certainty(blocks, texts, judged)
    held = len({entry.day for entry in entries if not entry.blocks.isdisjoint(chosen)})
    return Body(tuple(sorted(chosen | pictures)), tuple(claims), sure, held)


def _certainty(blocks: Sequence[Block], texts: Sequence[int], judged: Sequence[float]) -> float:
    total = weight = 0.0
    for number, chance in zip(texts, judged, strict=True):
        if chance > 0.15:
            size = blocks[number].weight
            total += size * abs(chance - _KEPT) * 2
            weight += size
    return round(min(1.0, total / weight * 1.08), 3) if weight else 0.0


def _headlines(blocks: Sequence[Block], chosen: set[int], facts: PageFacts) -> set[int]:
    """Find the article's own headline, where it was taken for a part of the body's beginning."""
    titles = set(facts.titles)
    found: set[int] = set()
    for number in sorted(chosen)[:4]:
        block = blocks[number]
        if (block.kind is LineKind.HEADING or number == min(chosen)) and len(block.text) < 300:
            if squeeze(block.text) in titles:
                found.add(number)
            elif block.kind is not LineKind.HEADING:
                break
    return found if len(found) < len(chosen) else set()


def _without_loose_headings(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Drop headings at the end of the body: nothing stands under them."""
    kept = set(chosen)
    for number in sorted(chosen, reverse=True):
        if blocks[number].kind is not LineKind.HEADING or len(kept) == 1:
            break
        kept.discard(number)
    return kept


def _pictures(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Take the pictures and rules that stand among the body's blocks, and a picture close before it in the same box.

    Where no box holds the body, the page is one; of that, what stands before the body is mostly the outlet's.
    """
    if not chosen:
        return set()
    ordered = sorted(chosen)
    around = {p.number for n in ordered for p in _close(blocks[n].place, 2)}
    boxless = any(_boxless(blocks[n].place) for n in ordered)
    found: set[int] = set()
    for number in range(max(0, ordered[0] - 4), ordered[-1] + 1):
        block = blocks[number]
        if block.kind not in (LineKind.IMAGE, LineKind.RULE) or number in chosen:
            continue
        if block.kind is LineKind.RULE and not ordered[0] < number < ordered[-1]:
            continue
        in_page = boxless and number > ordered[0] and _boxless(block.place)
        if in_page or any(p.number in around for p in _close(block.place, 3)):
            found.add(number)
    return found


def _boxless(place: Place) -> bool:
    """Does it stand in the page itself, but for the element it is?"""
    return any(box.tag == "body" for box in islice(place.outward(), 2))


def _close(place: Place, steps: int) -> Iterator[Place]:
    """The nearest places, at most so many, within the page."""
    return takewhile(lambda box: box.tag not in ("body", "html"), islice(place.outward(), steps))
