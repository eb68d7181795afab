"""The learned judgement: how likely each block belongs to the body.

Two passes of small decision trees: the first looks at a block and its place, the second also at what the first said
of the blocks around it. The trees are data (``data/body_model.json``), learned by ``bench/extract_train.py`` from
pages whose article text is known; they know no site and no word, only the features of ``features.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import TypeAlias

from ..formats.html_block import Block, Place
from .context import CONTEXT, context_rows
from .features import FEATURES, PageFacts, rows_of

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"
"""A leaf's value, or: feature number, threshold, the branch at or below it, the branch above."""

_HOPELESS = 0.03
"""What the first pass holds for less likely is not judged again."""
_EARLY, _LOST = 15, -3.6
_SCREENED = 0.004
_LINKS, _LENGTH, _CONTAINER = (FEATURES.index(name) for name in ("links", "length", "container"))


@cache
def _passes() -> tuple[tuple[Tree, ...], tuple[Tree, ...]]:
    data = json.loads((files("builder.data") / "body_model.json").read_text(encoding="utf-8"))
    names = {name: n for n, name in enumerate((*FEATURES, *CONTEXT))}
    first, second = (tuple(_tree(t, names) for t in data[key]) for key in ("first", "second"))
    return first, second


def _tree(data: float | list[object], names: dict[str, int]) -> Tree:
    if not isinstance(data, list):
        return float(data)
    name, threshold, low, high = data
    assert isinstance(name, str)
    assert isinstance(threshold, int | float)
    assert isinstance(low, list | int | float)
    assert isinstance(high, list | int | float)
    return (names[name], float(threshold), _tree(low, names), _tree(high, names))


def chances(blocks: Sequence[Block], places: Sequence[Place], facts: PageFacts) -> tuple[list[float], list[list[int]]]:
    """Return for each block how likely it is body, 0 to 1, and the features that were looked at."""
    rows = rows_of(blocks, places, facts)
    first, second = _passes()
    early = [_SCREENED if _is_menu_link(row) else _chance(first, row, hopeless=True) for row in rows]
    out: list[float] = []
    for row, context, chance in zip(rows, context_rows(blocks, places, early), early, strict=True):
        out.append(0.0 if chance < _HOPELESS else _chance(second, row + context))
    return out, rows


def _is_menu_link(row: Sequence[int]) -> bool:
    """Is it short, all link, and outside the place that holds most of the prose? Half of all blocks are."""
    return row[_LINKS] >= 7 and row[_LENGTH] <= 3 and row[_CONTAINER] >= 6


def _chance(trees: Sequence[Tree], row: Sequence[int], *, hopeless: bool = False) -> float:
    """Add up the trees; where ``hopeless`` blocks do not matter, stop at a sum the later trees cannot mend."""
    total = 0.0
    for number, tree in enumerate(trees):
        if hopeless and number == _EARLY and total < _LOST:
            break
        node = tree
        while type(node) is tuple:
            feature, threshold, low, high = node
            node = low if row[feature] <= threshold else high
        total += node  # type: ignore[operator]  # a leaf by now
    return 1 / (1 + exp(-total))
