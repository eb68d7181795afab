"""The lines of a dump as rows: bullet, indent and the blank lines above told apart from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...text.facts import facts
from ...text.patterns import any_of
from .cues import cues_of
from .lazy import lazy
from .looks import Look, look
from .page_text import PageText

_BULLET = re.compile(r"(?P<indent>\s*)(?P<mark>[•*・･●○■□◆◇▪▸►»\-–—](?=\s)|[•・･](?=\S)|\d{1,3}[.)](?=\s))\s*(?=\S)")
_MAY_START_ITEM = frozenset(" \t•*-–—・･●○■□◆◇▪▸►»\u00a00123456789")


@dataclass(eq=False)
class Row:
    """One non-blank line of a dump as it is before any judgement. Not to be changed."""

    index: int
    """0-based line of the text."""
    text: str
    """Without indent and bullet."""
    bullet: str
    """Empty for none, else dot or number; with > where it is indented by four or more."""
    indent: str
    """Empty for none, else wide (an ideographic space), some or deep."""
    gap: int
    """Blank lines above: 0, 1, 2 (or more)."""
    width: int = 0
    """Columns: a Japanese character is two wide."""
    cue: str = ""
    """What its words are for: share, related, legal … (``data/cues.yaml``); with ~ where they stand inside it."""

    @lazy
    def look(self) -> Look:
        """What the line looks like by itself."""
        return look(self.text, self.width)


class Rows(list[Row]):
    """Rows, with their text as one."""

    text: PageText


@cache
def _day() -> re.Pattern[str]:
    """A day that begins as a numbered item does: 4. März 2021."""
    months = any_of([name for names in facts("dates")["months"].values() for name in names])
    return re.compile(rf"\s*\d{{1,2}}\.\s+(?:{months})\.?\s+\d{{4}}\b", re.IGNORECASE)


def _item_mark(raw: str) -> re.Match[str] | None:
    """The bullet or number, and the blanks around it, that a line begins with as items do."""
    mark = _BULLET.match(raw) if raw[0] in _MAY_START_ITEM else None
    return None if mark and raw[mark.start("mark")].isdigit() and _day().match(raw) else mark


def rows(lines: Sequence[str]) -> Rows:
    """The non-blank lines among ``lines``."""
    found = Rows()
    gap = 2
    for index, raw in enumerate(lines):
        text = raw.strip()
        if not text:
            gap = min(2, gap + 1)
            continue
        head = raw[0]
        bullet = indent = ""
        if m := _item_mark(raw):
            bullet = "number" if raw[m.start("mark")].isdigit() else "dot"
            if m.start("mark") > 3:
                bullet += ">"
            text = raw[m.end() :].rstrip()
        elif head == "\u3000":
            indent = "wide"
        elif head.isspace():
            indent = "deep" if raw[:4].isspace() else "some"
        found.append(Row(index, text, bullet, indent, gap))
        gap = 0
    found.text = PageText([row.text for row in found])
    for row, width, cue in zip(found, found.text.look_widths, cues_of(found.text), strict=True):
        row.width, row.cue = width, cue
    return found
