"""The published articles as a search engine sees them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from ..model import Archive, Article, ArticleId, Card, Rights
from ..pages import routes
from ..search.engine import SearchDocument
from ..text import plain
from .bodies import Bodies
from .draw import Workshop


def documents(archive: Archive) -> tuple[SearchDocument, ...]:
    """One for every article that is shown, newest first."""
    keys = {
        author.id: tuple(filter(None, (author.reading, author.romaji, *author.variants)))
        for author in archive.authors.values()
    }
    return tuple(
        _document(article, card, tuple(key for author, _, _ in card.authors for key in keys[author]))
        for article in archive.articles
        if (card := archive.cards.get(article.id))
    )


def _document(article: Article, card: Card, keys: tuple[str, ...]) -> SearchDocument:
    what = "\0".join((card.digest, article.digest, *keys))
    return SearchDocument(
        id=card.id,
        url=routes.url(routes.article(card.id)),
        title=card.title,
        subtitle=card.subtitle,
        authors=tuple((author, name) for author, name, _ in card.authors),
        author_keys=keys,
        topics=card.topics,
        series=card.series[:2] if card.series else None,
        publication=card.publication,
        date=card.date,
        language=card.language,
        digest=blake2b(what.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
    )


def digest(made: Sequence[SearchDocument]) -> str:
    """Changes when an index of these documents would."""
    return blake2b("".join(document.digest for document in made).encode(), digest_size=16).hexdigest()


class PublishedText:
    """The text of an article as its page shows it; may be sent to another process."""

    def __init__(self, workshop: Workshop, archive: Archive) -> None:
        self._workshop = workshop
        self._articles = {
            article.id: article.body if article.rights is Rights.FULL else article.excerpt
            for article in archive.articles
        }
        self._bodies: Bodies | None = None

    def __call__(self, identifier: ArticleId) -> str:
        """Plain text, one block a line."""
        shown = self._articles[identifier]
        if isinstance(shown, str):
            return shown
        if self._bodies is None:
            self._store = self._workshop.store("search")
            self._bodies = self._workshop.reader(self._store)
        return plain.from_html(self._bodies(shown).html)

    def close(self) -> None:
        """Closes the files of this process."""
        if self._bodies is not None:
            self._store.close()

    def __getstate__(self) -> tuple[object, ...]:
        return (self._workshop, self._articles)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        self._workshop, self._articles = state  # type: ignore[assignment]  # as __getstate__ gave them
        self._bodies = None
