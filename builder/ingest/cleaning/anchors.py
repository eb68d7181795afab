"""Where the body of a dump begins and ends, as the other pages of its source tell.

An outlet frames its articles in the same lines. Between the last of those that stand above the body and the first of
those that stand below it, a short line (verse, an answer, a cry) may be believed; outside, a long one is furniture.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from .furniture import Furniture, fingerprint

_OUTSIDE = -3.0
_BETWEEN = 2.5
"""Added to the logarithm of the odds that a line is body."""
_AMIDST, _MANY = 1.5, 10
"""The same for a line amidst sure ones, where neither end of the frame is known but many pages are."""
_SURE = 0.5
_LEAST_INSIDE = 0.7
"""Share of the likely text that the frame must hold to be believed."""


def framed(texts: Sequence[str], chances: Sequence[float], known: Furniture | None) -> list[float]:
    """The chances that the lines of a page are body, with what is known of its source."""
    if known is None or not (known.above or known.below):
        return list(chances)
    marks = [fingerprint(text) for text in texts]
    below = next((at for at, mark in enumerate(marks) if mark in known.below), len(marks))
    above = next((at for at in range(below - 1, -1, -1) if marks[at] in known.above), -1)
    text = [chance * len(line) for chance, line in zip(chances, texts, strict=True)]
    sure = [at for at in range(above + 1, below) if chances[at] >= _SURE]
    if not sure or sum(text[above + 1 : below]) < _LEAST_INSIDE * sum(text):
        return list(chances)
    opens, closes = above >= 0 and known.opens, below < len(marks) and known.closes
    first = above + 1 if opens else sure[0]
    last = below - 1 if closes else sure[-1]
    between = _BETWEEN if opens or closes else _AMIDST if known.pages >= _MANY else 0.0
    return [
        _moved(chance, _OUTSIDE if not above < at < below else between if first <= at <= last else 0.0)
        for at, chance in enumerate(chances)
    ]


def _moved(chance: float, by: float) -> float:
    odds = log(max(chance, 1e-9) / max(1 - chance, 1e-9))
    return 1 / (1 + exp(-odds - by))
