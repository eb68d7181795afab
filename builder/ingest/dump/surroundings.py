"""Where a line stands in its document: by the stretch of running text, under which heading, how far from the date.

Clues that depend on the same few facts form a group. A row's place is one tuple of facts for each group, so that the
weights of all its clues are looked up at once; ``clues_of`` spells them out as ``data/dump_weights.tsv`` names them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from .rows import Row

Facts = tuple[str | int, ...]
"""The name of a group and the facts its clues depend on."""

_SECTION_CUES = frozenset({"related", "ranking", "comments", "subscribe", "legal", "nav", "bio", "follow", "product"})
_FINAL_CUES = frozenset({"comments", "related", "ranking", "legal", "bio"})
"""Headings behind which a body seldom goes on."""
_VOLUMES = (1, 120, 300, 600, 1200, 2400)
_SHARES = (1, 3, 6, 10, 14, 18, 20)
_STEPS = (2, 3, 5, 9, 20)
_FAR = (2, 3, 6, 16, 50)
_CLOSE = (1, 3, 5, 7, 9)
_LISTED = (1, 3, 5)
_COUNTS = (8, 16, 30, 60, 120, 250, 500)
_KINSHIP = (20, 40, 60, 80)
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}|[^\W\d_]{3,}")
_WORD_TOKEN = re.compile(r"[^\W\d_]{3,}")
_ASCII_TOKEN = re.compile("[a-z]{3,}")


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


def _tokens(text: str, most: int = 100) -> set[str]:
    low = text[:most].lower()
    if low.isascii():
        return set(_ASCII_TOKEN.findall(low))
    if max(low) < "\u3040":  # no pairs of characters: a second reading can differ in its first word only
        found, second = _WORD_TOKEN.findall(low), _WORD_TOKEN.search(low, 1)
        return {*found, second[0]} if second else set(found)
    return {*_TOKEN.findall(low), *_TOKEN.findall(low, 1)}


class _Habits:
    """How the paragraphs of the main run are set and what words they use, so that a line can be compared with them."""

    def __init__(self, found: Sequence[Row], first: int, last: int) -> None:
        body = [row for row in found[first : last + 1] if row.plain == "solid" and not row.bullet]
        self.known = len(body) >= 3
        self.indent = Counter(row.indent for row in body).most_common(1)[0][0] if body else ""
        self.gap = Counter(row.gap for row in body[1:]).most_common(1)[0][0] if len(body) > 1 else 0
        self.words: set[str] = set().union(*(_tokens(row.text, 600) for row in body))

    def facts(self, row: Row) -> Facts:
        if not self.known:
            return ("habit", "", 0, "", 0, "")
        return ("habit", self.indent or "none", row.indent == self.indent, self.gap, row.gap == self.gap, row.plain)

    def kinship(self, row: Row) -> int:
        """How much of the line's words the main run uses too: 0 to 4."""
        if not self.words or row.look.length < 2:
            return 0
        words = _tokens(row.text)
        if len(words) < 2:
            return 0
        return bisect_right(_KINSHIP, 100 * len(words & self.words) // len(words))


def _sums(values: Sequence[int]) -> list[int]:
    """Sums of the first 0, 1, 2, … values."""
    return list(accumulate(values, initial=0))


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

    def facts(self, row: Row, side: str, text5: int, size: int) -> Facts:
        under = self.section if self.section and self.age <= 12 else "-"
        return ("story", under, bisect_right(_STEPS, self.dated), self.passed, side, row.plain, text5, size)

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


def places(found: Sequence[Row]) -> list[tuple[Facts, ...]]:
    """For each row, the facts of where it stands."""
    first, last = main_run(found)
    wide_first, wide_last = main_run(found, 0.15)
    habits, reader = _Habits(found, first, last), _Reader()
    count = len(found)
    text = _sums([min(row.look.width, 400) if row.plain == "solid" else 0 for row in found])
    whole = text[-1] or 1
    lists = _sums([1 if row.bullet else 0 for row in found])
    times = Counter(row.text for row in found)
    heads = Counter(row.text[:6] for row in found)
    tails = Counter(row.text[-8:] for row in found)
    solid = [row.plain == "solid" for row in found]
    above, below = _distances(solid), _distances(solid[::-1])[::-1]
    size = bisect_right(_COUNTS, count)
    made: list[tuple[Facts, ...]] = []
    for i, row in enumerate(found):
        k, plain = row.look, row.plain
        side, far = _run(i, first, last)
        wide = "before" if i < wide_first else "after" if i > wide_last else "in"
        here, after = text[i], text[i + 1]
        b2 = bisect_right(_VOLUMES, here - text[i - 2 if i > 2 else 0])
        b5 = bisect_right(_VOLUMES, here - text[i - 5 if i > 5 else 0])
        b15 = bisect_right(_VOLUMES, here - text[i - 15 if i > 15 else 0])
        a2 = bisect_right(_VOLUMES, text[i + 3 if i + 3 < count else count] - after)
        a5 = bisect_right(_VOLUMES, text[i + 6 if i + 6 < count else count] - after)
        a15 = bisect_right(_VOLUMES, text[i + 16 if i + 16 < count else count] - after)
        close = bisect_right(_CLOSE, b5 + a5)
        seen, left = bisect_right(_SHARES, 20 * here // whole), bisect_right(_SHARES, 20 * (text[-1] - after) // whole)
        listed = bisect_right(_LISTED, lists[i + 4 if i + 4 < count else count] - lists[i - 3 if i > 3 else 0])
        since, until = bisect_right(_STEPS, above[i]), bisect_right(_STEPS, below[i])
        gap = found[i + 1].gap if i + 1 < count else 2
        copies = min(3, times[row.text]), min(4, heads[row.text[:6]]), min(4, tails[row.text[-8:]])
        made.append(
            (
                ("volume", plain, b2, a2, b5, a5, b15, a15),
                ("run", plain, side, far, wide, since, until, row.gap, gap),
                ("share", plain, wide, seen, left, a5, b5),
                ("shape", k.length, k.end == "stop", close, wide, row.bullet, listed, k.cue),
                ("copies", plain, *copies, close),
                ("kin", plain, habits.kinship(row), wide, min(2, row.text.count("\t")), close),
                reader.facts(row, side, a5, size),
                habits.facts(row),
            )
        )
        reader.step(row, i == first, i > first)
    return made


def _volume(plain: str, b2: int, a2: int, b5: int, a5: int, b15: int, a15: int) -> Iterator[str]:
    yield f"text2 {b2} {a2} {plain}"
    yield f"text5 {b5} {a5} {plain}"
    yield f"text15 {b15} {a15} {plain}"
    yield f"above {b2} {b15} {plain}"
    yield f"below {a2} {a15} {plain}"


def _place(
    plain: str, side: str, far: int, wide: str, since: int, until: int, gap_above: int, gap_below: int
) -> Iterator[str]:
    yield f"run {side} {far} {plain}"
    yield f"wide {wide} {side} {plain}"
    yield f"gaps {gap_above} {gap_below} {plain}"
    yield f"since {since} until {until} {plain}"


def _share(plain: str, wide: str, seen: int, left: int, text_below: int, text_above: int) -> Iterator[str]:
    yield f"left {left} {wide} {plain}"
    yield f"seen {seen} {wide} {plain}"
    yield f"seen {seen} text {text_below}"
    yield f"left {left} text {text_above}"


def _shape(length: int, stop: bool, close: int, wide: str, bullet: str, listed: int, cue: str) -> Iterator[str]:
    yield f"length {length} {stop} text {close}"
    yield f"length {length} wide {wide}"
    yield f"bullet {bullet} lists {listed} text {close}"
    yield f"cue {cue} text {min(1, close) if cue else close}"


def _copies(plain: str, times: int, heads: int, tails: int, close: int) -> Iterator[str]:
    yield f"times {times} {plain}"
    yield f"heads {heads} {plain} text {close}"
    yield f"tails {tails} {plain}"


def _kin(plain: str, kin: int, wide: str, cells: int, close: int) -> Iterator[str]:
    yield f"kin {kin} {plain}"
    yield f"kin {kin} {wide}"
    yield f"cells {cells} text {close}"


def _story(under: str, dated: int, passed: str, side: str, plain: str, text5: int, size: int) -> Iterator[str]:
    yield f"under {under} {plain if under != '-' else ''}"
    yield f"dated {dated} {side} {plain}"
    yield f"passed {passed} {plain}"
    yield f"passed {passed} text {text5}"
    yield f"lines {size} {side}"


def _habit(indent: str, same_indent: bool, gap: int, same_gap: bool, plain: str) -> Iterator[str]:
    if indent:
        yield f"indent {'same' if same_indent else 'other'} {indent} {plain}"
        yield f"gap {'same' if same_gap else 'other'} {gap} {plain}"


_GROUPS: dict[str, Callable[..., Iterator[str]]] = {
    "volume": _volume,
    "run": _place,
    "share": _share,
    "shape": _shape,
    "copies": _copies,
    "kin": _kin,
    "story": _story,
    "habit": _habit,
}


def clues_of(facts: Facts) -> Iterator[str]:
    """The clues that ``facts`` stand for."""
    return _GROUPS[str(facts[0])](*facts[1:])
