"""Which of many phrases a page holds, found without searching it for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from .page_text import PageText

_BITS = 16
_HEADS = (6, 3, 1)
"""Characters at the beginning of a phrase by which it is looked for: the more, the fewer places to look at."""
_FIRST, _SECOND, _THIRD, _BEHIND = np.array([0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F], np.uint32)


class Phrases:
    """Phrases in lower case."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._by_head: dict[str, list[tuple[int, str]]] = {}
        self._begins = [np.zeros(1 << _BITS, np.bool) for _ in _HEADS]
        """For each length of heads, whether a phrase may begin with the characters of a place."""
        for number, phrase in enumerate(phrases):
            which = next(at for at, length in enumerate(_HEADS) if len(phrase) >= length)
            head = phrase[: _HEADS[which]]
            self._by_head.setdefault(head, []).append((number, phrase))
            self._begins[which][_places(PageText([head]).codes[: len(head)])[which]] = True

    def on(self, page: PageText) -> Iterator[tuple[int, int]]:
        """The number of each phrase on ``page`` and the line it stands in; more than once where it does."""
        text = page.low_text
        for length, begins, places in zip(_HEADS, self._begins, _places(page.low), strict=True):
            for at in begins.take(places, mode="clip").nonzero()[0].tolist():
                for number, phrase in self._by_head.get(text[at : at + length], ()):
                    if text.startswith(phrase, at):
                        yield number, int(page.line_of[at])


def _places(codes: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint32 | np.intp], ...]:
    """Places in a table for each six and for each three neighbouring characters, and for each alone."""
    mixed = codes[:-2] * _FIRST
    mixed += codes[1:-1] * _SECOND
    mixed += codes[2:] * _THIRD
    both = mixed[:-3] * _BEHIND
    both += mixed[3:]
    return _top(both), _top(mixed), codes


def _top(mixed: npt.NDArray[np.uint32]) -> npt.NDArray[np.intp]:
    places: npt.NDArray[np.intp] = (mixed >> np.uint32(32 - _BITS)).astype(np.intp)
    return places
