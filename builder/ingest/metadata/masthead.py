"""Lines of an old page that the body's finder took with the text: what stands over the headline, day and name below.

Pages without names for their parts give it little to go by; the headline, once found, tells where the text begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...text.dates import find_dates
from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block
from .title_parts import known_sections

_LONGEST = 60
_PROSE = 40
_MOST_ABOVE = 8
_MOST_BELOW = 4
_CLOSE = 8
"""Blocks between a headline and the text, where the text does not hold it."""
_BESIDE_DAYS = re.compile(
    r"(?:(?:最終)?更新|公開|掲載|投稿|配信|発行|作成|登録)日?時?|(?:last )?(?:updated|modified)|published|posted"
    r"|(?<!\w)付け?(?=[朝夕]刊|\W|\Z)|[朝夕]刊|[\s:：|｜/／()（）,・-]+",
    re.I,
)
"""What a line that dates the page may hold beside the days."""
_ENDS = ("。", ".", "」", "…", "！", "？")


@dataclass(frozen=True, slots=True)
class Masthead:
    """Indexes of blocks among the body's."""

    above: tuple[int, ...] = ()
    """Over the headline: the outlet's name, menus, the column."""
    below: tuple[int, ...] = ()
    """Between the headline and the text: day, name, a lead."""
    days: tuple[int, ...] = ()
    """Of those below, the ones that hold a day and nothing else, but for the section."""


def find_masthead(blocks: Sequence[Block], body: Sequence[int], title_block: int) -> Masthead:
    """Return the lines with which a body begins at its own headline; none where text stands over that."""
    if title_block < 0 or not body or body[0] > title_block + _CLOSE:
        return Masthead()
    above = tuple(n for n in body if n < title_block)
    if len(above) > _MOST_ABOVE or any(not _is_short(blocks[n]) for n in above):
        return Masthead()
    below: list[int] = []
    for number in (n for n in body if n > title_block):
        if not _is_short(blocks[number]) or len(blocks[number].text) >= _PROSE:
            break
        below.append(number)
    if len(below) > _MOST_BELOW:
        return Masthead(above)
    return Masthead(above, tuple(below), tuple(n for n in below if _is_day(blocks[n].text)))


def _is_short(block: Block) -> bool:
    """Is it a line of its own, and no sentence?"""
    kinds = (LineKind.PARAGRAPH, LineKind.HEADING, LineKind.ITEM, LineKind.IMAGE)
    return block.kind in kinds and len(block.text) <= _LONGEST and not block.text.endswith(_ENDS)


def beside_days(text: str) -> str | None:
    """What a line holds besides days and the words that announce them; None where it holds no day, or is long."""
    told = find_dates(text) if len(text) <= _LONGEST else ()
    for found in reversed(told):
        text = text[: found.start] + text[found.end :]
    return _BESIDE_DAYS.sub("", text) if told else None


def _is_day(text: str) -> bool:
    beside = beside_days(text)
    return beside == "" or (beside is not None and squeeze(beside).removesuffix("面") in known_sections())
