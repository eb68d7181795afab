"""Rows below the end of a text: a question whether it was of use, buttons to hand it on, what readers wrote.

The trees judge line by line, and a reader's comment reads as a text does. But below such lines a text hardly ever
goes on, so what stands there must be likelier than elsewhere. A button that leads to the top of the page may stand
below each part of a text: of those the last counts. In all languages the cues tell such lines (``data/cues.yaml``), in
Japanese whole lines besides (``data/ja/dumps.yaml``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from operator import mul

from ...text.facts import facts
from .islands import substance
from .rows import Row

_ABOVE = 0.3
"""Share of the text to be expected that stands above such a line; higher up it may belong to the head."""
_CERTAIN = 0.85
"""Share of the certainty of the text above that what stands below must have to be text as well."""
_ODDS = 0.1
"""What the odds are multiplied by below."""
_LIKELY, _LEAST = 0.05, 1e-9
"""Chance from which on a row is text to be expected, and the least of that."""
_WIDEST = 100
_CUES = ("share", "comments", "follow")
"""What such a line may be for, by the words of ``data/cues.yaml``."""


def past_end(found: Sequence[Row], likely: Sequence[float]) -> list[float]:
    """The chances ``likely`` of the rows ``found``, lowered from the first row on that stands below a text's end.

    What stands below must be less certain than the text above; else that goes on.
    """
    text = [chance * substance(row) if chance > _LIKELY else 0.0 for row, chance in zip(found, likely, strict=True)]
    seen = list(accumulate(text, initial=0.0))
    sure = list(accumulate(map(mul, likely, text), initial=0.0))
    last_top = max((at for at, row in enumerate(found) if _is_top(row)), default=-1)
    for end, row in enumerate(found):
        if seen[end] > _ABOVE * seen[-1] and (_ends(row) or end == last_top):
            below = (sure[-1] - sure[end]) / max(seen[-1] - seen[end], _LEAST)
            if below < _CERTAIN * sure[end] / seen[end]:
                return [*likely[:end], *(_ODDS * chance / (_ODDS * chance + 1 - chance) for chance in likely[end:])]
    return list(likely)


def _ends(row: Row) -> bool:
    return row.width <= _WIDEST and (row.cue in _CUES or _is_one_of("ends", row.text))


def _is_top(row: Row) -> bool:
    return row.width <= _WIDEST and _is_one_of("tops", row.text)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{'|'.join(facts('ja/dumps')[kind])})[\W_]*")


@lru_cache(maxsize=4096)
def _is_one_of(kind: str, text: str) -> bool:
    return _pattern(kind).fullmatch(unicodedata.normalize("NFKC", text).lower()) is not None
