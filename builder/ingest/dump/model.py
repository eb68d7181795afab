"""Which lines of a dump are its body: for each line, its clues are weighed and added up (``data/dump_weights.tsv``).

A logistic model: the sum of the weights of a line's clues is the logarithm of the odds that it is body. What is kept is
the set of lines with the best expected F1 of precision and recall, so that a page of which little is certain is not
cut to nothing. No line is judged without its neighbours: most clues are about where a line stands.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from math import exp

from .clues import around, near, own, own_key
from .rows import Row
from .surroundings import Clue, places

_LEAST, _MOST = 0.3, 0.55
"""Bounds of the chance from which on a line is kept; set by cross-validation (``docs/quality-dumps.md``)."""
_REMEMBERED = 50_000


class Side(StrEnum):
    """Where a line stands to the body."""

    BEFORE = "before"
    BODY = "body"
    INSIDE = "inside"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model says of one row."""

    side: Side
    body: float
    """Chance of being body, 0 to 1."""


class Weights:
    """The learned numbers, with sums remembered for combinations of clues that were seen before."""

    def __init__(self, start: float, clues: dict[str, float]) -> None:
        self.start = start
        """Log-odds of a line without any clue."""
        self.clues = clues
        self._sums: dict[Hashable, float] = {}
        self._places: dict[Clue, float] = {}

    def total(self, key: Hashable, clues: Callable[[], Iterable[str]]) -> float:
        """The sum of the weights of ``clues``, which ``key`` stands for."""
        found = self._sums.get(key)
        if found is None:
            found = sum(self.clues.get(c, 0.0) for c in clues())
            if len(self._sums) > _REMEMBERED:
                self._sums.clear()
            self._sums[key] = found
        return found

    def place(self, clue: Clue) -> float:
        """The weight of one clue of a place."""
        found = self._places.get(clue)
        if found is None:
            found = self._places[clue] = self.clues.get(" ".join(map(str, clue)), 0.0)
        return found


@cache
def weights() -> Weights:
    """The weights that come with the program."""
    text = (files("builder.data") / "dump_weights.tsv").read_text(encoding="utf-8")
    rows = [line.rsplit("\t", 1) for line in text.splitlines() if not line.startswith("#")]
    table = {name: float(weight) for name, weight in rows}
    return Weights(table.pop("start"), table)


def chances(found: Sequence[Row], learned: Weights | None = None) -> list[float]:
    """For each row of a document, the chance that it is body."""
    learned = learned or weights()
    weigh = learned.place
    made = []
    for row, place, seen in zip(found, places(found), around(found), strict=True):
        odds = learned.start + learned.total(own_key(row), lambda row=row: own(row))  # type: ignore[misc]
        odds += learned.total(seen, lambda seen=seen: near(seen))  # type: ignore[misc]
        odds += sum(map(weigh, place))
        made.append(1 / (1 + exp(-max(-30.0, min(30.0, odds)))))
    return made


def threshold(likely: Sequence[float]) -> float:
    """The chance from which on keeping lines gives the best expected F1: 2·hits / (kept + all that is body)."""
    best, chosen, kept = 0.0, _MOST, 0.0
    body = sum(likely)
    for count, chance in enumerate(sorted(likely, reverse=True), 1):
        kept += chance
        if 2 * kept > best * (count + body):
            best, chosen = 2 * kept / (count + body), chance
    return min(_MOST, max(_LEAST, chosen))


def judge_rows(found: Sequence[Row], learned: Weights | None = None) -> list[Verdict]:
    """The verdict on each row of a document."""
    likely = chances(found, learned)
    limit = threshold(likely)
    body = [i for i, chance in enumerate(likely) if chance >= limit]
    first, last = (body[0], body[-1]) if body else (len(found), len(found))
    made = []
    for i, chance in enumerate(likely):
        side = Side.BODY if chance >= limit else Side.BEFORE if i < first else Side.AFTER if i > last else Side.INSIDE
        made.append(Verdict(side, chance))
    return made
