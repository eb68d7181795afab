"""Words that a line shares with the text of its page, and lines that stand there more than once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..page_text import Column, PageText
from ..words import PLACES, Tokens
from .ranges import share
from .stretches import Stretches, ranks

_STRETCHES = 6
"""Stretches, the largest first, whose words are compared with the lines above them."""
_OVER = 10
"""Rows above a stretch in which its title may stand."""


def kinship(tokens: Tokens, member: npt.NDArray[np.bool]) -> Column:
    """Share of each line's words that stand in another line of ``member`` too; -1 for a line without two words."""
    places, inside = tokens.places, member[tokens.lines]
    lines, at = tokens.lines[inside], places[inside]
    lowest, highest = np.full(PLACES, tokens.count), np.full(PLACES, -1)
    lowest[at[::-1]] = lines[::-1]  # of several values for one place the last stays
    highest[at] = lines
    shared = (lowest[places] < tokens.lines) | (highest[places] > tokens.lines)
    hits = np.bincount(tokens.lines, shared, minlength=tokens.count)
    return np.where(tokens.numbers < 2, -1.0, share(hits, tokens.numbers))


def titled(own: dict[str, Column], tokens: Tokens, found: Stretches, mass: Column) -> Column:
    """For each stretch, the largest share of its words that a line shortly above has in common with it."""
    count = found.count
    rank = ranks(mass)
    of_line, above = np.full(count, -1), np.full(count, -1)
    chosen = (rank < _STRETCHES).nonzero()[0][::-1]
    for stretch in chosen.tolist():  # from the last up: a line above two belongs to the nearer one
        first, last = int(found.first[stretch]), int(found.last[stretch])
        of_line[first : last + 1] = rank[stretch]
        above[max(0, first - _OVER) : first] = rank[stretch]
    may_head = (own["bullet"] == 0) & (own["width"] >= 16) & (own["width"] < 200) & (own["cue"] == 0)
    above[~may_head | (of_line >= 0)] = -1
    places = tokens.places
    known = np.zeros((_STRETCHES, PLACES), np.bool)
    text, over = of_line[tokens.lines], above[tokens.lines]
    inside, heading = text >= 0, over >= 0
    known[text[inside], places[inside]] = True
    lines = tokens.lines[heading]
    hits = np.bincount(lines, known[over[heading], places[heading]], minlength=count)
    total = np.bincount(lines, minlength=count)
    shared = np.where(total > 2, hits / np.maximum(total, 1), 0.0)
    best, heads = np.zeros(_STRETCHES), (above >= 0).nonzero()[0]
    np.maximum.at(best, above[heads], shared[heads])
    made = np.zeros(len(found.heads))
    made[chosen] = best[rank[chosen]]
    return made


def copies(page: PageText) -> Column:
    """How many lines are the same as each."""
    if len(page.times) == page.count:
        return np.ones(page.count, np.intp)
    return np.fromiter(map(page.times.__getitem__, page.lines), np.intp, page.count)
