"""Boosted symmetric trees, as ``builder.ingest.dump.trees`` reads them: every line of a level asks the same question.

Each tree is fitted to what those before it leave unexplained (Newton steps of the logistic loss), on a part of the
lines, drawn so that those judged worst are seen most, and on a part of the signs, so that no sign is leaned on alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_BINS = 32
_SAMPLED = 20_000
"""Lines by which the bounds of the bins are set."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How many trees of which depth, and how careful a step is."""

    trees: int = 120
    depth: int = 6
    rate: float = 0.1
    penalty: float = 5.0
    """Of large leaves (L2)."""
    signs: float = 0.3
    lines: float = 0.5
    """Share of signs and of lines that a tree sees."""
    seed: int = 1


class Binned:
    """Signs (rows) of many lines (columns), each sign cut into at most 32 bins."""

    def __init__(self, matrix: npt.NDArray[np.float32]) -> None:
        drawn = np.random.default_rng(0).permutation(matrix.shape[1])[:_SAMPLED]
        self.bounds = [_bounds(row[drawn]) for row in matrix]
        self.bins = np.array(
            [np.searchsorted(bounds, row) for bounds, row in zip(self.bounds, matrix, strict=True)], np.uint8
        )


def _bounds(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Where to cut, of six digits as they are written down."""
    known = np.unique(values)
    cuts = (known[1:] + known[:-1]) / 2 if len(known) <= _BINS else np.quantile(values, np.arange(1, _BINS) / _BINS)
    return np.unique([float(f"{cut:.6g}") for cut in cuts]).astype(np.float32)


def learn(data: Binned, truth: npt.NDArray[Any], weight: npt.NDArray[Any], shape: Shape) -> dict[str, Any]:
    """Trees learned from all lines: ``start`` and ``trees`` of ``data/dump_trees.json``, what leaves say as floats."""
    random = np.random.default_rng(shape.seed)
    bins, y, w = data.bins, truth, weight
    usable = np.flatnonzero([len(bounds) > 0 for bounds in data.bounds])
    mean = float((w * y).sum() / w.sum())
    start = float(np.log(mean / (1 - mean)))
    odds = np.full(len(y), start)
    trees: list[dict[str, Any]] = []
    for _ in range(shape.trees):
        chance = 1 / (1 + np.exp(-odds))
        slope, curve = w * (y - chance), w * chance * (1 - chance)
        wanted = np.abs(slope) + 0.1 * curve
        drawn = np.minimum(1, wanted * (shape.lines * len(y) / wanted.sum()))
        seen = np.flatnonzero(random.random(len(y)) < drawn)
        signs = np.sort(random.choice(usable, max(1, int(shape.signs * len(usable))), replace=False))
        asked = _questions(
            bins[np.ix_(signs, seen)], slope[seen] / drawn[seen], curve[seen] / drawn[seen], data, signs, shape
        )
        leaf = np.zeros(len(y), np.intp)
        for level, (sign, cut) in enumerate(asked):
            leaf |= (bins[sign] > cut).astype(np.intp) << level
        size = 1 << shape.depth
        step = np.bincount(leaf, slope, size) / (np.bincount(leaf, curve, size) + shape.penalty)
        said = shape.rate * step
        odds += said[leaf]
        trees.append({"asks": [[sign, float(data.bounds[sign][cut])] for sign, cut in asked], "says": said})
    return {"start": start, "trees": trees}


def _questions(
    bins: npt.NDArray[np.uint8],
    slope: npt.NDArray[Any],
    curve: npt.NDArray[Any],
    data: Binned,
    signs: Sequence[int] | npt.NDArray[np.intp],
    shape: Shape,
) -> list[tuple[int, int]]:
    """For each level the question that explains most: a sign and the bin above which the answer is yes."""
    leaf = np.zeros(bins.shape[1], np.intp)
    asked: list[tuple[int, int]] = []
    for level in range(shape.depth):
        best = (-1.0, 0, 0)
        for row, sign in enumerate(signs):
            place, size = leaf * _BINS + bins[row], (_BINS << level)
            slopes = np.bincount(place, slope, size).reshape(-1, _BINS).cumsum(1)
            curves = np.bincount(place, curve, size).reshape(-1, _BINS).cumsum(1)
            low = slopes**2 / (curves + shape.penalty)
            high = (slopes[:, -1:] - slopes) ** 2 / (curves[:, -1:] - curves + shape.penalty)
            gain = (low + high).sum(0)[: len(data.bounds[sign])]
            cut = int(gain.argmax())
            if gain[cut] > best[0]:
                best = (float(gain[cut]), row, cut)
        _, row, cut = best
        leaf |= (bins[row] > cut).astype(np.intp) << level
        asked.append((int(signs[row]), cut))
    return asked
