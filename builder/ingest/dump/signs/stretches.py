"""The stretches of running text on a page, and how each line stands to the one nearest to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..lazy import lazy
from ..page_text import Column, Columns
from .ranges import NEVER, sums

_PARTS = 4
"""Rows from one line of running text to the next within one stretch."""


@dataclass(frozen=True)
class Stretches:
    """Lines that belong together: the first and last of each, in order, and the members of all."""

    count: int
    members: npt.NDArray[np.intp]
    heads: npt.NDArray[np.intp]
    """Where in ``members`` each stretch begins."""

    @classmethod
    def of(cls, member: npt.NDArray[np.bool], parts: int, cuts: npt.NDArray[np.bool] | None = None) -> Stretches:
        """Stretches of marked lines at most ``parts`` rows apart, with no line of ``cuts`` between them."""
        members = member.nonzero()[0]
        apart = members[1:] - members[:-1] > parts
        if cuts is not None:
            passed = sums(cuts)
            apart |= passed[members[1:]] > passed[members[:-1]]
        begins = np.ones(len(members), np.bool)
        begins[1:] = apart
        return cls(len(member), members, begins.nonzero()[0])

    @lazy
    def first(self) -> npt.NDArray[np.intp]:
        """The first line of each."""
        return self.members[self.heads]

    @lazy
    def last(self) -> npt.NDArray[np.intp]:
        """The last line of each."""
        last = np.empty(len(self.heads), np.intp)
        last[:-1], last[-1] = self.members[self.heads[1:] - 1], self.members[-1]
        return last

    @lazy
    def sizes(self) -> npt.NDArray[np.intp]:
        """How many members each has."""
        sizes = np.empty(len(self.heads), np.intp)
        sizes[:-1], sizes[-1] = self.heads[1:] - self.heads[:-1], len(self.members) - self.heads[-1]
        return sizes

    def sum(self, values: Column) -> Column:
        """The sum of ``values`` over the members of each."""
        return np.add.reduceat(values[self.members].astype(np.float64), self.heads)

    def most(self, values: Column) -> Column:
        """The largest of ``values`` among the members of each."""
        return np.maximum.reduceat(values[self.members], self.heads)

    @lazy
    def nearest(self) -> npt.NDArray[np.intp]:
        """For each line, the stretch nearest to it; of two as near the upper."""
        # from halfway between two stretches on, the lower is nearer
        turns = (self.last[:-1] + self.first[1:]) // 2 + 1
        passed = np.zeros(self.count, np.intp)
        passed[turns] = 1
        return passed.cumsum()

    @lazy
    def distance(self) -> Column:
        """Rows from each line to its nearest stretch: below zero above it, zero inside."""
        at, first, last = np.arange(self.count), self.first[self.nearest], self.last[self.nearest]
        made: Column = np.minimum(at - first, 0) + np.maximum(at - last, 0)
        return made


def ranks(sizes: Column) -> npt.NDArray[np.intp]:
    """The place of each size among all, the largest 0."""
    made = np.empty(len(sizes), np.intp)
    made[(-sizes).argsort(kind="stable")] = np.arange(len(sizes))
    return made


def text_stretches(own: dict[str, Column]) -> Stretches:
    """The stretches of running text."""
    return Stretches.of(own["text"], _PARTS, own["final"])


def text_mass(own: dict[str, Column], found: Stretches) -> Column:
    """How much text each stretch holds, in columns."""
    return found.sum(own["volume"])


_NAMES = (
    "mass", "rank", "share", "members", "mean width", "widest", "dense", "begins", "kin", "dated", "items", "cues",
    "gap", "stops", "commas", "small", "to next", "to previous",
)  # fmt: skip


def read_stretches(own: dict[str, Column], found: Stretches, mass: Column, kin: Column) -> Columns:
    """The stretch of running text nearest to each line. ``kin``: what the lines above each share with it."""
    total = found.count
    if not len(found.members):
        none: Columns = {f"stretch {name}": -1.0 for name in _NAMES}
        return none | {"stretches": 0.0, "inside": 0.0}
    first, last, size = found.first, found.last, found.sizes
    low, high = np.maximum(first - 5, 0), np.minimum(last + 6, total)

    def beside(values: Column) -> Column:
        running = sums(values)
        return running[high] - running[last + 1] + running[first] - running[low]

    between = np.full(len(first) + 1, NEVER)
    between[1:-1] = first[1:] - last[:-1]
    members = found.members
    said = np.array([own[name][members] for name in ("stops", "commas", "small")], np.float32)
    averages = np.add.reduceat(said, found.heads, axis=1)
    values = np.empty((len(_NAMES), len(first)), np.float32)
    for row, value in enumerate(
        (
            mass, ranks(mass), mass / mass.sum(), size, mass / size, found.most(own["width"]),
            size / (last - first + 1), first / total, kin, _to_date(own, first), beside(own["bullet"] > 0),
            beside(own["furniture"]), own["gap"][first], *(averages / size), between[1:], between[:-1],
        )
    ):  # fmt: skip
        values[row] = value
    near = found.nearest
    made: Columns = {f"stretch {name}": value for name, value in zip(_NAMES, values[:, near], strict=True)}
    into = np.arange(total) - first[near]
    made["stretches"] = float(len(first))
    made["inside"] = np.where(found.distance == 0, into, -1)
    return made


def _to_date(own: dict[str, Column], first: npt.NDArray[np.intp]) -> Column:
    """Rows from the date nearest above the head of each stretch; one a little below counts as farther."""
    dates = (own["dated"] & (own["width"] < 100)).nonzero()[0]
    if not len(dates):
        return np.full(len(first), 30)
    apart = first[:, None] - dates
    cost = np.where(apart >= 0, apart, 3 - apart)
    nearest: Column = np.where((apart > -12) & (apart < 20), cost, 30).min(axis=1)
    return nearest
