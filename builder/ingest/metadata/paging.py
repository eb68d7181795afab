"""A work in several pages: which page of how many this is, and where the next one is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.notes import leads_on, part_of
from ..addresses import joined, parts_of
from ..html.block import Block
from .head import Head
from .title import candidates

_BARE_PART = re.compile(r"[(（\[【]\s*(\d{1,2})\s*[/／]\s*(\d{1,2})\s*[)）\]】]")
_PAGE_OF_TITLE = re.compile(r"[(（]\s*(\d{1,2})\s*(?:ページ|頁)目?\s*[)）]")
_ROW = re.compile(r"\D{0,12}?\s*((?:\d{1,2}\s+)+\d{1,2})\s*\D{0,12}")
_REACH = 12
"""Blocks behind the text among which a row of page numbers begins."""
_MOST = 40
_LEADS = re.compile(r"次|続|next|more|continu|older|下一|다음|weiter|suivant|siguiente|→|»|>|≫|＞", re.I)
_PAGE_IN_URL = re.compile(r"[?&](?:page|p|pg)=(\d{1,2})\b|[_/-](?:page[_/-]?)?(\d{1,2})(?:\.\w+)?/?$")


def find_part(
    head: Head, blocks: Sequence[Block], title_block: int, body: Sequence[int], *, goes_on: bool
) -> tuple[int | None, int | None, int]:
    """Find "page n of m": in the title, or printed near the headline or the body's end; and the block that says so.

    A bare (2/3) in the title is a page where the work ``goes_on``, or the head leads back; else it may be a day.
    """
    among = goes_on or any("prev" in rel.split() for rel, _ in head.links)
    for text, _ in candidates(head):
        bare = _BARE_PART.search(text) if among else None
        found = part_of(text) or (part_of(f"{bare[1]}/{bare[2]}") if bare else None)
        if found:
            return (*found, -1)
    if not body:
        return None, None, -1
    told = next(filter(None, (_PAGE_OF_TITLE.search(text) for text, _ in candidates(head))), None)
    if told and (total := _last_of_row(blocks, body[-1])) >= int(told[1]) > 0:
        return int(told[1]), total, -1
    near = [n for n in (title_block, title_block + 1, title_block + 2) if 0 <= n < len(blocks)]
    for number in (*near, *range(max(0, body[-1] - 1), min(len(blocks), body[-1] + 10))):
        text = blocks[number].text
        if len(text) <= 60:
            found = part_of(text)
            if found:
                return (*found, number)
    counted = _numbered_pages(blocks, body[-1])
    return (*counted, -1) if counted else (None, None, -1)


def _last_of_row(blocks: Sequence[Block], last: int) -> int:
    """Return the last number of a row in one line behind the text's last block: 前ページ 1 2 3; 0 without one."""
    for block in blocks[last + 1 : last + 1 + _REACH]:
        row = _ROW.fullmatch(block.text)
        numbers = [int(number) for number in row[1].split()] if row else []
        if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
            return len(numbers)
    return 0


def _numbered_pages(blocks: Sequence[Block], last: int) -> tuple[int, int] | None:
    """Read a row of numbers behind the text's last block, 1 [2] [3]: the one that is no link is the page itself."""
    row: list[Block] = []
    for block in blocks[last + 1 : last + 1 + _REACH + _MOST]:
        if block.text == str(len(row) + 1) and (not row or block.place.parent is row[0].place.parent):
            row.append(block)
        elif row:
            break
    here = [number for number, block in enumerate(row, 1) if not block.links]
    return (here[0], len(row)) if len(row) > 1 and len(here) == 1 else None


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
    return _stem(target) == _stem(url)


def _stem(url: str) -> str:
    parts = parts_of(url)
    path = re.sub(r"(?:[_/-](?:page[_/-]?)?\d{1,2})?(?:\.\w{2,5})?/?$", "", parts.path)
    return f"{parts.netloc}{path}"
