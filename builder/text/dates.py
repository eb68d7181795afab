"""Dates printed in a text -> civil ISO 8601, as ``model`` describes it. No date rather than a wrong one.

Read are Japanese forms (with eras, 元年, kanji numerals, full width), Chinese, Korean, English and those of other
European languages, ISO 8601; the weekday is a checksum; the time keeps the printed zone and is never converted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter

from . import time_of_day
from .day_forms import Day, Hints, days
from .facts import facts
from .numerals import NARROW
from .patterns import any_of

_WEEKDAY_AFTER = re.compile(
    r"\s*(?:[(\[〔【<]\s*(?P<short>[月火水木金土日월화수목금토일]|[A-Za-z]{3,9})(?:曜日?|요일)?(?:[・.,･、]?\s*[祝休]日?)?\s*[)\]〕】>]"
    r"|(?P<long>[月火水木金土日])曜日?|(?P<korean>[월화수목금토일])요일|(?:星期|[周週]|礼拜)(?P<chinese>[一二三四五六日天])"
    r"|[\s,.]*(?P<english>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})\b)",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(r"\b([A-Za-z]{3,9})[.,]?\s*(?:the\s+)?$")
_OF_THE_ORIGINAL = re.compile(r"原文|原著|原記事|original", re.IGNORECASE)
_COUNT = "[0-9一二三四五六七八九十百]{1,4}"
_SINCE = re.compile(r"\s*(?:から(?!の?(?:転載|再掲|抜粋|引用))|以来|に?開設)")
"""Behind the day on which something began: a counter of visits, a site."""
_OF_A_BOOK = re.compile(rf"[\s)\]】]*(?:初版|初刷|第?{_COUNT}刷(?!り)|第?{_COUNT}版\s*(?:第?{_COUNT}刷|発行))")
"""Behind the day on which a book was printed: 1985年3月25日5刷発行. A newspaper's 第5版 is a page of it."""
_LEADS_ON = re.compile(r"\s*(?:on|at|日時?)?\s*:\s*|\s+on\s+|(?<=[a-z])\s+", re.IGNORECASE)
"""Between a label and the next date: the label speaks of that one."""
_YEAR = re.compile(r"[0-9]{3,4}|[月월][^月월]*[日일]|[年년]|[A-Za-z][0-9]|[(（][9９]")
_BARE = re.compile(
    r"\s*((?:16|17|18|19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:([0-2][0-9])([0-5][0-9])(?:[0-5][0-9])?)?\s*"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. ``start`` and ``end`` count characters; a time of day beside the date is inside them."""

    iso: str
    start: int
    end: int
    confidence: float
    """0 to 1; below 0.5 the weekday contradicts the date, or it is the date of something else (an issue, a sale)."""
    label: str = ""
    """published, updated, issue, other, or empty: what the words beside it say."""


@cache
def _weekdays() -> dict[str, int]:
    return {name: int(day) for day, names in facts("dates")["weekdays"].items() for name in names}


@cache
def _label_patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    made = []
    for label, words in facts("dates")["labels"].items():
        either = any_of(words)
        before = re.compile(
            rf"(?:{either})\s?(?:日時?|しました|on|at|am|le|el|の|時間|时间|時間)?\s*[:\]】)>・|]?\s*$", re.IGNORECASE
        )
        made.append((label, before, re.compile(rf"[\s)\]】]*(?:に|付け?で?|の)?\s*(?:{either})", re.IGNORECASE)))
    return tuple(made)


def _label(text: str, start: int, end: int, room: tuple[int, int], in_account: bool) -> tuple[str, int]:
    """What the words beside a date say of it, and where those behind it end; ``room`` is what no other date claims.

    ``in_account``: it stands in the account of the book that a text was copied from.
    """
    lead = text[max(room[0], start - 24) : start]
    if lead.strip():
        for label, before, _ in _label_patterns():
            if label != "issue" and before.search(lead):
                return ("other" if label == "published" and _OF_THE_ORIGINAL.search(lead) else label), end
    if text[end : end + 12].strip():
        for label, _, behind in _label_patterns():
            match = behind.match(text, end)
            if match and not _LEADS_ON.fullmatch(text, match.end(), max(match.end(), room[1])):
                return label, match.end()
    of_something_else = in_account or _OF_A_BOOK.match(text, end) or _SINCE.match(text, end)
    return ("other" if of_something_else else ""), end


@cache
def _source_book() -> re.Pattern[str]:
    words = "|".join(facts("dates")["source_books"])
    return re.compile(rf"(?:^|\n|(?<=[(（]))[\s\u3000]*(?:{words})\s*[:：「『]")


def tells_source_book(text: str) -> bool:
    """Whether ``text`` opens the account of the book that a text was copied from: 底本：「港の声」架空書房."""
    return _source_book().match(text) is not None


def _weekday(text: str, found: Day) -> tuple[int | None, int, int]:
    """The weekday beside ``found``, and where the date starts and ends with it."""
    m = _WEEKDAY_AFTER.match(text, found.end)
    if m:
        word = next(g for g in m.groups() if g).lower()
        if word in _weekdays():
            return _weekdays()[word], found.start, m.end()
    m = _WEEKDAY_BEFORE.search(text, max(0, found.start - 14), found.start)
    if m and m[1].lower() in _weekdays():
        return _weekdays()[m[1].lower()], m.start(), found.end
    return None, found.start, found.end


def _settle_year(found: Day, weekday: int | None) -> int:
    """A year taken from the context may be off by one around New Year; the weekday tells."""
    if found.without_year and weekday is not None:
        for year in (found.year, found.year - 1, found.year + 1):
            try:
                if date(year, found.month or 1, found.day or 1).weekday() == weekday:
                    return year
            except ValueError:
                continue
    return found.year


def _complete(text: str, found: Day, timezone: str, room: tuple[int, int], in_account: bool) -> tuple[FoundDate, int]:
    """The date with its weekday, time and label, and where what belongs to it ends."""
    if found.month is None or found.day is None:
        iso = f"{found.year:04}" + (f"-{found.month:02}" if found.month else "")
        label, last = _label(text, found.start, found.end, room, in_account)
        return FoundDate(iso, found.start, found.end, found.confidence, label), last
    weekday, start, end = _weekday(text, found)
    day = date(_settle_year(found, weekday), found.month, found.day)
    confidence = found.confidence
    if weekday is not None:
        confidence = min(1.0, confidence + 0.05) if day.weekday() == weekday else 0.3
    clock = time_of_day.after(text, end, day)
    if clock:
        end = clock.end
    elif clock := time_of_day.before(text, start, day):
        start = clock.start
    iso = day.isoformat()
    if clock:
        iso += f"T{clock.hour:02}:{clock.minute:02}"
        iso += timezone if clock.offset is None else _offset(clock.offset)
    label, last = _label(text, start, end, room, in_account)
    if label in ("issue", "other"):
        confidence = min(confidence, 0.4)
    return FoundDate(iso, start, end, confidence, label), last


def _offset(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def find_dates(
    text: str,
    *,
    timezone: str = "",
    context_year: int | None = None,
    day_first: bool | None = None,
    partial: bool = False,
) -> list[FoundDate]:
    """All dates of ``text`` in order; they do not overlap.

    ``timezone`` (``+09:00``) is given to times that name none. Dates without a year are found only with
    ``context_year``; 03/04/2017 only with ``day_first``; months and years without a day only if ``partial``.
    """
    if not _YEAR.search(text) and (context_year is None or not any(c.isdigit() for c in text)) and text.isascii():
        return []
    narrow = text.translate(NARROW)
    hints = Hints(context_year, day_first)
    found: list[Day] = []
    for day in sorted(days(narrow, hints, partial=partial), key=lambda d: (-(d.end - d.start), d.start)):
        place = bisect_left(found, day.start, key=attrgetter("start"))
        if (place == 0 or found[place - 1].end <= day.start) and (place == len(found) or day.end <= found[place].start):
            found.insert(place, day)
    account = _source_book().search(narrow) if found else None
    dates: list[FoundDate] = []
    free = 0
    for place, day in enumerate(found):
        following = found[place + 1].start if place + 1 < len(found) else len(narrow)
        in_account = account is not None and account.end() <= day.start
        complete, free = _complete(narrow, day, timezone, (free, following), in_account)
        dates.append(complete)
    return dates


def parse_date(
    text: str, *, timezone: str = "", context_year: int | None = None, day_first: bool | None = None
) -> FoundDate | None:
    """The date that ``text``, a short label or attribute, names; None if it names none, or two different days.

    Months, years, and digits without separators (20170324) are read here too.
    """
    bare = _BARE.fullmatch(text.translate(NARROW))
    if bare:
        try:
            day = date(int(bare[1]), int(bare[2]), int(bare[3]))
        except ValueError:
            return None
        clock = f"T{bare[4]}:{bare[5]}{timezone}" if bare[4] and int(bare[4]) < 24 else ""
        return FoundDate(day.isoformat() + clock, 0, len(text), 0.8)
    found = find_dates(text, timezone=timezone, context_year=context_year, day_first=day_first)
    sure = [d for d in found if d.confidence >= 0.5]
    if not sure and not found:
        sure = find_dates(text, timezone=timezone, context_year=context_year, day_first=day_first, partial=True)
        if not sure and re.fullmatch(r"\s*(?:1[6-9]|20)[0-9]{2}\s*", text.translate(NARROW)):
            return FoundDate(text.translate(NARROW).strip(), 0, len(text), 0.5)
    published = [d for d in sure if d.label == "published"] or [d for d in sure if d.label != "updated"] or sure
    if len({d.iso[:10] for d in published}) != 1:
        return None
    return max(published, key=lambda d: len(d.iso))
