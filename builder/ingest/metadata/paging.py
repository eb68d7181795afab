"""A work in several pages: which page of how many this is, and where the next one is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.notes import leads_on, part_of
from ..addresses import joined, parts_of
from ..html.block import Block
from .head import Head
from .page_rows import behind_text, numbered_pages, works_of
from .title import candidates

_BELOW = 9
"""Blocks behind the text's last in which the page may be named."""
_LEADS = re.compile(r"次|続|next|more|continu|older|下一|다음|weiter|suivant|siguiente|→|»|>|≫|＞", re.I)
_PAGE_IN_URL = re.compile(r"[?&](?:page|p|pg)=(\d{1,2})\b|[_/-](?:page[_/-]?)?(\d{1,2})(?:\.\w+)?/?$")


def find_part(
    head: Head, blocks: Sequence[Block], title_block: int, body: Sequence[int]
) -> tuple[int | None, int | None, int]:
    """Find "page n of m": in the title, or printed near the headline or the body's end; and the block that says so."""
    for text, _ in candidates(head):
        if found := part_of(text):
            return (*found, -1)
    if not body:
        return None, None, -1
    near = [n for n in (title_block, title_block + 1, title_block + 2) if 0 <= n < len(blocks)]
    below = body[-1] + 1 + len(behind_text(blocks, body[-1], _BELOW))
    for number in (*near, *range(max(0, body[-1] - 1), below)):
        text = blocks[number].text
        if len(text) <= 60:
            found = part_of(text)
            if found:
                return (*found, number)
    counted = numbered_pages(blocks, body[-1])
    return (*counted, -1) if counted else (None, None, -1)


def find_next(head: Head, blocks: Sequence[Block], url: str) -> str:
    """Return the address of the next page of the same work; empty where none is linked."""
    for rel, href in head.links:
        if "next" in rel.split() and _same_work(joined(url, href), url):
            return joined(url, href)
    for block in blocks:
        if block.links and len(block.text) < 80 and _LEADS.search(block.text) and leads_on(block.text):
            target = block.links[-1]
            if target and _same_work(target, url):
                return target
    return ""


def _same_work(target: str, url: str) -> bool:
    """Does the address differ from the page's own only by a page number?"""
    if not any(parts_of(target)):
        return False
    if not url:
        return bool(_PAGE_IN_URL.search(target))
    one, other = parts_of(target), parts_of(url)
    if one.netloc and other.netloc and one.netloc != other.netloc:
        return False
    if target.rstrip("/") == url.rstrip("/"):
        return False
    return not works_of(target).isdisjoint(works_of(url))
