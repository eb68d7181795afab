"""The site's own words, and dates and numbers put into them, in the language of the site."""

from __future__ import annotations

import calendar
import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from ..text.eras import eras
from ..text.facts import facts

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")


class UnknownNameError(LookupError):
    """A template asks for a word or a file that there is not. ``near``: one whose name is nearly that, or nothing."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.near = name, "".join(difflib.get_close_matches(name, known, 1))
        super().__init__(name)


def named(table: Mapping[str, Any], name: str) -> Any:
    """What ``table`` has under ``name``. Raises UnknownNameError."""
    try:
        return table[name]
    except KeyError:
        raise UnknownNameError(str(name), table) from None


class Wording:
    """Sentences from ``builder/data/ui/<language>.yaml``. Pure: the same arguments give the same words."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words: Mapping[str, Any] = facts(f"ui/{language}")
        self.digest = blake2b(repr(self._words).encode(), digest_size=8).hexdigest()
        """Changes with any word."""
        self.date = lru_cache(maxsize=65536)(self._date)
        self.short = lru_cache(maxsize=65536)(self._short)
        self.day = lru_cache(maxsize=65536)(self._day)

    def t(self, key: str, **values: object) -> str:
        """The sentence for ``key``. ``n`` chooses between those for one and for several. Raises UnknownNameError."""
        text = str(named(self._words, key))
        if not values:
            return text
        if "|" in text and "n" in values:
            one, several = text.split("|", 1)
            text = one if values["n"] == 1 else several
        return text.format(**{name: number(v) if isinstance(v, int) else v for name, v in values.items()})

    def _date(self, iso: str) -> str:
        """A civil date in full, as precise as it is; text that is no such date is returned as it is."""
        found = _ISO.fullmatch(iso)
        if not found:
            return iso
        year, month, day, time, _ = found.groups()
        if not month:
            return self.t("date_year", year=year)
        names = {"year": year, **_month_names(int(month))}
        if not day:
            return self.t("date_month", **names)
        weekday = str(self._words["weekdays"])[_weekday(iso[:10])]
        text = self.t("date_day", **names, day=str(int(day)), weekday=weekday)
        return text + self.t("time_of_day", time=time.lstrip("0") if time[:2] != "00" else time[1:]) if time else text

    def _short(self, iso: str) -> str:
        """A date without weekday and time: 2017年3月24日, 24 Mar 2017."""
        found = _ISO.fullmatch(iso)
        if not found or not found[3]:
            return self.date(iso)
        return self.t("date_short", year=found[1], **_month_names(int(found[2])), day=str(int(found[3])))

    def _day(self, iso: str) -> str:
        """The day within its year: 3月24日, 24 Mar; the month where there is no day; nothing for a year alone."""
        found = _ISO.fullmatch(iso)
        if not found or not found[2]:
            return ""
        names = _month_names(int(found[2]))
        return self.t("day_month", **names, day=str(int(found[3]))) if found[3] else self.t("month_only", **names)

    def month(self, iso: str) -> str:
        """The month within its year: 3月, March."""
        return self.t("month_only", **_month_names(int(iso[5:7])))

    def year(self, iso: str) -> str:
        """The year alone: 2017年, 2017."""
        return self.t("date_year", year=iso[:4])

    def span(self, first: str, last: str) -> str:
        """From the year of one date to that of another."""
        return self.t("span_one" if first[:4] == last[:4] else "span", first=first[:4], last=last[:4])


def number(value: int) -> str:
    """1234 -> 1,234."""
    return f"{value:,}"


@lru_cache(maxsize=65536)
def era(iso: str) -> str:
    """The Japanese year of a date: 平成29年; both of a year in which eras met: 昭和64年・平成元年. None before 1873."""
    first, last = _bounds(iso)
    if first is None or last is None or first.year < 1873:
        return ""
    names = {kept.letter: name for name, kept in eras().items() if len(name) > 1}
    found = []
    for letter, name in names.items():
        known = eras()[letter]
        if known.first <= last and first <= known.last:
            found.append(f"{name}{_era_year(last.year - known.year_one + 1)}年")
    return found[-1] if len(iso) >= 10 and found else "・".join(found)


def _era_year(count: int) -> str:
    return "元" if count == 1 else str(count)


def _bounds(iso: str) -> tuple[date | None, date | None]:
    try:
        if len(iso) >= 10:
            day = date.fromisoformat(iso[:10])
            return day, day
        year, month = int(iso[:4]), int(iso[5:7] or 0)
        return date(year, month or 1, 1), date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None, None


def _weekday(day: str) -> int:
    try:
        return date.fromisoformat(day).weekday()
    except ValueError:
        return 0


def _month_names(month: int) -> dict[str, str]:
    name = _MONTHS[month - 1] if 1 <= month <= 12 else str(month)
    return {"month": str(month), "name": name, "short": name[:3]}


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
