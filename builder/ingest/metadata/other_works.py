"""Blocks below the headline that name who wrote another work: what they lead to, or an item of a list."""

from __future__ import annotations

import re

from ...text.bylines import find_byline
from ...text.dates import find_dates
from ..extraction import LineKind
from ..html.block import Block

_LONGEST_LINKED = 48
"""Bytes of a link that may name an author."""
_SHORTEST_TITLE = 5
"""Letters before the by-line of an item, from which on they may be a title."""
_CONTENTS = re.compile(r"(?:特集|目次)[\s:：■]")
"""The contents of an issue: 特集　海を読む／寄稿＝水野遥、沢村実."""
_MARKS = " \u3000・:：｜|／/（(「『【"


def is_of_another_work(block: Block) -> bool:
    """Whether whom ``block`` names wrote another work."""
    return _leads_to_another(block) or _lists_another(block) or _CONTENTS.match(block.text) is not None


def _leads_to_another(block: Block) -> bool:
    """Is there a link longer than a name?"""
    return bool(block.links) and any(
        len(label.encode("utf-8", "replace")) > _LONGEST_LINKED for label, _ in block.named_links()
    )


def _lists_another(block: Block) -> bool:
    """Is it an item of a list with words before its by-line, another work's title: 灯台守の弁当箱（文・水野遥）?"""
    byline = find_byline(block.text) if block.kind is LineKind.ITEM else None
    return byline is not None and len(_title_before(block.text[: byline.start])) >= _SHORTEST_TITLE


def _title_before(text: str) -> str:
    """``text`` without the days in it and the marks around it."""
    for day in reversed(find_dates(text)):
        text = text[: day.start] + text[day.end :]
    return text.strip(_MARKS)
