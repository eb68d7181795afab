"""Series: an index, and a page for each in the order of its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Lists
from ..model import Archive
from . import routes
from .groups import entry
from .page import Page, SiteView
from .slices import oldest_first
from .views import Entry, Group, IndexView, SeriesView


def entries(archive: Archive) -> list[Entry]:
    """An index entry for every series with at least one article, the most recently continued first."""
    found = []
    for identifier, cards in archive.by_series.items():
        series, by_date = archive.series[identifier], tuple(sorted(cards, key=lambda card: card.date, reverse=True))
        found.append(entry(series.id, series.name, by_date, text=series.description))
    return sorted(found, key=lambda item: (item.last, item.name, item.id), reverse=True)


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The index, then every series that has articles, from its beginning."""
    found = entries(archive)
    yield Page("series/index.html", "series-index.html", IndexView((Group("", tuple(found)),), len(found)))
    for identifier, cards in archive.by_series.items():
        base = routes.folder("series", identifier)
        for part in oldest_first(cards, lists.per_page, base):
            yield Page(routes.numbered(base, part.number), "series.html", SeriesView(archive.series[identifier], part))
