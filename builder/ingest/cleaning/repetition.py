"""The pages of one source -> Furniture: which lines they repeat, and where those stand to the body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from .furniture import Furniture

_OFTEN = 3
"""Works on which a line must stand to count."""
_LONG_OFTEN = 5
"""The same for a line so long that it may be prose of a work that is there several times."""
_ANCHOR_SHARE, _ANCHOR_STEADY = 0.3, 0.9
"""Share of the works that must have a line to tell where the body is, and share of those on which it is on one side."""
_HARDLY, _ENOUGH, _FAR_LESS = 0.05, 0.3, 0.6
"""Chance up to which a line is no text; the share of a page's text beyond which there must be on one side of a line for
the other to be outside, and of its certainty, below which that must be."""
_MOSTLY = 0.75
"""Share of the pages on which the body must reach the lines around it."""


class Stands(StrEnum):
    """Where a line stands to the text of its page."""

    ABOVE = "above"
    WITHIN = "within"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class LineMarks:
    """One line of a page as learning sees it."""

    mark: str
    is_long: bool
    slots: tuple[str, ...]
    chance: float = 0.0
    """That it is text, as far as its page by itself tells: 0 to 1."""
    columns: float = 0.0
    """How much text it brings where it is."""
    is_body: bool = False
    """Whether it was found to be body."""


@dataclass(frozen=True, slots=True)
class PageLines:
    """One page as learning sees it."""

    source: str
    folder: str
    work: str
    """Equal for the pages of one work, where that can be told."""
    lines: tuple[LineMarks, ...]
    """In their order."""


class _Placed(NamedTuple):
    line: LineMarks
    stands: Stands


def furniture_of(pages: Sequence[PageLines]) -> Furniture:
    """What the pages of one source have in common."""
    works: defaultdict[str, set[str]] = defaultdict(set)
    slot_works: defaultdict[str, set[str]] = defaultdict(set)
    slot_lines: defaultdict[str, set[str]] = defaultdict(set)
    sides: defaultdict[str, Counter[Stands]] = defaultdict(Counter)
    long_lines: set[str] = set()
    for page in pages:
        for line in page.lines:
            works[line.mark].add(page.work)
            for slot in line.slots:
                slot_works[slot].add(page.work)
                slot_lines[slot].add(line.mark)
            if line.is_long:
                long_lines.add(line.mark)
    total = len({page.work for page in pages})
    counts = {
        mark: len(on)
        for mark, on in sorted(works.items())
        if len(on) >= (_LONG_OFTEN if mark in long_lines else _OFTEN)
    }
    placed = [_placed(page.lines, counts) for page in pages]
    for lines in placed:
        for mark, stands in _sides(lines):
            sides[mark][stands] += 1
    frequent = [mark for mark, count in counts.items() if count >= _ANCHOR_SHARE * total]
    above = frozenset(mark for mark in frequent if _is_steady(sides[mark], Stands.ABOVE))
    below = frozenset(mark for mark in frequent if _is_steady(sides[mark], Stands.BELOW))
    return Furniture(
        total,
        counts,
        {slot: len(on) for slot, on in sorted(slot_works.items()) if len(on) >= _OFTEN and len(slot_lines[slot]) > 1},
        above,
        below,
        _mostly(_first_is_body(lines, counts, above) for lines in placed),
        _mostly(_first_is_body(lines[::-1], counts, below) for lines in placed),
    )


def _placed(lines: Sequence[LineMarks], counts: Mapping[str, int]) -> list[_Placed]:
    """Each line with where it stands: beyond it, what the page has of its own is far less certain to be text."""
    own = [0.0 if line.mark in counts or line.chance <= _HARDLY else line.chance * line.columns for line in lines]
    sure = [text * line.chance for text, line in zip(own, lines, strict=True)]
    above = _outside(own, sure)
    below = _outside(own[::-1], sure[::-1])[::-1]
    return [
        _Placed(line, Stands.BELOW if under else Stands.ABOVE if over else Stands.WITHIN)
        for line, over, under in zip(lines, above, below, strict=True)
    ]


def _outside(text: Sequence[float], sure: Sequence[float]) -> list[bool]:
    """Of each line, whether those before it are far less certain to be text than it and those behind it.

    ``text``: how much is to be expected in each; ``sure``: the same times its certainty.
    """
    before = [0.0, *accumulate(text)], [0.0, *accumulate(sure)]
    behind = [0.0, *accumulate(text[::-1])][::-1], [0.0, *accumulate(sure[::-1])][::-1]
    return [
        more >= _ENOUGH * before[0][-1] > 0 and less_sure * more <= _FAR_LESS * more_sure * less
        for less, less_sure, more, more_sure in zip(*before, *behind, strict=True)
    ][:-1]


def _sides(lines: Iterable[_Placed]) -> Iterator[tuple[str, Stands]]:
    """Each different line and where it stands: within, where it stands on both sides."""
    found: dict[str, Stands] = {}
    for line, stands in lines:
        found[line.mark] = stands if found.get(line.mark, stands) is stands else Stands.WITHIN
    return iter(found.items())


def _is_steady(sides: Counter[Stands], side: Stands) -> bool:
    return sides[side] >= _ANCHOR_STEADY * sides.total()


def _first_is_body(lines: Sequence[_Placed], counts: Mapping[str, int], anchors: frozenset[str]) -> bool | None:
    """Whether the first line of its own behind the last anchor of the head is body; None without anchor.

    ``lines`` from the end of the page and the anchors of its foot give the same for the body's last line.
    """
    last = max(
        (at for at, (line, stands) in enumerate(lines) if line.mark in anchors and stands is not Stands.WITHIN),
        default=-1,
    )
    if last < 0:
        return None
    return next((line.is_body for line, _ in lines[last + 1 :] if line.mark not in counts), None)


def _mostly(answers: Iterable[bool | None]) -> bool:
    told = [answer for answer in answers if answer is not None]
    return len(told) >= _OFTEN and sum(told) >= _MOSTLY * len(told)
