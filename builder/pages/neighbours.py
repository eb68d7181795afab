"""Which other articles an article's page points to: its series, its author's others, and what shares its topics.

One pass over the lists the archive already has, once per plan. An article's neighbours are those that stand nearest to
it in time in the lists they share; the more lists share them, the nearer. So a new article changes the pages of its
own neighbours and no others.
"""

from __future__ import annotations

from ..model import Archive, ArticleId, AuthorId, Card, SeriesId, TopicId

_REACH = 3
"""How far to each side a list is looked at."""
_SAME_AUTHOR = 3
_RELATED = 4


class Neighbours:
    """Positions of every article in the lists it stands in; answers in a few microseconds each."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._in_author = _positions(archive.by_author)
        self._in_topic = _positions(archive.by_topic)
        self._in_series = _positions(archive.by_series)

    def in_series(self, card: Card) -> tuple[Card | None, Card | None]:
        """The articles before and after this one in its series."""
        if card.series is None:
            return None, None
        cards = self._archive.by_series[card.series[0]]
        at = self._in_series[card.series[0]][card.id]
        return cards[at - 1] if at else None, cards[at + 1] if at + 1 < len(cards) else None

    def by_author(self, card: Card) -> tuple[Card, ...]:
        """Others by the first author, the nearest in time, newest first; those of the same series are left to it."""
        if not card.authors:
            return ()
        author = card.authors[0][0]
        cards, at = self._archive.by_author[author], self._in_author[author][card.id]
        near = [other for other in _around(cards, at) if not _same_series(card, other)]
        return _newest_first(near[:_SAME_AUTHOR])

    def related(self, card: Card) -> tuple[Card, ...]:
        """Others on the same topics by other authors, those that share most topics first, then the nearest in time."""
        own = {identifier for identifier, _, _ in card.authors}
        shared: dict[ArticleId, list[Card]] = {}
        for topic, _ in card.topics:
            for other in _around(self._archive.by_topic[topic], self._in_topic[topic][card.id]):
                if not _same_series(card, other) and not any(author in own for author, _, _ in other.authors):
                    shared.setdefault(other.id, []).append(other)
        ranked = sorted(shared.values(), key=len, reverse=True)
        return tuple(found[0] for found in ranked[:_RELATED])


def _positions(
    lists: dict[AuthorId, tuple[Card, ...]] | dict[TopicId, tuple[Card, ...]] | dict[SeriesId, tuple[Card, ...]],
) -> dict[str, dict[ArticleId, int]]:
    return {key: {card.id: at for at, card in enumerate(cards)} for key, cards in lists.items()}


def _around(cards: tuple[Card, ...], at: int) -> list[Card]:
    """Nearest first: one newer, one older, two newer, two older …"""
    found = []
    for step in range(1, _REACH + 1):
        if at - step >= 0:
            found.append(cards[at - step])
        if at + step < len(cards):
            found.append(cards[at + step])
    return found


def _same_series(card: Card, other: Card) -> bool:
    return card.series is not None and other.series is not None and card.series[0] == other.series[0]


def _newest_first(cards: list[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: card.date, reverse=True))
