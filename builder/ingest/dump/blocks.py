"""Kept lines of a dump -> Lines with a kind: headings told by their look, lists kept lists, the rest paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.escaping import escape_line
from ..extraction import Line, LineKind
from ..html import inline
from .aozora import Notation
from .rows import Row

_PARTING = 40
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s")


def as_lines(rows: Sequence[Row], source: Sequence[str], notation: Notation) -> list[Line]:
    """The rows as Lines of the draft, before anything is decided about them; their Markdown is not written yet."""
    made: list[Line] = []
    for row in rows:
        text = notation.plain(row.text) if notation.is_used else row.text
        if not row.bullet:
            made.append(Line(row.index + 1, text, text))
            continue
        if _mark(row, source[row.index]) != "-":
            text = source[row.index].strip()
        made.append(Line(row.index + 1, text, text, LineKind.ITEM, 2 if row.bullet.endswith(">") else 1))
    return made


def _mark(row: Row, raw: str) -> str:
    """What an item of a list begins with: its number, else a dash."""
    number = _NUMBER.match(raw) if row.bullet.startswith("number") else None
    return f"{number[1]}." if number else "-"


def _markdown(row: Row, raw: str, notation: Notation) -> str:
    marked = notation.marked(row.text) if notation.is_used else None
    written = escape_line(row.text) if marked is None else inline.markdown(marked, ())
    return f"{_mark(row, raw)} {written}" if row.bullet else written


def _is_heading(row: Row, before: Row | None, after: Row | None) -> bool:
    k = row.look
    if row.bullet or k.width > 64 or k.width < 3 or k.date == "only" or k.address or after is None:
        return False
    if k.end in ("stop", "comma", "dots", "colon") and not row.text.endswith(("?", "？", "!", "！")):
        return False
    if k.end == "bracket" and row.text[-1] in ")）]］" and k.width > 40:
        return False
    if row.gap == 0 and before is not None and before.width < 100:
        return False
    longer = after.look.solid or after.width > max(60, 2 * k.width)
    return (longer or _parts(row, before, after)) and not after.bullet


def _parts(row: Row, before: Row | None, after: Row) -> bool:
    """Whether the row stands apart between the end of one sentence and the whole of the next, however short."""
    apart = before is not None and before.look.end == "stop" and row.gap > 0 and after.gap > 0
    return apart and row.width <= _PARTING and row.look.end == "letter" and after.look.end == "stop"


def as_blocks(draft: Sequence[Line], kept: Sequence[Row], source: Sequence[str], notation: Notation) -> list[Line]:
    """The lines ``draft`` of the rows that are ``kept``, as Markdown.

    Short unpunctuated ones above running text are made headings. ``source``: the lines of the dump.
    """
    made: list[Line] = []
    within = False  # a list, as the line above was
    for place, (line, row) in enumerate(zip(draft, kept, strict=True)):
        before = kept[place - 1] if place else None
        after = kept[place + 1] if place + 1 < len(kept) else None
        kind, level = line.kind, line.level
        if kind is LineKind.PARAGRAPH and _is_heading(row, before, after):
            kind, level = LineKind.HEADING, 2
        elif kind is LineKind.ITEM and not within:
            level = 1
        within = kind is LineKind.ITEM
        made.append(Line(line.number, line.text, _markdown(row, source[row.index], notation), kind, level))
    return made
