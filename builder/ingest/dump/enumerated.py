"""A column that is nothing but a list: ten rules for a garden, what to pack, who won.

Lists of other pages' headlines are what most lists in a dump are. Only where no other text is on the page may a list be
its text: if its items read like sentences, if a line announces it, or if below a title the trees find its items likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import fmean

from ...text.facts import facts
from .rows import Row

_FEWEST, _SENTENCES = 4, 0.75
"""Items of such a list, and the share of them that end as sentences do."""
_LIKELY = 0.15
"""How likely its items must be to be text, on the mean: what may be done with the pages is listed in sentences, too."""
_LIKELY_ALONE = 0.2
"""The same where they are no sentences and no line announces them: what to pack, who won; of headlines fewer are."""
_WIDTH = 16
"""Columns of a line that announces a list at least."""
_TEXT = 0.5
"""How likely running text elsewhere must be to be the page's text."""


def list_as_text(found: Sequence[Row], likely: Sequence[float], body: Sequence[int]) -> list[int]:
    """The rows of the list that is all the text of a page; ``body`` where there is none, or other text.

    Nothing where all of ``body`` are list items and none reads as running text.
    """
    if any(likely[i] >= _TEXT and _is_paragraph(found[i]) for i in body):
        return list(body)
    if all(found[i].bullet and not found[i].look.solid for i in body):
        body = []
    runs = (list(run) for is_item, run in groupby(range(len(found)), lambda i: found[i].bullet != "") if is_item)
    longest = max(runs, key=len, default=[])
    if len(longest) < _FEWEST:
        return list(body)
    ends = sum(found[i].look.end == "stop" for i in longest)
    sentences = ends >= _SENTENCES * len(longest)
    above = found[longest[0] - 1] if longest[0] else None
    if not sentences and (above is None or _says(above, "other_pages")):
        return list(body)
    lead_in = [longest[0] - 1] if above and _announces(above) else []
    least = _LIKELY if lead_in or sentences else _LIKELY_ALONE
    if fmean(likely[i] for i in longest) < least:
        return list(body)
    inside = range(longest[0], longest[-1] + 1)
    elsewhere = (i for i, row in enumerate(found) if row.look.solid and i not in inside)
    return list(body) if any(likely[i] >= _TEXT for i in elsewhere) else [*lead_in, *longest]


def _announces(row: Row) -> bool:
    """Whether a row says that the list below it is the text: 必要なものは以下のとおりです。"""
    wide = row.look.end in ("stop", "colon") and row.width >= _WIDTH and not row.cue and not row.bullet
    return wide and _says(row, "announces") and not _says(row, "other_pages")


def _says(row: Row, what: str) -> bool:
    return any(map(row.text.__contains__, facts("ja/dumps")[what]))


def _is_paragraph(row: Row) -> bool:
    """Whether a row is running text, and no item of a list."""
    return not row.bullet and row.look.solid
