"""Rows of numbers that lead to the pages of a work, behind the text: 1 [2] [3]."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.notes import leads_on
from ..addresses import parts_of
from ..extraction import LineKind
from ..html.block import Block

_ROW = re.compile(r"\D{0,12}?\s*((?:\d{1,2}\s+)+\d{1,2})\s*\D{0,12}")
_REACH = 12
"""Blocks behind the text among which a row of page numbers begins."""
_BESIDE = 2
"""Blocks between a row and the button that leads on."""
_MOST = 40
_LONGEST_TITLE = 60
_LEADS_BACK = re.compile(r"前の?(?:ページ|頁|へ)|prev", re.I)
_LAST_PART = re.compile(r"(?:[/_-](?:page[_/-]?)?\d{1,2})?(?:\.\w{2,5})?/?\Z")
"""What counts the pages of a work in their addresses: /koen/3, /koen_3.html."""


def behind_text(blocks: Sequence[Block], last: int, reach: int) -> Sequence[Block]:
    """The blocks behind the text up to a heading: below it stand the pages of comments or of a list."""
    behind = blocks[last + 1 : last + 1 + reach]
    return behind[: next((n for n, block in enumerate(behind) if block.kind is LineKind.HEADING), reach)]


def _row_in(text: str) -> int:
    """The last number of a row that is all of ``text``; 0 without one."""
    row = _ROW.fullmatch(text)
    numbers = [int(number) for number in row[1].split()] if row else []
    return len(numbers) if _counts(numbers) else 0


def numbered_pages(blocks: Sequence[Block], last: int) -> tuple[int, int] | None:
    """Read a row of numbers behind the text's last block: the one that is no link is the page itself."""
    row: list[Block] = []
    for block in behind_text(blocks, last, _REACH + _MOST):
        if block.text == str(len(row) + 1) and (not row or block.place.parent is row[0].place.parent):
            row.append(block)
        elif row:
            break
    here = [number for number, block in enumerate(row, 1) if not block.links]
    if len(row) > 1 and len(here) == 1:
        return here[0], len(row)
    near = range(last + 1, last + 1 + len(behind_text(blocks, last, _REACH)))
    return next(filter(None, (_in_one_block(number, blocks) for number in near)), None)


def _in_one_block(number: int, blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Read a row in one block: beside its links stands the page's own number alone.

    Where no number is a link, the first page is the one beside which a button leads on and none back.
    """
    block = blocks[number]
    if len(block.text) > _LONGEST_TITLE:
        return None
    labels = [label for label, _ in block.named_links()]
    linked = [int(label) for label in labels if label.isdecimal() and len(label) <= 2]
    rest = block.text
    for label in labels:
        rest = rest.replace(label, " ", 1)
    if linked and (own := re.fullmatch(r"\D{0,12}?(\d{1,2})\D{0,12}", rest)):
        numbers = sorted((*linked, int(own[1])))
        return (int(own[1]), len(numbers)) if _counts(numbers) else None
    total = 0 if block.links else _row_in(block.text)
    if not total:
        return None
    near = [b.text for b in blocks[max(0, number - _BESIDE) : number + _BESIDE + 1] if len(b.text) <= _LONGEST_TITLE]
    if any(map(leads_on, near)) and not any(map(_LEADS_BACK.search, near)):
        return 1, total
    return None


def works_of(address: str) -> frozenset[str]:
    """The addresses that a work may have of which this is a page: its own, and that without what counts pages."""
    parts = parts_of(address)
    return frozenset((f"{parts.netloc}{_LAST_PART.sub('', parts.path)}", f"{parts.netloc}{parts.path.rstrip('/')}"))


def _counts(numbers: Sequence[int]) -> bool:
    return len(numbers) > 1 and list(numbers) == list(range(1, len(numbers) + 1))
