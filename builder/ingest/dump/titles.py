"""The title of a dump, found by comparing candidates; and the section's label beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.bylines import find_byline
from .model import Side
from .page import DumpPage, tokens
from .rows import Row

_ABOVE, _INTO = 30, 3
_CRUMB = re.compile(r"\s*(?:>|›|»|＞|≫|→|/|\|)\s*")
_STOP = "。．、"


@dataclass(frozen=True, slots=True)
class Titled:
    """A candidate for the title: its row, its text, and how much speaks for it."""

    row: int
    text: str
    score: float


def _candidate(page: DumpPage, index: int) -> Titled | None:
    row = page.rows[index]
    k = row.look
    if not 6 <= k.width <= 260 or k.date == "only" or (k.case == "loud" and k.width < 20):
        return None
    if index > page.first and k.solid and k.width > 140:
        return None
    score = 0.0
    score += -3.0 if k.width < 12 else -1.0 if k.width < 22 else 0.6 if k.width < 170 else -1.5
    score -= 4.0 if row.text[-1] in _STOP or (row.text[-1] == "." and k.stops) else 0.0
    score -= 0.8 if row.text[-1] == "." else 0.0
    score -= 2.0 if k.cue and "~" not in k.cue else 0.5 if k.cue else 0.0
    score -= 2.0 if row.bullet else 0.0
    score -= 1.0 if k.date else 0.0
    distance = page.first - index
    score -= 0.12 * distance if distance > 0 else 0.5 * -distance
    words = tokens(row.text)
    score += 4.0 * sum(w in page.words for w in words) / max(4, len(words)) if distance >= 0 else 1.5
    below = page.rows[index + 1].gap if index + 1 < len(page.rows) else 2
    score += 0.4 * (row.gap > 0) + 0.4 * (below > 0)
    score += 1.2 if index == 0 else 0.0
    return Titled(index, row.text, score)


def _repeated(page: DumpPage) -> frozenset[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for row in page.rows:
        (twice if row.text in seen else seen).add(row.text)
    return frozenset(twice)


def candidates(page: DumpPage) -> list[Titled]:
    """Lines that may be the title, best first."""
    if page.first < 0:
        return []
    made: list[Titled] = []
    twice = _repeated(page)
    end = min(len(page.rows), page.first + _INTO)
    for index in range(max(0, page.first - _ABOVE), end):
        found = _candidate(page, index)
        if found is None:
            continue
        score = found.score + (0.8 if found.text in twice else 0.0)
        ahead = page.rows[index + 1 : index + 6]
        score += 0.8 if any(r.look.date in ("only", "date") and r.look.width < 100 for r in ahead) else 0.0
        if page.verdicts[index].side is Side.BODY:
            score -= 0.8 * page.verdicts[index].body
        if page.rows[index].look.width < 90 and find_byline(found.text):
            score -= 3.0
        made.append(Titled(index, found.text, score))
    return sorted(made, key=lambda t: (-t.score, t.row))


def section_label(page: DumpPage, title: int) -> tuple[str, int]:
    """The label of the page's section or column and its row; ("", -1) where none stands by the title."""
    for index in range(title - 1, max(-1, title - 4), -1):
        row = page.rows[index]
        crumbs = [c for c in _CRUMB.split(row.text) if c]
        if len(crumbs) > 1 and row.look.width < 120 and row.look.end != "stop":
            crumbs = [c for c in crumbs if c not in ("記事", "本文", page.rows[title].text)]
            if len(crumbs) > 1:
                return crumbs[-1].strip(), index
        if _is_label(page, row, index):
            return row.text, index
    return "", -1


def _is_label(page: DumpPage, row: Row, index: int) -> bool:
    k = row.look
    if not 2 <= k.width <= 28 or row.bullet or k.date or k.end in ("stop", "dots", "comma") or k.digits not in ("0",):
        return False
    if k.cue not in ("", "nav") or k.address:
        return False
    alone = index == 0 or row.gap > 0 or page.rows[index - 1].look.width > 40
    return alone and find_byline(row.text) is None
