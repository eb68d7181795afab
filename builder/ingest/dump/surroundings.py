"""Where a line stands in its document: by the stretch of running text, under which heading, how far from the date.

A clue is a tuple of its name and its values; joined by blanks it is its name in ``data/dump_weights.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from .rows import Row

Clue = tuple[str | int, ...]

_SECTION_CUES = frozenset({"related", "ranking", "comments", "subscribe", "legal", "nav", "bio", "follow", "product"})
_FINAL_CUES = frozenset({"comments", "related", "ranking", "legal", "bio"})
"""Headings behind which a body seldom goes on."""
_VOLUMES = (1, 120, 300, 600, 1200, 2400)
_SHARES = (1, 3, 6, 10, 14, 18, 20)
_STEPS = (2, 3, 5, 9, 20)
_FAR = (2, 3, 6, 16, 50)
_COUNTS = (8, 16, 30, 60, 120, 250, 500)
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}|[^\W\d_]{3,}")


def main_run(found: Sequence[Row], price: float = 0.7) -> tuple[int, int]:
    """First and last row of the stretch that is richest in running text; (0, -1) where there is none.

    ``price`` is what a line that is no running text costs, in hundreds of columns: the lower, the wider the stretch.
    """
    best, best_span, total, start = 0.0, (0, -1), 0.0, 0
    for i, row in enumerate(found):
        k = row.look
        if k.solid and not row.bullet:
            gain = min(k.width, 400) / 100
        else:
            gain = -price * (5 if k.cue in _FINAL_CUES and k.length < 6 else 1)
        if total <= 0:
            total, start = 0.0, i
        total += gain
        if total > best:
            best, best_span = total, (start, i)
    return best_span


def _tokens(text: str) -> set[str]:
    low = text[:600].lower()
    found = _TOKEN.findall(low)
    return set(found) if low.isascii() else {*found, *_TOKEN.findall(low, 1)}


class _Habits:
    """How the paragraphs of the main run are set and what words they use, so that a line can be compared with them."""

    def __init__(self, found: Sequence[Row], first: int, last: int) -> None:
        body = [row for row in found[first : last + 1] if row.plain == "solid" and not row.bullet]
        self.known = len(body) >= 3
        self.indent = Counter(row.indent for row in body).most_common(1)[0][0] if body else ""
        self.gap = Counter(row.gap for row in body[1:]).most_common(1)[0][0] if len(body) > 1 else 0
        self.words: set[str] = set().union(*(_tokens(row.text) for row in body))

    def clues(self, row: Row) -> tuple[Clue, ...]:
        if not self.known:
            return ()
        indent = "same" if row.indent == self.indent else "other"
        gap = "same" if row.gap == self.gap else "other"
        return (("indent", indent, self.indent or "none", row.plain), ("gap", gap, self.gap, row.plain))

    def kinship(self, row: Row) -> int:
        """How much of the line's words the main run uses too: 0 to 4."""
        words = _tokens(row.text)
        if len(words) < 2:
            return 0
        return bisect_right((20, 40, 60, 80), 100 * len(words & self.words) // len(words))


class _Sums:
    """Sums over stretches of rows."""

    def __init__(self, values: Sequence[int]) -> None:
        self._sums = [0]
        for value in values:
            self._sums.append(self._sums[-1] + value)
        self._last = len(values)

    def above(self, i: int, reach: int) -> int:
        return self._sums[i] - self._sums[i - reach if i > reach else 0]

    def below(self, i: int, reach: int) -> int:
        return self._sums[min(self._last, i + 1 + reach)] - self._sums[i + 1]

    def share_above(self, i: int) -> int:
        """Of the whole, in twentieths."""
        return 20 * self._sums[i] // (self._sums[-1] or 1)

    def share_below(self, i: int) -> int:
        return 20 * (self._sums[-1] - self._sums[i + 1]) // (self._sums[-1] or 1)


def _distances(solid: Sequence[bool]) -> list[int]:
    """For each row, how far above it the next row of running text is (99: none)."""
    made, since = [], 99
    for is_solid in solid:
        made.append(since)
        since = 1 if is_solid else since + 1
    return made


def _run(i: int, first: int, last: int) -> tuple[str, int]:
    if last < first:
        return "none", 0
    if i < first:
        return "before", bisect_right(_FAR, first - i)
    if i > last:
        return "after", bisect_right(_FAR, i - last)
    return ("first" if i == first else "last" if i == last else "in"), 0


class _Reader:
    """What was seen so far while going down the page."""

    def __init__(self) -> None:
        self.section, self.age, self.dated, self.passed = "", 0, 99, ""

    def clues(self, row: Row, side: str, text5: int) -> tuple[Clue, ...]:
        under = self.section if self.section and self.age <= 12 else "-"
        return (
            ("under", under, row.plain if under != "-" else ""),
            ("dated", bisect_right(_STEPS, self.dated), side, row.plain),
            ("passed", self.passed, row.plain),
            ("passed", self.passed, "text", text5),
        )

    def step(self, row: Row, starts_run: bool, inside: bool) -> None:
        k = row.look
        self.age += 1
        self.dated = 1 if k.date in ("only", "date") and k.length < 8 else self.dated + 1
        if starts_run:
            self.passed = ""
        if k.cue in _SECTION_CUES and k.length < 6:
            self.section, self.age = k.cue, 0
            if k.cue in _FINAL_CUES and inside:
                self.passed = k.cue
        elif k.solid and not k.cue:
            self.section = ""


def places(found: Sequence[Row]) -> list[tuple[Clue, ...]]:
    """For each row, the clues of where it stands."""
    first, last = main_run(found)
    wide_first, wide_last = main_run(found, 0.15)
    habits = _Habits(found, first, last)
    text = _Sums([min(row.look.width, 400) if row.plain == "solid" else 0 for row in found])
    lists = _Sums([1 if row.bullet else 0 for row in found])
    times = Counter(row.text for row in found)
    heads = Counter(row.text[:6] for row in found)
    solid = [row.plain == "solid" for row in found]
    above, below = _distances(solid), _distances(solid[::-1])[::-1]
    reader = _Reader()
    made: list[tuple[Clue, ...]] = []
    size = bisect_right(_COUNTS, len(found))
    for i, row in enumerate(found):
        k, plain = row.look, row.plain
        side, far = _run(i, first, last)
        wide = "before" if i < wide_first else "after" if i > wide_last else "in"
        b2, a2, b5, a5, b15, a15 = (
            bisect_right(_VOLUMES, volume)
            for reach in (2, 5, 15)
            for volume in (text.above(i, reach), text.below(i, reach))
        )
        close = bisect_right((1, 3, 5, 7, 9), b5 + a5)
        seen, left = bisect_right(_SHARES, text.share_above(i)), bisect_right(_SHARES, text.share_below(i))
        kin = habits.kinship(row)
        listed = bisect_right((1, 3, 5), lists.above(i, 3) + lists.below(i, 3) + bool(row.bullet))
        made.append(
            (
                ("run", side, far, plain),
                ("wide", wide, side, plain),
                ("gaps", row.gap, found[i + 1].gap if i + 1 < len(found) else 2, plain),
                ("since", bisect_right(_STEPS, above[i]), "until", bisect_right(_STEPS, below[i]), plain),
                ("text2", b2, a2, plain),
                ("text5", b5, a5, plain),
                ("text15", b15, a15, plain),
                ("above", b2, b15, plain),
                ("below", a2, a15, plain),
                ("length", k.length, k.end == "stop", "text", close),
                ("length", k.length, "wide", wide),
                ("bullet", row.bullet, "lists", listed, "text", close),
                ("cue", k.cue, "text", min(1, close) if k.cue else close),
                ("left", left, wide, plain),
                ("seen", seen, wide, plain),
                ("seen", seen, "text", a5),
                ("left", left, "text", b5),
                ("times", min(3, times[row.text]), plain),
                ("heads", min(4, heads[row.text[:6]]), plain, "text", close),
                ("kin", kin, plain),
                ("kin", kin, wide),
                ("cells", min(2, row.text.count("\t")), "text", close),
                ("lines", size, side),
                *reader.clues(row, side, a5),
                *habits.clues(row),
            )
        )
        reader.step(row, i == first, i > first)
    return made
