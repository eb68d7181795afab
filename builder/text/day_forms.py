"""The forms in which a day is written: one regular expression each, and how it is read.

All work on text whose full-width characters were made narrow (``numerals.NARROW``). A form that fits but names no
day (month 13, 31 April, a day outside its era) is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known beside the text: the year of dates that name none, and which number of 03/04/2017 is the day."""

    year: int | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    needs: str
    """One of these characters must be in the text (any digit: empty)."""
    pattern: re.Pattern[str]
    """Its groups: ``year``, or ``era`` and ``count``; ``month``, or ``word`` for its name; ``day``; ``feast`` for both;
    or ``a`` and ``b``, one the month and one the day, with ``sep`` between them."""
    confidence: float


_TELLS_YEAR, _TELLS_MONTH = ("year", "era"), ("month", "word", "feast", "a")
"""Groups of a form."""


@cache
def _months() -> dict[str, int]:
    return {name: int(month) for month, names in facts("dates")["months"].items() for name in names}


def _year(part: dict[str, str], hints: Hints) -> int | None:
    if "era" in part:
        return year_of(part["era"], 1 if part["count"] == "元" else number(part["count"]) or 0)
    if "year" not in part:
        return hints.year
    year = number(part["year"])
    if year is not None and re.fullmatch("[0-9]{2}", part["year"]):
        year += 1900 if year >= _CENTURY else 2000
    return year


def _month_and_day(part: dict[str, str], hints: Hints) -> tuple[int | None, int | None]:
    if "feast" in part:
        return _FEASTS[part["feast"]]
    if "a" in part:
        a, b = int(part["a"]), int(part["b"])
        day_first = part["sep"] == "." or hints.day_first
        if a > 12 or b > 12 or a == b:
            day_first = a >= b
        return (None, None) if day_first is None else (b, a) if day_first else (a, b)
    month = _months().get(part["word"].lower()) if "word" in part else number(part.get("month", ""))
    return month, number(part["day"]) if "day" in part else None


def _read(form: _Form, found: re.Match[str], hints: Hints) -> Day | None:
    """The day that ``found`` names; None where there is none such."""
    part = {name: text for name, text in found.groupdict().items() if text}
    year, (month, day) = _year(part, hints), _month_and_day(part, hints)
    is_year_alone = part.keys().isdisjoint(_TELLS_MONTH)
    if year is None or not 1600 <= year <= 2100 or (month is None and not is_year_alone):
        return None
    try:
        full = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if "era" in part and day is not None and not holds(part["era"], full):
        return None
    return Day(year, month, day, found.start(), found.end(), form.confidence, part.keys().isdisjoint(_TELLS_YEAR))


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
        0.9,
    ),
    _Form(
        "年년",
        re.compile(
            rf"(?:(?P<era>{_ERA})\s*(?P<count>元|{_N})|(?<![0-9{KANJI}.])(?P<year>{_YEAR}))"
            rf"\s*{_SAME_YEAR}[年년]\s*{_SAME_YEAR}(?P<month>{_N})\s*[月월]\s*(?P<day>{_N})\s*[日일]"
        ),
        0.95,
    ),
    _Form(
        "",
        re.compile(
            r"(?<![0-9.-])(?<!\A/)(?<![^\u3040-\u9fff]/)"
            r"(?P<year>[0-9]{4})(?:\s?/\s?|\s?-\s?|\.\s?)(?P<month>[0-9]{1,2})(?:\s?/\s?|\s?-\s?|\.\s?)"
            r"(?P<day>[0-9]{1,2})(?![0-9]|[/-][0-9]|\.[0-9]{3})\.?"
        ),
        0.9,
    ),
    _Form(
        "'’‘",
        re.compile(
            r"(?<![0-9A-Za-z])['’‘](?P<year>[0-9]{2})(?P<sep>[./])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![0-9./])"
        ),
        0.8,
    ),
    _Form(
        "9",
        re.compile(r"(?<=\()(?P<year>9[0-9])/(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})(?=\))"),
        0.8,
    ),
    _Form(
        "MTSHR",
        re.compile(
            r"(?<![A-Za-z0-9])(?P<era>[MTSHR])\.?\s?(?P<count>[0-9]{1,2})(?:[./-]|年)\s?(?P<month>[0-9]{1,2})(?:[./-]|月)"
            r"\s?(?P<day>[0-9]{1,2})(?:日|(?![0-9./-]))"
        ),
        0.85,
    ),
    _Form(
        "",
        re.compile(
            rf"\b(?P<word>{_WORD})\.?\s*(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,|\s)\s*(?P<year>[0-9]{{4}})(?![0-9:])"
        ),
        0.95,
    ),
    _Form(
        "",
        re.compile(
            r"(?<![0-9:.])(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|[º°.])?(?:\s|-|/)\s*(?:de |of |d['’])?"
            rf"(?P<word>{_WORD})"
            r"[.,]*(?:\s|-|/)\s*(?:de |del )?(?P<year>[0-9]{4})(?![0-9:])"
        ),
        0.95,
    ),
    _Form(
        "",
        re.compile(
            r"(?<![0-9./-])(?P<a>[0-9]{1,2})(?P<sep>[./-])(?P<b>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4})(?![0-9./-][0-9]|[0-9])"
        ),
        0.85,
    ),
)
_WITHOUT_YEAR = (
    _Form(
        "月월",
        re.compile(rf"(?<![0-9{KANJI}年년])(?P<month>{_N})\s*[月월]\s*(?P<day>{_N})\s*[日일]"),
        0.6,
    ),
    _Form(
        "/",
        re.compile(
            r"(?<![0-9./:-])(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})(?=\s*\(\s*[月火水木金土日]|\s+[0-9]{1,2}:[0-9]{2})"
        ),
        0.5,
    ),
    _Form(
        "",
        re.compile(rf"\b(?P<word>{_WORD})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:])(?!,?\s+[0-9]{{4}})"),
        0.5,
    ),
    _Form(
        "",
        re.compile(
            rf"(?<![0-9:.])(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?\s+(?P<word>{_WORD})\b(?!\.?,?\s+(?:de )?[0-9]{{4}})"
        ),
        0.5,
    ),
)
_PARTIAL = (
    _Form(
        "年년",
        re.compile(
            rf"(?:(?P<era>{_ERA})\s*(?P<count>元|{_N})|(?<![0-9{KANJI}.])(?P<year>{_YEAR}))\s*[年년]"
            rf"(?:\s*(?P<month>{_N})\s*[月월])?(?!\s*[0-9{KANJI}])"
        ),
        0.6,
    ),
    _Form(
        "",
        re.compile(rf"\b(?P<word>{_WORD})\.?,?\s+(?P<year>[0-9]{{4}})(?![0-9:])"),
        0.6,
    ),
    _Form(
        "",
        re.compile(r"(?<![0-9./-])(?P<year>[0-9]{4})[./-](?P<month>[0-9]{1,2})(?![0-9./-])"),
        0.5,
    ),
)


def days(text: str, hints: Hints, *, partial: bool = False) -> Iterator[Day]:
    """All days in ``text`` (narrow), by form; where two overlap, both are given. ``partial``: months and years too."""
    for form in (*_FORMS, *(_WITHOUT_YEAR if hints.year else ()), *(_PARTIAL if partial else ())):
        if not form.needs or any(c in text for c in form.needs):
            yield from filter(None, (_read(form, found, hints) for found in form.pattern.finditer(text)))
