"""Short lines that are set like the paragraphs around them: verse, dialogue, letters, an author's dated signature.

A line of verse says nothing of itself to tell it from a link. But where the paragraphs of a Japanese or Chinese text
are all parted by the same blank, its verse is too, and what a page adds to its text begins with words of its own
(関連記事, シェア) or is set closer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .kinds import Kind
from .rows import Row, Rows

_ASKED = re.compile(r"[―—─]{1,2}(?=\w)|[QＱ問](?=[\s　.．、:：])")
"""What a question of an interview begins with."""
_HOLE, _TAIL = 60, 200
"""Rows that may be filled between two of the body, and below its last."""
_ALIKE = 0.8
"""Share of the body's lines that must be parted by the same blank."""


def set_alike(found: Rows, body: Sequence[int], *, following: bool = True) -> set[int]:
    """Rows inside and below ``body`` (indexes in order) that belong to it by their setting; those of ``body`` not.

    ``following``: False where it is known otherwise what follows the text: notices may be set like it.
    """
    gap = _gap(found, body)
    if not gap:
        return set()
    indent = Counter(found[i].indent for i in body).most_common(1)[0][0]
    filled: set[int] = set()
    for above, below in pairwise(body):
        inside = range(above + 1, below)
        if len(inside) <= _HOLE and all(_fits(found[i], gap, indent) and not _is_dated(found[i]) for i in inside):
            filled.update(inside)
    if not following:
        return filled
    end = body[-1] + 1
    while end < len(found) and _fits(found[end], gap, indent):
        end += 1
    if end - body[-1] <= _TAIL and (end == len(found) or found[end].cue):
        filled.update(range(body[-1] + 1, end))
    return filled


def asked_above(found: Rows, body: Sequence[int]) -> range:
    """The rows right above ``body`` that are asked, or said, as others inside are: ――なぜ島に図書館を。"""
    first = body[0] if body else 0
    asked = first
    while asked and (mark := _asks(found[asked - 1])) and any(_asks(found[i]) == mark for i in body):
        asked -= 1
    return range(asked, first)


def _asks(row: Row) -> str:
    mark = _ASKED.match(row.text)
    return mark[0] if mark and not row.look.date else ""


def _gap(found: Rows, body: Sequence[int]) -> int:
    """Blank lines above most lines of an East Asian body; 0 where it is set without, or now so and now so."""
    if len(body) < 2 or not found.text.has_eastern or 2 * np.count_nonzero(_is_eastern(found)[body]) < len(body):
        return 0
    gap, count = Counter(found[i].gap for i in body[1:]).most_common(1)[0]
    return gap if count >= _ALIKE * (len(body) - 1) else 0


def _is_eastern(found: Rows) -> npt.NDArray[np.bool]:
    """Whether a third of each line at least is written with kana or Han, and nothing with Hangul."""
    counts = found.text.counts
    eastern = counts[Kind.HIRAGANA] + counts[Kind.KATAKANA] + counts[Kind.HAN]
    made: npt.NDArray[np.bool] = (3 * eastern >= found.text.lengths) & (counts[Kind.HANGUL] == 0)
    return made


def _fits(row: Row, gap: int, indent: str) -> bool:
    return row.gap == gap and row.indent == indent and not (row.bullet or row.cue or row.look.address)


def _is_dated(row: Row) -> bool:
    return row.look.date in ("only", "ago", "clock")
