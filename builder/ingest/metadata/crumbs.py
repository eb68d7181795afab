"""The path to an article as its page prints it: トップ > 社会 > 架空の見出し."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ..extraction import LineKind
from ..html.block import Block
from .home_links import is_home, leads_home

_CRUMBS = re.compile(r"breadcrumb|bread-?crumb|topic-?path|pankuzu|crumb|(?<![a-z])bc(?![a-z])", re.I)
_BETWEEN = re.compile(r"\s*[>＞»›/／≫〉→]\s*|\n|^現在(?:位置|地|のページ)\s*[:：]?")
_MENU = re.compile(r"nav|menu")
_CLOSE = 4
"""Blocks over the headline among which the path stands where no element is named for it."""
_MOST, _LONGEST = 5, 60
"""Steps and letters of such a path."""


def printed_crumbs(blocks: Sequence[Block]) -> list[str]:
    """Return the steps of the path in an element named for it, or in a line of links parted by its usual marks."""
    crumbs: list[str] = []
    for block in blocks[:120]:
        chain = " ".join(place.names for place in islice(block.place.outward(), 3))
        if _CRUMBS.search(chain):
            crumbs.extend(part for part in _BETWEEN.split(block.text) if part)
        elif crumbs:
            break
    if not crumbs:
        for block in blocks[:60]:
            parts = re.split(r"\s+[>»›]\s+|\s*[＞≫〉]\s*", block.text)
            if len(parts) >= 3 and len(block.text) < 160 and block.link_chars > 0:
                return parts
    return crumbs


def path_over(blocks: Sequence[Block], title_block: int) -> list[str]:
    """Return the path in a line, or a short list, close over the headline, which begins at the outlet's first page."""
    for number in range(title_block - 1, max(-1, title_block - _CLOSE), -1):
        block = blocks[number]
        if block.kind is LineKind.ITEM:
            items = _list_of(blocks, number)
            around = islice(block.place.outward(), 4)
            if any(place.tag in ("nav", "header") or _MENU.search(place.names) for place in around):
                return []
            whole = len(items) <= _MOST and leads_home(items[0])
            return [item.text for item in items] if whole else []
        parts = _BETWEEN.split(block.text)
        in_line = "\n" not in block.text and len(block.text) <= _LONGEST
        if len(parts) > 1 and in_line and block.links and is_home(block.links[0]):
            return parts
    return []


def _list_of(blocks: Sequence[Block], number: int) -> list[Block]:
    """The items of the list up to this one."""
    first = number
    around = blocks[number].place.parent
    while first > 0 and blocks[first - 1].kind is LineKind.ITEM and blocks[first - 1].place.parent is around:
        first -= 1
    return list(blocks[first : number + 1])
