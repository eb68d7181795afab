"""A column that is nothing but a list: ten rules for a garden. Its items read like sentences, a menu's do not.

Lists of other pages' headlines are what most lists in a dump are. Only where no other text is on the page is a list of
sentences its text; a list of anything else is no text by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import fmean

from .rows import Row

_FEWEST, _SENTENCES = 4, 0.75
"""Items of such a list, and the share of them that end as sentences do."""
_LIKELY = 0.15
"""How likely its items must be to be text, on the mean: what may be done with the pages is listed in sentences, too."""
_TEXT = 0.5
"""How likely running text elsewhere must be to be the page's text."""


def list_of_sentences(found: Sequence[Row], likely: Sequence[float], body: Sequence[int]) -> list[int]:
    """The rows of the list that is all the text of a page; ``body`` where there is none, or other text.

    Nothing where all of ``body`` are list items and none reads as running text.
    """
    if any(likely[i] >= _TEXT and _is_paragraph(found[i]) for i in body):
        return list(body)
    if all(found[i].bullet and not found[i].look.solid for i in body):
        body = []
    runs = (list(run) for is_item, run in groupby(range(len(found)), lambda i: found[i].bullet != "") if is_item)
    longest = max(runs, key=len, default=[])
    ends = sum(found[i].look.end == "stop" for i in longest)
    if len(longest) < _FEWEST or ends < _SENTENCES * len(longest) or fmean(likely[i] for i in longest) < _LIKELY:
        return list(body)
    inside = range(longest[0], longest[-1] + 1)
    elsewhere = (i for i, row in enumerate(found) if row.look.solid and i not in inside)
    return list(body) if any(likely[i] >= _TEXT for i in elsewhere) else longest


def _is_paragraph(row: Row) -> bool:
    """Whether a row is running text, and no item of a list."""
    return not row.bullet and row.look.solid
