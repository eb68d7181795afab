"""Names on lines of a dump without a label: alone, beside a date, or before an outlet, an address or a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Contributor
from ...text.byline_names import Byline, clean_name, split_names
from ...text.dates import find_dates
from ...text.names import is_latin_name, is_person_name, is_short_han_name
from .rows import Row

_WIDEST = 60
_BESIDE_DATE = re.compile(r"\s*(?:[|/•·｜／,、]|\s[-–—]\s|\s{2,}|　|\bon\b|\bat\b)\s*")
_PARTS = re.compile(r"\s*[|•·｜]\s*|\s{2,}|\t")
"""What stands between a name and the outlet it writes for."""
_HONOURED = ("さん", "氏", "様", "選手")
_EITHER = re.compile(r"\s*[|/｜]\s*")
"""What stands between two names."""
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?:Published|Updated|Posted)\b.*$")
"""What lost the blank before it: Jane DoePublished: 3 March."""
_GLUED_NAMES = re.compile(r"(?<=[a-zà-ÿ]{4})(?=[A-ZÀ-Þ][a-zà-ÿ])")
"""Between two names that lost what stood between them: Ada BrandtTom May. In one name fewer are small: FitzRoy."""
_COUNT = re.compile(r"(?<=[a-zà-ÿ])\d+\Z")
"""A number of comments behind a name, without its blank."""
_JOB = re.compile(
    r"(?:(?<=[a-z])|[\s,|]+)(?:Contributing |Senior |Staff |Deputy |Chief |Executive |Lead |Managing |Associate )*"
    r"(?:Writer|Editor|Reporter|Correspondent|Columnist|Author|Contributor|Producer|Journalist|Staff|Founder)\b.*$"
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff々]{3,4}|[\u3400-\u9fff々]{1,3}[ 　][\u3400-\u9fff々]{1,3}")


def name_and_date(row: Row) -> Byline | None:
    """Jane Doe of "Jane Doe / Valley News / Sep 2, 2024, 17:07": what is left beside a date."""
    dates = find_dates(row.text) if row.width < 110 and row.look.date in ("date", "only") else []
    if not dates:
        return None
    rest = row.text[: dates[0].start] + "|" + row.text[dates[-1].end :]
    for part in _BESIDE_DATE.split(rest):
        name = clean_name(_GLUED.sub("", part))
        if name.isascii():
            good = is_latin_name(name) and 2 <= len(name.split()) <= 3
        else:
            good = is_short_han_name(name) if _HAN_NAME.fullmatch(part) else is_person_name(name, strict=True)
        if good:
            return Byline((Contributor(name),), 0, len(row.text), 0.7, "beside-date")
    return None


def bare_names(row: Row, *, announced: bool, by_date: bool) -> Byline | None:
    """The persons of a line that is their names, and at most what they are or write for.

    ``announced``: the line above is a label; ``by_date``: a date stands right above or below.
    """
    if row.width > _WIDEST or row.look.date or (row.cue and not announced) or row.look.case == "loud":
        return None
    if row.text.endswith(_HONOURED) and not announced:  # of whom a text tells, not who wrote it
        return None
    text = _GLUED_NAMES.sub(" | ", _JOB.sub("", _COUNT.sub("", _GLUED.sub("", row.text))))
    found = tuple(_of_parts(text)) or _of_whole(text, announced, by_date)
    return Byline(found, 0, len(row.text), 0.6, "bare") if found else None


def _of_whole(text: str, announced: bool, by_date: bool) -> tuple[Contributor, ...]:
    several = [clean_name(part) for part in text.split("、")]
    if len(several) > 1:
        return tuple(map(Contributor, several)) if all(is_person_name(n, strict=True) for n in several) else ()
    name = clean_name(text)
    if name.isascii():
        good = is_latin_name(name) and 2 <= len(name.split()) <= 4
    else:
        told = is_person_name(name, strict=not announced)
        good = (
            told
            or is_latin_name(name)
            or (by_date and _HAN_NAME.fullmatch(text) is not None and is_short_han_name(name))
        )
    return (split_names(name) or (Contributor(name),)) if good else ()


def _of_parts(text: str) -> Iterator[Contributor]:
    """Two names parted by a bar or a slash; else a name in Latin letters before an outlet or an address."""
    several = [clean_name(part) for part in _EITHER.split(text)]
    if len(several) == 2 and all(is_latin_name(name) and len(name.split()) == 2 for name in several):
        yield from map(Contributor, several)
        return
    first, *rest = _PARTS.split(text.strip(), maxsplit=1)
    if rest and is_latin_name(first) and 2 <= len(first.split()) <= 3:
        yield Contributor(clean_name(first))
