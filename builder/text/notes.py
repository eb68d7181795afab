"""Sentences about a text: where it was printed before, which page of how many it is, its place in a series.

The patterns are data (``data/*/notes.yaml``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from ..model import SeriesPlace
from .facts import facts
from .numerals import KANJI
from .numerals import number as value_of
from .patterns import search_with
from .scripts import is_western

_LANGUAGES = ("ja", "en", "zh", "ko")
_LONGEST = 260
_LONGEST_HEAD = 90
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(
    rf"[(【<〈]?\s*(?:連載)?\s*(?:第\s*(?P<number>\d{{1,4}}|[{KANJI}]{{1,5}})\s*(?:回|話|講)"
    rf"|(?:(?:Vol|No)\.?\s?|[#♯])(?P<number2>\d{{1,4}})|その(?P<number3>\d{{1,3}}|[{KANJI}]{{1,5}}))\s*[)】>〉]?",
    re.IGNORECASE,
)


_Search = Callable[[str], re.Match[str] | None]


def _searches(key: str, narrow: str) -> tuple[_Search, ...]:
    """What looks for ``key`` in a line. A western one is asked only what the table of English holds."""
    return _searches_of(key, ("en",) if is_western(narrow) else _LANGUAGES)


@cache
def _searches_of(key: str, languages: tuple[str, ...]) -> tuple[_Search, ...]:
    return tuple(search_with(re.compile(p, re.IGNORECASE)) for lang in languages for p in facts(f"{lang}/notes")[key])


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(p for lang in _LANGUAGES for p in facts(f"{lang}/notes")[key])


@lru_cache(maxsize=64)
def _narrow(text: str) -> str:
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def republication(text: str) -> str | None:
    """Where ``text``, one line, says the work was printed before: ``Yahoo!ニュース 個人`` of
    ※当記事はYahoo!ニュース 個人からの転載です。 None where it says no such thing."""
    if len(text) > _LONGEST:
        return None
    narrow = _narrow(text)
    for search in _searches("republished", narrow):
        if m := search(narrow):
            return _unquoted(m["from"].strip(" 、,。")) or None
    return None


def _unquoted(name: str) -> str:
    """``name`` without quotation marks, where they stand around all of it: 「架空新聞」."""
    quoted = re.fullmatch(r"[「『]([^「『」』]+)[」』]", name)
    return quoted[1] if quoted else name


def is_remark(text: str) -> bool:
    """Whether ``text`` is a remark of the outlet about the text (※本記事は…を再構成したものです)."""
    if len(text) > _LONGEST:
        return False
    narrow = _narrow(text)
    return any(search(narrow) for search in _searches("remark", narrow))


def part_of(text: str) -> tuple[int, int] | None:
    """(1, 2) of （1/2 ページ）; None where ``text`` names no page, or an impossible one."""
    narrow = _narrow(text)
    for search in _searches("part_of", narrow) if _DIGIT.search(narrow) else ():
        if m := search(narrow):
            part, of = int(m["part"]), int(m["of"])
            if 1 <= part <= of and of > 1:
                return part, of
    return None


def without_part(title: str) -> str:
    """``title`` without its （1/2 ページ）."""
    if part_of(title) is None:
        return title
    for pattern in _phrases("part_of"):
        if not pattern.startswith("^"):
            title = re.sub(pattern, "", title, flags=re.IGNORECASE)
    return title.strip()


def leads_on(text: str) -> bool:
    """Whether ``text`` leads to a next page of the same work."""
    low = _narrow(text).lower()
    return len(low) < 80 and (
        low.endswith(_phrases("next_page")) or any(map(low[:24].__contains__, _phrases("next_page")))
    )


@lru_cache(maxsize=4096)
def series_place(text: str) -> SeriesPlace | None:
    """A running column named in ``text``, one short line: 連載「海を読む」第3回."""
    narrow = _narrow(text)
    if len(narrow) > 60:
        return None
    for search in _searches("series", narrow):
        if m := search(narrow):
            groups = m.groupdict()
            number = groups.get("number") or groups.get("number2")
            name = groups["series"].strip(" 　・:：「」『』【】()[]")
            if name:
                return SeriesPlace(name, value_of(number) if number else None)
    return None


def counts(text: str) -> int | None:
    """3 of a line that is nothing but 第三回, （第3回）, Vol.3 or その三: a place in the column named beside it."""
    found = _COUNT.fullmatch(_narrow(text))
    return value_of(next(filter(None, found.groups()))) if found else None


def number_in_title(title: str) -> int | None:
    """3 of 【第3回】…; None where the title counts nothing."""
    narrow = _narrow(title)
    for search in _searches("number_in_title", narrow):
        if m := search(narrow):
            return value_of(m["number"])
    return None


@cache
def _profile_heads() -> frozenset[str]:
    return frozenset(p.lower() for p in _phrases("profile_heads"))


def heads_profile(text: str) -> bool:
    """Whether ``text`` is the heading over an author's profile."""
    return len(text) <= _LONGEST_HEAD and _narrow(text).lower().strip(" :：■●▼◆【】[]<>") in _profile_heads()


def refers_back(text: str) -> bool:
    """Whether ``text``, the first sentence of a body, leans on something said before it."""
    sentence = re.split(r"[。.！!？?]", text.strip(), maxsplit=1)[0]
    if not re.search(r"[ぁ-ん]", sentence):
        return False
    words = _phrases("refers_back")
    return sentence.startswith(words) or bool(
        re.search(r"(?:^|、)(?:こうした|このような|前述の|上述の|先述の)", sentence)
    )
