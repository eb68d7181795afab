"""The day from which an article may be shown (front matter key ``embargo``).

Here alone the time decides what is published: an archive without embargoes is the same on every day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from ..diagnostics import Diagnostic, Location, Severity
from ..model import Article, IsoDate, Status


def as_of(article: Article, now: datetime) -> Article:
    """The article as it is at ``now`` (in the archive's time zone): without its embargo, where that is over."""
    return replace(article, embargo=IsoDate("")) if article.embargo and _is_over(article.embargo, now) else article


def _is_over(embargo: IsoDate, now: datetime) -> bool:
    """An embargo ends as its day, month or year begins, or at its time."""
    if "T" in embargo:
        return datetime.fromisoformat(embargo) <= now
    return embargo <= now.date().isoformat()


def is_held(article: Article) -> bool:
    """True where nothing but its embargo keeps an article (as ``as_of`` leaves it) from being shown."""
    return bool(article.embargo) and article.status in (Status.PUBLISHED, Status.REVIEW)


def held_back(articles: Iterable[Article]) -> tuple[Diagnostic, ...]:
    """One note on all of ``articles`` that are held; none where none is."""
    held = sorted((article.embargo, article.body.path) for article in articles if is_held(article))
    if not held:
        return ()
    until, path = held[0]
    last = held[-1][0] if held[-1][0] != until else ""
    values = {"count": str(len(held)), "until": until, "last": last}
    return (Diagnostic("article/held", Location(path), Severity.NOTE, values),)
