"""What is set off in a title, and may be the name of a column: in brackets, before a separator, before a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from ...text.numerals import KANJI
from ...text.numerals import number as value_of
from ...text.patterns import any_of
from .title_parts import title_words


class Mark(IntEnum):
    """How a name is set off; the later, the more it says that something is counted."""

    BEHIND = 0
    """Behind a separator: 朝の市｜港の窓. There the outlet's own names stand, too."""
    SEPARATOR = 1
    """港の窓：朝の市."""
    BRACKETS = 2
    """【港の窓】朝の市, or 朝の市〈港の窓〉."""
    BARE_NUMBER = 3
    """港の窓 12 朝の市; so is much else: 昭和 20 年の夏."""
    NUMBER = 4
    """港の窓（12）朝の市; an age is printed so, too."""
    COUNT = 5
    """港の窓 第12回, 港の窓（上）, 港の窓⑫: nothing else is printed so."""


class SetOff(NamedTuple):
    """A title, parted."""

    name: str
    rest: str
    """What is left of the title; empty where the name and its number are all of it."""
    mark: Mark
    part: str = ""
    """上, 12, ii …: what tells this part from the others."""

    @property
    def number(self) -> int | None:
        """12; None where no number is printed."""
        roman = _ROMAN.get(self.part)
        return roman or (value_of(self.part) if self.part else None)


_ROMAN = {text: value for value, text in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)}
_NUMBER = rf"(?:\d{{1,3}}|[{KANJI}]{{1,4}})"
_OPEN, _CLOSE = "【［[〈＜<《〔(（", "】］]〉＞>》〕)）"
_COUNTED = "回話講部編篇"
_WORD = r"(?:[上中下完]|[前中後][編篇])"
_PART = (
    rf"(?:[{re.escape(_OPEN)}]\s*(?:(?:第|その|連載)?{_NUMBER}[{_COUNTED}]?|{_WORD}|Part\s+\w{{1,5}})\s*[{re.escape(_CLOSE)}]"
    rf"|第\s?{_NUMBER}\s?[{_COUNTED}](?=[\s:：「『【]|\Z)|その{_NUMBER}(?=[\s:：]|\Z)|[①-⑳]"
    rf"|(?<=[\s・]){_WORD}(?=[\s:：]|\Z)"
    r"|(?<=[\s,])(?:Part|Episode|No\.|Vol\.)\s?(?:\d{1,3}|[IVX]{1,4}|one|two|three|four|five|six)\b|(?<=\s)[#＃]\d{1,3}\b)"
)
_COUNT = re.compile(
    rf"(?P<name>[^【】［］\[\]〈〉《》|｜]{{2,48}}?)[\s,、・:：]*(?P<part>{_PART})[\s:：・—–-]*(?P<rest>.*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?P<name>[^\d:：|｜]{2,24}?)[\s・]+(?P<part>\d{1,3})[\s:：]+(?P<rest>\S.*)")
_PLAIN = re.compile(r"[(（]\s*\d{1,3}\s*[)）]")
_FIRST = re.compile(
    r"(?P<open>[【［\[〈＜<《〔「『])(?P<name>[^【】［］\[\]〈〉＜＞<>《》〔〕「」『』]{2,24})[】］\]〉＞>》〕」』]\s*(?P<rest>\S.*)"
)
_ROUND_FIRST = re.compile(r"(?P<open>[（(])(?P<name>[^（）()]{2,24})[）)]\s*(?P<rest>\S.*)")
_LAST = re.compile(
    r"(?P<rest>.*\S)\s*[【［\[〈＜<《〔](?P<name>[^【】［］\[\]〈〉＜＞<>《》〔〕]{2,24})[】］\]〉＞>》〕]"
)
_SEPARATOR = r"(?:\s*[：｜‖]\s*|:\s+|\s+[|/／―—–-]\s+|\u3000)"
_BEFORE = re.compile(rf"(?P<name>.{{2,40}}?){_SEPARATOR}(?P<rest>\S.*)")
_BEHIND = re.compile(rf"(?P<rest>.*\S){_SEPARATOR}(?P<name>.{{2,40}})")
_NO_REST = re.compile(r"[【［\[〈＜<《〔][^】］\]〉＞>》〕]*[】］\]〉＞>》〕]")
"""What is no title by itself: 港の灯（上）【港の科学】."""
_GOES_ON = re.compile("[がでとにのはへも][^ぁ-ゖ]|を|まで|から")
"""Behind a number the sentence goes on: 会社員（32）を逮捕, but 港の灯（3）はるかな声."""
_QUOTED_SPEECH = re.compile("[ぁ-ゖ]")
"""Behind a closing quotation mark the sentence goes on: 「港は変わる」と語る."""


@cache
def _serial() -> re.Pattern[str]:
    """連載 in front of what is one: 【連載】港の灯（上）, 連載●港の灯（上）."""
    words = f"(?:{any_of(title_words('serials'))})"
    return re.compile(rf"(?:[{re.escape(_OPEN)}]{words}[{re.escape(_CLOSE)}]|{words}(?=\W))[\s●◆■・:：]*(?=[\w【「『])")


def set_off(title: str) -> Iterator[SetOff]:
    """All that may be a column's name in a title, what stands first in it first."""
    title = _serial().sub("", title, count=1) if _serial().match(title) else title
    first = _FIRST.fullmatch(title) or _ROUND_FIRST.fullmatch(title)
    if first and not (first["open"] in "「『" and _QUOTED_SPEECH.match(first["rest"])):
        yield _parted(first["name"], first["rest"], Mark.BRACKETS)
    counted = _counted(title)
    if counted:
        yield counted
    elif bare := _BARE.fullmatch(title):
        yield SetOff(bare["name"].strip(), bare["rest"], Mark.BARE_NUMBER, _key(bare["part"]))
    if before := _BEFORE.fullmatch(title):
        yield _parted(before["name"], before["rest"], Mark.SEPARATOR)
    if last := _LAST.fullmatch(title):
        yield _parted(last["name"], last["rest"], Mark.BRACKETS)
    if behind := _BEHIND.fullmatch(title):
        yield _parted(behind["name"], behind["rest"], Mark.BEHIND)


def _parted(name: str, rest: str, mark: Mark) -> SetOff:
    """With the number that is printed with the name."""
    counted = _counted(name)
    if counted and not counted.rest:
        return counted._replace(rest=rest.strip())
    return SetOff(name.strip(), rest.strip(), mark)


def _counted(text: str) -> SetOff | None:
    found = _COUNT.fullmatch(text)
    if found is None or _GOES_ON.match(found["rest"]):
        return None
    mark = Mark.NUMBER if _PLAIN.fullmatch(found["part"]) else Mark.COUNT
    rest = "" if _NO_REST.fullmatch(found["rest"].strip()) else found["rest"].strip()
    return SetOff(found["name"].strip(" ,、・:："), rest, mark, _key(found["part"]))


def _key(part: str) -> str:
    """``12`` of （第12回）, ``上`` of 〈上〉, ``ii`` of Part II."""
    bare = unicodedata.normalize("NFKC", part).casefold()
    bare = re.sub(rf"第|その|連載|part|episode|no\.|vol\.|(?<=[\d{KANJI}])\s?[{_COUNTED}]|[^\w]", "", bare)
    value = value_of(bare) if bare else None
    return bare if value is None else str(value)
