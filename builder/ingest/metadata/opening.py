"""What stands around a headline: the subtitle below it, and headlines of old layouts that share a cell with others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block

_SUBTITLE = re.compile(
    r"(?<![a-z])(?:sub|dek|deck|standfirst|strapline|fuku|fukudai)(?![a-z])"
    r"|sub-?(?:title|head|heading|headline|ttl|midashi)",
)
"""Names that page makers give to the line below a headline."""
_LONGEST = 120
_REACH = 3
"""Blocks below the headline within which its subtitle stands."""
_CELL_LINES = 4
_SENTENCE_END = re.compile(r"[。！？!?]\Z")


@dataclass(frozen=True, slots=True)
class CellHeadline:
    """A headline found as one line of a block, with the lines around it."""

    block: int
    title: str
    section: str
    subtitle: str


def find_subtitle(blocks: Sequence[Block], title_block: int, title: str) -> tuple[str, int]:
    """The subtitle and its block: a short line just below the headline that is named as one; -1 without one."""
    if title_block < 0:
        return "", -1
    for number in range(title_block + 1, min(len(blocks), title_block + 1 + _REACH)):
        block = blocks[number]
        text = " ".join(block.text.split("\n"))
        if not 3 < len(text) <= _LONGEST or squeeze(text) == squeeze(title) or block.link_chars > len(text) / 2:
            continue
        if _SUBTITLE.search(block.place.names) and block.kind in (LineKind.PARAGRAPH, LineKind.HEADING):
            return text, number
    return "", -1


def find_in_cell(blocks: Sequence[Block], stated: Sequence[str]) -> CellHeadline | None:
    """The headline of a page without headings: a line of a short block that begins what the page's head states."""
    keys = [squeeze(text) for text in stated]
    for number, block in enumerate(blocks):
        lines = [line.strip() for line in block.text.split("\n") if line.strip()]
        if not 1 < len(lines) <= _CELL_LINES or len(block.text) > 2 * _LONGEST or block.link_chars:
            continue
        for at, line in enumerate(lines):
            key = squeeze(line)
            if key in keys or (len(key) >= 4 and any(stated_key.startswith(key) for stated_key in keys)):
                before = lines[at - 1] if at == 1 and len(lines[0]) <= 14 else ""
                after = lines[at + 1] if len(lines) == at + 2 and not _SENTENCE_END.search(lines[-1]) else ""
                return CellHeadline(number, line, before, after)
    return None
