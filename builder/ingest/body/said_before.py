"""An article that its page holds twice: once to be read, once more for a printer, a telephone or a voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..html.block import Block, Place
from .looks import squeeze

_LEAST = 120
"""UTF-8 bytes of a passage: shorter ones are said again on purpose, as refrains and headings are."""
_SHARE = 0.4
"""Share of the text that must be said again in other boxes: less is a pull quote, a caption, a summary."""
_STEP = 15
"""Characters of a piece by which passages are found again: each of ``_LEAST`` bytes holds one whole."""
_TRIES = 8
"""Places of one piece that are looked at, so that a page that repeats one line thousands of times is soon read."""


def said_before(blocks: Sequence[Block], chosen: Iterable[int]) -> set[int]:
    """Return the chosen blocks that hold the article again: their text stands in those before, in another box.

    What is shown goes before what is hidden. Time grows with the text, however it is cut into boxes.
    """
    order = sorted(chosen, key=lambda n: (blocks[n].place.hidden, n))
    keys = [squeeze(blocks[number].text) for number in order]
    told = _Told("".join(keys))
    boxes: set[int] = set()
    again: dict[int, int] = {}
    start = said_once = 0
    for number, key in zip(order, keys, strict=True):
        size = len(key.encode("utf-8", "replace"))
        box = _box(blocks[number].place)
        if size >= _LEAST and box not in boxes and told.holds(key, start):
            again[number] = size
        else:
            said_once += size
            if size >= _LEAST:
                boxes.add(box)
        start += len(key)
    return set(again) if sum(again.values()) >= _SHARE * said_once else set()


class _Told:
    """A text, of which ever more is known."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._known = 0

    def holds(self, passage: str, end: int) -> bool:
        """Whether the passage stands before ``end``, which never goes back."""
        for at in range(self._known, end - _STEP + 1, _STEP):
            places = self._places[self._text[at : at + _STEP]]
            if len(places) < _TRIES:
                places.append(at)
            self._known = at + _STEP
        for skipped in range(_STEP):
            for at in self._places.get(passage[skipped : skipped + _STEP], ()):
                first = at - skipped
                if first >= 0 and first + len(passage) <= end and self._text.startswith(passage, first):
                    return True
        return False


def _box(place: Place) -> int:
    return place.parent.number if place.parent else -1
