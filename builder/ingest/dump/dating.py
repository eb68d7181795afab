"""The date of publication among the dates of a dump: near the head of the body, labelled so, never a promo's."""

from __future__ import annotations

from dataclasses import dataclass

from ...text.dates import FoundDate, find_dates
from .model import Side
from .page import DumpPage
from .rows import Row

_ABOVE, _BELOW = 40, 14
"""Rows above and below the body in which a date is looked for."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, the row it stands in, and how well the place speaks for it."""

    row: int
    found: FoundDate
    score: float


def _place_score(page: DumpPage, index: int) -> float:
    if index < page.first:
        return 4.0 - min(4.0, (page.first - index) / 8)
    if index <= page.first + 2:
        return 3.0
    return 1.5 - (index - page.last) / 4


def _score(page: DumpPage, index: int, row: Row, found: FoundDate) -> float:
    score = _place_score(page, index) + 2 * (found.confidence - 0.9)
    score += {"published": 1.5, "updated": -1.0}.get(found.label, 0.0)
    score += 0.5 if row.look.date == "only" else 0.0
    score += 0.5 if "T" in found.iso else 0.0
    score -= 2.0 if row.bullet else 0.0
    score -= 1.5 if row.look.cue.startswith(("legal", "ranking", "related", "comments", "subscribe", "credit")) else 0.0
    return score


def dates(page: DumpPage, timezone: str, title: int) -> list[Dated]:
    """Dates that may be the page's own, best first."""
    if page.first < 0:
        return []
    made: list[Dated] = []
    for index in range(max(0, page.first - _ABOVE), min(len(page.rows), page.last + _BELOW + 1)):
        row = page.rows[index]
        inside = page.verdicts[index].side is Side.BODY and page.first + 2 < index
        if row.look.date not in ("date", "only") or inside or row.look.width > 200:
            continue
        for found in find_dates(row.text, timezone=timezone):
            if found.confidence >= 0.5:
                score = _score(page, index, row, found)
                score += 1.0 if title >= 0 and abs(index - title) <= 4 else 0.0
                made.append(Dated(index, found, score))
    return sorted(made, key=lambda d: (-d.score, d.row))


def publication_date(page: DumpPage, timezone: str, title: int) -> tuple[Dated | None, str]:
    """The date of publication, and the date of the last update where one is printed beside it."""
    found = dates(page, timezone, title)
    sure = [d for d in found if d.score >= 1.0]
    if not sure:
        return None, ""
    best = sure[0]
    published = [d for d in sure if d.found.label != "updated"]
    if published and published[0].score > best.score - 1.5:
        best = published[0]
    # the same day may be printed twice, once with the time
    timed = [
        d for d in sure if d.found.iso[:10] == best.found.iso[:10] and "T" in d.found.iso and d.found.label != "updated"
    ]
    if "T" not in best.found.iso and timed:
        best = timed[0]
    later = [d.found.iso for d in found if d.found.label == "updated" and d.found.iso > best.found.iso]
    return best, later[0] if later else ""
