"""Each block by the first judgement of the blocks around it: what the second pass looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..html.block import Block, Place
from .features import COUNTS, DISTANCES, TENTHS
from .layout import container, steps_to, tally

CONTEXT: tuple[str, ...] = (
    "first", "before", "after", "around", "parent-first", "grandparent-first", "core", "core-wide", "run", "alike",
    "alike-count", "best", "to-best",
)  # fmt: skip
_ODDS = (0.01, 0.03, 0.07, 0.13, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.93, 0.97, 0.99)


def context_rows(
    blocks: Sequence[Block], places: Sequence[Place], chances: Sequence[float], numbers: Sequence[int] | None = None
) -> list[list[int]]:
    """Describe blocks by the first judgement of the blocks around them.

    Args:
        blocks: All blocks of the page.
        places: The places they stand in.
        chances: The first judgement: how likely each block belongs to the body, 0 to 1.
        numbers: Of the blocks to describe; by default all.
    """
    sizes = [b.weight for b in blocks]
    worth = [c * s if c > 0.3 else 0.0 for c, s in zip(chances, sizes, strict=True)]
    sums = tally(blocks, places, sizes, worth)
    total = max(1.0, sums.good[0] if places else 1.0)
    core = steps_to(places, container(places, sums.good, 0.5))
    core_wide = steps_to(places, container(places, sums.good, 0.9))
    strong = [n for n, (c, s) in enumerate(zip(chances, sizes, strict=True)) if c > 0.6 and s > 90]
    first, last = (strong[0], strong[-1]) if strong else (0, len(blocks) - 1)
    alike: dict[str, list[float]] = {}
    keys = [_likeness(b) for b in blocks]
    for key, chance, size in zip(keys, chances, sizes, strict=True):
        sums_of = alike.setdefault(key, [0.0, 0.0, 0.0])
        sums_of[0] += chance * size
        sums_of[1] += size
        sums_of[2] += 1
    rows: list[list[int]] = []
    n = len(blocks)
    best = max(chances, default=0.0)
    best_bin = bisect_right(_ODDS, best)
    for i in range(n) if numbers is None else numbers:
        place = blocks[i].place
        parent = place.parent or place
        if place.tag in ("p", "li"):
            place, parent = parent, parent.parent or parent
        low, high = max(0, i - 3), min(n, i + 4)
        around = sum(worth[low:high]) - worth[i]
        around_size = sum(sizes[low:high]) - sizes[i]
        like = alike[keys[i]]
        run = i - first if i < first else i - last + 1 if i > last else 0
        rows.append(
            [
                bisect_right(_ODDS, chances[i]),
                bisect_right(_ODDS, chances[i - 1]) if i else 16,
                bisect_right(_ODDS, chances[i + 1]) if i + 1 < n else 16,
                bisect_right(TENTHS, around / around_size) if around_size else 13,
                bisect_right(TENTHS, sums.good[place.number] / total),
                bisect_right(TENTHS, sums.good[parent.number] / total),
                core[blocks[i].place.number],
                core_wide[blocks[i].place.number],
                bisect_right(DISTANCES, run),
                bisect_right(_ODDS, like[0] / max(1.0, like[1])),
                bisect_right(COUNTS, like[2]),
                best_bin,
                bisect_right(TENTHS, chances[i] / best) if best else 0,
            ]
        )
    return rows


def _likeness(block: Block) -> str:
    place = block.place
    parent = place.parent or place
    return f"{place.tag} {place.names}|{parent.tag} {parent.names}|{block.kind}"
