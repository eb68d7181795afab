"""The pages of one source -> Furniture: which lines they repeat, and where those stand to the body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .furniture import Furniture

_OFTEN = 3
"""Works on which a line must stand to count."""
_LONG_OFTEN = 5
"""The same for a line so long that it may be prose of a work that is there several times."""
_ANCHOR_SHARE, _ANCHOR_STEADY = 0.3, 0.9
"""Share of the works that must have a line to tell where the body is, and share of those on which it is on one side."""
_MOSTLY = 0.75
"""Share of the pages on which the body must reach the lines around it."""


class Stands(StrEnum):
    """Where a line stands to the body that was found on the page."""

    ABOVE = "above"
    WITHIN = "within"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class LineMarks:
    """One line of a page as learning sees it."""

    mark: str
    is_long: bool
    slots: tuple[str, ...]
    stands: Stands


@dataclass(frozen=True, slots=True)
class PageLines:
    """One page as learning sees it."""

    source: str
    folder: str
    work: str
    """Equal for the pages of one work, where that can be told."""
    lines: tuple[LineMarks, ...]
    """In their order."""


def furniture_of(pages: Sequence[PageLines]) -> Furniture:
    """What the pages of one source have in common."""
    works: defaultdict[str, set[str]] = defaultdict(set)
    slot_works: defaultdict[str, set[str]] = defaultdict(set)
    slot_lines: defaultdict[str, set[str]] = defaultdict(set)
    sides: defaultdict[str, Counter[Stands]] = defaultdict(Counter)
    long_lines: set[str] = set()
    for page in pages:
        for mark, stands in _sides(page.lines):
            works[mark].add(page.work)
            sides[mark][stands] += 1
        for line in page.lines:
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
    frequent = [mark for mark, count in counts.items() if count >= _ANCHOR_SHARE * total]
    above = frozenset(mark for mark in frequent if _is_steady(sides[mark], Stands.ABOVE))
    below = frozenset(mark for mark in frequent if _is_steady(sides[mark], Stands.BELOW))
    return Furniture(
        total,
        counts,
        {slot: len(on) for slot, on in sorted(slot_works.items()) if len(on) >= _OFTEN and len(slot_lines[slot]) > 1},
        above,
        below,
        _mostly(_first_is_body(page.lines, counts, above) for page in pages),
        _mostly(_first_is_body(page.lines[::-1], counts, below) for page in pages),
    )


def _sides(lines: Iterable[LineMarks]) -> Iterator[tuple[str, Stands]]:
    """Each different line and where it stands: within, where it stands on both sides."""
    found: dict[str, Stands] = {}
    for line in lines:
        found[line.mark] = line.stands if found.get(line.mark, line.stands) is line.stands else Stands.WITHIN
    return iter(found.items())


def _is_steady(sides: Counter[Stands], side: Stands) -> bool:
    return sides[side] >= _ANCHOR_STEADY * sides.total()


def _first_is_body(lines: Sequence[LineMarks], counts: dict[str, int], anchors: frozenset[str]) -> bool | None:
    """Whether the first line of its own behind the last anchor of the head is body; None without anchor.

    ``lines`` from the end of the page and the anchors of its foot give the same for the body's last line.
    """
    last = max(
        (at for at, line in enumerate(lines) if line.mark in anchors and line.stands is not Stands.WITHIN), default=-1
    )
    if last < 0:
        return None
    return next((line.stands is Stands.WITHIN for line in lines[last + 1 :] if line.mark not in counts), None)


def _mostly(answers: Iterable[bool | None]) -> bool:
    told = [answer for answer in answers if answer is not None]
    return len(told) >= _OFTEN and sum(told) >= _MOSTLY * len(told)
