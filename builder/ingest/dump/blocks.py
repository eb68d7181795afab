"""Kept lines of a dump -> Lines with a kind: headings told by their look, lists kept lists, the rest paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...text.escaping import escape_line
from ..draft import Line, LineKind
from ..formats import html_inline as inline
from .aozora import Notation
from .rows import Row

_PARTING = 40
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s")


def as_line(row: Row, raw: str, notation: Notation) -> Line:
    """The row as a Line of the draft, before anything is decided about it."""
    marked = notation.marked(row.text) if notation.is_used else None
    plain = row.text if marked is None else inline.plain(marked)
    written = escape_line(row.text) if marked is None else inline.markdown(marked, ())
    if not row.bullet:
        return Line(row.index + 1, plain, written)
    number = _NUMBER.match(raw)
    mark = f"{number[1]}." if number and row.bullet.startswith("number") else "-"
    text = plain if mark == "-" else raw.strip()
    level = 2 if row.bullet.endswith(">") else 1
    return Line(row.index + 1, text, f"{mark} {written}", LineKind.ITEM, level)


def _is_heading(row: Row, before: Row | None, after: Row | None) -> bool:
    k = row.look
    if row.bullet or k.width > 64 or k.width < 3 or k.date == "only" or k.address or after is None:
        return False
    if k.end in ("stop", "comma", "dots", "colon") and not row.text.endswith(("?", "？", "!", "！")):
        return False
    if k.end == "bracket" and row.text[-1] in ")）]］" and k.width > 40:
        return False
    if row.text[0] in '「『（(“"' and row.text[-1] in '」』）)”"' and k.end == "stop":
        return False
    if row.gap == 0 and before is not None and before.width < 100:
        return False
    longer = after.look.solid or after.width > max(60, 2 * k.width)
    return (longer or _parts(row, before, after)) and not after.bullet


def _parts(row: Row, before: Row | None, after: Row) -> bool:
    """Whether the row stands apart between the end of one sentence and the whole of the next, however short."""
    apart = before is not None and before.look.end == "stop" and row.gap > 0 and after.gap > 0
    return apart and row.width <= _PARTING and row.look.end == "letter" and after.look.end == "stop"


def with_headings(lines: Sequence[Line], kept: Sequence[Row]) -> list[Line]:
    """``lines`` of ``kept`` rows, short unpunctuated ones above running text made headings."""
    made: list[Line] = []
    for place, (line, row) in enumerate(zip(lines, kept, strict=True)):
        before = kept[place - 1] if place else None
        after = kept[place + 1] if place + 1 < len(kept) else None
        if line.kind is LineKind.PARAGRAPH and _is_heading(row, before, after):
            line = replace(line, kind=LineKind.HEADING, level=2)
        elif line.kind is LineKind.ITEM and line.level > 1 and not any(x.kind is LineKind.ITEM for x in made[-1:]):
            line = replace(line, level=1)
        made.append(line)
    return made
