"""Is the page an article at all? If not, what it is. Words: ``data/verdicts.yaml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...text.facts import facts
from ..extraction import Extraction, LineKind
from ..html.block import Block
from ..html.page import HtmlPage

ARTICLE = "article"
_SHORT = 700
"""Bytes of body below which a page that speaks of logins or missing pages is one."""
_ENOUGH = 90
_LINKED = 0.4
"""Share of a line that its links make up in a list: beside them stand days, sections, numbers."""
_MENU = 0.8
"""Share of a menu's letters that are links."""
_MANY_LINKS = 8
_HEADLINE, _BESIDE, _BETWEEN, _TEASER = 8, 0.3, 0.4, 60
"""A headline that leads to its article: letters of the link, its share of the block, the share of such blocks in a
list; a block of more text than a teaser is a paragraph."""


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((kind, tuple(p.lower() for p in phrases)) for kind, phrases in facts("verdicts").items())


def verdict_of(page: HtmlPage, kept: Sequence[Block], found: Extraction) -> str:
    """Return ``article`` or ``not-an-article: <why>``."""
    texts = [b for b in kept if b.kind is not LineKind.IMAGE]
    size = sum(b.weight for b in texts)
    if _is_list(texts, 0.9) or (_lists_others(_span(page.blocks, texts)) and not _states_a_date(found)):
        return "not-an-article: listing"
    if size >= _SHORT:
        return ARTICLE
    if next(page.root.iter("frameset"), None) is not None:
        return "not-an-article: frames"
    said = _titled(found.title) or _said(page, found)
    if said:
        return f"not-an-article: {said}"
    if size >= _ENOUGH:
        return ARTICLE
    asks = any(field.get("type", "").lower() == "password" for field in page.root.iter("input"))
    if asks and not (found.date or found.authors):
        return "not-an-article: login"
    shown = [b for b in page.blocks if b.text]
    if _is_list(shown, 0.6) or _lists_others(shown) or _is_menu(shown):
        return "not-an-article: listing"
    return ARTICLE if size and found.title else "not-an-article: empty"


def _is_list(blocks: Sequence[Block], share: float) -> bool:
    """Whether at least ``share`` of the blocks are links with little beside them."""
    linked = sum(b.link_chars >= _LINKED * len(b.text) for b in blocks)
    return linked >= max(_MANY_LINKS, share * len(blocks))


def _is_menu(blocks: Sequence[Block]) -> bool:
    """Is there hardly anything to see but links, as in the frame that leads through a site?"""
    letters = sum(len(block.text) for block in blocks)
    return letters > 0 and sum(block.link_chars for block in blocks) >= _MENU * letters


def _states_a_date(found: Extraction) -> bool:
    """Does the page's head date it, as those of articles do? Then links under links are what the article is made of."""
    return any(f.field == "date" and f.locator.startswith(("meta", "json-ld")) for f in found.findings)


def _span(blocks: Sequence[Block], texts: Sequence[Block]) -> Sequence[Block]:
    """The blocks from the first of ``texts`` (and the one before it) to the last, with what was left out between."""
    if not texts:
        return ()
    first, last = blocks.index(texts[0]), blocks.index(texts[-1])
    return [b for b in blocks[max(0, first - 1) : last + 1] if b.text and b.kind is not LineKind.IMAGE]


def _lists_others(blocks: Sequence[Block]) -> bool:
    """Is it headline after headline, each a link, with no more than a teaser between them?"""
    linked = [block.link_chars >= max(_HEADLINE, _BESIDE * len(block.text)) for block in blocks]
    if sum(linked) < max(_MANY_LINKS, _BETWEEN * len(blocks)):
        return False
    run = longest = 0
    for block, is_link in zip(blocks, linked, strict=True):
        run = 0 if is_link else run + (len(block.text) > _TEASER)
        longest = max(longest, run)
    return longest <= 1


@cache
def _titles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = []
    for kind, words in facts("page_titles").items():
        either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        pattern = rf"(?:[「『][^」』]{{1,40}}[」』]の)?(?:{either})\s*(?:$|[|｜:：\-–—(（\d])"
        made.append((kind, re.compile(pattern, re.IGNORECASE)))
    return tuple(made)


def _titled(title: str) -> str:
    """What a short page is by its title."""
    return next((kind for kind, pattern in _titles() if pattern.match(title.strip())), "")


def _said(page: HtmlPage, found: Extraction) -> str:
    for text in (found.title, *(b.text for b in page.blocks[:400])):
        low = text.lower().strip()
        if len(low) < 200:
            for kind, phrases in _phrases():
                if low.startswith(phrases):
                    return kind
    return ""
