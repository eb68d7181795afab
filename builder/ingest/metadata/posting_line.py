"""The line below an entry of a blog: who posted it at what time, under what, and how many answered.

posted by みなと猫｜21:37｜パーマリンク｜カテゴリ：港｜コメント（3）｜トラックバック（1）
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extraction import LineKind
from ..html.block import Block

_PARTS = re.compile(
    r"posted by|パーマリンク|固定リンク|permalink|コメント|comments?\b|トラックバック|track ?backs?\b", re.I
)
_LEAST = 2
"""Parts that make such a line."""
_TIME = re.compile(r"(?<![\d:./])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])")
_BELOW, _LONGEST = 6, 160
"""Blocks below the text's last, and characters, within which it stands."""


def find_posting_line(blocks: Sequence[Block], body: Sequence[int]) -> str:
    """Return the line's text; empty where there is none."""
    last = body[-1] if body else len(blocks)
    for block in blocks[last : last + 1 + _BELOW]:
        if block.kind is LineKind.HEADING:
            break
        if len(block.text) <= _LONGEST and len({part.lower() for part in _PARTS.findall(block.text)}) >= _LEAST:
            return block.text
    return ""


def with_time(date: str, line: str, zone: str) -> str:
    """Return a civil date, with the time of day in ``zone`` that a posting line tells where it is a day alone."""
    times = {f"{int(hour):02}:{minute}" for hour, minute in _TIME.findall(line)}
    return f"{date}T{times.pop()}{zone}" if len(date) == len("2024-01-02") and len(times) == 1 else date
