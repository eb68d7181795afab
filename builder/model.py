"""The archive's nouns, as immutable values. Standard library only; every other module may import this one.

Dates are civil dates in ISO 8601, kept as text: ``2017``, ``2017-03``, ``2017-03-24`` or, with a time,
``2017-03-24T21:30+09:00``. Text never shifts a day; its precision is its length; it sorts as time does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)
"""Permanent, ASCII, given once; the URL is ``/articles/<id>/``."""
AuthorId = NewType("AuthorId", str)
"""The stem of the author's record; for an author without a record, the name itself."""
TopicId = NewType("TopicId", str)
"""The stem of the topic's record; for a topic without a record, the name itself."""
SeriesId = NewType("SeriesId", str)
"""The stem of the series' record; for a series without a record, the name itself."""
IsoDate = NewType("IsoDate", str)
"""A civil date as described in the module's docstring."""


class Rights(StrEnum):
    """How much of an article is published: all of it, its opening, or only how to cite it."""

    FULL = "full"
    EXCERPT = "excerpt"
    CITATION = "citation"


class Status(StrEnum):
    """Where an article stands: published, unsure (after ingest), not yet, or no longer."""

    PUBLISHED = "published"
    REVIEW = "review"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Link:
    """A titled address outside the archive."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """One name in an article's by-line, as printed there."""

    name: str
    role: str = ""
    """著, 訳, 聞き手, translator … ; empty for a plain author."""
    profile: str = ""
    """Who the author was at the time, as printed with the article."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was published and where our copy comes from."""

    publication: str = ""
    url: str = ""
    retrieved: str = ""
    """ISO date on which the page was saved."""
    files: tuple[str, ...] = ()
    """The originals, relative to the archive's folder, in the order of their pages (front matter key ``file``)."""
    sha256: tuple[str, ...] = ()
    """Hex digests of those originals, in the same order."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """Another place where the same work was published (front matter key ``also_in``)."""

    publication: str = ""
    url: str = ""
    date: str = ""
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """An article's place in a running column."""

    name: str
    number: int | None = None
    """第n回; None where none is printed."""


@dataclass(frozen=True, slots=True)
class BodyRef:
    """Where an article's Markdown body lies; the text itself is read only when a page is rendered."""

    path: str
    """The article's file, relative to the archive's folder, with forward slashes."""
    line: int
    """1-based line on which the body starts."""
    offset: int
    """Byte at which the body starts."""
    digest: str
    """blake2b-128 hex of the body's text."""


@dataclass(frozen=True, slots=True)
class Article:
    """One column: all that its front matter says. The body stays on disk (``body``)."""

    id: ArticleId
    title: str
    body: BodyRef
    subtitle: str = ""
    date: IsoDate = IsoDate("")
    updated: IsoDate = IsoDate("")
    embargo: IsoDate = IsoDate("")
    """From when on it may be shown; once that has come, what is published no longer knows of it."""
    authors: tuple[Contributor, ...] = ()
    topics: tuple[str, ...] = ()
    series: SeriesPlace | None = None
    section: str = ""
    source: Source = Source()
    also_in: tuple[Appearance, ...] = ()
    republished_from: str = ""
    note: str = ""
    part: int | None = None
    of: int | None = None
    incomplete: bool = False
    language: str = "ja"
    summary: str = ""
    rights: Rights = Rights.FULL
    status: Status = Status.PUBLISHED
    aliases: tuple[str, ...] = ()
    seal: str = ""
    """Rondan's mark of a file no person has edited (see docs/content-format.md)."""
    excerpt: str = ""
    """The summary, or else the body's opening as plain text, cut at a sentence end; for lists and feeds."""
    length: int = 0
    """Characters of the body's plain text without white space."""
    images: tuple[str, ...] = ()
    """Pictures of the archive's own that the body shows, as it names them."""
    digest: str = ""
    """blake2b-128 hex of all that the fields above come from: id, the archive's defaults, front matter and body."""


@dataclass(frozen=True, slots=True)
class Card:
    """An article as lists show it. A body edit that leaves the opening alone leaves the card alone."""

    id: ArticleId
    title: str
    subtitle: str
    date: IsoDate
    authors: tuple[tuple[AuthorId, str, str], ...]
    """(author id, name as printed, role)."""
    topics: tuple[tuple[TopicId, str], ...]
    """(topic id, name)."""
    series: tuple[SeriesId, str, int | None] | None
    """(series id, name, number)."""
    publication: str
    language: str
    excerpt: str
    length: int
    """The article's, rounded to hundreds: a corrected word does not change every list."""
    incomplete: bool
    status: Status
    digest: str = ""
    """blake2b-128 hex of all the fields above."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person who wrote; from ``content/authors/<id>.yaml`` or, without a record, just a name."""

    id: AuthorId
    name: str
    reading: str = ""
    """Hiragana, for the order of the list and for search."""
    romaji: str = ""
    variants: tuple[str, ...] = ()
    profile: str = ""
    links: tuple[Link, ...] = ()
    has_record: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject; from ``content/topics/<id>.yaml`` or, without a record, just a name."""

    id: TopicId
    name: str
    description: str = ""
    terms: tuple[str, ...] = ()
    """Words that propose this topic at ingest."""
    has_record: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A column's running title; from ``content/series/<id>.yaml`` or, without a record, just a name."""

    id: SeriesId
    name: str
    description: str = ""
    has_record: bool = False


@dataclass(frozen=True, slots=True)
class Archive:
    """The whole curated body, references resolved. Built once by ``archive.load``; nothing in it changes.

    A withdrawn article is among the articles, for its address stays; it has no card and is in no list.
    Articles and cards are newest first (date descending, then id); every ``by_*`` keeps that order,
    ``by_series`` by number, then oldest first.
    """

    authors: dict[AuthorId, Author]
    topics: dict[TopicId, Topic]
    series: dict[SeriesId, Series]
    articles: tuple[Article, ...] = ()
    cards: dict[ArticleId, Card] = field(default_factory=dict)
    by_author: dict[AuthorId, tuple[Card, ...]] = field(default_factory=dict)
    by_topic: dict[TopicId, tuple[Card, ...]] = field(default_factory=dict)
    by_series: dict[SeriesId, tuple[Card, ...]] = field(default_factory=dict)
    by_year: dict[str, tuple[Card, ...]] = field(default_factory=dict)
    """Keys ``2017``; articles without a date stand under the empty string."""
    by_publication: dict[str, tuple[Card, ...]] = field(default_factory=dict)
    about: BodyRef | None = None
    """``content/about.md``, where there is one."""
