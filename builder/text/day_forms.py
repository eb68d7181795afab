"""The forms in which a day is written: one regular expression each, and how it is read.

All work on text whose full-width characters were made narrow (``numerals.NARROW``). A form that fits but names no
day (month 13, 31 April, a day outside its era) is no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from .eras import holds, year_of
from .facts import facts
from .numerals import KANJI, number

_N = rf"[0-9]{{1,2}}|[{KANJI}]{{1,4}}"
_YEAR = rf"[0-9]{{4}}|[{KANJI}]{{2,8}}"
_CENTURY = 70
"""From this on, two figures of a year are of the last century: ’98/6/12."""
_WORD = r"[^\W\d_]{3,14}"


@dataclass(frozen=True, slots=True)
class Day:
    """A year, month and day as found; month and day are None where the text names none."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int
    confidence: float
    without_year: bool = False


@cache
def _months() -> dict[str, int]:
    return {name: int(month) for month, names in facts("dates")["months"].items() for name in names}


def _month(word: str) -> int | None:
    return _months().get(word.lower())


def _valid(year: int | None, month: int | None, day: int | None, era: str = "") -> bool:
    if year is None or not 1600 <= year <= 2100:
        return False
    try:
        found = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return not era or day is None or holds(era, found)


Reader = Callable[[re.Match[str], "Hints"], tuple[int | None, int | None, int | None, str]]
"""Match -> year, month, day, era."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known beside the text: the year of dates that name none, and which number of 03/04/2017 is the day."""

    year: int | None = None
    day_first: bool | None = None


def _east(m: re.Match[str], _: Hints) -> tuple[int | None, int | None, int | None, str]:
    era, count = m["era"] or "", m["count"]
    year = year_of(era, 1 if count == "元" else number(count) or 0) if era else number(m["year"])
    return year, number(m["month"]) if m["month"] else None, number(m["day"]) if m["day"] else None, era


def _feast(m: re.Match[str], _: Hints) -> tuple[int | None, int | None, int | None, str]:
    year = year_of(m["era"], 1 if m["count"] == "元" else number(m["count"]) or 0) if m["era"] else number(m["year"])
    month, day = _FEASTS[m["feast"]]
    return year, month, day, m["era"] or ""


def _letter(m: re.Match[str], _: Hints) -> tuple[int | None, int | None, int | None, str]:
    return year_of(m["era"], int(m["count"])), int(m["month"]), int(m["day"]), m["era"]


def _numeric(m: re.Match[str], _: Hints) -> tuple[int | None, int | None, int | None, str]:
    return int(m["year"]), int(m["month"]), int(m["day"]), ""


def _short(m: re.Match[str], _: Hints) -> tuple[int | None, int | None, int | None, str]:
    year = int(m["year"])
    return year + (1900 if year >= _CENTURY else 2000), int(m["month"]), int(m["day"]), ""


def _day_or_month_first(m: re.Match[str], hints: Hints) -> tuple[int | None, int | None, int | None, str]:
    a, b = int(m["a"]), int(m["b"])
    day_first = True if m["sep"] == "." else hints.day_first
    if a > 12 >= b or (a == b):
        day_first = True
    elif b > 12 >= a:
        day_first = False
    if day_first is None:
        return None, None, None, ""
    return int(m["year"]), b if day_first else a, a if day_first else b, ""


def _words(m: re.Match[str], hints: Hints) -> tuple[int | None, int | None, int | None, str]:
    groups = m.groupdict()
    year = groups.get("year")
    day = groups.get("day")
    return int(year) if year else hints.year, _month(m["word"]), int(day) if day else None, ""


def _no_year(m: re.Match[str], hints: Hints) -> tuple[int | None, int | None, int | None, str]:
    return hints.year, number(m["month"]), number(m["day"]), ""


@dataclass(frozen=True, slots=True)
class _Form:
    needs: str
    """One of these characters must be in the text (any digit: empty)."""
    pattern: re.Pattern[str]
    read: Reader
    confidence: float
    without_year: bool = False
    partial: bool = False


_ERA = "明治|大正|昭和|平成|令和"
_SAME_YEAR = rf"(?:[(（](?:(?:{_ERA})(?:元|[0-9]{{1,2}})年?|[0-9]{{4}}年?)[)）]\s*)?"
"""The year in the other count, in brackets: 2017(平成29)年, 平成29年(2017年)."""
_FEASTS = {"元日": (1, 1), "元旦": (1, 1), "大晦日": (12, 31), "大みそか": (12, 31)}
_FORMS = (
    _Form(
        "年",
        re.compile(
            rf"(?:(?P<era>{_ERA})\s*(?P<count>元|{_N})|(?<![0-9{KANJI}.])(?P<year>{_YEAR}))"
            rf"\s*年\s*の?(?P<feast>{'|'.join(_FEASTS)})"
        ),
        _feast,
        0.9,
    ),
    _Form(
        "年년",
        re.compile(
            rf"(?:(?P<era>{_ERA})\s*(?P<count>元|{_N})|(?<![0-9{KANJI}.])(?P<year>{_YEAR}))"
            rf"\s*{_SAME_YEAR}[年년]\s*{_SAME_YEAR}(?P<month>{_N})\s*[月월]\s*(?P<day>{_N})\s*[日일]"
        ),
        _east,
        0.95,
    ),
    _Form(
        "",
        re.compile(
            r"(?<![0-9.-])(?<!\A/)(?<![^\u3040-\u9fff]/)"
            r"(?P<year>[0-9]{4})(?:\s?/\s?|\s?-\s?|\.\s?)(?P<month>[0-9]{1,2})(?:\s?/\s?|\s?-\s?|\.\s?)"
            r"(?P<day>[0-9]{1,2})(?![0-9]|[/-][0-9]|\.[0-9]{3})\.?"
        ),
        _numeric,
        0.9,
    ),
    _Form(
        "'’‘",
        re.compile(
            r"(?<![0-9A-Za-z])['’‘](?P<year>[0-9]{2})(?P<sep>[./])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![0-9./])"
        ),
        _short,
        0.8,
    ),
    _Form(
        "9",
        re.compile(r"(?<=\()(?P<year>9[0-9])/(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})(?=\))"),
        _short,
        0.8,
    ),
    _Form(
        "MTSHRmtshr",
        re.compile(
            r"(?<![A-Za-z0-9])(?P<era>[MTSHR])\.?\s?(?P<count>[0-9]{1,2})(?:[./-]|年)\s?(?P<month>[0-9]{1,2})(?:[./-]|月)"
            r"\s?(?P<day>[0-9]{1,2})(?:日|(?![0-9./-]))"
        ),
        _letter,
        0.85,
    ),
    _Form(
        "",
        re.compile(
            rf"\b(?P<word>{_WORD})\.?\s*(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,|\s)\s*(?P<year>[0-9]{{4}})(?![0-9:])"
        ),
        _words,
        0.95,
    ),
    _Form(
        "",
        re.compile(
            r"(?<![0-9:.])(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|[º°.])?(?:\s|-|/)\s*(?:de |of |d['’])?"
            rf"(?P<word>{_WORD})"
            r"[.,]*(?:\s|-|/)\s*(?:de |del )?(?P<year>[0-9]{4})(?![0-9:])"
        ),
        _words,
        0.95,
    ),
    _Form(
        "",
        re.compile(
            r"(?<![0-9./-])(?P<a>[0-9]{1,2})(?P<sep>[./-])(?P<b>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4})(?![0-9./-][0-9]|[0-9])"
        ),
        _day_or_month_first,
        0.85,
    ),
    _Form(
        "月월",
        re.compile(rf"(?<![0-9{KANJI}年년])(?P<month>{_N})\s*[月월]\s*(?P<day>{_N})\s*[日일]"),
        _no_year,
        0.6,
        without_year=True,
    ),
    _Form(
        "/",
        re.compile(
            r"(?<![0-9./:-])(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})(?=\s*\(\s*[月火水木金土日]|\s+[0-9]{1,2}:[0-9]{2})"
        ),
        _no_year,
        0.5,
        without_year=True,
    ),
    _Form(
        "",
        re.compile(rf"\b(?P<word>{_WORD})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:])(?!,?\s+[0-9]{{4}})"),
        _words,
        0.5,
        without_year=True,
    ),
    _Form(
        "",
        re.compile(
            rf"(?<![0-9:.])(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?\s+(?P<word>{_WORD})\b(?!\.?,?\s+(?:de )?[0-9]{{4}})"
        ),
        _words,
        0.5,
        without_year=True,
    ),
    _Form(
        "年년",
        re.compile(
            rf"(?:(?P<era>{_ERA})\s*(?P<count>元|{_N})|(?<![0-9{KANJI}.])(?P<year>{_YEAR}))\s*[年년]"
            rf"(?:\s*(?P<month>{_N})\s*[月월])?(?!\s*[0-9{KANJI}])(?P<day>(?!))?"
        ),
        _east,
        0.6,
        partial=True,
    ),
    _Form(
        "",
        re.compile(rf"\b(?P<word>{_WORD})\.?,?\s+(?P<year>[0-9]{{4}})(?![0-9:])"),
        _words,
        0.6,
        partial=True,
    ),
    _Form(
        "",
        re.compile(r"(?<![0-9./-])(?P<year>[0-9]{4})[./-](?P<month>[0-9]{1,2})(?![0-9./-])(?P<day>(?!))?"),
        lambda m, _: (int(m["year"]), int(m["month"]), None, ""),
        0.5,
        partial=True,
    ),
)


def days(text: str, hints: Hints, *, partial: bool = False) -> Iterator[Day]:
    """All days in ``text`` (narrow), by form; where two overlap, both are given. ``partial``: months and years too."""
    for form in _FORMS:
        if (form.partial and not partial) or (form.without_year and hints.year is None):
            continue
        if form.needs and not any(c in text for c in form.needs):
            continue
        for m in form.pattern.finditer(text):
            year, month, day, era = form.read(m, hints)
            names_month = month is not None or (form.partial and "word" not in m.re.groupindex and not m["month"])
            if year is None or not names_month or not _valid(year, month, day, era):
                continue
            yield Day(year, month, day, m.start(), m.end(), form.confidence, form.without_year)
