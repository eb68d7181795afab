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
from ...text.notes import counts, series_place
from ..body.looks import squeeze
from ..html.block import Block
from .head import Head, text_value
from .title_parts import known_sections, title_words

_FRAMED = r"[【〈＜<《［（](?P<framed>[^】〉＞>》］）]{2,20})[】〉＞>》］）]"
_SURE_BRACKETS = "【〈＜<《［"
"""Nobody stands in these."""
_COUNT = r"[(（]\d{1,3}[)）]"
_SURE_COUNT = re.compile(
    r"(?P<name>[^\s:：「」]{2,20}(?:\u3000[^\s:：「」]{2,20})?)"
    r"(?:[〈＜](?P<number>\d{1,3})[〉＞][\s:：]*|\s*(?:(?:Vol|No)\.\s?|[#＃])(?P<number2>\d{1,3})[\s:：]+)(?=\S)",
    re.IGNORECASE,
)
"""So no age is told: 港の声〈12〉朝の市, 港だより Vol.40　朝の市."""
_COLON = re.compile(r"(?P<framed>[^\s:：「」]{2,12})[:：]\s*(?=\S)")
"""It stays with the headline, 書評：朝の市を読む, as the sentence it begins."""
_FIRST = (
    re.compile(rf"{_FRAMED}\s*(?=\S)"),
    re.compile(rf"(?P<framed>[^\s:：()（）]{{2,20}}{_COUNT})[\s:：]*(?=\S)"),
    _COLON,
)
"""What a headline begins with."""
_LAST = re.compile(r"\s*[【〈＜《［](?P<framed>[^【〈＜《［】〉＞》］]{2,20})[】〉＞》］]$")
"""What it ends with; a place, （架空市）, may stand in round brackets, a place or a thing behind a dash."""
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
    if japanese and (numbered := _SURE_COUNT.match(title)) and len(squeeze(title[numbered.end() :])) >= _LEAST_LEFT:
        return Rubric(title[numbered.end() :], numbered["name"], int(numbered["number"] or numbered["number2"]))
    for pattern in (*_FIRST, _LAST):
        at_start = pattern is not _LAST
        found = pattern.match(title) if at_start else pattern.search(title)
        if found is None:
            continue
        rest = title[found.end() :] if at_start else title[: found.start()]
        name, number = _name_of(found["framed"])
        key = squeeze(name)
        if not japanese and key not in known_sections():
            continue
        bracketed = number is not None or found[0].lstrip()[0] in _SURE_BRACKETS
        if len(squeeze(rest)) < _LEAST_LEFT or not _may_name(
            name, key, bracketed=bracketed, numbered=number is not None
        ):
            continue
        if pattern is _COLON:
            return Rubric(title, name if key in known_sections() else "")
        if key in known_sections() or key in _said(head, blocks, title_block, title):
            return Rubric(rest, name, number)
    return Rubric(title)


def _name_of(framed: str) -> tuple[str, int | None]:
    """学校の窓 and 14 of 学校の窓・第14回, or of 学校の窓（14）."""
    place = series_place(framed)
    if place is not None:
        return place.name, place.number
    last = re.search(r"[(（](\d{1,3})[)）]$", framed)
    return (framed[: last.start()], int(last[1])) if last else (framed.strip(), None)


def _may_name(name: str, key: str, *, bracketed: bool, numbered: bool) -> bool:
    """Is it no mark of the outlet (有料, 動画), no number and, but in brackets, nobody's name?"""
    if len(key) < 2 or key.isdecimal() or key in title_words("marks") or counts(name) is not None:
        return False
    if is_organisation(name) and not numbered:
        return False
    return bracketed or key in known_sections() or not is_person_name(name, strict=True)


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
