"""Readings and emphasis as text files note them (the notation of Aozora Bunko), as inline marks.

``｜活字《かつじ》`` and ``活字《かつじ》`` are readings; ``［＃「活字」に傍点］`` emphasises the word before it.
《》 stand around titles and initials, too: only kana are a reading, and in a text that quotes with 《》 only what
begins with ｜ is read so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...text.facts import facts
from ..html import inline

_KANA = "\u3041-\u309f\u30a1-\u30ff"
_KANJI = "\u3400-\u9fff\uf900-\ufaff々〆〇仝ヶ"
_READING = f"《(?P<reading>[{_KANA}\u3000 ]{{1,30}})》"
_MARKED = re.compile(rf"[｜|](?P<base>[^｜|《》\n]{{1,30}}?){_READING}")
_UNMARKED = re.compile(rf"(?P<base>[{_KANJI}]{{1,20}}){_READING}")
_QUOTED = re.compile(rf"(?<![{_KANJI}A-Za-zＡ-Ｚａ-ｚ])《[^《》\n]+》")
_LONGEST_OF_ONE = 7
"""Kana that one kanji may read (a rare 承《うけたまわる》), so that a sentence in 《》 is no reading."""
_POINTS = r"(?:の左)?に(?:[白黒]?(?:ゴマ|丸|三角|二重丸|蛇の目|ばつ)?傍点|二?重?傍線|波線|破線|鎖線)"
_SAID = re.compile(rf"［＃「(?P<word>[^「」］]{{1,60}})」(?:{_POINTS}|は(?P<strong>太字|斜体))］")
_SPAN = re.compile(
    r"［＃(?P<what>[白黒]?(?:ゴマ|丸)?傍点|二?重?傍線|太字|斜体)］(?P<inner>[^［］\n]{1,200})［＃(?P=what)終わり］"
)
_LAYOUT = re.compile(
    r"［＃[^「」］]*(?:字下げ|字詰め|字上げ|地付き|改ページ|改丁|改段|改行天付き|見出し(?:終わり)?)[^「」］]*］"
)
_HEADED = re.compile(r"［＃「[^」］]*」は[^「」］]*見出し］")
_RULE = re.compile(r"\s*[-－―─=＝_]{8,}\s*\Z")
_LEGEND = re.compile(r"\s*\W?テキスト中に現れる記号(?:について)?\W?\s*")
_LONGEST_LEGEND = 40


def legend_of(lines: Sequence[str]) -> range:
    """The lines that explain the signs of a text, from one dashed line to the next; none where nothing explains any."""
    said = next((at for at, line in enumerate(lines[:80]) if _LEGEND.fullmatch(line)), -1)
    if said < 0:
        return range(0)
    start = said - 1 if said and _RULE.match(lines[said - 1]) else said
    ends = (at + 1 for at in range(said + 1, min(len(lines), said + _LONGEST_LEGEND)) if _RULE.match(lines[at]))
    return range(start, next(ends, start))


class Notation:
    """How one text uses 《》."""

    def __init__(self, text: str) -> None:
        """``text``: the whole dump."""
        self.is_used = "《" in text or "［＃" in text
        """Whether there is anything to read."""
        self.is_explicit = self.is_used and ("［＃" in text or _MARKED.search(text) is not None)
        """Does it use more than 《》, which stand for other things too?"""
        bare = _MARKED.sub("", text) if self.is_used else ""
        self._unmarked = self.is_used and not _QUOTED.search(bare)

    def marked(self, line: str) -> str | None:
        """``line`` with inline marks for what the notation says; None where it says nothing."""
        if not self.is_used or not ("《" in line or "［＃" in line):
            return None
        text = self._read(inline.ANY_MARK.sub("", line))
        return text if text != line else None

    def within(self, marked: str) -> str | None:
        """``marked``, a line with inline marks, with those that the notation adds; None where it adds nothing."""
        text = self._read(marked) if "《" in marked or "［＃" in marked else marked
        return text if text != marked else None

    def _read(self, text: str) -> str:
        text = _HEADED.sub("", _LAYOUT.sub("", text))
        text = _MARKED.sub(_ruby, text)
        if self._unmarked:
            text = _UNMARKED.sub(_ruby_if_read, text)
        text = _SPAN.sub(_emphasised_span, text)
        while (said := _SAID.search(text)) is not None:
            text = _emphasised(text[: said.start()], said) + text[said.end() :]
        return text

    def plain(self, line: str) -> str:
        """``line`` as it is read, without readings and notes."""
        marked = self.marked(line)
        return line if marked is None else inline.plain(marked)


def _ruby(found: re.Match[str]) -> str:
    return f"{inline.RUBY}{found['base']}{inline.RUBY_TEXT}{found['reading']}{inline.RUBY_TEXT}{inline.RUBY_END}"


def _ruby_if_read(found: re.Match[str]) -> str:
    base, reading = found["base"], found["reading"]
    if base.endswith(_kinds()) or len(reading) > _LONGEST_OF_ONE * len(base):
        return found[0]
    return _ruby(found)


def _emphasised_span(found: re.Match[str]) -> str:
    start, end = _marks(found["what"] == "太字")
    return f"{start}{found['inner']}{end}"


def _emphasised(before: str, said: re.Match[str]) -> str:
    """``before`` with the last place of the word emphasised, readings inside it or not; as it is without one."""
    mark = f"(?:{inline.RUBY_TEXT}[^{inline.RUBY_TEXT}]*{inline.RUBY_TEXT}{inline.RUBY_END}|{inline.RUBY})*"
    word = re.compile(mark.join(map(re.escape, said["word"])) + f"(?:{mark})")
    places = list(word.finditer(before))
    if not places:
        return before
    low, high = places[-1].span()
    if before[low - 1 : low] == inline.RUBY:
        low -= 1
    inner = before[low:high]
    if inner.count(inline.RUBY) != inner.count(inline.RUBY_END):
        return before
    start, end = _marks(said["strong"] == "太字")
    return f"{before[:low]}{start}{inner}{end}{before[high:]}"


def _marks(strong: bool) -> tuple[str, str]:
    return (inline.STRONG, inline.STRONG_END) if strong else (inline.EM, inline.EM_END)


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(facts("ja/works")["kinds"])
