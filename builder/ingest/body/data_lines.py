"""Lines that a page's programs read: numbers, moments to the second and addresses, left in a box that is not shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extraction import LineKind
from ..html.block import Block

_MOMENT = re.compile(r"\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d")
_LEAST = 3


def data_lines(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Return the chosen paragraphs of one line that holds several moments to the second; none where that is all.

    A sentence may tell such moments too, and a program or a table is meant to be seen.
    """
    found = {n for n in chosen if blocks[n].kind is LineKind.PARAGRAPH and _is_data(blocks[n].text)}
    return found if len(found) < len(chosen) else set()


def _is_data(text: str) -> bool:
    if "\n" in text or "。" in text or text.endswith(".") or text.count(":") < 2 * _LEAST:
        return False
    return len(_MOMENT.findall(text)) >= _LEAST
