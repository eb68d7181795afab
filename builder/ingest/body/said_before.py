"""An article that its page holds twice: once to be read, once more for a printer, a telephone or a voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..formats.html_block import Block, Place
from .looks import squeeze

_LEAST = 120
"""UTF-8 bytes of a passage: shorter ones are said again on purpose, as refrains and headings are."""
_SHARE = 0.4
"""Of the text, what is said again in other boxes: less is a quotation set large, a caption, a summary."""


def said_before(blocks: Sequence[Block], chosen: Iterable[int]) -> set[int]:
    """Return the chosen blocks that hold the article again: their text stands in those before, in another box.

    What is shown goes before what is hidden.
    """
    told = ""
    boxes: set[int] = set()
    again: dict[int, int] = {}
    for number in sorted(chosen, key=lambda n: (blocks[n].place.hidden, n)):
        block = blocks[number]
        key = squeeze(block.text)
        size = len(key.encode("utf-8", "replace"))
        if size >= _LEAST and _box(block.place) not in boxes and key in told:
            again[number] = size
        else:
            told += key
            if size >= _LEAST:
                boxes.add(_box(block.place))
    return set(again) if sum(again.values()) >= _SHARE * len(told.encode("utf-8", "replace")) else set()


def _box(place: Place) -> int:
    return place.parent.number if place.parent else -1
