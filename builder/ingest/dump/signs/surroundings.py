"""What stands around a line: its neighbours, how much running text is near, the heading it is under."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from ..page_text import Column, Columns
from .cue_numbers import INSIDE, cue_number
from .ranges import Shifts, Windows, distance, last_above, richest, since, sums, until

_SHORT, _HEADING = 32, 46
"""Width below which a line is short, and a heading."""
_ALIKE = 0.6
"""Difference of the logarithms of two widths below which lines are alike."""
MOST = 400
"""Width of one line that counts as text."""
_SECTIONS = ("related", "ranking", "comments", "subscribe", "legal", "nav", "bio", "follow", "product")
_FINAL = ("comments", "related", "ranking", "legal", "bio")
"""Headings behind which a body seldom goes on."""


def read_roles(own: dict[str, Column]) -> dict[str, Column]:
    """What the lines around each line need of it."""
    cue, narrow = own["cue"], own["width"] < _HEADING
    return {
        "text": own["solid"] & (own["bullet"] == 0),
        "furniture": (cue > 0) & (cue < INSIDE),
        "volume": np.minimum(own["width"], MOST),
        "final": _are(_FINAL)[cue] & narrow,
        "heading": _are(_SECTIONS)[cue] & narrow,
    }


@cache
def _are(names: tuple[str, ...]) -> npt.NDArray[np.bool]:
    table = np.zeros(2 * INSIDE, np.bool)
    table[[cue_number(name) for name in names]] = True
    return table


def main_stretch(own: dict[str, Column], price: float = 0.7) -> tuple[int, int]:
    """The stretch richest in running text; ``price``: what a line costs that is none, in hundreds of columns."""
    return richest(np.where(own["text"], own["volume"] / 100, np.where(own["final"], -5 * price, -price)))


def classes(own: dict[str, Column]) -> Column:
    """What each line is to its neighbours: 0 furniture, 1 item, 2 date, 3 short, 4 longer, 5 ends, 6 text."""
    short = own["width"] < _SHORT
    made = np.where(short, 3, 4)
    made[own["stop"]] = 5
    made[own["solid"]] = 6
    made[own["date share"] > 0.6] = 2
    made[own["furniture"] & short] = 0
    made[own["bullet"] > 0] = 1
    return made


def read_neighbours(own: dict[str, Column]) -> Columns:
    """The lines right above and below."""
    kind, width = classes(own), np.minimum(own["width"], 1000)
    made: Columns = {"class": kind}
    shifts = Shifts(width, -1.0)
    for by in (-2, -1, 1, 2):
        made[f"width {by:+}"] = shifts(by)
    made["gap +1"] = Shifts(own["gap"], 2.0)(1)
    logs = np.log2(width + 4.0)
    as_above = np.zeros(len(kind))
    as_above[1:] = (kind[1:] == kind[:-1]) & (np.abs(logs[1:] - logs[:-1]) < _ALIKE)
    made["alike 5"] = Windows(as_above)(5, 5)
    made["text spread 6"] = _spread(logs, own["solid"], 6)
    return made


def _spread(values: Column, member: Column, reach: int) -> Column:
    """How much ``values`` differ among the members near each line: their standard deviation."""
    number = np.maximum(Windows(member)(reach, reach), 1)
    mean = Windows(values * member)(reach, reach) / number
    squares = Windows(values * values * member)(reach, reach) / number
    return np.sqrt(np.maximum(squares - mean * mean, 0))


def read_place(own: dict[str, Column], main: npt.NDArray[np.bool], first: int, last: int) -> Columns:
    """Where each line stands on its page, whose main stretch is from ``first`` to ``last``; ``main``: its text."""
    solid, width = own["solid"], own["volume"]
    count = len(solid)
    at = np.arange(count)
    made: Columns = {}
    text, lists = sums(width * own["text"]), Windows(own["bullet"] > 0)
    volume = Windows(width * own["text"])
    for reach in (2, 5, 15, 40):
        made[f"text above {reach}"] = volume.above(reach)
        made[f"text below {reach}"] = volume.below(reach)
    made["items near"], made["items far"] = lists(3, 3), lists(10, 10)
    short, stops = Windows(own["width"] < _SHORT), Windows(own["stop"])
    made["short above 8"], made["short below 8"] = short.above(8), short.below(8)
    made["stops above 5"], made["stops below 5"] = stops.above(5), stops.below(5)
    made["text since"], made["text until"] = since(solid), until(solid)
    whole = max(float(text[-1]), 1.0)
    made["text seen"], made["text left"] = text[:-1] / whole, (text[-1] - text[1:]) / whole
    made["page text"], made["page lines"] = float(text[-1]), float(count)
    made["page items"] = np.count_nonzero(own["bullet"]) / count
    made["page dense"] = float(text[-1]) / max(1.0, float(np.sum(width)))
    made["place"] = at / count
    made["from main"] = distance(count, first, last)
    made["from wide"] = distance(count, *main_stretch(own, 0.15))
    made["from narrow"] = distance(count, *main_stretch(own, 2.0))
    return made | _headings(own, first, last) | _habits(own, main)


def _headings(own: dict[str, Column], first: int, last: int) -> Columns:
    """The heading that each line is under, and how far above the date is."""
    cue, width = own["cue"], own["width"]
    over = last_above(own["heading"])
    inside = (over >= 0) & (over >= last_above(own["solid"] & (cue == 0)))
    dated = own["dated"] & (width < 96)
    final = last_above(own["final"])
    return {
        "under": np.where(inside, cue[over], 0),
        "under since": np.where(inside, np.arange(len(cue)) - over, 99),
        "date since": since(dated),
        "date until": until(dated),
        "passed": np.where(final > first, cue[final], 0),
        "cues near": Windows(own["furniture"])(5, 5),
    }


def _habits(own: dict[str, Column], main: npt.NDArray[np.bool]) -> Columns:
    """Whether each line is set like the paragraphs of the main stretch."""
    made: Columns = {}
    for name in ("indent", "gap"):
        values = own[name]
        inside = values[main][1:] if name == "gap" else values[main]
        usual = int(np.bincount(inside).argmax()) if len(inside) else 0
        made[f"usual {name}"] = float(usual)
        made[f"same {name}"] = values == usual
    typical = float(own["width"][main].mean()) if main.any() else 0.0
    made["of usual width"] = own["width"] / max(typical, 1.0)
    return made
