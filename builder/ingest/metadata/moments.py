"""Moments as machines state them, read as civil dates; and whether two of them are the same."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from ...text.dates import FoundDate, parse_date

_ISO = re.compile(
    r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?\s*$",
    re.I,
)
MIDNIGHT = "T00:00+00:00"
"""In universal time: of a moment there, or what a machine writes for a day."""
_NO_YEARS = ("0001", "9999")
"""What programs write for never; in another zone such a moment may lie beyond the calendar."""
_ZONES = (-12 * 60, 14 * 60)
"""Minutes east of Greenwich between which all zones lie."""


def is_same_moment(value: str, stated: str) -> bool:
    """Is ``value`` the moment that is ``stated`` in universal time, told in another zone?"""
    if len(value) != len(stated) or value.endswith("+00:00"):
        return False
    return datetime.fromisoformat(value) == datetime.fromisoformat(stated)


def with_zone_of(printed: str, stated: str) -> str:
    """Return a time ``printed`` without zone with the one in which it is what is ``stated`` in universal time.

    Empty where there is no such zone: it lies whole half hours off, and not at Greenwich.
    """
    if len(printed) != len("2024-01-02T03:04"):
        return ""
    gap = datetime.fromisoformat(printed + "+00:00") - datetime.fromisoformat(stated)
    minutes = int(gap.total_seconds()) // 60
    if not minutes or minutes % 30 or not _ZONES[0] <= minutes <= _ZONES[1]:
        return ""
    sign, size = "-" if minutes < 0 else "+", abs(minutes)
    return f"{printed}{sign}{size // 60:02}:{size % 60:02}"


def iso(text: str, zone: str) -> str:
    """Return a machine-readable date as a civil date: ``2017-03-24T21:30+09:00``.

    Args:
        text: As found; anything that is no ISO date gives the empty string.
        zone: Zone of times that name none, in which universal time is told, too, but for its midnight, which may be
            no more than a day: see ``in_zone``. Empty leaves both as they are.
    """
    match = _ISO.match(text)
    if not match:
        return ""
    year, month, day, hour, minute, named = match.groups()
    if year in _NO_YEARS:
        return ""
    try:
        when = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
    except ValueError:
        return ""
    if hour is None:
        return when.date().isoformat()
    named = (named or zone).upper()
    if named in ("Z", "UTC", "GMT"):
        named = "+00:00"
    elif named and ":" not in named:
        named = f"{named[:3]}:{named[3:]}"
    value = when.strftime("%Y-%m-%dT%H:%M") + named
    return value if value.endswith(MIDNIGHT) else in_zone(value, zone)


def in_zone(value: str, zone: str) -> str:
    """Return a moment told in universal time as it is told in ``zone``; any other civil date as it is."""
    if not zone or not value.endswith("+00:00"):
        return value
    there = datetime.strptime(zone, "%z").tzinfo
    return datetime.fromisoformat(value).astimezone(there).strftime("%Y-%m-%dT%H:%M") + zone


def value_of(text: str, zone: str) -> str:
    """Return any stated date as a civil date: ISO, seconds since 1970, or as people write it; see ``iso``."""
    text = text.strip()
    found = iso(text, zone)
    if found:
        return found
    if re.fullmatch(r"\d{10}|\d{13}", text):
        when = datetime.fromtimestamp(int(text[:10]), tz=UTC)
        return iso(when.strftime("%Y-%m-%dT%H:%MZ"), zone)
    match = re.match(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?", text)
    if match:
        return iso(match[1], zone)
    parsed: FoundDate | None = parse_date(text, timezone=zone, day_first=None)
    return parsed.iso if parsed and parsed.confidence >= 0.5 and len(parsed.iso) >= 10 else ""
