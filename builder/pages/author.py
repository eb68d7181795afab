"""Authors: an index by reading, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Lists
from ..model import Archive, Author, Card
from . import routes
from .groups import by_reading, entry, most_often
from .page import Page, SiteView
from .slices import newest_first
from .views import AuthorView, Entry, IndexView

_TOPICS = 8


def entries(archive: Archive) -> list[Entry]:
    """An index entry for every author with at least one article."""
    authors = ((archive.authors[identifier], cards) for identifier, cards in archive.by_author.items())
    return [entry(author.id, author.name, cards, author.reading, author.romaji) for author, cards in authors]


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The index, then the list of articles of every author who has any."""
    found = entries(archive)
    yield Page("authors/index.html", "authors.html", IndexView(by_reading(found, site.language), len(found)))
    for identifier, cards in archive.by_author.items():
        yield from _author(archive, archive.authors[identifier], cards, lists)


def _author(archive: Archive, author: Author, cards: tuple[Card, ...], lists: Lists) -> Iterator[Page]:
    base = routes.folder("authors", author.id)
    feed = routes.url(base + routes.FEED)
    for part in newest_first(cards, lists.per_page, base):
        topics = (
            ()
            if part.number
            else most_often((topic for card in cards for topic, _ in card.topics), _TOPICS, archive.topics)
        )
        yield Page(routes.numbered(base, part.number), "author.html", AuthorView(author, part, topics, feed))
