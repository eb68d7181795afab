"""Topics: an index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Lists
from ..model import Archive, Card, Topic
from . import routes
from .groups import entry, most_often
from .page import Page, SiteView
from .slices import newest_first
from .views import Entry, Group, IndexView, TopicView

_AUTHORS = 12


def entries(archive: Archive) -> list[Entry]:
    """An index entry for every topic with at least one article, the fullest first."""
    topics = ((archive.topics[identifier], cards) for identifier, cards in archive.by_topic.items())
    found = [entry(topic.id, topic.name, cards, text=topic.description) for topic, cards in topics]
    return sorted(found, key=lambda item: (-item.count, item.name, item.id))


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The index, then the list of articles of every topic that has any."""
    found = entries(archive)
    yield Page("topics/index.html", "topics.html", IndexView((Group("", tuple(found)),), len(found)))
    for identifier, cards in archive.by_topic.items():
        yield from _topic(archive, archive.topics[identifier], cards, lists)


def _topic(archive: Archive, topic: Topic, cards: tuple[Card, ...], lists: Lists) -> Iterator[Page]:
    base = routes.folder("topics", topic.id)
    feed = routes.url(base + routes.FEED)
    for part in newest_first(cards, lists.per_page, base):
        people = (author for card in cards for author, _, _ in card.authors)
        authors = () if part.number else most_often(people, _AUTHORS, archive.authors)
        yield Page(routes.numbered(base, part.number), "topic.html", TopicView(topic, part, authors, feed))
