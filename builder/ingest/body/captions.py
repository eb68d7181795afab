"""Which text is the caption of a picture that is kept: it goes with the picture, and is no paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import cycle, islice

from ..extraction import Line, LineKind
from ..html.block import Block, Place

_NAMED = re.compile(r"caption|(?<![a-z])cap(?![a-z])")
_LONGEST = 200
_REACH = 3
"""Blocks beside the picture among which its caption stands."""
_STEPS = 3
"""Places out from the picture within which the box is that holds both."""


def captions_of(blocks: Sequence[Block], kept: Set[int]) -> dict[int, tuple[int, ...]]:
    """Return the captions of each kept picture that has any, by its number.

    A caption is a block so marked or named, or one that says what the picture is described by, in the picture's box.
    """
    found: dict[int, tuple[int, ...]] = {}
    for number in sorted(kept):
        if blocks[number].kind is not LineKind.IMAGE:
            continue
        own = []
        for below in range(number + 1, min(len(blocks), number + 1 + _REACH)):
            if blocks[below].kind is LineKind.IMAGE or not _is_caption(blocks[below], blocks[number]):
                break
            own.append(below)
        if own:
            found[number] = tuple(own)
    return found


def _is_caption(block: Block, picture: Block) -> bool:
    if not 0 < len(block.text) <= _LONGEST or not _share_a_box(block.place, picture.place):
        return False
    if block.kind is not LineKind.PARAGRAPH:
        return block.kind is LineKind.CAPTION
    return block.text == picture.text or _NAMED.search(block.place.names) is not None


def _share_a_box(one: Place, other: Place) -> bool:
    around = {place.number for place in other.boxes(_STEPS)}
    return any(place.number in around for place in islice(one.outward(), _STEPS))


def with_captions(lines: Sequence[Line], captions: Mapping[int, Sequence[int]], kept: Set[int]) -> tuple[Line, ...]:
    """Return the lines with each caption that is kept written as its picture's title, and no longer by itself."""
    out = list(lines)
    for picture, numbers in captions.items():
        own = [number for number in numbers if number in kept]
        if picture not in kept or not own:
            continue
        title = _title(" ".join(lines[number].text for number in own))
        out[picture] = lines[picture]._replace(markdown=f'{lines[picture].markdown[:-1]} "{title}")')
        for number in own:
            out[number] = lines[number]._replace(markdown="")
    return tuple(out)


def _title(caption: str) -> str:
    """A caption as it may stand between quotation marks in Markdown."""
    marks = cycle("“”")
    text = re.sub(r"\\|&(?=#?\w+;)", lambda found: "\\" + found[0], " ".join(caption.split()))
    return re.sub('"', lambda _: next(marks), text)
