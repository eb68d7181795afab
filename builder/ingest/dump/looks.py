"""What one line looks like by itself: how long, how it starts and ends, what words it uses. No document, no verdict.

Each clue is a small category, so that the weights which use them (``data/dump_weights.tsv``) can be read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from ...text.facts import facts

_EAST = re.compile(r"[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_HANGUL = re.compile(r"[가-힣]")
_CHINESE_SMALL = re.compile(r"[的了是在不有和我他她这這就也都而与與为為]")
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile("[a-z]+")
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
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:1[6-9]|20)\d\d"
    r"|\b\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?\s+(?:de\s+)?(?:1[6-9]|20)\d\d|(?:19|20)\d\d년\s*\d+월",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_DIGIT = re.compile(r"\d")
_ASCII_CAPITAL = re.compile("(?:^|[^A-Za-z0-9_])[A-Z]")
_CAPITAL = re.compile(r"(?:^|[^\w])[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")
_COMMENTS = re.compile(r"\d+\s+(?:comments?|replies|responses)")
_CUTS = (4, 9, 15, 22, 32, 46, 66, 96, 140, 220, 400, 800)
_CLOSING = "」』）)】］]”\"'’〉》＞>*"
_MARKS = " \t\u3000:：>»›→▶▼▲■◆●★・|｜-–—[]［］【】()（）<＞≫."
_CUE_LIMIT = 320
_HEAD = 200
"""Characters of a line that are looked at for its punctuation."""


class Look(NamedTuple):
    """Clues of one line, as small categories (see the module's docstring)."""

    length: int
    """Bucket of the width: a Japanese character is two wide."""
    end: str
    stops: int
    """Sentence ends inside the line: 0, 1, 2 (or more)."""
    commas: int
    start: str
    cue: str
    """What its words are for: share, related, legal … (``data/cues.yaml``); empty for none."""
    date: str
    small: str
    """How much of it is small words of running text."""
    case: str
    digits: str
    address: bool
    headline: bool
    """Set like a Japanese headline: no full stop, a blank or dots inside, or a particle at the end."""
    width: int
    solid: bool
    """Reads as running text by itself."""


class _Cues(NamedTuple):
    whole: dict[str, str]
    starts: dict[str, list[tuple[str, str]]]
    """By first character; of several that fit, the first counts."""
    inside: tuple[tuple[str, str], ...]
    ascii_inside: tuple[tuple[str, str], ...]
    """Those of ``inside`` that a line of ASCII can hold."""


@cache
def _cues() -> _Cues:
    table = facts("cues")
    starts: dict[str, list[tuple[str, str]]] = {}
    for name, row in table.items():
        for word in sorted(row.get("starts", ()), key=len, reverse=True):
            starts.setdefault(word[0], []).append((word, name))
    whole = {word: name for name, row in table.items() for word in row.get("whole", ())}
    inside = tuple((word, f"{name}~") for name, row in table.items() for word in row.get("has", ()))
    return _Cues(whole, starts, inside, tuple((word, name) for word, name in inside if word.isascii()))


def _cue(text: str, width: int) -> str:
    cues = _cues()
    low = text.lower()
    if len(low) < 60:
        bare = low.strip(_MARKS)
        if bare in cues.whole:
            return cues.whole[bare]
        if low[0].isdigit() and _COMMENTS.fullmatch(bare):
            return "comments"
    if width <= _CUE_LIMIT:
        for word, name in cues.starts.get(low[0], ()):
            if low.startswith(word):
                return name
        for word, name in cues.ascii_inside if low.isascii() else cues.inside:
            if word in low:
                return name
    return ""


def _end(text: str) -> str:
    bare = text.rstrip(_CLOSING + " \t\u3000")
    last = bare[-1:] or text[-1]
    if last in "。．！？!?":
        return "stop"
    if last == ".":
        return "dots" if bare.endswith("..") else "stop"
    if last == "…":
        return "dots"
    if len(bare) < len(text):
        return "bracket"
    if last in ":：":
        return "colon"
    if last in ",、，;；":
        return "comma"
    if last.isdigit():
        return "digit"
    return "letter" if last.isalpha() else "mark"


def _start(text: str) -> str:
    first = text[0]
    if first.islower():
        return "lower"
    if first.isascii():
        if first.isdigit():
            return "digit"
        return "upper" if first.isalpha() else {'"': "quote", "(": "bracket", "[": "bracket"}.get(first, "mark")
    if first in "「『“‘«„":
        return "quote"
    if first in "【［（〈《〔":
        return "bracket"
    return "letter" if first.isalpha() else "mark"


def _share(count: int, total: int, cuts: tuple[float, ...]) -> str:
    return str(bisect_right(cuts, count / total)) if count else "0"


@cache
def _small_words() -> frozenset[str]:
    return frozenset(facts("function_words")["words"])


def _small(text: str, wide: int) -> tuple[str, str]:
    """Share of small words, and how much is written with capitals (Latin script)."""
    part = text[:240]
    if wide * 3 >= len(text) and _EAST.search(part):
        if _HANGUL.search(part):
            return "k", "-"
        kana = len(_HIRAGANA.findall(part))
        if kana:
            return "j" + _share(kana, len(part), (0.12, 0.25, 0.38, 0.5)), "-"
        return "c" + _share(len(_CHINESE_SMALL.findall(part)), len(part), (0.01, 0.04, 0.08)), "-"
    plain = part.isascii()
    words = _ASCII_WORD.findall(part.lower()) if plain else _WORD.findall(part)
    if not words:
        return "-", "-"
    hits = sum(map(_small_words().__contains__, words if plain else map(str.lower, words)))
    case = ""
    if len(words) > 1:
        capitals = len((_ASCII_CAPITAL if plain else _CAPITAL).findall(part))
        case = "loud" if part.isupper() else _share(capitals, len(words), (0.3, 0.6, 0.95))
    return "w" + _share(hits, len(words), (0.01, 0.12, 0.25, 0.38)), case


@lru_cache(maxsize=65536)
def look(text: str) -> Look:
    """The clues of ``text``, one stripped, non-empty line without its bullet."""
    # in UTF-8 a Japanese character takes three bytes: two more than a letter, and it is one column wider
    plain = text.isascii()
    wide = 0 if plain else (len(text.encode("utf-8", "replace")) - len(text)) // 2
    width = len(text) + wide
    length = bisect_right(_CUTS, width)
    head = text[:_HEAD]
    dotted = "." in head
    may_stop = not plain or dotted or "?" in head or "!" in head
    stops = min(2, len(_STOP.findall(head))) if may_stop else 0
    commas = min(2, head.count(",") + head.count(";") if plain else len(_COMMA.findall(head)))
    end = _end(text)
    digits, date = 0, ""
    if width < 200:
        digits = len(_DIGIT.findall(text))
        if width <= 160 and (digits or "年" in text):
            date = _date(text)
    small, case = _small(text, wide)
    solid = width >= 60 and (end == "stop" or stops == 2 or (stops == 1 and commas == 2))
    if text[0] in "「『" and end == "stop" and text[-1] in "」』。":  # a line of dialogue
        solid = True
    address = (dotted or "@" in head or "://" in head) and _ADDRESS.search(head) is not None
    numbers = _share(digits, len(text), (0.01, 0.15, 0.4))
    return Look(
        length, end, stops, commas, _start(text), _cue(text, width), date, small, case, numbers,
        address, _headline(text, width, end, small), width, solid,
    )  # fmt: skip


def _headline(text: str, width: int, end: str, small: str) -> bool:
    if small[0] not in "jc" or not 20 <= width <= 140 or end in ("stop", "comma", "colon"):
        return False
    return "\u3000" in text or "…" in text or text[-1] in "にへをもかでと"


def _date(text: str) -> str:
    """What of a date the line holds: all of it is one (only), a date, a distance (ago), a clock's time, or nothing."""
    low = text.lower()
    if ("月" in text or "年" in text or _YEAR.search(text)) and (m := _DATE.search(text)):
        return "date" if len(m[0]) * 3 < len(text) else "only"
    if ("ago" in low or "前" in text or "전" in text) and _AGO.search(text):
        return "ago"
    return "clock" if (":" in text or "時" in text) and _CLOCK.search(text) else ""
