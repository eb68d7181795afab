"""Which lines of a dump are its body: learned trees judge the signs of each line.

On Japanese pages trees of their own (``data/dump_trees_ja.json``) speak with those for all (``data/dump_trees.json``),
and count for more. The signs are of the line itself, its neighbours and where it stands. What is kept is the set of
lines with the best expected F1 of precision and recall, so that a page of which little is certain is not cut away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..cleaning.anchors import framed
from ..cleaning.furniture import Furniture
from .closing_profile import without_profile
from .contents import contents
from .endings import past_end
from .islands import main_text
from .kinds import Kind
from .page_text import PageText
from .rows import Row, Rows
from .setting import asked_above, set_alike
from .signs.table import Signs, read_signs
from .signs.word_values import Values
from .trees import Odds, Trees, chances_of, trees_of, values_of
from .whole_lists import whole_lists

_KANA = 0.05
"""Share of kana from which on a page is Japanese."""
_OF_OWN = 0.6
"""Share of the trees for Japanese in what is said of a Japanese page; the rest is what those for all say."""
_TOGETHER, _CASES = 2.5, 9
"""How far the odds of a page's lines are wrong together (standard deviation of their logarithms), and how many equally
likely cases stand for that (``docs/decisions/0043-lines-wrong-together.md``)."""
_DOUBT = np.exp([NormalDist(0, _TOGETHER).inv_cdf((case + 0.5) / _CASES) for case in range(_CASES)])
_NO_DOUBT = np.ones(1)
"""What the odds of all lines are multiplied by in each case."""
_LEAST = 0.2
"""The chance below which no line is kept."""
_HOLE, _HOLE_LEAST, _HOLE_LEAST_OF_LETTERS = 2, 0.1, 0.3
"""Rows that may be filled between two kept ones, and how likely they must be, in Japanese or Chinese and in letters."""
_MENU = 4
"""Items of a list, at least, that are no text by themselves."""
_CLOSING = re.compile(r"[（(〔［].*(?:年|月|[0-9０-９]・).*[）)〕］]")
_LAST_LEAST = 0.2
"""How likely a short last sentence must be."""


class Side(StrEnum):
    """Where a line stands to the body."""

    BEFORE = "before"
    BODY = "body"
    INSIDE = "inside"
    AFTER = "after"


class Verdicts(NamedTuple):
    """What the model says of the rows of a page."""

    sides: list[Side]
    """Of each row."""
    chances: list[float]
    """Of each row, that it is body: 0 to 1."""
    body: list[int]
    """Indexes of the rows that are body, in order."""


@cache
def _learned(name: str) -> tuple[Trees, Values | None]:
    """The trees and the values of words in a file that comes with the program."""
    table = json.loads((files("builder.data") / name).read_text(encoding="utf-8"))
    return trees_of(table), values_of(table)


def chances(found: Rows) -> list[float]:
    """For each row of a document, which has one at least, the chance that it is body."""
    signs = read_signs(found)
    odds = _odds(signs, "dump_trees.json")
    if is_japanese(found.text):
        odds = blend(odds, _odds(signs, "dump_trees_ja.json"))
    return chances_of(odds)


def blend(odds: Odds, own: Odds) -> Odds:
    """What the trees for all and those for Japanese say together of a Japanese page."""
    return odds + _OF_OWN * (own - odds)


def _odds(signs: Signs, name: str) -> Odds:
    """What the trees of a file say."""
    trees, values = _learned(name)
    return trees.odds(signs.matrix(trees.signs, values))


def is_japanese(page: PageText) -> bool:
    """Whether a twentieth of a page's characters is kana: with menus and code around a Japanese text an eighth is."""
    kinds = page.counts.sum(axis=1)
    kana = int(kinds[Kind.HIRAGANA] + kinds[Kind.KATAKANA])
    return kana > _KANA * int(kinds.sum())


def threshold(likely: Sequence[float], doubt: npt.NDArray[np.float64]) -> float:
    """The chance from which on keeping lines gives the best expected F1: 2·hits / (kept + all that is body).

    That is the mean over cases in which all lines are likelier, or less likely, than said: their odds are multiplied by
    each of ``doubt``. Where little is certain, more is kept than if each line were wrong by itself.
    """
    ranked = np.sort(np.asarray(likely, np.float64))[::-1, None]
    hits = (ranked * doubt / (ranked * doubt + 1 - ranked)).cumsum(axis=0)
    kept = np.arange(1, len(ranked) + 1)[:, None]
    expected = (hits / (kept + hits[-1])).mean(axis=1)
    return max(_LEAST, float(ranked[expected.argmax(), 0]))


def select(found: Rows, likely: Sequence[float], *, following: bool = True) -> list[int]:
    """Indexes of the rows to keep: the likely ones, without small islands far from the main stretch.

    A text begins and ends with lines that would be kept without doubt, too.
    ``following``: with unlikely rows below the text that are set like it.
    """
    limit, sure = threshold(likely, _DOUBT), threshold(likely, _NO_DOUBT)
    kept = main_text(found, likely, [i for i, chance in enumerate(likely) if chance >= limit])
    certain = [i for i in kept if likely[i] >= sure] or kept
    kept = [i for i in kept if certain[0] <= i <= certain[-1]]
    closing = [kept[-1] + 1] if kept and _is_closing(found, likely, kept[-1] + 1) else []
    body = sorted({*kept, *_holes(found, likely, kept), *closing})
    return sorted({*body, *set_alike(found, body, following=following)})


def _is_closing(found: Sequence[Row], likely: Sequence[float], index: int) -> bool:
    return _is_closing_note(found, index) or _is_last_sentence(found, likely, index)


def _is_closing_note(found: Sequence[Row], index: int) -> bool:
    """Whether the row right below the body is the author's own date: （昭和二十三年七月記）. Essays end so."""
    if index >= len(found):
        return False
    text, k = found[index].text, found[index].look
    return _CLOSING.fullmatch(text) is not None and not found[index].cue and not found[index].bullet and k.width <= 80


def _is_last_sentence(found: Sequence[Row], likely: Sequence[float], index: int) -> bool:
    """Whether the row right below the body is a short Japanese sentence set like the paragraphs above."""
    if index >= len(found) or likely[index] < _LAST_LEAST:
        return False
    row, k = found[index], found[index].look
    sentence = k.end == "stop" and k.script == "j" and row.text[-1] in "。！？" and k.width <= 80
    return sentence and not (row.cue or k.date or row.bullet) and row.gap == found[index - 1].gap > 0


def _holes(found: Sequence[Row], likely: Sequence[float], kept: Sequence[int]) -> Iterator[int]:
    """Rows between two kept ones that nothing speaks against: section numbers, short answers, lines of verse."""
    for above, below in pairwise(kept):
        if below - above <= _HOLE + 1:
            for i in range(above + 1, below):
                k = found[i].look
                least = _HOLE_LEAST_OF_LETTERS if k.script == "w" else _HOLE_LEAST
                if likely[i] >= least and not (found[i].cue or k.date or k.address or found[i].bullet):
                    yield i


def body_of(found: Rows, likely: Sequence[float], *, following: bool = True) -> tuple[list[float], list[int]]:
    """The chances of the rows, as what a line says of those below it mends them, and the indexes of the body.

    ``following``: as for ``select``.
    """
    mended, japanese = list(likely), is_japanese(found.text)
    if japanese:
        for i in contents(found):
            mended[i] = 0.0
    mended = past_end(found, mended)
    body = select(found, mended, following=following)
    if japanese:
        body = sorted({*asked_above(found, body), *body, *whole_lists(found, body)})
    if len(body) >= _MENU and all(found[i].bullet and not found[i].look.solid for i in body):
        body = []
    return mended, without_profile(found, mended, body)


def judge_rows(found: Rows, known: Furniture | None = None) -> Verdicts:
    """The verdicts on the rows of a document. ``known``: what the pages of its source repeat.

    Unlikely rows below the text that are set like it, as verse is, are body unless it is known what stands below.
    """
    if not found:
        return Verdicts([], [], [])
    likely = framed([row.text for row in found], chances(found), known)
    likely, body = body_of(found, likely, following=not (known and known.below))
    if not body:
        return Verdicts([Side.BEFORE] * len(found), likely, body)
    first, end = body[0], body[-1] + 1
    sides = [Side.BEFORE] * first + [Side.INSIDE] * (end - first) + [Side.AFTER] * (len(found) - end)
    for i in body:
        sides[i] = Side.BODY
    return Verdicts(sides, likely, body)
