"""Symmetric trees: each asks a line a few yes-or-no questions, the same on every path; the answers are a leaf's number.

So all questions of all trees are asked of all lines at once, and what a tree says is one look into a table.
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Odds = npt.NDArray[np.float64]
"""Logarithms of odds, one a line."""

_AT_ONCE = 128
"""Lines judged together at most: what is in between stays in the processor's cache."""


@dataclass(frozen=True)
class Trees:
    """Trees whose sum is the logarithm of the odds."""

    start: float
    """What is said of every line."""
    signs: tuple[str, ...]
    """Names of the signs that are asked for, in the order of the rows of a matrix to judge."""
    asked: npt.NDArray[np.intp]
    """For each question the number of the sign. Several trees may ask the same."""
    bounds: Matrix
    """The answer is yes where the sign is above this."""
    questions: npt.NDArray[np.intp]
    """For each place in a tree (row) and each tree (column) the number of the question."""
    leaves: Matrix
    """For each tree (row) what each leaf says. Yes to the question at place n is worth 2 ** n in the leaf's number."""

    def odds(self, matrix: Matrix) -> Odds:
        """The logarithm of the odds of each line; ``matrix`` has a row for each sign, a column for each line."""
        lines = matrix.shape[1]
        made = np.full(lines, self.start)
        parts = -(-lines // _AT_ONCE)
        for part in range(parts):  # all about as long: a line alone would be added up in another order
            start, end = part * lines // parts, (part + 1) * lines // parts
            made[start:end] += self._odds(matrix[:, start:end])
        return made

    def _odds(self, matrix: Matrix) -> Matrix:
        answers = (matrix.take(self.asked, axis=0) > self.bounds[:, None]).view(np.uint8)
        leaf = np.zeros((len(self.leaves), matrix.shape[1]), np.uint8)
        for numbers in self._asked_last_first:
            path = leaf[: len(numbers)]
            path += path
            path |= answers.take(numbers, axis=0)
        said: Matrix = self.leaves.ravel().take(leaf + self._first_leaves, mode="clip")
        total: Matrix = said.sum(axis=0)
        return total

    @cached_property
    def _first_leaves(self) -> npt.NDArray[np.int32]:
        count, size = self.leaves.shape
        return np.arange(0, count * size, size, dtype=np.int32)[:, None]

    @cached_property
    def _asked_last_first(self) -> list[npt.NDArray[np.intp]]:
        """For each place, from the last, what the trees ask there: smaller ones stand behind and are left out."""
        return [np.trim_zeros(numbers, "b") for numbers in self.questions[::-1]]


def chances_of(odds: Odds) -> list[float]:
    """Odds as chances."""
    made: list[float] = (1 / (1 + np.exp(-np.minimum(np.maximum(odds, -30), 30)))).tolist()
    return made


def values_of(table: dict[str, Any]) -> npt.NDArray[np.float32] | None:
    """The values of words that the trees' signs need; None where they need none. Packed, as most are small numbers."""
    if "words" not in table:
        return None
    packed = zlib.decompress(base64.b64decode(table["words"]))
    return np.frombuffer(packed, np.int8).astype(np.float32) / np.float32(table["words unit"])


def trees_of(table: dict[str, Any]) -> Trees:
    """Trees as ``data/dump_trees.json`` holds them: for each tree its questions (sign, bound) and its leaves."""
    trees = table["trees"]
    most = max(len(tree["asks"]) for tree in trees)
    numbers: dict[tuple[int, float], int] = {(0, np.inf): 0}
    """The first is always denied: what a smaller tree asks where a larger one has more questions."""
    questions = np.zeros((most, len(trees)), np.intp)
    leaves = np.zeros((len(trees), 1 << most), np.float32)
    for number, tree in enumerate(trees):
        for place, (sign, bound) in enumerate(tree["asks"]):
            questions[place, number] = numbers.setdefault((sign, bound), len(numbers))
        leaves[number, : len(tree["says"])] = tree["says"]
    asked, bounds = np.array([sign for sign, _ in numbers]), np.array([bound for _, bound in numbers], np.float32)
    return Trees(
        float(table["start"]), tuple(table["signs"]), asked, bounds, questions, leaves / np.float32(table["unit"])
    )
