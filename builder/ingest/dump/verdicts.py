"""Whether a dump is an article at all, and if not, what it is. Facts: ``data/verdicts.yaml``."""

from __future__ import annotations

from functools import cache

from ...text.facts import facts
from .page import DumpPage

ARTICLE = "article"
_SHORT = 240
"""Width of body below which a page that speaks of logins or missing pages is one."""
_ENOUGH = 60
"""Width of body that can be an article."""


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((kind, tuple(p.lower() for p in phrases)) for kind, phrases in facts("verdicts").items())


def _says(page: DumpPage) -> str:
    for row in page.rows[:400]:
        low = row.text.lower()
        for kind, phrases in _phrases():
            if row.width < 200 and low.startswith(phrases):
                return kind
    return ""


def verdict_of(page: DumpPage, body_width: int) -> str:
    """``article`` or ``not-an-article: <why>`` for a page whose kept body is ``body_width`` wide."""
    if not page.rows:
        return "not-an-article: empty"
    if body_width >= _SHORT:
        return ARTICLE
    said = _says(page)
    if said:
        return f"not-an-article: {said}"
    if body_width >= _ENOUGH:
        return ARTICLE
    links = sum(1 for row in page.rows if row.bullet or row.look.length < 8)
    if len(page.rows) >= 12 and links >= 0.8 * len(page.rows):
        return "not-an-article: listing"
    return "not-an-article: empty"
