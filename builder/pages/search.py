"""The search page, and how a browser learns of it. Without scripts the page offers the same ways in as lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..config import Lists
from ..model import Archive
from . import author, routes, series, topic, year
from .groups import by_reading
from .page import Page, SiteView
from .views import Entry, Group, PlainView


@dataclass(frozen=True, slots=True)
class SearchView:
    """The lists a reader without scripts searches by; with scripts, the names behind the facets."""

    authors: tuple[Group, ...]
    topics: tuple[Entry, ...]
    series: tuple[Entry, ...]
    years: tuple[Entry, ...]


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The search page unless the site has no search; the description where the site's address is known."""
    if site.search == "none":
        return
    view = SearchView(
        authors=by_reading(author.entries(archive), site.language),
        topics=tuple(topic.entries(archive)),
        series=tuple(series.entries(archive)),
        years=tuple(year.entries(archive)),
    )
    yield Page(routes.SEARCH, "search.html", view)
    if site.base_url:
        yield Page(routes.OPENSEARCH, "opensearch.xml", PlainView())
