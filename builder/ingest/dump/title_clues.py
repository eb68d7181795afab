"""What the lines around the head of a dump's body show of being its title: clues by name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat

from ...text.bylines import find_byline
from .page import DumpPage, tokens
from .rows import Row

_ABOVE, _INTO = 24, 3
_STOP = "。．、."
_WIDTHS = (8, 14, 22, 32, 50, 80, 120, 170)
_NEAR, _BEFORE = 5, 6
"""Rows below a candidate, and above it, that are looked at."""
_STEPS = (1, 2, 3, 4, 6, 9, 16)


def span(page: DumpPage) -> range:
    """The rows among which the title is looked for."""
    if page.first < 0:
        return range(0)
    return range(max(0, page.first - _ABOVE), min(len(page.rows), page.first + _INTO))


def end_of(row: Row) -> str:
    """How a row ends, as ``Look.end`` says; a question's mark is no stop."""
    last = row.text[-1]
    if last in "。．、" or (last == "." and not row.text.endswith("..")):
        return "stop"
    return "question" if last in "?？!！" else row.look.end


def _is_plausible(row: Row) -> bool:
    plain = 24 <= row.width <= 200 and not (row.bullet or row.cue) and row.text[-1] not in _STOP
    return plain and not row.look.date


@dataclass(frozen=True, slots=True)
class Seen:
    """What the clues of all candidates of a page need."""

    times: Counter[str]
    """How often each line stands on the page."""
    plausible: Sequence[int]
    """How many of the rows may be titles, from where one is looked for to before row 0, 1, 2, …"""
    dated: Sequence[int]
    """Rows that tell a date, as far as a title is looked for; then one beyond all."""
    signed: frozenset[int]
    """Rows there that look like by-lines."""

    @classmethod
    def on(cls, page: DumpPage) -> Seen:
        """What ``page`` shows."""
        start, stop = max(0, span(page).start - _BEFORE), min(len(page.rows), span(page).stop + _NEAR)
        near = page.rows[start:stop]
        plausible = [*repeat(0, start), *accumulate(map(_is_plausible, near), initial=0)]
        dated = [at for at, row in enumerate(near, start) if row.width < 100 and row.look.date in ("only", "date")]
        signed = frozenset(
            at for at, row in enumerate(near, start) if row.width < 60 and row.text[:2].lower().startswith("by")
        )
        return cls(page.rows.text.times, plausible, [*dated, len(page.rows) + _NEAR], signed)


def _near_clues(page: DumpPage, index: int, seen: Seen) -> list[str]:
    """Clues of the lines around a candidate."""
    rows, plausible = page.rows, seen.plausible
    reach = seen.dated[bisect_right(seen.dated, index)] - index
    end = max(index + 1, min(page.first, index + _NEAR))
    clues = [f"date below {min(3, reach)}"] if reach <= _NEAR else []
    clues.append(f"plausible above {min(2, plausible[index] - plausible[max(0, index - _BEFORE)])}")
    clues.append(f"plausible below {min(2, plausible[end] - plausible[index + 1])}")
    if index + 1 < len(rows):
        following = rows[index + 1]
        clues.append(f"then {bisect_right(_WIDTHS, following.width)} {end_of(following)}")
        clues.append(f"gaps {rows[index].gap} {following.gap}")
        clues.append(f"then longer {following.width > 1.2 * rows[index].width}")
        if not seen.signed.isdisjoint((index + 1, index + 2, index + 3)):
            clues.append("by-line below")
    if index and rows[index - 1].width < 24:
        clues.append("label above")
    return clues


def ready_clues(page: DumpPage, index: int, seen: Seen) -> list[str]:
    """Clues of how a candidate looks, where it stands and what is around it."""
    row = page.rows[index]
    k = row.look
    size = bisect_right(_WIDTHS, k.width)
    distance = page.first - index
    side = "above" if distance > 0 else "body"
    clues = [
        f"width {size}",
        f"end {end_of(row)} {size > 4}",
        f"{side} {bisect_right(_STEPS, abs(distance))}",
        f"index {bisect_right((1, 2, 4, 10), index)}",
        f"chance {bisect_right((5, 20, 50, 80), int(100 * page.chances[index]))} {side}",
        f"bullet {row.bullet[:3]}",
        f"cue {row.cue}",
        f"case {k.case} {size > 2}",
    ]
    if k.date:
        clues.append(f"date {k.date}")
    if seen.times[row.text] > 1:
        clues.append("repeated")
    return clues + _near_clues(page, index, seen)


def word_clues(page: DumpPage, index: int) -> Iterator[str]:
    """Clues of what a candidate says: they take longer to find, and only the best need them."""
    row = page.rows[index]
    if row.look.width < 90 and find_byline(row.text):
        yield "by-line"
    words = tokens(row.text)
    share = sum(map(page.words.__contains__, words)) / len(words) if words else 0.0
    side = "above" if index < page.first else "body"
    yield f"shared {bisect_right((10, 30, 50, 70), int(100 * share))} {len(words) > 4} {side}"
