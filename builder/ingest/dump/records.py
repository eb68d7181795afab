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
    heads = {fingerprint(page.rows[i].text): day for i in range(page.text_start) if (day := _day(page, i))}
    below = [i for i in page.body if i > page.text_start] if heads else []
    dated = {i: day for i in below if (day := _day(page, i))}
    days: set[str] = set()
    for index, day in dated.items():
        head = heads.get(fingerprint(page.rows[index].text), day)
        if head != day and any(row.look.solid for row in page.rows[index + 1 : index + 1 + _NEAR]):
            days |= {head, day}
    return max(1, len(days))


def _day(page: DumpPage, index: int) -> str:
    """The day that a line names, if it is no running text; else empty."""
    if not page.rows.text.may_be_dated[index]:  # most lines, and the quickest to tell
        return ""
    row = page.rows[index]
    if row.width > _WIDEST or row.look.solid or row.look.date not in ("only", "date"):
        return ""
    found = find_dates(row.text)
    return found[0].iso[:10] if len(found) == 1 else ""
