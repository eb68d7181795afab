"""The front page: something to read at once, then every way into the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..config import Lists
from ..model import Archive, BodyRef, Card, Rights
from . import author, publication, routes, series, topic, year
from .page import Page, SiteView
from .views import Entry

_LEADS = 7
_LATEST = 8
_AUTHORS = 24
_TOPICS = 18
_SERIES = 6
_YEARS = 46
"""Two rows of bars on a desk."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    body: BodyRef | None
    """Of the first lead, whose first paragraphs are shown."""
    leads: tuple[Card, ...]
    """The newest article of each of the authors who wrote last: different voices, with their openings. The first of
    them is in the site's own language, where there is one."""
    latest: tuple[Card, ...]
    """The newest articles that are not among the leads."""
    authors: tuple[Entry, ...]
    """Those with most articles."""
    topics: tuple[Entry, ...]
    series: tuple[Entry, ...]
    years: tuple[Entry, ...]
    """The last ones, earliest first."""
    publications: tuple[Entry, ...]
    articles_total: int
    authors_total: int
    topics_total: int
    series_total: int
    years_total: int


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The one front page."""
    people, subjects = author.entries(archive), topic.entries(archive)
    running = series.entries(archive)
    years = [item for item in reversed(year.entries(archive)) if item.name]
    leads, latest = _leads(archive, site.language)
    yield Page(
        routes.HOME,
        "home.html",
        HomeView(
            body=_body(archive, leads),
            leads=leads,
            latest=latest,
            authors=tuple(sorted(people, key=lambda item: (-item.count, item.reading, item.name))[:_AUTHORS]),
            topics=tuple(subjects[:_TOPICS]),
            series=tuple(running[:_SERIES]),
            years=tuple(years[-_YEARS:]),
            publications=tuple(publication.entries(archive)),
            articles_total=len(archive.cards),
            authors_total=len(people),
            topics_total=len(subjects),
            series_total=len(running),
            years_total=len(years),
        ),
    )


def _leads(archive: Archive, language: str) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    leads: list[Card] = []
    latest: list[Card] = []
    seen: set[str] = set()
    for card in archive.cards.values():
        if len(leads) == _LEADS and len(latest) == _LATEST:
            break
        voice = card.authors[0][0] if card.authors else ""
        if len(leads) < _LEADS and voice not in seen and card.excerpt and not card.incomplete:
            seen.add(voice)
            leads.append(card)
        elif len(latest) < _LATEST:
            latest.append(card)
    first = next((card for card in leads if card.language == language), None)
    leads.sort(key=lambda card: card is not first)
    return tuple(leads), tuple(latest)


def _body(archive: Archive, leads: tuple[Card, ...]) -> BodyRef | None:
    if not leads:
        return None
    first = next(article for article in archive.articles if article.id == leads[0].id)
    return first.body if first.rights is Rights.FULL else None
