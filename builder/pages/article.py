"""Articles: the full page, its opening or its citation alone, a tombstone where one was withdrawn; former addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..config import Lists
from ..model import Archive, Article, ArticleId, AuthorId, BodyRef, Card, Rights, Status
from ..text.roles import translates
from . import routes
from .neighbours import Neighbours
from .page import Page, SiteView


@dataclass(frozen=True, slots=True)
class Byline:
    """One name of the by-line, with what the author's record adds for machines."""

    id: AuthorId
    name: str
    profile: str
    """Who the author was at the time."""
    reading: str
    romaji: str
    translates: bool = False
    """Whether the role is that of a translator, whom references name apart from the authors."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything an article's page shows."""

    article: Article
    card: Card
    body: BodyRef | None
    """None where rights allow the opening or the citation only; the template then shows ``article.excerpt``."""
    bylines: tuple[Byline, ...]
    previous: Card | None
    """The article before this one in its series."""
    next: Card | None
    same_author: tuple[Card, ...]
    related: tuple[Card, ...]
    sizes: tuple[tuple[str, int, int], ...] = ()
    """(address as the article names it, width, height) of its pictures, as far as their files tell; in pixels. Who
    plans the site adds them."""

    @property
    def writers(self) -> list[Byline]:
        """Whom a reference names as authors."""
        return [person for person in self.bylines if not person.translates]

    @property
    def translators(self) -> list[Byline]:
        """Whom it names as translators."""
        return [person for person in self.bylines if person.translates]


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """What remains of a withdrawn article: that it was here, and why it is not."""

    id: ArticleId
    note: str


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A former address and where it leads."""

    target: str
    """Address relative to the site."""


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """One page for every article, and one for each of its former addresses."""
    near = Neighbours(archive)
    yield Page("articles/index.html", "redirect.html", RedirectView("years/"))
    for article in archive.articles:
        route = routes.article(article.id)
        card = archive.cards.get(article.id)
        if article.status is Status.WITHDRAWN or card is None:
            yield Page(route, "withdrawn.html", TombstoneView(article.id, article.note))
        else:
            yield Page(route, "article.html", _view(archive, article, card, near))
        for former in article.aliases:
            old = routes.alias(former)
            if old is not None and old != route:
                yield Page(old, "redirect.html", RedirectView(routes.url(route)))


def _view(archive: Archive, article: Article, card: Card, near: Neighbours) -> ArticleView:
    shown = article
    if article.rights is Rights.CITATION and (article.excerpt or article.summary):
        shown = replace(article, excerpt="", summary="")
    previous, following = near.in_series(card)
    return ArticleView(
        article=shown,
        card=card,
        body=article.body if article.rights is Rights.FULL else None,
        bylines=_bylines(archive, article, card),
        previous=previous,
        next=following,
        same_author=near.by_author(card),
        related=near.related(card),
    )


def _bylines(archive: Archive, article: Article, card: Card) -> tuple[Byline, ...]:
    found = []
    for (identifier, name, role), printed in zip(card.authors, article.authors, strict=True):
        author = archive.authors[identifier]
        found.append(Byline(identifier, name, printed.profile, author.reading, author.romaji, translates(role)))
    return tuple(found)
