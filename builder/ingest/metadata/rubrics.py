"""The section or column that stands in one line with the headline: 【港の科学】朝の市, 社説：朝の市, 朝の市〈港の窓〉.

A mark alone proves nothing (【水の値段】 may be the headline's own). It is taken off where the page says it elsewhere,
too: in the head, as a step of the path, a word of the menu, a label, what other headlines begin with, in an element of
its own, or as a name that sections of every outlet bear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...text.names import is_organisation, is_person_name
from ...text.notes import counts
from ..body.looks import squeeze
from ..html.block import Block
from .head import Head, text_value
from .set_off import Mark, SetOff, set_off
from .title_parts import known_sections, title_words

_PARTS = re.compile(r"\s*[>＞»›≫|｜/／\n\u3000]\s*|\s*[:：・【（(](?=第?[\d〇一二三四五六七八九十])")
"""Between the words of a path or a menu in one block, and before a column's number or the day."""
_LONGEST_LINE = 160
_LONGEST = 20
_LEAST_LEFT = 4
"""Letters of what is left as the headline."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """A headline without its rubric, the rubric's name, and the number in the column; the name is empty for none."""

    title: str
    name: str = ""
    number: int | None = None


def split_rubric(head: Head, blocks: Sequence[Block], title_block: int, title: str, *, japanese: bool) -> Rubric:
    """Part a headline from the section or column in one line with it.

    On pages in other languages brackets and colons mark all kinds of things: there only usual names of sections count.

    Args:
        head: The page's head.
        blocks: All blocks.
        title_block: Index of the headline; -1 where it is not printed.
        title: The headline as printed or stated.
    """
    for found in set_off(title):
        key = squeeze(found.name)
        is_known = key in known_sections()
        if found.mark is Mark.BEHIND or not (is_known or (japanese and _may_name(found, key))):
            continue
        if len(squeeze(found.rest)) < _LEAST_LEFT:
            continue
        if found.mark is Mark.SEPARATOR:  # it stays with the headline, 書評：朝の市を読む, as the sentence it begins
            if is_known:
                return Rubric(title, found.name)
            continue
        is_counted = found.mark is Mark.COUNT and found.number is not None
        if is_known or is_counted or key in _said(head, blocks, title_block, title):
            return Rubric(found.rest, found.name, found.number)
    return Rubric(title)


def _may_name(found: SetOff, key: str) -> bool:
    """Is it no mark of the outlet (有料, 動画), no number and, where it is not counted, nobody's name?"""
    if len(key) < 2 or key.isdecimal() or key in title_words("marks") or counts(found.name) is not None:
        return False
    return bool(found.part) or not (is_organisation(found.name) or is_person_name(found.name, strict=True))


def _said(head: Head, blocks: Sequence[Block], title_block: int, title: str) -> set[str]:
    """Squeezed short words that the page says besides the headline, and in an element of its own within that."""
    stated = [*head.all("article:section"), *",".join(head.all("keywords", "news_keywords")).split(",")]
    stated.append(text_value(head.article().get("articleSection")))
    if title_block >= 0:
        stated.extend(value for what, value in blocks[title_block].named if what in ("section", "series"))
    whole = squeeze(title)
    printed = (part for n, b in enumerate(blocks) if n != title_block for part in _words(b) if squeeze(b.text) != whole)
    return {squeeze(word) for word in (*stated, *printed)}


def _words(block: Block) -> Iterator[str]:
    """A short block whole, or the steps and links of a line of them."""
    if len(block.text) <= _LONGEST or (block.link_chars and len(block.text) <= _LONGEST_LINE):
        yield from _PARTS.split(block.text)
        yield from (label for label, _ in block.named_links())
