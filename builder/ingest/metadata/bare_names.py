"""Names that nothing announces: it is where they stand, and what else the page says, that makes them by-lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.bylines import find_byline
from ...text.dates import find_dates
from ...text.profile_lines import KANA_NAME, tells_of_a_life
from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block
from .author_marks import Hit, is_in_menu
from .persons import Persons

_READING = re.compile(rf"[（(\u3000 ]{KANA_NAME}(?:[）)\u3000 。]|$)")
LONGEST_SIGNED = 28
"""Characters of a name, and of a day beside it."""
_LONGEST_LINE = 40
_LONGEST_LIFE = 160
_PROSE = 40
"""Letters of a paragraph of the text."""


def dated_name(number: int, blocks: Sequence[Block], persons: Persons) -> Hit | None:
    """Read a bare name that stands with a day or an issue: on one line, or the one over or under the other."""
    text = blocks[number].text
    if len(text) > 80 or blocks[number].kind in (LineKind.HEADING, LineKind.ITEM):
        return None
    names = persons.bare(text)
    if not names or is_in_menu(names[0].name, blocks):
        return None
    near = [blocks[n].text for n in (number - 1, number + 1) if 0 <= n < len(blocks)]
    if find_dates(text):
        return names, f"block {number + 1} name and date", 0.66, number
    if any(len(t) < 60 and (find_dates(t) or _names_issue(t)) for t in near):
        return names, f"block {number + 1} name by date", 0.62, number
    return None


def _names_issue(text: str) -> bool:
    return any(found.label == "issue" for found in find_dates(text, partial=True))


def under_title(number: int, blocks: Sequence[Block], persons: Persons) -> Hit | None:
    """Read a bare Japanese name that is all that stands between the headline and the text."""
    block = blocks[number]
    if (
        block.kind is not LineKind.PARAGRAPH
        or block.text.isascii()
        or len(block.text) > LONGEST_SIGNED
        or block.link_chars
    ):
        return None
    names = persons.bare(block.text)
    below = next((b for b in blocks[number + 1 :] if b.text and b.link_chars <= len(b.text) / 2), None)
    if not names or below is None or not (_is_prose(below) or find_byline(below.text)):
        return None
    return names, f"block {number + 1} under the title", 0.62, number


def _is_prose(block: Block) -> bool:
    return block.kind in (LineKind.PARAGRAPH, LineKind.QUOTE) and len(block.text) >= _PROSE


def told_elsewhere(number: int, blocks: Sequence[Block], persons: Persons) -> Hit | None:
    """Read a bare name of unusual characters that another line of the page tells of: with its reading, or a life.

    It stands where by-lines stand, apart from a day and the outlet's name alone in its block.
    """
    block = blocks[number]
    if len(block.text) > _LONGEST_LINE or block.text.isascii() or block.kind in (LineKind.HEADING, LineKind.ITEM):
        return None
    names = persons.bare(block.text, strict=False)
    if len(names) != 1 or is_in_menu(names[0].name, blocks):
        return None
    key = squeeze(names[0].name)
    if not any(_tells_of(key, blocks, other) for other in range(len(blocks)) if other != number):
        return None
    return names, f"block {number + 1} name told of", 0.68, number


def _tells_of(key: str, blocks: Sequence[Block], number: int) -> bool:
    """Does the block at ``number`` begin with the name, and tell its reading or of a life, there or in the next?"""
    text = blocks[number].text
    if not squeeze(text[: 2 * len(key)]).startswith(key):
        return False
    if len(squeeze(text)) == len(key):
        text = "\n".join((text, *(b.text for b in blocks[number + 1 : number + 2])))
    return _READING.search(text[:_LONGEST_LINE]) is not None or tells_of_a_life(text[:_LONGEST_LIFE])
