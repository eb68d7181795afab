"""A plain table -> HTML without a parser: rows of the same number of cells between bars, no alignment, no escapes."""

from __future__ import annotations

import re
from collections.abc import Callable

_ROW = r"\|(?:[^|\\\t\n]*\|)+"
_TABLE = re.compile(rf"{_ROW}\n\|(?: *-+ *\|)+(?:\n{_ROW})+\Z")


def table(block: str, inline: Callable[[str], str | None]) -> str | None:
    """HTML of a block; None where it is no such table, or ``inline`` is not certain of a cell."""
    if not _TABLE.match(block):
        return None
    head, ruler, *body = [line[1:-1].split("|") for line in block.split("\n")]
    if any(len(row) != len(head) for row in (ruler, *body)):
        return None
    rows = [_row("th", head, inline), *(_row("td", row, inline) for row in body)]
    if None in rows:
        return None
    return (
        f'<div class="table-scroll" tabindex="0">\n<table>\n<thead>\n{rows[0]}</thead>\n'
        f"<tbody>\n{''.join(filter(None, rows[1:]))}</tbody>\n</table>\n</div>\n"
    )


def _row(tag: str, cells: list[str], inline: Callable[[str], str | None]) -> str | None:
    shown = [inline(cell) for cell in cells]
    return None if None in shown else "".join(["<tr>\n", *(f"<{tag}>{cell}</{tag}>\n" for cell in shown), "</tr>\n"])
