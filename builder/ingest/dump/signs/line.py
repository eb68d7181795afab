"""What a line shows by itself: its length, its characters, how it begins and ends, its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from ....text.facts import facts
from ..kinds import Kind, Role, has_role
from ..page_text import Column, PageText
from ..rows import Row
from ..words import Words, WordTable
from .cue_numbers import cue_number

_BULLETS = {"": 0, "dot": 1, "dot>": 2, "number": 3, "number>": 4}
_INDENTS = {"": 0, "wide": 1, "some": 2, "deep": 3}
_SOLID_WIDTH = 60
_EAST = 0x1100


class _Word:
    """What single words say of a line, as bits."""

    SMALL = 1
    """Running text is full of them."""
    DATE = 2


@cache
def _words() -> WordTable:
    dates = facts("dates")
    named = [word for names in (*dates["months"].values(), *dates["weekdays"].values()) for word in names]
    return WordTable(
        {
            _Word.SMALL: facts("function_words")["words"],
            _Word.DATE: [word for word in named if ord(word[0]) < _EAST],
        }
    )


def read_line(rows: Sequence[Row], page: PageText, words: Words) -> dict[str, Column]:
    """The signs of each line by itself."""
    made: dict[str, Column] = {}
    kinds, counts = page.kinds, page.counts
    long = np.maximum(page.lengths, 1)
    east = counts[Kind.HIRAGANA] + counts[Kind.KATAKANA] + counts[Kind.HAN] + counts[Kind.HANGUL]
    letters = counts[Kind.LOWER] + counts[Kind.UPPER] + counts[Kind.LETTER]
    width = page.widths
    made["width"], made["words"] = width, np.bincount(words.lines, minlength=page.count)
    made["bullet"] = _numbers([_BULLETS[row.bullet] for row in rows])
    made["indent"] = _numbers([_INDENTS[row.indent] for row in rows])
    made["gap"] = _numbers([row.gap for row in rows])
    made["cue"] = _numbers([cue_number(row.cue) for row in rows])
    # what it is written with
    made["east"] = east / long
    made["kana"] = counts[Kind.HIRAGANA] / long
    made["katakana"] = counts[Kind.KATAKANA] / long
    made["capitals"] = counts[Kind.UPPER] / np.maximum(letters, 1)
    made["spaces"] = counts[Kind.SPACE]
    made["marks"] = (counts[Kind.MARK] + counts[Kind.OPENING] + counts[Kind.CLOSING]) / long
    made["commas"] = counts[Kind.COMMA]
    said = _words().of(words.marks)
    made["small"] = words.count_of((said & _Word.SMALL) > 0) / np.maximum(made["words"], 1)
    if page.has_eastern:
        chinese = page.per_line(has_role(page.codes, Role.CHINESE_SMALL)) / long
        of_han = np.where(counts[Kind.HANGUL] > 0, 0.0, np.where(counts[Kind.HIRAGANA] > 0, made["kana"], chinese))
        made["small"] = np.where(3 * east >= long, of_han, made["small"])
    # how it begins and ends
    first, last = kinds[page.starts], _ends(page)
    made["start"], made["end"] = _START[first], _END[kinds[last]]
    stops = _stops_inside(page)
    stop_end = _is_stop(page, last)
    made["stop"], made["stops"] = stop_end, stops
    spoken = (first == Kind.OPENING_QUOTE) & stop_end
    made["solid"] = spoken | (width >= _SOLID_WIDTH) & (stop_end | (stops >= 2) | (stops == 1) & (made["commas"] >= 2))
    made |= _dates(page, words, said)
    return made


def _numbers(small: list[int]) -> Column:
    return np.frombuffer(bytes(small), np.uint8).astype(np.intp)


def _stops_inside(page: PageText) -> Column:
    """How many sentences of each line end before it does."""
    kinds = page.kinds
    at = ((kinds == Kind.STOP) | (kinds == Kind.DOT)).nonzero()[0]
    following = kinds[at + 1]
    inside = np.where(kinds[at] == Kind.STOP, following != Kind.LINE_END, following == Kind.SPACE)
    return np.bincount(page.line_of[at[inside]], minlength=page.count)


def _ends(page: PageText) -> npt.NDArray[np.intp]:
    """Where the last character of each line stands that closes nothing; the last one where there is none."""
    kinds, last = page.kinds, page.ends - 1
    for line in _CLOSES.take(kinds[last]).nonzero()[0].tolist():
        start = int(page.starts[line])
        held = len(kinds[start : page.ends[line]].tobytes().rstrip(_CLOSING))
        if held:
            last[line] = start + held - 1
    return last


def _is_stop(page: PageText, last: npt.NDArray[np.intp]) -> Column:
    kinds = page.kinds
    dots = (kinds[last] == Kind.DOT) & (kinds[last - 1] == Kind.DOT) & (last > page.starts)
    ends: Column = (kinds[last] == Kind.STOP) | (kinds[last] == Kind.DOT) & ~dots
    return ends


_CLOSING = bytes((Kind.CLOSING, Kind.QUOTE, Kind.SPACE))
_CLOSES = np.zeros(Kind.COUNT, np.bool)
_CLOSES[list(_CLOSING)] = True
_START = np.zeros(Kind.COUNT, np.int8)
_END = np.zeros(Kind.COUNT, np.int8)
for _order, _group in enumerate(
    (
        (Kind.LOWER,),
        (Kind.DIGIT,),
        (Kind.MARK, Kind.BAR, Kind.SPACE, Kind.CLOSING, Kind.COMMA, Kind.COLON, Kind.DOT, Kind.STOP, Kind.ELLIPSIS),
        (Kind.OPENING,),
        (Kind.UPPER,),
        (Kind.LETTER, Kind.HIRAGANA, Kind.KATAKANA, Kind.HAN, Kind.HANGUL),
        (Kind.OPENING_QUOTE, Kind.QUOTE),
    )
):
    _START[list(_group)] = _order
for _order, _group in enumerate(
    (
        (Kind.DIGIT,),
        (Kind.MARK, Kind.BAR, Kind.OPENING, Kind.OPENING_QUOTE, Kind.SPACE),
        (Kind.LOWER, Kind.UPPER, Kind.LETTER),
        (Kind.HIRAGANA, Kind.KATAKANA, Kind.HAN, Kind.HANGUL),
        (Kind.COMMA,),
        (Kind.COLON,),
        (Kind.CLOSING, Kind.QUOTE),
        (Kind.ELLIPSIS,),
        (Kind.DOT, Kind.STOP),
    )
):
    _END[list(_group)] = _order


def _dates(page: PageText, words: Words, said: npt.NDArray[np.uint8]) -> dict[str, Column]:
    """Whether a line holds a date with its year, and how much of the line that is."""
    codes, digit = page.codes, page.kinds == Kind.DIGIT
    at = digit.nonzero()[0]
    end = len(codes) - 1  # a line feed
    second = codes[at + 1]
    third, fourth, fifth = (digit.take(np.minimum(at + by, end)) for by in (2, 3, 4))
    four = digit[at + 1] & third & fourth & ~fifth & ~digit[at - 1]
    year = four & ((codes[at] == ord("1")) & (second >= ord("6")) | (codes[at] == ord("2")) & (second == ord("0")))
    day = has_role(second, Role.DAY_MARK)
    years, days = (np.bincount(page.line_of[at[flags]], minlength=page.count) for flags in (year, day))
    named = (said & _Word.DATE) > 0
    names = np.bincount(words.lines[named], words.lengths[named], minlength=page.count)
    digits = page.counts[Kind.DIGIT]
    dated = (digits >= 3) & ((days >= 2) | (years > 0) & ((names > 0) | (digits >= 6)))
    share = (digits + days + names + page.counts[Kind.SPACE]) / np.maximum(page.lengths, 1)
    return {"dated": dated, "date share": share * dated}
