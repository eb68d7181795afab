"""Trees that judge all blocks at once say what walking through them says."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from builder.ingest.body.trees import Tree, trees_of

FEATURES = ("length", "links")
TREES: list[Tree] = [
    ["length", 1, ["links", 0, 0.5, -0.25], ["length", 2, ["links", 2, 1.0, 0.125], -2.0]],
    ["links", 1, -0.5, ["length", 0, 0.75, ["links", -1, 9.0, 4.0]]],
    0.0625,
]


def walked(tree: Tree, row: tuple[int, ...]) -> float:
    while isinstance(tree, list):
        feature, bound, low, high = tree
        assert isinstance(feature, str)
        assert isinstance(bound, int)
        tree = low if row[FEATURES.index(feature)] <= bound else high  # type: ignore[assignment]
    return tree


@pytest.mark.parametrize("count", [0, 1, 16, 300])
def test_every_block_gets_the_sum_of_its_leaves(count: int) -> None:
    rows = (list(product(range(4), range(4))) * 20)[:count]
    matrix = np.array(rows, np.int8).reshape(count, 2).T
    odds = trees_of(TREES, FEATURES).log_odds(matrix)
    assert odds.tolist() == [sum(walked(tree, row) for tree in TREES) for row in rows]
