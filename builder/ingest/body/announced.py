"""Sections under links that a text announces: by their number (五つの宿を紹介する, 港の宿5選), or each by its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...text.facts import facts
from ...text.numerals import NARROW, number
from ...text.patterns import any_of
from ..html.block import Block
from .looks import squeeze

_REACH = 20
"""Letters between a number and the word that says what is done with so many."""
_MOST_NAMED = 0.8
"""Share of the sections that must be named."""


def are_announced(count: int, links: Sequence[Block], before: Sequence[Block]) -> bool:
    """Whether what stands over so many sections says that they follow; ``links`` are those that head them."""
    text = "\n".join(block.text for block in before)
    if count in {number(found) for found in _counted().findall(text.translate(NARROW))}:
        return True
    names = (squeeze(next(iter(block.named_links()), (block.text, ""))[0]) for block in links)
    told = squeeze(text)
    return sum(bool(name) and name in told for name in names) >= _MOST_NAMED * len(links)


@cache
def _counted() -> re.Pattern[str]:
    words = facts("box_heads")
    picked, counted, told = (any_of(words[key]) for key in ("picked", "counted", "announced"))
    return re.compile(
        rf"(?<![第0-9])([0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:(?:{picked})(?!挙)|(?:{counted})[^。\n]{{0,{_REACH}}}(?:{told}))"
    )
