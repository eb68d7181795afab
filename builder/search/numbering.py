"""The articles' numbers: what the index calls them.

Numbers ascend with the date, so that newest first is simply from the high end. Each year has room for its articles
rounded up to a multiple of STEP (years in which nothing was published take none), and within it they are counted by
date, then id. So the numbers follow from the set of articles alone; a new article at the end shifts none, and one
that is slipped in shifts the later ones of its own year, others only when its year outgrows its room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .engine import SearchDocument

STEP = 64


@dataclass(frozen=True, slots=True)
class Year:
    """A year's share of the numbers."""

    name: str
    """``2017``; empty for articles without a date, which come first."""
    start: int
    count: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """All articles, oldest first, and their numbers."""

    documents: tuple[SearchDocument, ...]
    numbers: tuple[int, ...]
    years: tuple[Year, ...]


def position(years: Sequence[Year], number: int) -> int:
    """Where the article of a number stands among all, oldest first."""
    before = 0
    for year in years:
        if number < year.start + year.count:
            return before + number - year.start
        before += year.count
    raise KeyError(number)


def number(documents: Sequence[SearchDocument]) -> Numbering:
    """The numbers of these articles."""
    by_year: dict[str, list[SearchDocument]] = defaultdict(list)
    for document in documents:
        by_year[document.date[:4]].append(document)
    years: list[Year] = []
    ordered: list[SearchDocument] = []
    numbers: list[int] = []
    start = 0
    for name in sorted(by_year):
        members = sorted(by_year[name], key=lambda document: (document.date, document.id))
        years.append(Year(name, start, len(members)))
        ordered += members
        numbers += range(start, start + len(members))
        start += -(-len(members) // STEP) * STEP
    return Numbering(tuple(ordered), tuple(numbers), tuple(years))
