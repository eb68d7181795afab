"""What one line looks like by itself: how long, how it starts and ends, what words it uses. No document, no verdict.

For the finders, which ask about single lines; the columns of ``signs`` say the same of all lines of a page at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from ...text.numerals import NARROW
from .lazy import lazy

_EAST = re.compile(r"[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_HANGUL = re.compile(r"[가-힣]")
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile("[A-Za-z]+")
_STOP = re.compile(r"[。．！？!?](?=.)|\.\s(?=\S)")
_COMMA = re.compile(r"[、，,;；]")
_ADDRESS = re.compile(r"https?://|www\.|[\w.]@[\w]|\.(?:com|org|net|jp|de|uk)\b")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b|\d{1,2}時\d{1,2}分")
_AGO = re.compile(
    r"\b\d+\s*(?:h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|years?)\s+ago\b"
    r"|\d+\s*(?:分|時間|日|週間|か月|ヶ月|年)前|\d+\s*(?:分钟|小时|天)前|\d+\s*(?:분|시간|일) ?전",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:1[6-9]|20)\d\d\s*[年/.\-]\s*\d{1,2}\s*(?:[月/.\-]\s*\d{1,2}|月)|\d{1,2}[./]\d{1,2}[./](?:1[6-9]|20)\d\d"
    r"|\d{1,2}月\s*\d{1,2}日|(?:明治|大正|昭和|平成|令和)[\d元〇一二三四五六七八九十]{1,4}年(?:[\d一二三四五六七八九十]{1,3}月)?"
    r"|(?<![A-Za-z0-9])[MTSHR]\.?\d{1,2}[./\-]\d{1,2}[./\-]\d{1,2}"
    r"|(?:一九|二〇)[〇一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:1[6-9]|20)\d\d"
    r"|\b\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?\s+(?:de\s+)?(?:1[6-9]|20)\d\d|(?:19|20)\d\d년\s*\d+월",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_OF_ERA = re.compile(r"(?<![A-Za-z0-9])[MTSHR]\.?\d")
_DIGIT = re.compile(r"\d")
_ASCII_CAPITAL = re.compile("[A-Z](?<![A-Za-z0-9_].)")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω](?<!\w.)")
"""At the head of a word; the letter first, as only where one stands need anything more be looked at."""
_CUTS = (4, 9, 15, 22, 32, 46, 66, 96, 140, 220, 400, 800)
_BEHIND = "」』）)】］]”\"'’〉》＞>* \t\u3000"
"""What may stand behind the mark that ends a line."""
_STOPS = frozenset("。．！？!?.…")
_CAPITALS = (0.3, 0.6, 0.95)
_DATED, _PARAGRAPH = 160, 200
"""Widths up to which a line may be a date, and from which on it is a paragraph."""
_SHORT = 100
_LOOKED_AT = 240
"""Characters of a line that are looked at for its script."""
_SENTENCE = 60
"""Width from which on a line may be running text by itself."""
_HEAD = 200
"""Characters of a line that are looked at for its punctuation."""


class Look:
    """Clues of one line as small categories; what takes longer is found when it is asked for."""

    def __init__(self, text: str, width: int) -> None:
        """``text``: one stripped, non-empty line without its bullet, ``width`` columns wide."""
        self._text = text
        self.width = width
        """Columns: a Japanese character is two wide."""
        self.length = bisect_right(_CUTS, self.width)
        """Bucket of the width."""
        self.end = _end(text)
        """stop, dots, bracket, colon, comma, digit, letter or mark."""
        self.solid = _is_spoken(text, self.end) or (
            width >= _SENTENCE and (self.end == "stop" or _has_sentences(text[:_HEAD]))
        )
        """Reads as running text by itself."""

    @property
    def has_digits(self) -> bool:
        """Whether the line, if it is no paragraph, holds digits."""
        return self.width < _PARAGRAPH and _DIGIT.search(self._text) is not None

    @lazy
    def date(self) -> str:
        """What of a date it holds: it is one (only), a date, a distance (ago), a clock's time; or nothing."""
        may_hold = self.width <= _DATED and (self.has_digits or "年" in self._text)
        return _date(self._text) if may_hold else ""

    @lazy
    def script(self) -> str:
        """j (with kana), c (Han without), k (Hangul), w (words of letters), - (no letters)."""
        part = self._text[:_LOOKED_AT]
        if (self.width - len(self._text)) * 3 >= len(self._text) and _EAST.search(part):
            return "k" if _HANGUL.search(part) else "j" if _HIRAGANA.search(part) else "c"
        return "w" if (_ASCII_WORD if part.isascii() else _WORD).search(part) else "-"

    @lazy
    def case(self) -> str:
        """How many words have a capital, 0 to 3, or loud; empty for a single word, - for other scripts."""
        if self.script != "w":
            return "-"
        part = self._text[:_LOOKED_AT]
        plain = part.isascii()
        words = len(_ASCII_WORD.findall(part) if plain else _WORD.findall(part))
        if words < 2:
            return ""
        capitals = len((_ASCII_CAPITAL if plain else _CAPITAL).findall(part))
        return "loud" if part.isupper() else str(bisect_right(_CAPITALS, capitals / words)) if capitals else "0"

    @lazy
    def address(self) -> bool:
        """Whether it holds an address of the web or of mail."""
        head = self._text[:_HEAD]
        return ("." in head or "@" in head or "://" in head) and _ADDRESS.search(head) is not None


def look(text: str, width: int) -> Look:
    """The clues of a line. Short lines stand on many pages of an outlet: what was found of them is remembered."""
    return _remembered(text, width) if len(text) <= _SHORT else Look(text, width)


_remembered = lru_cache(maxsize=16_384)(Look)


def _end(text: str) -> str:
    bare = text.rstrip(_BEHIND)
    last = bare[-1:] or text[-1]
    if last in _STOPS:
        return "dots" if last == "…" or bare.endswith("..") else "stop"
    if len(bare) < len(text):
        return "bracket"
    if last.isalpha():
        return "letter"
    if last in ":：":
        return "colon"
    if last in ",、，;；":
        return "comma"
    return "digit" if last.isdigit() else "mark"


def _is_spoken(text: str, end: str) -> bool:
    """Whether the line is a sentence in quotes: dialogue."""
    return text[0] in "「『" and end == "stop" and text[-1] in "」』。"


def _has_sentences(head: str) -> bool:
    """Whether sentences end inside the line: two, or one with several commas."""
    stops = len(_STOP.findall(head))
    return stops > 1 or (stops == 1 and len(_COMMA.findall(head)) > 1)


def _date(text: str) -> str:
    if not text.isascii():
        text = text.translate(NARROW)
    low = text.lower()
    if ("月" in text or "年" in text or _YEAR.search(text) or _OF_ERA.search(text)) and (m := _DATE.search(text)):
        return "date" if len(m[0]) * 3 < len(text) else "only"
    if ("ago" in low or "前" in text or "전" in text) and _AGO.search(text):
        return "ago"
    return "clock" if (":" in text or "時" in text) and _CLOCK.search(text) else ""
