"""Headings of pages without heading elements: a short line in bold, alone between paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..draft import LineKind
from ..formats.html_block import Block
from ..formats.html_inline import STRONG, STRONG_END
from .looks import squeeze

_LONGEST = 60
_LONGEST_QUESTION = 24
_LEVEL = 2
_SPEAKS = re.compile(r"[―—–-]|[QA][.:：．\s]|問|答")
"""How a turn of an interview begins."""
_NO_END = ("。", "．", ".", "、", ",", ":", "：", ";", "；", "…")
_BOLD = str.maketrans("", "", STRONG + STRONG_END)


def with_bold_headings(blocks: Sequence[Block], body: Iterable[int]) -> tuple[Block, ...]:
    """The blocks, with those of the body that only their bold type shows to be headings marked as headings.

    Args:
        blocks: All blocks.
        body: Indexes of the body's blocks.
    """
    texts = [n for n in sorted(body) if blocks[n].text]
    repeated = Counter(blocks[n].text for n in texts)
    bold = {n for n in texts if _is_bold_line(blocks[n])}
    found = [
        number
        for before, number, following in zip(texts, texts[1:], texts[2:], strict=False)
        if number in bold
        and before not in bold
        and repeated[blocks[number].text] == 1
        and blocks[following].strong_chars < len(blocks[following].text)
        and (blocks[following].kind is not LineKind.PARAGRAPH or len(blocks[following].text) > len(blocks[number].text))
    ]
    plain = sum(blocks[n].kind is LineKind.PARAGRAPH for n in texts) - len(bold)
    if not found or len(found) > plain:
        return tuple(blocks)
    out = list(blocks)
    for number in found:
        block = out[number]
        out[number] = replace(block, kind=LineKind.HEADING, level=_LEVEL, marked=block.marked.translate(_BOLD))
    return tuple(out)


def _is_bold_line(block: Block) -> bool:
    text = block.text
    if block.kind is not LineKind.PARAGRAPH or "\n" in text or len(text) > _LONGEST or block.link_chars:
        return False
    if block.strong_chars < 0.95 * len(text) or len(squeeze(text)) < 2:
        return False
    if text.endswith(_NO_END) or _SPEAKS.match(text):
        return False
    return not text.endswith(("?", "？")) or len(text) <= _LONGEST_QUESTION
