"""The line below an entry of a blog: who posted it at what time, under what, and how many answered.

posted by みなと猫｜21:37｜パーマリンク｜カテゴリ：港｜コメント（3）｜トラックバック（1）
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...text.sections import labelled_section
from ..extraction import LineKind
from ..html.block import Block

_PARTS = re.compile(
    r"posted by|投稿者|パーマリンク|固定リンク|permalink|コメント|comments?\b|トラックバック|track ?backs?\b", re.I
)
_LEAST = 2
"""Parts that make such a line."""
_TIME = re.compile(r"(?<![\d:./])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])")
_AUTHOR = re.compile(
    r"(?:posted by|投稿者)[\s:：]*([^｜|│\n]{1,40}?)\s*(?:\bat\b|\d{4}|\d\d:|[｜|│\n]|$)", re.IGNORECASE
)
_NO_NAME = re.compile(r"[\d\W]*")
_BELOW, _LONGEST = 6, 160
"""Blocks below the text's last, and characters, within which it stands."""


@dataclass(frozen=True, slots=True)
class PostingLine:
    """What such a line tells; each is empty where it does not tell that."""

    author: str = ""
    time: str = ""
    """``21:37``."""
    section: str = ""

    def dated(self, date: str, zone: str) -> str:
        """Return a civil date, with the time of day in ``zone`` where it is a day alone."""
        return f"{date}T{self.time}{zone}" if self.time and len(date) == len("2024-01-02") else date


def find_posting_line(blocks: Sequence[Block], body: Sequence[int]) -> PostingLine:
    """Read the line below the text; one that tells nothing where there is none."""
    last = body[-1] if body else len(blocks)
    for block in blocks[last : last + 1 + _BELOW]:
        if block.kind is LineKind.HEADING:
            break
        if len(block.text) <= _LONGEST and len({part.lower() for part in _PARTS.findall(block.text)}) >= _LEAST:
            return _read(block)
    return PostingLine()


def _read(block: Block) -> PostingLine:
    who = _AUTHOR.search(block.text)
    times = {f"{int(hour):02}:{minute}" for hour, minute in _TIME.findall(block.text)}
    links = [label for label, _ in block.named_links() if not (_PARTS.search(label) or _NO_NAME.fullmatch(label))]
    links = [label for label in links if not who or label != who[1]]
    return PostingLine(
        who[1] if who else "",
        times.pop() if len(times) == 1 else "",
        labelled_section(block.text) or (links[0] if len(links) == 1 else ""),
    )
