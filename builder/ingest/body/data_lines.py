"""Lines that a page's programs read: numbers, moments to the second and addresses, left in a box that is not shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formats.html_block import Block

_MOMENT = re.compile(r"\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d")
_LEAST = 3


def data_lines(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Return the chosen blocks of one line that holds several moments to the second; none where that is all."""
    found = {n for n in chosen if _is_data(blocks[n].text)}
    return found if len(found) < len(chosen) else set()


def _is_data(text: str) -> bool:
    return "\n" not in text and text.count(":") >= 2 * _LEAST and len(_MOMENT.findall(text)) >= _LEAST
