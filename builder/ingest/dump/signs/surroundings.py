"""What stands around a line: its neighbours, how much running text is near, the heading it is under."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from ..page_text import Column, Columns
from .cue_numbers import INSIDE, cue_number
from .ranges import Shifts, Windows, distance, last_above, richest_of_each, since, sums, until

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


_PRICES = (0.7, 0.15, 2.0)
"""What a line that is no running text costs the main stretch, a wide and a narrow one, in hundreds of columns."""


def main_stretches(own: dict[str, Column]) -> list[tuple[int, int]]:
    """First and last line of the stretches richest in running text: the main one, a wider and a narrower one."""
    costs = np.where(own["final"], 5.0, 1.0) * -np.array(_PRICES)[:, None]
    return richest_of_each(np.where(own["text"], own["volume"] / 100, costs))


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
    logs, solid = np.log2(width + 4.0), own["solid"]
    as_above = np.zeros(len(kind))
    as_above[1:] = (kind[1:] == kind[:-1]) & (np.abs(logs[1:] - logs[:-1]) < _ALIKE)
    alike, number, total, squares = Windows.of_each((as_above, solid, logs * solid, logs * logs * solid))
    made["alike 5"] = alike(5, 5)
    # how much widths of running text differ: their standard deviation
    many = np.maximum(number(6, 6), 1)
    mean = total(6, 6) / many
    made["text spread 6"] = np.sqrt(np.maximum(squares(6, 6) / many - mean * mean, 0))
    return made


def read_place(own: dict[str, Column], main: npt.NDArray[np.bool], stretches: Sequence[tuple[int, int]]) -> Columns:
    """Where each line stands on its page; ``stretches``: the main one, whose text is ``main``, and the other two."""
    solid, width, text = own["solid"], own["volume"], own["volume"] * own["text"]
    count = len(solid)
    made: Columns = {}
    volume, lists, short, stops, cues = Windows.of_each(
        (text, own["bullet"] > 0, own["width"] < _SHORT, own["stop"], own["furniture"])
    )
    for reach in (2, 5, 15, 40):
        made[f"text above {reach}"] = volume.above(reach)
        made[f"text below {reach}"] = volume.below(reach)
    made["items near"], made["items far"] = lists(3, 3), lists(10, 10)
    made["short above 8"], made["short below 8"] = short.above(8), short.below(8)
    made["stops above 5"], made["stops below 5"] = stops.above(5), stops.below(5)
    made["cues near"] = cues(5, 5)
    seen = sums(text)
    total = float(seen[-1])
    whole = max(total, 1.0)
    made["text seen"], made["text left"] = seen[:-1] / whole, (total - seen[1:]) / whole
    made["page text"], made["page lines"] = total, float(count)
    made["page items"] = np.count_nonzero(own["bullet"]) / count
    made["page dense"] = total / max(1.0, float(width.sum()))
    made["place"] = np.arange(count) / count
    for name, (first, last) in zip(("from main", "from wide", "from narrow"), stretches, strict=True):
        made[name] = distance(count, first, last)
    return made | _steps(own, stretches[0][0]) | _habits(own, main)


def _steps(own: dict[str, Column], first: int) -> Columns:
    """How far running text and dates are, and the heading that each line is under."""
    cue = own["cue"]
    marks = np.array((own["solid"], own["dated"] & (own["width"] < 96)))
    (text_since, date_since), (text_until, date_until) = since(marks), until(marks)
    over, plain, final = last_above(np.array((own["heading"], own["solid"] & (cue == 0), own["final"])))
    inside = (over >= 0) & (over >= plain)
    return {
        "text since": text_since,
        "text until": text_until,
        "date since": date_since,
        "date until": date_until,
        "under": np.where(inside, cue[over], 0),
        "under since": np.where(inside, np.arange(len(cue)) - over, 99),
        "passed": np.where(final > first, cue[final], 0),
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
    inside = own["width"][main]
    typical = float(inside.sum()) / max(len(inside), 1)
    made["of usual width"] = own["width"] / max(typical, 1.0)
    return made
