"""The end of a text that says who wrote it: below a heading such as 筆者略歴, or a name alone on its line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from statistics import fmean

from ...text.byline_names import clean_name
from ...text.names import is_person_name
from ...text.notes import heads_profile
from ...text.profile_lines import tells_of_a_life
from .rows import Row

_LINES, _HEADED = 4, 8
"""Rows of a profile at most, the name's own among them; those below a heading."""
_NAME = 30
"""Columns of a name with its reading at most."""
_DOUBTED = 0.75
"""How likely its rows may be to be text, on the mean, where the head does not name the same person: a text about
somebody is surer."""


def without_profile(found: Sequence[Row], likely: Sequence[float], body: Sequence[int]) -> list[int]:
    """The rows of ``body`` without a profile at its end; chances ``likely`` are of all rows ``found``."""
    for start in range(max(1, len(body) - _HEADED), len(body)):
        rows = body[start:]
        if len(rows) <= _LINES and _signs(found, rows[0], body[0]):
            return list(body[:start])
        headed = heads_profile(found[rows[0]].text) or (len(rows) <= _LINES and _tells(found, rows[0]))
        if headed and fmean(likely[i] for i in rows) < _DOUBTED:
            return list(body[:start])
    return list(body)


def _signs(found: Sequence[Row], index: int, first: int) -> bool:
    """Whether a row is a name that stands above the text (whose first row is ``first``) too."""
    return _is_name(found[index]) and any(found[index].text in row.text for row in found[:first])


def _tells(found: Sequence[Row], index: int) -> bool:
    """Whether a row is a name and one right below it tells of a life."""
    told = takewhile(lambda row: not row.gap, found[index + 1 : index + _LINES])
    return _is_name(found[index]) and any(tells_of_a_life(row.text) for row in told)


def _is_name(row: Row) -> bool:
    """Whether a row is a Japanese or Chinese name, parted from what is above: in letters it may be a heading."""
    return row.gap > 0 and row.look.script in "jc" and row.width <= _NAME and is_person_name(clean_name(row.text))
