"""Views shared by several page kinds. Each is a frozen value; the templates see its fields as ``page.<field>``."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Author, AuthorId, Card, Series, Topic, TopicId


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in an index: an author, topic, series, year or publication, and how much stands under it."""

    id: str
    name: str
    count: int
    first: str = ""
    """Date of the earliest article."""
    last: str = ""
    """Date of the latest article."""
    reading: str = ""
    romaji: str = ""
    text: str = ""
    """A short description, where there is one."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading of an index, such as あ or A."""

    label: str
    """あ, か … A, B … ; empty for names without a reading."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a long list of cards. Addresses are relative to the site and empty where there is no such page."""

    cards: tuple[Card, ...]
    number: int
    """0 for the list's own address, else n of ``page/n/``."""
    before: str
    """The page that comes before this one in the order shown."""
    after: str
    """The page that comes after this one in the order shown."""
    total: int
    """Articles in the whole list, on its own address; 0 on numbered pages, so that they do not change."""


@dataclass(frozen=True, slots=True)
class AuthorView:
    """An author: who that is, and the articles, newest first."""

    author: Author
    list: Slice
    topics: tuple[tuple[TopicId, str, int], ...]
    """What the author writes about, most often first; empty on numbered pages."""
    feed: str
    """Address of the author's feed."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic and its articles, newest first."""

    topic: Topic
    list: Slice
    authors: tuple[tuple[AuthorId, str, int], ...]
    """Who writes about it, most often first; empty on numbered pages."""
    feed: str


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series and its articles in the order of their numbers."""

    series: Series
    list: Slice


@dataclass(frozen=True, slots=True)
class PublicationView:
    """A newspaper or magazine and the articles that appeared there, newest first."""

    name: str
    list: Slice
    authors: tuple[tuple[AuthorId, str, int], ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index of names in groups: authors, topics, series, publications."""

    groups: tuple[Group, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page that shows the site alone."""
