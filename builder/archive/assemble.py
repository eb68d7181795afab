"""Articles and records -> one Archive: names resolved, cards made, lists in order."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from hashlib import blake2b
from operator import attrgetter
from typing import Any, TypeVar

from ..diagnostics import Diagnostic, Location
from ..model import (
    Archive,
    Article,
    ArticleId,
    Author,
    AuthorId,
    BodyRef,
    Card,
    Series,
    SeriesId,
    Status,
    Topic,
    TopicId,
)
from .names import Names
from .records import Record

_Key = TypeVar("_Key", bound=str)


def assemble(
    articles: Iterable[Article], records: Mapping[str, Record], about: BodyRef | None = None
) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """The archive of all ``articles`` and ``records`` (by path). Problems between files are returned beside it."""
    ordered, problems = _unique(sorted(articles, key=lambda article: article.body.path))
    ordered.sort(key=lambda article: article.id)
    ordered.sort(key=lambda article: article.date, reverse=True)
    authors = {AuthorId(r.id): r for r in records.values() if isinstance(r, Author)}
    topics = {TopicId(r.id): r for r in records.values() if isinstance(r, Topic)}
    series = {SeriesId(r.id): r for r in records.values() if isinstance(r, Series)}
    people, subjects, columns = Names(), Names(), Names()
    tables: dict[type[Record], Names] = {Author: people, Topic: subjects, Series: columns}
    for path, record in sorted(records.items()):
        spellings = (record.name, *record.variants) if isinstance(record, Author) else (record.name,)
        for name in spellings:
            if owner := tables[type(record)].claim(name, record.id):
                at = Location(path)
                problems.append(Diagnostic("record/name-taken", at, values={"name": name, "other": owner}))
    for _, record in sorted(records.items()):  # an id stands for its name, unless it is somebody's name
        tables[type(record)].claim(record.id, record.id)
    for name in people.adopt(person.name for article in ordered for person in article.authors):
        authors[AuthorId(name)] = Author(AuthorId(name), name)
    for name in subjects.adopt(topic for article in ordered for topic in article.topics):
        topics[TopicId(name)] = Topic(TopicId(name), name)
    for name in columns.adopt(article.series.name for article in ordered if article.series):
        series[SeriesId(name)] = Series(SeriesId(name), name)
    shown = [article for article in ordered if article.status is not Status.WITHDRAWN]
    cards = {article.id: _card(article, people, subjects, columns, topics, series) for article in shown}
    archive = Archive(
        authors=dict(sorted(authors.items())),
        topics=dict(sorted(topics.items())),
        series=dict(sorted(series.items())),
        about=about,
    )
    return relisted(archive, tuple(ordered), cards), tuple(problems)


def _unique(articles: Sequence[Article]) -> tuple[list[Article], list[Diagnostic]]:
    kept: dict[str, Article] = {}
    problems: list[Diagnostic] = []
    for article in articles:
        first = kept.setdefault(article.id.casefold(), article)
        if first is not article:
            values = {"id": article.id, "other": first.body.path}
            problems.append(Diagnostic("article/duplicate-id", Location(article.body.path, 1), values=values))
    return list(kept.values()), problems


def _card(
    article: Article,
    people: Names,
    subjects: Names,
    columns: Names,
    topics: Mapping[TopicId, Topic],
    series: Mapping[SeriesId, Series],
) -> Card:
    place = article.series
    ids = dict.fromkeys(TopicId(subjects[topic]) for topic in article.topics)
    column = SeriesId(columns[place.name]) if place else SeriesId("")
    return sealed(
        article.id,
        article.title,
        article.subtitle,
        article.date,
        tuple([(AuthorId(people[person.name]), person.name, person.role) for person in article.authors]),
        tuple([(topic, topics[topic].name) for topic in ids]),
        (column, series[column].name, place.number) if place else None,
        article.source.publication,
        article.language,
        article.excerpt,
        _rounded(article),
        article.incomplete,
        article.status,
    )


def sealed(*shown: Any) -> Card:
    """The card with these values, which are all its fields but the digest, in order; and their digest."""
    said = marshal.dumps((*shown[:-1], shown[-1].value), 2)  # in a later form equal values may become other bytes
    values = [*shown, blake2b(said, digest_size=16).hexdigest()]
    return Card(*values)


_shown_fields = attrgetter(*(field.name for field in fields(Card) if field.name != "digest"))


def altered(card: Card, **changes: Any) -> Card:
    """The card with other values, and their digest."""
    return sealed(*_shown_fields(replace(card, **changes)))


def reworded(card: Card, article: Article) -> Card:
    """The card of an article that says something else now and stands where it stood."""
    return altered(
        card, title=article.title, subtitle=article.subtitle, excerpt=article.excerpt, length=_rounded(article)
    )


def _rounded(article: Article) -> int:
    return round(article.length, -2)


def relisted(archive: Archive, articles: tuple[Article, ...], cards: dict[ArticleId, Card]) -> Archive:
    """The archive with other articles and cards, which are newest first, and its lists made of these."""
    by_author: dict[AuthorId, list[Card]] = defaultdict(list)
    by_topic: dict[TopicId, list[Card]] = defaultdict(list)
    by_series: dict[SeriesId, list[Card]] = defaultdict(list)
    by_year: dict[str, list[Card]] = defaultdict(list)
    by_publication: dict[str, list[Card]] = defaultdict(list)
    for card in cards.values():
        by_year[card.date[:4]].append(card)
        for author in dict.fromkeys(author for author, _, _ in card.authors):
            by_author[author].append(card)
        for topic, _ in card.topics:
            by_topic[topic].append(card)
        if card.series:
            by_series[card.series[0]].append(card)
        if card.publication:
            by_publication[card.publication].append(card)
    for column in by_series.values():
        column.sort(key=_place_in_series)
    return replace(
        archive,
        articles=articles,
        cards=cards,
        by_author=_frozen(by_author),
        by_topic=_frozen(by_topic),
        by_series=_frozen(by_series),
        by_year=_frozen(by_year),
        by_publication=_frozen(by_publication),
    )


def _place_in_series(card: Card) -> tuple[float, str, str]:
    number = card.series[2] if card.series else None
    return (float("inf") if number is None else number, card.date, card.id)


def _frozen(table: Mapping[_Key, list[Card]]) -> dict[_Key, tuple[Card, ...]]:
    return {name: tuple(table[name]) for name in sorted(table)}
