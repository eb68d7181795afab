"""Topics: an index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Lists
from ..model import Archive, Topic
from . import routes
from .groups import entry, most_often
from .page import Page, SiteView
from .slices import newest_first
from .views import Entry, Group, IndexView, TopicView

_AUTHORS = 12


def entries(archive: Archive) -> list[Entry]:
    """An index entry for every topic with at least one article, the fullest first."""
    found = [
        entry(topic.id, topic.name, archive.by_topic[topic.id], text=topic.description)
        for topic in archive.topics.values()
        if archive.by_topic.get(topic.id)
    ]
    return sorted(found, key=lambda item: (-item.count, item.name, item.id))


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The index, then every topic's list of articles."""
    found = entries(archive)
    yield Page("topics/index.html", "topics.html", IndexView((Group("", tuple(found)),), len(found)))
    for topic in archive.topics.values():
        yield from _topic(archive, topic, lists)


def _topic(archive: Archive, topic: Topic, lists: Lists) -> Iterator[Page]:
    cards = archive.by_topic.get(topic.id, ())
    base = routes.folder("topics", topic.id)
    feed = routes.url(base + routes.FEED) if cards else ""
    for part in newest_first(cards, lists.per_page, base):
        people = (author for card in cards for author, _, _ in card.authors)
        authors = () if part.number else most_often(people, _AUTHORS, archive.authors)
        yield Page(routes.numbered(base, part.number), "topic.html", TopicView(topic, part, authors, feed))
