"""The end of a text that says who wrote it: below a heading such as 筆者略歴, or a name alone on its line."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from ...text.byline_names import clean_name
from ...text.bylines import find_byline
from ...text.facts import facts
from ...text.names import is_person_name
from ...text.notes import heads_profile
from ...text.profile_lines import opening_name, sets_apart
from .rows import Row

_LINES, _HEADED = 4, 8
"""Rows of a profile at most, the name's own among them; those below a heading."""
_NAME = 30
"""Columns of a name with its reading at most."""
_NAMED, _UNNAMED = 0.75, 0.5
"""How likely the rows of a profile may be to be text, on the mean, where a name stands below its heading: a text about
somebody is surer. And where none does: the heading may as well head a part of the text."""


def without_profile(found: Sequence[Row], likely: Sequence[float], body: Sequence[int]) -> list[int]:
    """The rows of ``body`` without a profile at its end; chances ``likely`` are of all rows ``found``."""
    first_text = next((i for i in body if found[i].look.solid), min(body, default=0))
    first_name = next((place for place, i in enumerate(body) if place and _is_name(found[i])), len(body))
    for start in range(max(1, len(body) - _HEADED), len(body)):
        rows = body[start:]
        most = _most_under_heading(found, rows)
        in_turn = first_name < start  # those who speak, or are told of, one after another
        signed = len(rows) <= _LINES and not in_turn and _signs(found, rows, first_text)
        if signed or fmean(likely[i] for i in rows) < most:
            return list(body[:start])
    return list(body)


def _signs(found: Sequence[Row], rows: Sequence[int], first: int) -> bool:
    """Whether the first of ``rows`` is the name of one who wrote the text, as a line above its ``first`` sentence says.

    Whose name is part of a headline is told of. What stands below goes on with the text where it holds another name or
    is a postscript.
    """
    name, *below = (found[i] for i in rows)
    if not _is_name(name) or any(map(_is_name, below)):
        return False
    if any(row.text.startswith(tuple(facts("ja/notes")["postscripts"])) for row in below):
        return False
    return any(_names(row, clean_name(name.text)) for row in found[:first])


def _names(row: Row, name: str) -> bool:
    """Whether a row of the head is the by-line of ``name``, or has it apart from all else."""
    if sets_apart(row.text, name):
        return True
    line = find_byline(row.text) if name in row.text else None
    return line is not None and any(person.name == name for person in line.contributors)


def _most_under_heading(found: Sequence[Row], rows: Sequence[int]) -> float:
    """How likely the rows below the heading of a profile may be; 0 where the first of ``rows`` is none."""
    if not heads_profile(found[rows[0]].text):
        return 0.0
    named = len(rows) > 1 and opening_name(found[rows[1]].text)[0]
    return _NAMED if named else _UNNAMED


def _is_name(row: Row) -> bool:
    """Whether a row is surely a Japanese or Chinese name, parted from what is above: in letters it may be a heading."""
    apart = row.gap > 0 and row.width <= _NAME and row.look.script in "jc"
    return apart and is_person_name(clean_name(row.text), strict=True)
