"""Where the weight of a page lies: sums over places, the place that holds most, and how far every other is from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..html.block import Block, Place


@dataclass(slots=True)
class Tally:
    """Sums over the blocks inside each place, by place number."""

    size: list[int]
    links: list[int]
    good: list[float]
    blocks: list[int]


def tally(blocks: Sequence[Block], places: Sequence[Place], sizes: Sequence[int], good: Sequence[float]) -> Tally:
    """Add up every block in its place and all places around it."""
    n = len(places)
    out = Tally([0] * n, [0] * n, [0.0] * n, [0] * n)
    for block, size, value in zip(blocks, sizes, good, strict=True):
        number = block.place.number
        out.size[number] += size
        out.links[number] += size * min(block.link_chars, len(block.text)) // max(1, len(block.text))
        out.good[number] += value
        out.blocks[number] += 1
    for place in reversed(places):
        if place.parent is not None:
            up = place.parent.number
            out.size[up] += out.size[place.number]
            out.links[up] += out.links[place.number]
            out.good[up] += out.good[place.number]
            out.blocks[up] += out.blocks[place.number]
    return out


def spread(places: Sequence[Place], own: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for each place the hints of itself and its two parents, and those of everything further out."""
    near, outer = list(own), [0] * len(places)
    far = [0] * len(places)
    for place in places:
        parent = place.parent
        if parent is None:
            continue
        outer[place.number] = outer[parent.number] | own[parent.number]
        near[place.number] |= own[parent.number]
        grand = parent.parent
        if grand is not None:
            near[place.number] |= own[grand.number]
            far[place.number] = outer[grand.number]
    return near, far


def container(places: Sequence[Place], worth: Sequence[float], share: float) -> int:
    """Return the number of the innermost place that holds at least this share of all worth; -1 where there is none."""
    if not places or worth[0] <= 0:
        return -1
    need = worth[0] * share
    best = 0
    for place in places:
        if worth[place.number] >= need and place.depth >= places[best].depth:
            best = place.number
    return best


def steps_to(places: Sequence[Place], target: int) -> list[int]:
    """Return how each place lies to the target: 0 to 4 steps inside it, 5 to 9 for as many places outside it."""
    if target < 0:
        return [10] * len(places)
    inside: list[int] = []
    chain = {place.number for place in places[target].outward()}
    out: list[int] = []
    outer_depth = places[target].depth
    for place in places:
        parent = place.parent
        if place.number == target:
            inside.append(0)
        elif parent is not None and inside[parent.number] >= 0:
            inside.append(inside[parent.number] + 1)
        else:
            inside.append(-1)
        if inside[-1] >= 0:
            out.append(min(inside[-1], 4))
        elif place.number in chain or parent is None:
            out.append(5 + min(max(outer_depth - place.depth - 1, 0), 4))
        else:
            out.append(out[parent.number])
    return out
