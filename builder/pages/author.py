"""Authors: an index by reading, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Lists
from ..model import Archive, Author
from . import routes
from .groups import by_reading, entry, most_often
from .page import Page, SiteView
from .slices import newest_first
from .views import AuthorView, Entry, IndexView

_TOPICS = 8


def entries(archive: Archive) -> list[Entry]:
    """An index entry for every author with at least one article."""
    return [
        entry(author.id, author.name, archive.by_author[author.id], author.reading, author.romaji)
        for author in archive.authors.values()
        if archive.by_author.get(author.id)
    ]


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The index, then every author's list of articles."""
    found = entries(archive)
    yield Page("authors/index.html", "authors.html", IndexView(by_reading(found, site.language), len(found)))
    for author in archive.authors.values():
        yield from _author(archive, author, lists)


def _author(archive: Archive, author: Author, lists: Lists) -> Iterator[Page]:
    cards = archive.by_author.get(author.id, ())
    base = routes.folder("authors", author.id)
    feed = routes.url(base + routes.FEED) if cards else ""
    for part in newest_first(cards, lists.per_page, base):
        topics = (
            ()
            if part.number
            else most_often((topic for card in cards for topic, _ in card.topics), _TOPICS, archive.topics)
        )
        yield Page(routes.numbered(base, part.number), "author.html", AuthorView(author, part, topics, feed))
