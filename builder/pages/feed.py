"""Atom feeds: of the whole site, of every author and of every topic. They carry openings, as far as rights allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..config import Lists
from ..model import Archive, Card
from . import routes
from .page import Page, SiteView


@dataclass(frozen=True, slots=True)
class FeedView:
    """One feed, newest first."""

    name: str
    """The author's or topic's name; empty for the site's own feed."""
    home: str
    """Address of the list the feed follows, relative to the site."""
    cards: tuple[Card, ...]


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """All feeds."""
    most = lists.feed_entries
    newest = tuple(islice(archive.cards.values(), most))
    yield Page(routes.FEED, "feed.xml", FeedView("", "", newest))
    for author, cards in archive.by_author.items():
        yield _feed("authors", author, archive.authors[author].name, cards[:most])
    for topic, cards in archive.by_topic.items():
        yield _feed("topics", topic, archive.topics[topic].name, cards[:most])


def _feed(kind: str, identifier: str, name: str, cards: tuple[Card, ...]) -> Page:
    base = routes.folder(kind, identifier)
    return Page(base + routes.FEED, "feed.xml", FeedView(name, routes.url(base + "index.html"), cards))
