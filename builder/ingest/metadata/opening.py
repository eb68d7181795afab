"""What stands around a headline: the subtitle below it, and headlines of old layouts that share a cell with others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block
from .home_links import leads_home

_SUBTITLE = re.compile(
    r"(?<![a-z])(?:sub|dek|deck|standfirst|strapline|fuku|fukudai)(?![a-z])"
    r"|sub-?(?:title|head|heading|headline|ttl|midashi)",
)
"""Names that page makers give to the line below a headline."""
_LONGEST = 120
_REACH = 3
"""Blocks below the headline within which its subtitle stands."""
_SHORTEST = 3
_LEAST_TOLD = 5
"""Letters from which on a line that a stated title repeats behind the headline is the subtitle, and no label."""
_DASHED = re.compile(r"\s*[―—–－〜～─]{1,2}(?![―—–－〜～─])[^。]{4,}(?<![―—–－〜～─])[―—–－〜～─]{1,2}\s*")
_MARK = re.compile(r"\s*(?:[―—–─－]+|[:：])\s*")
"""By which a stated title parts headline and subtitle."""
_QUOTED = re.compile(r"「[^「」]{4,}」")
_KINDS = (LineKind.PARAGRAPH, LineKind.HEADING)
_CELL_LINES = 4
_SENTENCE_END = re.compile(r"[。！？!?]\Z")


@dataclass(frozen=True, slots=True)
class CellHeadline:
    """A headline found as one line of a block, with the lines around it."""

    block: int
    title: str
    section: str
    subtitle: str


def split_heading(heading: Block, title: str, bare: Sequence[str]) -> tuple[str, str]:
    """A headline and the subtitle that ends it.

    It stands in an element named so, is glued to what the head states alone or parts from it by a mark, or is a line
    wholly between dashes or in quotation marks.

    Args:
        heading: The headline's block.
        title: What is known of it so far: the text, or a part of that.
        bare: Stated titles without the outlet.
    """
    for what, value in heading.named:
        first = title.removesuffix(value)
        alone = what == "small" and first == first.rstrip() and squeeze(first) in map(squeeze, bare)
        if (
            (what == "subtitle" or alone)
            and first != title
            and len(squeeze(first)) > _SHORTEST
            and len(value) > _SHORTEST
        ):
            return first.strip(), _undashed(value)
    for mark in (mark for text in bare for mark in _MARK.finditer(text)):
        first, last = mark.string[: mark.start()], mark.string[mark.end() :]
        if first + last == title and len(first) > _SHORTEST and len(last) > _SHORTEST:
            return first, _undashed(last)
    first, _, last = title.rpartition("\n")
    if len(squeeze(first)) > _SHORTEST and (_DASHED.fullmatch(last) or _QUOTED.fullmatch(last)):
        return first.strip(), _undashed(last)
    return title, ""


def _undashed(text: str) -> str:
    """``text`` without the dashes that set a subtitle off: ―港の声を聞く―."""
    return text.strip(" \u3000―—–－〜～─")


def find_subtitle(blocks: Sequence[Block], title_block: int, title: str, stated: Sequence[str]) -> tuple[str, int]:
    """The subtitle and its block; -1 without one.

    It is a short line just below the headline that is named as one, that stated titles have behind the headline, that
    stands between dashes, or a heading that a box holds with the headline and nothing else.
    """
    if title_block < 0:
        return "", -1
    behind = {squeeze(text).partition(squeeze(title))[2] for text in stated}
    for number in range(title_block + 1, min(len(blocks), title_block + 1 + _REACH)):
        block = blocks[number]
        text = " ".join(block.text.split("\n"))
        if (
            not 3 < len(text) <= _LONGEST
            or "|" in text
            or squeeze(text) == squeeze(title)
            or block.link_chars > len(text) / 2
        ):
            continue
        key = squeeze(text)
        told = len(key) > _LEAST_TOLD and any(rest.startswith(key) for rest in behind)
        dashed = number == title_block + 1 and _DASHED.fullmatch(text) is not None
        if (
            told or dashed or _is_paired(blocks, title_block, number) or _SUBTITLE.search(block.place.names)
        ) and block.kind in _KINDS:
            return _undashed(text), number
    return "", -1


def _is_paired(blocks: Sequence[Block], headline: int, below: int) -> bool:
    """Are they two headings of different rank, alone in one box?"""
    first, second = blocks[headline], blocks[below]
    box = first.place.parent
    if below != headline + 1 or box is None or second.place.parent is not box:
        return False
    if second.kind is not LineKind.HEADING or first.kind is not LineKind.HEADING or second.level <= first.level:
        return False
    if leads_home(first):
        return False
    around = [blocks[n] for n in (headline - 1, below + 1) if 0 <= n < len(blocks)]
    return not any(other.place.is_inside(box) for other in around)


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
