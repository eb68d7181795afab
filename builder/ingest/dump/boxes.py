"""Boxes of links between the paragraphs: a heading such as READ MORE, and what hangs on it without a blank line."""

from __future__ import annotations

from collections.abc import Iterator

from .page import DumpPage
from .rows import Row

_HEADS = ("related", "ranking", "nav")
_MOST, _WIDEST = 6, 160


def link_boxes(page: DumpPage) -> Iterator[int]:
    """Rows inside the body that belong to such boxes, without their headings. Pages without blank lines have none."""
    index = max(page.first, 0)
    while index <= page.last:
        head = page.rows[index]
        index += 1
        if not head.gap or head.cue not in _HEADS or head.look.length > 3:
            continue
        start = index
        while index <= page.last and not page.rows[index].gap:
            index += 1
        box = page.rows[start:index]
        if index <= page.last and len(box) <= _MOST and all(map(_is_link, box)):
            yield from range(start, index)


def _is_link(row: Row) -> bool:
    return row.width <= _WIDEST and (row.look.end != "stop" or row.text[-1] in "?？!！")
