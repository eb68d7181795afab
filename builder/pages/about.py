"""The page about the archive: what the curator says of it, what it holds, and how its texts were made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..config import Lists
from ..model import Archive, BodyRef
from . import publication, routes
from .page import Page, SiteView
from .views import Entry


@dataclass(frozen=True, slots=True)
class AboutView:
    """The curator's own words (``content/about.md``) and the archive in figures."""

    body: BodyRef | None
    articles: int
    authors: int
    topics: int
    series: int
    first: str
    """Date of the earliest article."""
    last: str
    publications: tuple[Entry, ...]
    excerpts: int
    """Articles of which only the opening or the citation is shown."""
    incomplete: int


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The one page about the archive."""
    dates = [card.date for card in archive.cards.values() if card.date]
    shown = [article for article in archive.articles if article.id in archive.cards]
    yield Page(
        routes.ABOUT,
        "about.html",
        AboutView(
            body=archive.about,
            articles=len(archive.cards),
            authors=sum(1 for cards in archive.by_author.values() if cards),
            topics=sum(1 for cards in archive.by_topic.values() if cards),
            series=sum(1 for cards in archive.by_series.values() if cards),
            first=min(dates, default=""),
            last=max(dates, default=""),
            publications=tuple(publication.entries(archive)),
            excerpts=sum(1 for article in shown if article.rights != "full"),
            incomplete=sum(1 for article in shown if article.incomplete),
        ),
    )
