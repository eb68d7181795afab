"""Texts that lie one behind the other in one dump, as databases give them out: each with a dated line over it."""

from __future__ import annotations

from ...text.dates import find_dates
from ..cleaning.furniture import fingerprint
from .page import DumpPage

_WIDEST = 120
"""Columns of the dated line."""
_NEAR = 8
"""Rows from it to the text."""


def texts_on(page: DumpPage) -> int:
    """How many texts stand on the page: a dated line of its head comes again over further text, with other days."""
    dated = {i: day for i in (*range(page.text_start), *page.body) if (day := _day(page, i))}
    heads = {fingerprint(page.rows[i].text): day for i, day in dated.items() if i < page.text_start}
    days: set[str] = set()
    for index, day in dated.items():
        head = heads.get(fingerprint(page.rows[index].text), day)
        below = page.rows[index + 1 : index + 1 + _NEAR]
        if head != day and any(row.look.solid for row in below):
            days |= {head, day}
    return max(1, len(days))


def _day(page: DumpPage, index: int) -> str:
    """The day that a line names, if it is no running text; else empty."""
    row = page.rows[index]
    if row.width > _WIDEST or row.look.solid or row.look.date not in ("only", "date"):
        return ""
    found = find_dates(row.text)
    return found[0].iso[:10] if len(found) == 1 else ""
