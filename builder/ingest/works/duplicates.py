"""The same work from two places: recognised by its text, linked as one, precision first.

Sketches find candidates, an exact comparison decides. Where the two are alike but not surely one work they are
reported and both stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..comparing.glance import Glance
from ..comparing.identity import title_key
from ..comparing.likeness import Candidates, Sketch, overlap

SAME = 0.8
"""Share of all runs that two copies of one text have in common at least."""
WITHIN = 0.85
"""Share of the shorter text that the longer has, where the longer has more (another page, a longer cut)."""
KIN = 0.6
"""The same as WITHIN, for texts that share title or author, or of which one says it is from the other's outlet."""
ALIKE = 0.35
"""From here on a pair is reported."""
_TITLE_SAYS = 5
"""Letters of a title that is worth comparing."""
_FEW_RUNS = 150
"""A text with fewer runs must be the same as a whole: a formula of greeting is soon within another text."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One appearance of a work: its text's sketch and its first page, which helps to judge it."""

    key: int
    """The caller's number for it."""
    marks: Sketch
    page: Glance
    """Its first page."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two copies that are, or may be, one work."""

    one: int
    other: int
    likeness: float
    sure: bool


def matches(fresh: Sequence[Copy], held: Iterable[Copy], runs_of: Callable[[int], set[int]]) -> tuple[Match, ...]:
    """All pairs of alike copies with at least one from ``fresh``. ``runs_of`` gives the runs of a copy by its key."""
    candidates = Candidates()
    by_key: dict[int, Copy] = {}
    for copy in held:
        candidates.add(copy.key, copy.marks)
        by_key[copy.key] = copy
    found: list[Match] = []
    for copy in fresh:
        mine: set[int] | None = None
        for key in candidates.near(copy.marks):
            mine = runs_of(copy.key) if mine is None else mine
            match = _judge(copy, by_key[key], mine, runs_of(key))
            if match:
                found.append(match)
        candidates.add(copy.key, copy.marks)
        by_key[copy.key] = copy
    return tuple(found)


def _judge(one: Copy, other: Copy, here: set[int], there: set[int]) -> Match | None:
    whole, part = overlap(here, there)
    short = min(len(here), len(there)) < _FEW_RUNS
    if part < ALIKE:
        return None
    if _is_column_of_one_outlet(one.page, other.page):
        return Match(other.key, one.key, round(part, 3), False) if part >= SAME else None
    sure = whole >= SAME or (not short and (part >= WITHIN or (part >= KIN and _kin(one.page, other.page))))
    return Match(other.key, one.key, round(part if whole < SAME else whole, 3), sure)


def _is_column_of_one_outlet(one: Glance, other: Glance) -> bool:
    """Two titles of one outlet: notices, tables and picture pages repeat a form of words, and are several works."""
    if not one.title or not other.title or one.title in other.title or other.title in one.title:
        return False
    if one.host and other.host:
        return one.host == other.host
    if one.publication and other.publication:
        return one.publication == other.publication
    return one.name.rpartition("/")[0] == other.name.rpartition("/")[0]


def _kin(one: Glance, other: Glance) -> bool:
    short, long = sorted((one.title, other.title), key=len)
    if len(short) >= _TITLE_SAYS and short in long:
        return True
    return (
        bool(set(one.authors) & set(other.authors))
        or _names(one.republished_from, other)
        or _names(other.republished_from, one)
    )


def is_original(one: Glance, other: Glance) -> bool:
    """True where ``one`` is the first appearance and ``other`` the later: by its note, else by day.

    On one day the page that knows its address comes before one that does not: a dump of it has lost outlet and links.
    Else the shorter name does: "a (1).html" is what a browser calls the second save of "a.html".
    """
    if _names(other.republished_from, one) != _names(one.republished_from, other):
        return _names(other.republished_from, one)
    if bool(one.republished_from) != bool(other.republished_from):
        return not one.republished_from
    if one.date[:10] != other.date[:10]:
        return _order(one.date) < _order(other.date)
    if bool(one.url) != bool(other.url):
        return bool(one.url)
    return (_order(one.date), len(one.name), one.name) < (_order(other.date), len(other.name), other.name)


def _names(note: str, page: Glance) -> bool:
    """True where a republication note names the outlet of ``page``."""
    said, outlet = title_key(note), title_key(page.publication)
    return bool(said and outlet) and (said in outlet or outlet in said)


def _order(date: str) -> str:
    return date or "9999"
