"""Which other articles an article's page points to: its series, its author's others, and what shares its topics.

One pass over the lists the archive already has, once per plan. An article's neighbours are those that stand nearest to
it in time in the lists they share; the more lists share them, the nearer. So a new article changes the pages of its
own neighbours and no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from ..model import Archive, ArticleId, Card

_SAME_AUTHOR = 3
_RELATED = 4

_date = attrgetter("date")

_Near = tuple[Card | None, ...]
"""The three cards to each side in a list, nearest first; None beyond its ends."""


class Neighbours:
    """What stands around every article in the lists it is in; answers in a few microseconds each."""

    def __init__(self, archive: Archive) -> None:
        self._by_author: dict[tuple[str, ArticleId], _Near] = {}
        for author, cards in archive.by_author.items():
            for card, near in _around(cards):
                self._by_author[author, card.id] = near
        self._by_topics: dict[ArticleId, list[_Near]] = {}
        for cards in archive.by_topic.values():
            for card, near in _around(cards):
                self._by_topics.setdefault(card.id, []).append(near)
        self._in_series: dict[ArticleId, _Near] = {}
        for cards in archive.by_series.values():
            self._in_series.update((card.id, near) for card, near in _around(cards))

    def in_series(self, card: Card) -> tuple[Card | None, Card | None]:
        """The articles before and after this one in its series."""
        if card.series is None:
            return None, None
        before, after, *_ = self._in_series[card.id]
        return before, after

    def by_author(self, card: Card) -> tuple[Card, ...]:
        """Others by the first author, the nearest in time, newest first; those of the same series are left to it."""
        if not card.authors:
            return ()
        near = self._by_author[card.authors[0][0], card.id]
        found = [other for other in near if other is not None and not _same_series(card, other)][:_SAME_AUTHOR]
        found.sort(key=_date, reverse=True)
        return tuple(found)

    def related(self, card: Card) -> tuple[Card, ...]:
        """Others on the same topics by other authors, those that share most topics first, then the nearest in time."""
        lists = self._by_topics.get(card.id, ())
        ranked: Iterable[Card | None] = lists[0] if len(lists) == 1 else _most_shared(lists)
        own = {author for author, _, _ in card.authors}
        found: list[Card] = []
        for other in ranked:
            if other is None or _same_series(card, other):
                continue
            if own.isdisjoint([author for author, _, _ in other.authors]):
                found.append(other)
                if len(found) == _RELATED:
                    break
        return tuple(found)


def _around(cards: Sequence[Card]) -> Iterator[tuple[Card, _Near]]:
    row: list[Card | None] = [None, None, None, *cards, None, None, None]
    for at, card in enumerate(cards):
        yield card, (row[at + 2], row[at + 4], row[at + 1], row[at + 5], row[at], row[at + 6])


def _most_shared(lists: Sequence[_Near]) -> Iterable[Card]:
    cards = [other for near in lists for other in near if other is not None]
    first = {card.id: card for card in cards}
    if len(first) == len(cards):
        return cards
    shared = Counter([card.id for card in cards])
    return sorted(first.values(), key=lambda card: shared[card.id], reverse=True)


def _same_series(card: Card, other: Card) -> bool:
    return card.series is not None and other.series is not None and card.series[0] == other.series[0]
