"""The title of a dump, found by comparing candidates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, repeat

from ...text.bylines import find_byline
from ...text.names import is_person_name
from .labels import is_menu, is_series, names_section
from .page import DumpPage, tokens
from .rows import Row

_ABOVE, _INTO = 24, 3
_CRUMBS = re.compile(r"\s[>›»＞]\s")
_STOP = "。．、."
_WIDTHS = (8, 14, 22, 32, 50, 80, 120, 170)
_UNDER_LABEL = 2.5
"""What speaks for a line right under the name of a section or column, beside the learned clues."""
_BARE_NAME, _BY_LINE = 1.5, 3.0
"""What speaks against a name, and against a by-line, right under a line that may be the title."""
_NEAR, _BEFORE = 5, 6
"""Rows below a candidate, and above it, that are looked at."""
_OVER = 3
"""Rows over the body among which a short headline keeps the body's first sentence from being the title."""
_STEPS = (1, 2, 3, 4, 6, 9, 16)


@dataclass(frozen=True, slots=True)
class Titled:
    """A candidate for the title: its row, its text, and how much speaks for it."""

    row: int
    text: str
    score: float


@cache
def _weights() -> dict[str, float]:
    text = (files("builder.data") / "title_weights.tsv").read_text(encoding="utf-8")
    rows = [line.rsplit("\t", 1) for line in text.splitlines() if not line.startswith("#")]
    return {clue: float(weight) for clue, weight in rows}


def _is_plausible(row: Row) -> bool:
    plain = 24 <= row.width <= 200 and not (row.bullet or row.cue) and row.text[-1] not in _STOP
    return plain and not row.look.date


def _end(row: Row) -> str:
    last = row.text[-1]
    if last in "。．、" or (last == "." and not row.text.endswith("..")):
        return "stop"
    return "question" if last in "?？!！" else row.look.end


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


def _near_clues(page: DumpPage, index: int, seen: Seen) -> Iterator[str]:
    """Clues of the lines around a candidate."""
    rows, plausible = page.rows, seen.plausible
    reach = seen.dated[bisect_right(seen.dated, index)] - index
    if reach <= _NEAR:
        yield f"date below {min(3, reach)}"
    end = max(index + 1, min(page.first, index + _NEAR))
    yield f"plausible above {min(2, plausible[index] - plausible[max(0, index - _BEFORE)])}"
    yield f"plausible below {min(2, plausible[end] - plausible[index + 1])}"
    following = rows[index + 1] if index + 1 < len(rows) else None
    if following:
        size = bisect_right(_WIDTHS, following.width)
        yield f"then {size} {_end(following)}"
        yield f"gaps {rows[index].gap} {following.gap}"
        yield f"then longer {following.width > 1.2 * rows[index].width}"
        if not seen.signed.isdisjoint((index + 1, index + 2, index + 3)):
            yield "by-line below"
    if index and rows[index - 1].width < 24:
        yield "label above"


def clues(page: DumpPage, index: int, seen: Seen) -> Iterator[str]:
    """What speaks for and against row ``index`` being the title, as names that ``data/title_weights.tsv`` knows."""
    yield from _ready_clues(page, index, seen)
    yield from _word_clues(page, index)


def _ready_clues(page: DumpPage, index: int, seen: Seen) -> Iterator[str]:
    """Clues of how a candidate looks, where it stands and what is around it."""
    row = page.rows[index]
    k = row.look
    size = bisect_right(_WIDTHS, k.width)
    yield f"width {size}"
    yield f"end {_end(row)} {size > 4}"
    distance = page.first - index
    side = "above" if distance > 0 else "body"
    yield f"{side} {bisect_right(_STEPS, abs(distance))}"
    yield f"index {bisect_right((1, 2, 4, 10), index)}"
    yield f"chance {bisect_right((5, 20, 50, 80), int(100 * page.chances[index]))} {side}"
    yield f"bullet {row.bullet[:3]}"
    yield f"cue {row.cue}"
    yield f"case {k.case} {size > 2}"
    if k.date:
        yield f"date {k.date}"
    if seen.times[row.text] > 1:
        yield "repeated"
    yield from _near_clues(page, index, seen)


def _word_clues(page: DumpPage, index: int) -> Iterator[str]:
    """Clues of what a candidate says: they take longer to find, and only the best need them."""
    row = page.rows[index]
    if row.look.width < 90 and find_byline(row.text):
        yield "by-line"
    words = tokens(row.text)
    share = sum(map(page.words.__contains__, words)) / len(words) if words else 0.0
    side = "above" if index < page.first else "body"
    yield f"shared {bisect_right((10, 30, 50, 70), int(100 * share))} {len(words) > 4} {side}"


@cache
def _most_of_words() -> float:
    """The most that the clues of what a line says can speak for it."""
    shared = (weight for clue, weight in _weights().items() if clue.startswith("shared "))
    return max(0.0, _weights().get("by-line", 0.0)) + max(0.0, *shared)


def _sum(clues_found: Iterable[str]) -> float:
    return sum(filter(None, map(_weights().get, clues_found)), 0.0)


def span(page: DumpPage) -> range:
    """The rows among which the title is looked for."""
    if page.first < 0:
        return range(0)
    return range(max(0, page.first - _ABOVE), min(len(page.rows), page.first + _INTO))


@lru_cache(maxsize=256)
def fits(row: Row) -> bool:
    """Whether a row could be a title at all; in Japanese one character can (旅)."""
    spoken = row.plain == "solid" and row.text[-1] in "」』"
    least = 5 if row.text.isascii() else 2
    return (
        least <= row.width <= 280
        and row.look.date != "only"
        and not spoken
        and not _CRUMBS.search(row.text)
        and not is_menu(row.text)
    )


def _heads_title(page: DumpPage, index: int) -> bool:
    """Whether the row names the section or the column, and the headline stands below."""
    text = page.rows[index].text
    if index + 1 >= page.first or not (is_series(text) or names_section(text)):
        return False
    below = page.rows[index + 1]
    return fits(below) and not below.bullet and not below.cue and find_byline(below.text) is None


def _is_under_label(page: DumpPage, index: int) -> bool:
    """Whether the row stands, between blank lines, right under the name of a section or column and near the body."""
    if not 0 < index < page.first <= index + _NEAR or not all(row.gap for row in page.rows[index - 1 : index + 2]):
        return False
    return _heads_title(page, index - 1)


def _may_head(page: DumpPage, index: int) -> bool:
    """Whether the row above the body is plain words: no by-line or name, no date, no part of the furniture."""
    row = page.rows[index]
    plain = fits(row) and not (row.bullet or row.cue or row.look.date or row.look.address)
    return plain and row.look.end != "stop" and not _heads_title(page, index) and not _names_author(row)


def _is_below_head(page: DumpPage, index: int) -> bool:
    """Whether the row stands right below one that may be the title, or below the day that stands there."""
    above = index - 1
    while above > 0 and page.rows[above].look.date == "only":
        above -= 1
    return above >= 0 and _may_head(page, above)


def _names_author(row: Row) -> float:
    """How much speaks against the row because it is a by-line, or nothing but a name."""
    line = find_byline(row.text) if row.width < 90 else None
    if line and line.form != "weak" and line.end - line.start > 0.8 * len(row.text):
        return _BY_LINE
    return _BARE_NAME if not row.text.isascii() and is_person_name(row.text, strict=True) else 0.0


def _is_first_sentence(page: DumpPage, index: int) -> bool:
    """Whether the row is a Japanese sentence of the body, and a line that may be the title stands over the body."""
    row = page.rows[index]
    if index < page.first or row.look.script not in "jc" or _end(row) != "stop":
        return False
    return any(_may_head(page, above) for above in range(max(0, page.first - _OVER), page.first))


def best_candidate(page: DumpPage) -> Titled | None:
    """The line for which most speaks, of several the first; None where no line may be the title."""
    if not span(page):
        return None
    seen = Seen.on(page)
    scored = [
        (_sum(_ready_clues(page, index, seen)) + (_UNDER_LABEL if _is_under_label(page, index) else 0.0), -index)
        for index in span(page)
        if fits(page.rows[index])
    ]
    best: Titled | None = None
    for score, place in sorted(scored, reverse=True):
        if best and score + _most_of_words() < best.score:
            break
        index = -place
        row = page.rows[index]
        if _heads_title(page, index) or _is_first_sentence(page, index):
            continue
        score += _sum(_word_clues(page, index))
        score -= _names_author(row) if _is_below_head(page, index) else 0.0
        if best is None or (score, place) > (best.score, -best.row):
            best = Titled(index, row.text, score)
    return best


def is_sentence(page: DumpPage, candidate: Titled) -> bool:
    """Whether the candidate is the body's own first sentence, or running text and all of the body: no title then."""
    row = page.rows[candidate.row]
    ends = _end(row) == "stop" or page.first == page.last
    return candidate.row >= page.first and row.plain == "solid" and ends and row.width > 90


def is_heading(page: DumpPage, candidate: Titled, taken: Set[int] = frozenset()) -> bool:
    """Whether the candidate is a heading of the text: body more likely than not, below running text that is too.

    ``taken``: rows that a rule takes are no text.
    """
    if not page.is_text(candidate.row):
        return False
    above = (i for i in page.body if i < candidate.row and i not in taken)
    return any(page.rows[i].plain == "solid" and page.is_text(i) for i in above)
