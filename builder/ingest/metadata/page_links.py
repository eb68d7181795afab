"""Page n of m where only a row of numbers says so, 1 [2] [3]: the one that is no link is the page itself."""

from __future__ import annotations

from collections.abc import Sequence

from ..formats.html_block import Block

_REACH = 12
_MOST = 40


def numbered_pages(blocks: Sequence[Block], last: int) -> tuple[int, int] | None:
    """Return the page and how many there are, from the list of numbers behind the text.

    Args:
        blocks: All blocks.
        last: Index of the body's last block.
    """
    row: list[Block] = []
    for block in blocks[last + 1 : last + 1 + _REACH + _MOST]:
        if block.text == str(len(row) + 1) and (not row or block.place.parent is row[0].place.parent):
            row.append(block)
        elif row:
            break
    here = [number for number, block in enumerate(row, 1) if not block.links]
    return (here[0], len(row)) if len(row) > 1 and len(here) == 1 else None
