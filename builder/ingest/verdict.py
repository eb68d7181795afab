"""Is the page an article at all? If not, what it is. Words: ``data/verdicts.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..text.facts import facts
from .draft import LineKind
from .formats.html_block import Block
from .formats.html_page import HtmlPage
from .metadata.find import Metadata

ARTICLE = "article"
_SHORT = 700
"""Bytes of body below which a page that speaks of logins or missing pages is one."""
_ENOUGH = 90
_LINKED = 0.4
"""Share of a line that its links make up in a list: beside them stand days, sections, numbers."""
_MANY_LINKS = 8


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((kind, tuple(p.lower() for p in phrases)) for kind, phrases in facts("verdicts").items())


def verdict_of(page: HtmlPage, kept: Sequence[Block], found: Metadata) -> str:
    """Return ``article`` or ``not-an-article: <why>``."""
    texts = [b for b in kept if b.kind is not LineKind.IMAGE]
    size = sum(len(b.text.encode("utf-8", "replace")) for b in texts)
    if _is_list(texts, 0.9):
        return "not-an-article: listing"
    if size >= _SHORT:
        return ARTICLE
    if next(page.root.iter("frameset"), None) is not None:
        return "not-an-article: frames"
    said = _said(page, found)
    if said:
        return f"not-an-article: {said}"
    if size >= _ENOUGH:
        return ARTICLE
    asks = any(field.get("type", "").lower() == "password" for field in page.root.iter("input"))
    if asks and not (found.date or found.authors):
        return "not-an-article: login"
    if _is_list([b for b in page.blocks if b.text], 0.6):
        return "not-an-article: listing"
    return ARTICLE if size and found.title else "not-an-article: empty"


def _is_list(blocks: Sequence[Block], share: float) -> bool:
    """Whether at least ``share`` of the blocks are links with little beside them."""
    linked = sum(b.link_chars >= _LINKED * len(b.text) for b in blocks)
    return linked >= max(_MANY_LINKS, share * len(blocks))


def _said(page: HtmlPage, found: Metadata) -> str:
    for text in (found.title, *(b.text for b in page.blocks[:400])):
        low = text.lower().strip()
        if len(low) < 200:
            for kind, phrases in _phrases():
                if low.startswith(phrases):
                    return kind
    return ""
