"""The published articles as a search engine sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import blake2b

from ..model import Archive, Article, ArticleId, BodyRef, Card, Rights
from ..pages import routes
from ..search.engine import SearchDocument
from ..text import plain
from .draw import Workshop
from .store import MAIN

Shown = Callable[[ArticleId], BodyRef | str]
"""What an article's page shows of its text: the body, or an opening as text."""


def documents(archive: Archive) -> tuple[SearchDocument, ...]:
    """One for every article that is shown, newest first."""
    keys = author_keys(archive)
    return tuple(
        [
            document(article, card, keys_of(card, keys))
            for article in archive.articles
            if (card := archive.cards.get(article.id))
        ]
    )


def author_keys(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Author -> reading, romaji and variants."""
    return {
        author.id: tuple(filter(None, (author.reading, author.romaji, *author.variants)))
        for author in archive.authors.values()
    }


def keys_of(card: Card, keys: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Those of a card's authors; ``keys`` as ``author_keys`` gives them."""
    return tuple([key for author, _, _ in card.authors for key in keys[author]])


def document(article: Article, card: Card, own: tuple[str, ...]) -> SearchDocument:
    """One article; ``own`` as ``keys_of`` gives them."""
    return SearchDocument(
        id=card.id,
        url=routes.url(routes.article(card.id)),
        title=card.title,
        subtitle=card.subtitle,
        authors=tuple([(author, name) for author, name, _ in card.authors]),
        author_keys=own,
        topics=card.topics,
        series=card.series[:2] if card.series else None,
        publication=card.publication,
        date=card.date,
        language=card.language,
        digest=blake2b("\0".join((card.digest, article.digest, *own)).encode(), digest_size=16).hexdigest(),
    )


def shown_in(archive: Callable[[], Archive]) -> Shown:
    """What the pages of an archive show, which is asked for only when it is needed."""

    @cache
    def articles() -> dict[ArticleId, BodyRef | str]:
        return {one.id: one.body if one.rights is Rights.FULL else one.excerpt for one in archive().articles}

    return lambda identifier: articles()[identifier]


class PublishedText:
    """The text of an article as its page shows it.

    It is asked by several processes at once, which must not append to one file, and by each for a text only once: so
    a body that is not kept yet is rendered and not kept.
    """

    def __init__(self, workshop: Workshop, shown: Shown) -> None:
        self._shown, self._store = shown, workshop.store(MAIN)
        self._bodies = workshop.reader(self._store, keeping=False)

    def __call__(self, identifier: ArticleId) -> str:
        """Plain text, one block a line."""
        shown = self._shown(identifier)
        if isinstance(shown, str):
            return shown
        return plain.from_html(self._bodies(shown).html)

    def close(self) -> None:
        """Closes the files of this process."""
        self._store.close()
