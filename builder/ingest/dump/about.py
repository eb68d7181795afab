"""What a page says about its text: republication, page n of m, the series it belongs to, the address it leads on to."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import SeriesPlace
from ...text.notes import is_remark, leads_on, number_in_title, part_of, republication, series_place
from .page import DumpPage

_ABOVE, _BELOW = 12, 10


@dataclass(frozen=True, slots=True)
class Notes:
    """The remarks found, each with the row it stands in (-1: none)."""

    note: str = ""
    note_row: int = -1
    republished_from: str = ""
    part: tuple[int, int] | None = None
    part_row: int = -1
    series: SeriesPlace | None = None
    series_row: int = -1
    leads_on: bool = False
    imprint: range = range(0)
    """The rows that tell the book the text was copied from, who copied it and when."""


def _imprint(page: DumpPage) -> range:
    """The account of the book that ends a copied text: nothing that reads as running text follows it."""
    rows = page.rows
    start = next((at for at in page.books if at > page.first), len(rows))
    return range(start, len(rows)) if not any(row.look.solid for row in rows[start + 1 :]) else range(0)


def _told(page: DumpPage, imprint: range) -> str:
    """The book and, where the next line tells it, the day it was printed."""
    book, printed = imprint[0], imprint[0] + 1
    dated = printed in imprint and page.rows[printed].look.date
    return f"{page.rows[book].text} {page.rows[printed].text}" if dated else page.rows[book].text


def _note(page: DumpPage) -> tuple[str, int, str]:
    remark = ("", -1, "")
    head = range(max(0, page.first - _ABOVE), page.first + 3)
    tail = range(max(head.stop, page.last - 2), page.last + _BELOW + 1)
    for index in (*head, *tail):
        if index >= len(page.rows):
            break
        text = page.rows[index].text
        source = republication(text)
        if source:
            return text, index, source
        if remark[1] < 0 and is_remark(text):
            remark = (text, index, "")
    return remark


def _part(page: DumpPage, title: int) -> tuple[tuple[int, int] | None, int]:
    found = part_of(page.rows[title].text) if title >= 0 else None
    if found:
        return found, title
    spans = (range(max(0, page.first - 6), page.first + 1), range(page.last, min(len(page.rows), page.last + 8)))
    for index in (i for span in spans for i in span):
        if page.rows[index].width < 60 and (found := part_of(page.rows[index].text)):
            return found, index
    return None, -1


def _series(page: DumpPage, title: int) -> tuple[SeriesPlace | None, int]:
    for index in range(max(0, title - 4), min(len(page.rows), page.first)):
        if index != title and page.rows[index].width < 80 and (found := series_place(page.rows[index].text)):
            return found, index
    return None, -1


def find_notes(page: DumpPage, title: int) -> Notes:
    """The remarks around the body of ``page``; ``title`` is the row of its title or -1."""
    if page.first < 0:
        return Notes()
    note, note_row, source = _note(page)
    part, part_row = _part(page, title)
    series, series_row = _series(page, title) if title >= 0 else (None, -1)
    if series and series.number is None:
        series = SeriesPlace(series.name, number_in_title(page.rows[title].text))
    below = page.rows[page.last : page.last + 8]
    imprint = _imprint(page)
    if imprint and note_row < 0:
        note, note_row = _told(page, imprint), imprint[0]
    goes_on = any(leads_on(row.text) for row in below)
    return Notes(note, note_row, source, part, part_row, series, series_row, goes_on, imprint)
