"""The time of day beside a date, and its zone: (金)21時30分, 午後9時半, at 9:30 p.m. EDT, T21:30:00+09:00."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from .facts import facts
from .numerals import KANJI, number

_N = rf"[0-9]{{1,2}}|[{KANJI}]{{1,3}}"
_MARKS = "午前|午後|오전|오후|上午|下午|凌晨|早上|晚上|[AP]\\.?M\\.?"
_CLOCK = (
    rf"(?:(?P<before>{_MARKS})\s*)?(?:"
    rf"(?P<east>{_N})\s*[時时點点시](?!間|期|代)(?:\s*(?P<east_minute>{_N})\s*[分분]|(?P<half>半))?(?:\s*(?:[0-9]{{1,2}})\s*[秒초])?"
    r"|(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?P<second>:[0-9]{2}(?:[.,][0-9]{1,9})?)?(?![0-9])"
    r"|(?P<dot_hour>[0-9]{1,2})(?:[.h](?P<dot_minute>[0-9]{2}))?(?=\s*(?:Uhr|[ap]\.?m\b)|(?<=h[0-9]{2})\b)"
    r")(?:\s*(?:Uhr|hrs?\b|h\b))?(?:\s*(?P<after>[ap]\.?m(?:\b\.?|(?-i:(?=[A-Z][a-z])))))?"
)
_OFFSET = r"[+-][0-9]{1,2}:?[0-9]{2}|[+-][0-9]{1,2}(?![0-9:])"
_ZONE = rf"(?:\s*\(?\s*(?P<zone>(?:UTC|GMT)?\s?(?:{_OFFSET})|[A-Z]{{1,5}}T?\b|日本時間))?"
_AFTER = re.compile(
    r"[\s,、・|(\[]*(?:(?:(?:posted )?at|um|kl\.?|à|às|a las|ore|klo|o|T|-|–|—|@|·|/)\s*)?" + _CLOCK + _ZONE,
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?<![0-9:])" + _CLOCK + _ZONE + r"\)?[\s,|]*(?:on |-|–|—)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: hour, minute, minutes east of Greenwich (None: not printed), and where it stands."""

    hour: int
    minute: int
    offset: int | None
    start: int
    end: int


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(facts("dates")[key])


def _hour(hour: int, minute: int, mark: str, clock_face: bool) -> int | None:
    """The hour on a clock of 24; None where it has none or where it would be a guess (午後12時)."""
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    mark = mark.lower().strip()
    late = mark in _words("after_noon")
    if not late and mark not in _words("before_noon"):
        return hour
    if hour == 12:
        if not mark.isascii() and minute == 0 and not clock_face:
            return None
        return 12 if late else 0
    if hour > 12:
        return hour if late else None
    return hour + 12 if late else hour


def _summer(day: date) -> bool:
    """Whether the United States keep daylight saving time on ``day`` (rule since 2007)."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    first = march + timedelta(days=(6 - march.weekday()) % 7)
    last = november + timedelta(days=(6 - november.weekday()) % 7)
    return first <= day < last


def _offset(zone: str, day: date) -> int | None:
    zone = zone.strip().lower()
    table = facts("dates")
    if zone in table["zones"]:
        return int(table["zones"][zone])
    if zone in table["seasonal_zones"]:
        return int(table["seasonal_zones"][zone]) + (60 if _summer(day) else 0)
    m = re.fullmatch(r"(?:utc|gmt)?\s?([+-])([0-9]{1,2}):?([0-9]{2})?", zone)
    if not m:
        return None
    minutes = int(m[2]) * 60 + int(m[3] or 0)
    return minutes * (-1 if m[1] == "-" else 1) if minutes <= 14 * 60 else None


def _clock(m: re.Match[str] | None, day: date) -> Clock | None:
    if m is None:
        return None
    if m["east"]:
        hour, minute = number(m["east"]), 30 if m["half"] else number(m["east_minute"] or "0")
    else:
        hour, minute = int(m["hour"] or m["dot_hour"]), int(m["minute"] or m["dot_minute"] or 0)
    if hour is None or minute is None:
        return None
    found = _hour(hour, minute, m["before"] or m["after"] or "", clock_face=bool(m["hour"]))
    if found is None:
        return None
    zone = m["zone"] or ""
    offset = _offset(zone, day)
    if zone.startswith("-") and ":" in zone and not m["second"] and "T" not in m[0]:
        offset = None  # 21:30-22:00 is a stretch of time
    end = m.end() if offset is not None or not zone else m.start("zone")
    return Clock(found, minute, offset, m.start(), end)


def after(text: str, position: int, day: date) -> Clock | None:
    """The time of day that starts at ``position`` of ``text`` (narrow), small connecting words allowed."""
    return _clock(_AFTER.match(text, position), day)


def before(text: str, position: int, day: date) -> Clock | None:
    """The time of day that ends at ``position``: 9:30 p.m. EDT, March 24, 2017."""
    if ":" not in text[:position] and "m" not in text[:position].lower():
        return None
    first = max(0, position - 40)
    return _clock(_BEFORE.search(text[:position], first), day)
