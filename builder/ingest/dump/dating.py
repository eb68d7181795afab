"""The date of publication among the dates of a dump: near the head of the body, labelled so, never a promo's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...text.dates import FoundDate, find_dates
from ...text.facts import facts
from .japanese_titles import fits
from .labels import heads_answers
from .model import Side
from .page import DumpPage
from .records import texts_on
from .rows import Row

_ABOVE, _BELOW = 40, 14
"""Rows above and below the body in which a date is looked for."""
_BESIDE = 40
"""Columns of a line over a title that may tell its day and more."""
_COLOPHON = 12
"""Rows that the account of the book behind a text may have."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, the row it stands in, and how well the place speaks for it."""

    row: int
    found: FoundDate
    score: float


def _place_score(page: DumpPage, index: int, title: int) -> float:
    if 0 <= title <= page.first + 2:
        if title <= index <= max(page.first + 2, title + 8):
            return 4.0 - (index - title) / 10
        if index < title:  # a masthead, farther up, shows the day on which the page was saved
            near = index >= title - 3
            return (3.8 if page.rows[index].look.date == "only" else 3.2) if near else 0.2
    if index < page.first:
        return 4.0 - min(4.0, (page.first - index) / 8)
    if index <= page.first + 2:
        return 3.0
    return 1.0 - (index - page.last) / 4


def _label_above(page: DumpPage, index: int) -> str:
    """published or updated, where the line above says so and no more: 公開日 / 2024年3月1日."""
    above = page.rows[index - 1].text.strip(" :：").lower() if index else ""
    for label in ("published", "updated"):
        if any(above in (word, f"{word}日", f"{word}日時") for word in facts("dates")["labels"][label]):
            return label
    return ""


def _score(page: DumpPage, index: int, row: Row, found: FoundDate, title: int) -> float:
    score = _place_score(page, index, title) + 2 * (found.confidence - 0.9)
    score += {"published": 1.5, "updated": -1.0}.get(found.label, 0.0)
    score += 0.5 if row.look.date == "only" else 0.0
    score += 0.5 if "T" in found.iso else 0.0
    score -= 2.0 if row.bullet else 0.0
    if not found.label and row.look.date != "only" and page.is_japanese:  # a sentence, another headline
        score -= 1.5 if row.look.end == "stop" or (index < title and row.width > _BESIDE and fits(row)) else 0.0
    return score


def _is_prose(page: DumpPage, index: int, title: int) -> bool:
    """Whether the row belongs to the text itself; a short line near the title does not, whatever the model says."""
    width = page.rows[index].width
    in_body = page.sides[index] is Side.BODY and index > page.first + 2
    return width > 200 or (in_body and (width > 60 or index > title + 8))


def dates(page: DumpPage, timezone: str, title: int) -> list[Dated]:
    """Dates that may be the page's own, best first."""
    if page.first < 0:
        return []
    made: list[Dated] = []
    below = range(page.last + 1, min(len(page.rows), page.last + _BELOW + 1))
    end = next((index for index in below if heads_answers(page.rows[index])), below.stop)
    end = page.text_start if texts_on(page) > 1 else end  # the others have their own
    for index in range(max(0, page.first - _ABOVE), end):
        if not page.rows.text.may_be_dated[index]:
            continue
        row = page.rows[index]
        if _is_prose(page, index, title) or row.look.date not in ("date", "only"):
            continue
        whole = row.width < 40 or row.look.date == "only"
        of_book = any(0 < index - book <= _COLOPHON for book in page.books)
        for found in find_dates(row.text, timezone=timezone, partial=whole):
            labelled = found if found.label else replace(found, label=_label_above(page, index))
            if found.confidence >= 0.5 and (labelled.label == "published" or not of_book):
                made.append(Dated(index, labelled, _score(page, index, row, labelled, title)))
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
