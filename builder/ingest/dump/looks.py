"""What one line looks like by itself: how long, how it starts and ends, what words it uses. No document, no verdict.

Each clue is a small category, so that the weights which use them (``data/dump_weights.tsv``) can be read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ...text.facts import facts

_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_KANA_OR_HAN = re.compile(r"[ぁ-ヺ\u3400-\u9fff]")
_HANGUL = re.compile(r"[가-힣]")
_CHINESE_SMALL = re.compile(r"[的了是在不有和我他她这這就也都而与與为為]")
_WORD = re.compile(r"[^\W\d_]+")
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
    r"(?:19|20)\d\d\s*[年/.\-]\s*\d{1,2}\s*[月/.\-]\s*\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|\d{1,2}月\s*\d{1,2}日"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|\b\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?\s+(?:de\s+)?(?:19|20)\d\d|(?:19|20)\d\d년\s*\d+월",
    re.IGNORECASE,
)
_CUTS = (4, 9, 15, 22, 32, 46, 66, 96, 140, 220, 400, 800)
_CLOSING = "」』）)】］]”\"'’〉》＞>*"
_MARKS = " \t\u3000:：>»›→▶▼▲■◆●★・|｜-–—[]［］【】()（）<＞≫."
_CUE_LIMIT = 320


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
    width: int
    solid: bool
    """Reads as running text by itself."""


@lru_cache(maxsize=1)
def _cues() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    table = facts("cues")
    whole = {w: name for name, row in table.items() for w in row.get("whole", ())}
    names = tuple(table)

    def pattern(key: str) -> re.Pattern[str]:
        parts = []
        for index, name in enumerate(names):
            words = sorted(table[name].get(key, ()), key=len, reverse=True)
            if words:
                parts.append(f"(?P<g{index}>" + "|".join(map(re.escape, words)) + ")")
        return re.compile("|".join(parts))

    return whole, pattern("starts"), pattern("has"), names


def _cue(text: str, width: int) -> str:
    whole, starts, has, names = _cues()
    low = text.lower()
    if len(low) < 60:
        bare = low.strip(_MARKS)
        if bare in whole:
            return whole[bare]
        if re.fullmatch(r"\d+\s+(?:comments?|replies|responses)", bare):
            return "comments"
    if width <= _CUE_LIMIT:
        if (m := starts.match(low)) and m.lastgroup:
            return names[int(m.lastgroup[1:])]
        if (m := has.search(low)) and m.lastgroup:
            return names[int(m.lastgroup[1:])] + "~"
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
    share = count / total if total else 0.0
    return str(sum(share >= cut for cut in cuts))


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset(facts("function_words")["words"])


def _small(text: str, wide: int) -> tuple[str, str]:
    """Share of small words, and how much is written with capitals (Latin script)."""
    part = text[:400]
    if wide * 3 >= len(text):
        if _HANGUL.search(part):
            return "k", "-"
        kana = len(_HIRAGANA.findall(part))
        if kana:
            return "j" + _share(kana, len(part), (0.12, 0.25, 0.38, 0.5)), "-"
        return "c" + _share(len(_CHINESE_SMALL.findall(part)), len(part), (0.01, 0.04, 0.08)), "-"
    words = _WORD.findall(part)
    if not words:
        return "-", "-"
    small = _small_words()
    hits = sum(w.lower() in small for w in words)
    capitals = sum(w[0].isupper() for w in words)
    loud = text.isupper() and len(words) > 1
    case = "loud" if loud else "" if len(words) < 2 else _share(capitals, len(words), (0.3, 0.6, 0.95))
    return "w" + _share(hits, len(words), (0.01, 0.12, 0.25, 0.38)), case


@lru_cache(maxsize=65536)
def look(text: str) -> Look:
    """The clues of ``text``, one stripped, non-empty line without its bullet."""
    text = unicodedata.normalize("NFC", text)
    wide = len(_WIDE.findall(text))
    width = len(text) + wide
    length = sum(width >= cut for cut in _CUTS)
    stops, commas = min(2, len(_STOP.findall(text))), min(2, len(_COMMA.findall(text)))
    end = _end(text)
    digits = sum(map(str.isdigit, text)) if width < 200 else 0
    date = ""
    if digits and width <= 160:
        if m := _DATE.search(text):
            date = "date" if len(m[0]) * 3 < len(text) else "only"
        elif _AGO.search(text):
            date = "ago"
        elif _CLOCK.search(text):
            date = "clock"
    small, case = _small(text, wide)
    solid = width >= 60 and (end == "stop" or stops == 2 or (stops == 1 and commas == 2))
    return Look(
        length, end, stops, commas, _start(text), _cue(text, width), date, small, case,
        _share(digits, len(text), (0.01, 0.15, 0.4)), _ADDRESS.search(text) is not None, width, solid,
    )  # fmt: skip
