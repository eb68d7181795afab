"""Which of many phrases a page holds, found without searching it for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .page_text import Column, PageText, threes


class Phrases:
    """Phrases of several characters in lower case. A page is searched only for those whose parts it all holds."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = phrases
        self._first = np.array([ord(phrase[0]) & 0xFFFF for phrase in phrases])
        self._last = np.array([ord(phrase[-1]) & 0xFFFF for phrase in phrases])
        places = [threes(PageText.of([phrase]).codes[:-1]) for phrase in phrases]
        longest = max(map(len, places), default=0)
        self._places = np.zeros((len(phrases), longest), np.intp)
        self._beyond = np.ones((len(phrases), longest), np.bool)
        for row, found in enumerate(places):
            self._places[row, : len(found)] = found
            self._beyond[row, : len(found)] = False

    def on(self, page: PageText) -> Iterator[tuple[int, int]]:
        """The number of each phrase on ``page`` and the line it stands in, once a line; by phrase, then by line."""
        may_stand: Column = np.all(page.threes[self._places] | self._beyond, axis=1)
        may_stand &= page.characters[self._first] & page.characters[self._last]
        for number in may_stand.nonzero()[0].tolist():
            at = page.low_text.find(self._phrases[number])
            while at >= 0:
                line = int(page.line_of[at])
                yield number, line
                at = page.low_text.find(self._phrases[number], int(page.ends[line]))
