"""Years: an index, a page for each year, and for a full year a page for each of its months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..config import Lists
from ..model import Archive, Card
from . import routes
from .groups import entry
from .page import Page, SiteView
from .slices import newest_first
from .views import Entry, Group, IndexView, Slice

UNDATED = "undated"
"""Folder of the articles without a date."""


@dataclass(frozen=True, slots=True)
class YearView:
    """A year. A quiet one shows its articles; a full one its months, which have pages of their own."""

    year: str
    """``2017``; empty for the articles without a date."""
    earlier: str
    """The neighbouring years that have articles."""
    later: str
    months: tuple[tuple[str, int], ...]
    """(``2017-03``, number of articles), earliest first; ``2017`` itself for those known only by their year."""
    cards: tuple[Card, ...]
    """Empty where the months have their own pages."""
    total: int


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of a full year, newest first."""

    month: str
    """``2017-03``, or ``2017`` for the articles known only by their year."""
    list: Slice


def entries(archive: Archive) -> list[Entry]:
    """An index entry for every year with articles, the latest first, the undated last."""
    years = sorted(archive.by_year, reverse=True)
    return [entry(year or UNDATED, year, archive.by_year[year]) for year in years if archive.by_year[year]]


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The index, then the years, each with its months where it has more than fit on two pages."""
    found = entries(archive)
    yield Page("years/index.html", "years.html", IndexView((Group("", tuple(found)),), len(found)))
    dated = [item.name for item in found if item.name]
    later = dict(zip(dated[1:], dated, strict=False))
    earlier = dict(pairwise(dated))
    for item in found:
        year, cards = item.name, archive.by_year[item.name]
        folder = routes.folder("years", item.id)
        months = _months(cards)
        split = bool(year) and len(cards) >= 2 * lists.per_page
        counts = tuple((month, len(months[month])) for month in sorted(months))
        shown = () if split else cards
        view = YearView(year, earlier.get(year, ""), later.get(year, ""), counts, shown, len(cards))
        yield Page(f"{folder}index.html", "year.html", view)
        for month in sorted(months) if split else ():
            base = f"{folder}{month[5:] or '00'}/"
            for part in newest_first(tuple(months[month]), lists.per_page, base):
                yield Page(routes.numbered(base, part.number), "month.html", MonthView(month, part))


def _months(cards: tuple[Card, ...]) -> dict[str, list[Card]]:
    months: dict[str, list[Card]] = {}
    for card in cards:
        months.setdefault(card.date[:7], []).append(card)
    return months
