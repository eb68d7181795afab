"""The learned judgement: how likely each block belongs to the body.

Two passes of small decision trees: the first looks at a block and its place, the second also at what the first said
of the blocks around it. The trees are data (``data/body_model.json``), learned by ``bench/extract_learn.py`` from
pages whose article text is known; they know no site and no word, only the features of ``features.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp

import numpy as np

from ..html.block import Block, Place
from .context import CONTEXT, context_rows
from .features import FEATURES, PageFacts, is_menu_link, rows_of
from .trees import Rows, Trees, trees_of

_HOPELESS = 0.03
"""What the first pass holds for less likely is not judged again."""
_SCREENED = 0.004
"""What a link in a menu is held for, of which the trees are not asked."""


@cache
def _passes() -> tuple[Trees, Trees]:
    data = json.loads((files("builder.data") / "body_model.json").read_text(encoding="utf-8"))
    return trees_of(data["first"], FEATURES), trees_of(data["second"], (*FEATURES, *CONTEXT))


def chances(blocks: Sequence[Block], places: Sequence[Place], facts: PageFacts) -> list[float]:
    """Return for each block how likely it is body, 0 to 1."""
    rows = rows_of(blocks, places, facts, menus=False)
    first, second = _passes()
    early = [_SCREENED] * len(rows)
    looked_at = [number for number, row in enumerate(rows) if not is_menu_link(row)]
    odds = first.log_odds(_matrix([rows[number] for number in looked_at], FEATURES))
    for number, each in zip(looked_at, odds.tolist(), strict=True):
        early[number] = _chance(each)
    hopeful = [number for number, chance in enumerate(early) if chance >= _HOPELESS]
    context = context_rows(blocks, places, early, hopeful)
    both = [rows[number] + row for number, row in zip(hopeful, context, strict=True)]
    odds = second.log_odds(_matrix(both, (*FEATURES, *CONTEXT)))
    out = [0.0] * len(rows)
    for number, each in zip(hopeful, odds.tolist(), strict=True):
        out[number] = _chance(each)
    return out


def _matrix(rows: Sequence[Sequence[int]], features: Sequence[str]) -> Rows:
    return np.array(rows, np.int8).reshape(len(rows), len(features)).T


def _chance(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
