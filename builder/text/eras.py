"""Japanese eras -> years of the common calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from .facts import facts


@dataclass(frozen=True, slots=True)
class Era:
    """One era: the days it covers, both ends included, and the year that is its first."""

    letter: str
    first: date
    last: date
    year_one: int


@cache
def eras() -> dict[str, Era]:
    """Eras by name (平成) and by letter (H)."""
    table = {}
    for row in facts("ja/eras")["eras"]:
        era = Era(row["letter"], date.fromisoformat(row["first"]), date.fromisoformat(row["last"]), row["year_one"])
        table.update(dict.fromkeys([*row["names"], row["letter"]], era))
    return table


def year_of(era: str, number: int) -> int | None:
    """The year that is ``number`` of ``era``; None where the era has no such year."""
    known = eras().get(era)
    year = known.year_one + number - 1 if known and number > 0 else 0
    return year if known and year <= known.last.year else None


def holds(era: str, day: date) -> bool:
    """Whether ``day`` lies within ``era``."""
    known = eras().get(era)
    return known is not None and known.first <= day <= known.last
