"""What may be shown. The only door from the archive to its pages, feeds and index.

Drafts stay inside, and so does what an embargo holds back, except in the preview, which shows both as drafts. Of an
article with the right to an excerpt only the opening passes, of one to be cited only how to cite it; a withdrawn
article leaves its title, its note and its address. Text that is withheld is not in the result at all, so no page can
show it by accident.
"""

from __future__ import annotations

from dataclasses import replace

from ..model import Archive, Article, BodyRef, IsoDate, Rights, Status
from .assemble import altered, relisted
from .embargo import is_held

_NO_BODY = BodyRef("", 0, 0, "")


def published(archive: Archive, *, drafts: bool = False) -> Archive:
    """The archive as the public (or with ``drafts``, its curator) may see it; embargoes are as ``as_of`` left them."""
    articles = tuple(as_published(article) for article in archive.articles if drafts or not waits(article))
    if articles == archive.articles:
        return archive
    cards = {}
    for article in articles:
        card = archive.cards.get(article.id)
        if card is None:
            continue
        if (card.excerpt, card.status) != (article.excerpt, article.status):
            card = altered(card, excerpt=article.excerpt, status=article.status)
        cards[article.id] = card
    return relisted(archive, articles, cards)


def waits(article: Article) -> bool:
    """True for what only the preview shows."""
    return article.status is Status.DRAFT or is_held(article)


def as_published(article: Article) -> Article:
    """What is shown of an article, if any of it is."""
    if is_held(article):
        article = replace(article, status=Status.DRAFT, digest=f"{article.digest}-held")
    elif article.embargo:
        article = replace(article, embargo=IsoDate(""))  # it waits for something else, or is withdrawn
    if article.status is Status.WITHDRAWN:
        digest = f"{article.digest}-withdrawn"
        return replace(article, body=_NO_BODY, summary="", excerpt="", length=0, images=(), digest=digest)
    if article.rights is Rights.FULL:
        return article
    digest = f"{article.digest}-{article.rights}"
    if article.rights is Rights.EXCERPT:
        return replace(article, body=_NO_BODY, images=(), digest=digest)
    return replace(article, body=_NO_BODY, summary="", excerpt="", images=(), digest=digest)
