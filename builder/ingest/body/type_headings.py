"""Headings of pages without heading elements: a short line in bold or larger type, alone between paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..extraction import LineKind
from ..html.block import Block
from ..html.inline import STRONG, STRONG_END
from ..html.type_size import PLAIN
from .looks import squeeze

_LONGEST = 60
_LONGEST_QUESTION = 24
_LEVEL = 2
_NEARLY_ALL = 0.95
_SPEAKS = re.compile(r"[―—–-]|[QA][.:：．\s]|問|答")
"""How a turn of an interview begins."""
_NO_END = ("。", "．", ".", "、", ",", ":", "：", ";", "；", "…")
_BOLD = str.maketrans("", "", STRONG + STRONG_END)


def with_type_headings(blocks: Sequence[Block], body: Iterable[int]) -> tuple[Block, ...]:
    """The blocks, with those of the body that only their type shows to be headings marked as headings.

    Args:
        blocks: All blocks.
        body: Indexes of the body's blocks.
    """
    texts = [n for n in sorted(body) if blocks[n].text]
    repeated = Counter(blocks[n].text for n in texts)
    sizes = Counter[int]()
    for n in texts:
        sizes[blocks[n].size] += len(blocks[n].text)
    plain_size = max(sizes, key=lambda size: (sizes[size], size), default=PLAIN)
    shown = {n for n in texts if _may_be_heading(blocks[n]) and _stands_out(blocks[n], plain_size)}
    found = [
        number
        for before, number, following in zip(texts, texts[1:], texts[2:], strict=False)
        if number in shown
        and before not in shown
        and repeated[blocks[number].text] == 1
        and not _stands_out(blocks[following], plain_size, all_of_it=True)
        and (blocks[following].kind is not LineKind.PARAGRAPH or len(blocks[following].text) > len(blocks[number].text))
    ]
    plain = sum(blocks[n].kind is LineKind.PARAGRAPH for n in texts) - len(shown)
    if not found or len(found) > plain:
        return tuple(blocks)
    out = list(blocks)
    for number in found:
        block = out[number]
        out[number] = replace(block, kind=LineKind.HEADING, level=_LEVEL, marked=block.marked.translate(_BOLD))
    return tuple(out)


def _stands_out(block: Block, plain: int, *, all_of_it: bool = False) -> bool:
    """Is (nearly) all of it in bold, or in type larger than the text's?"""
    is_larger = block.size > plain and block.kind is LineKind.PARAGRAPH
    return is_larger or block.strong_chars >= (1.0 if all_of_it else _NEARLY_ALL) * len(block.text)


def _may_be_heading(block: Block) -> bool:
    text = block.text
    if block.kind is not LineKind.PARAGRAPH or "\n" in text or len(text) > _LONGEST or block.link_chars:
        return False
    if len(squeeze(text)) < 2 or text.endswith(_NO_END) or _SPEAKS.match(text):
        return False
    return not text.endswith(("?", "？")) or len(text) <= _LONGEST_QUESTION
