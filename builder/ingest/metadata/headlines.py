"""Headlines of pages whose head does not state them: of diaries, and of pages made before there were styles."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from ...text.bylines import find_byline
from ...text.dates import find_dates
from ...text.names import is_organisation, is_person_name
from ...text.notes import series_place
from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block
from .home_links import leads_home
from .title_parts import known_sections

STRONG_SEPARATOR = re.compile(r"\s*[|｜«»＜<≪]\s*|\s+[-–—―•·/]\s+|\s+::\s+")
"""Between the parts of a stated title."""
_CLOSE = 6
"""Blocks over the text among which its headline stands."""
_SHORTEST, _LONGEST = 4, 60
"""Letters of a bold headline."""
_PROSE = 40
"""Letters from which on a block is text."""
_LONGEST_DAY = 24


def first_prose(blocks: Sequence[Block], body_start: int) -> int:
    """Return the first block of the body that is text; the body's first where it has none."""
    return next((n for n in range(max(0, body_start), len(blocks)) if len(blocks[n].text) >= _PROSE), body_start)


def large_line(
    blocks: Sequence[Block], body_start: int, stated: Sequence[str], site_names: Sequence[str]
) -> int | None:
    """Return, where no heading stands over the text, the line in larger type right over it; in bold, if none is stated.

    So were pages made before there were styles. Between it and the text stand short lines alone, such as the day.
    """
    if body_start < 0:
        return None
    prose = first_prose(blocks, body_start)
    if len(blocks[prose].text) < _PROSE or any(block.kind is LineKind.HEADING for block in blocks[: prose + 1]):
        return None
    text = blocks[prose].size
    sites = {squeeze(name) for name in site_names}
    close = range(prose - 1, max(-1, prose - _CLOSE), -1)
    large = [n for n in close if _is_set_off(blocks[n], text, bold=not stated) and _may_be_headline(blocks[n], sites)]
    if not large or any(len(blocks[n].text) >= _PROSE for n in range(large[0] + 1, prose)):
        return None
    found = large[0]
    for number in large[1:]:  # a subtitle stands in smaller type below
        if number != found - 1 or blocks[number].size < blocks[found].size:
            break
        found = number
    return found


def _is_set_off(block: Block, plain: int, *, bold: bool) -> bool:
    """Is it in larger type, or in ``bold`` where that will do?"""
    return block.size > plain or (bold and block.strong_chars >= 0.95 * len(block.text))


def _may_be_headline(block: Block, sites: Set[str]) -> bool:
    key = squeeze(block.text)
    if block.kind is not LineKind.PARAGRAPH or block.link_chars or not _SHORTEST <= len(key) <= _LONGEST:
        return False
    told = key in sites or key in known_sections() or is_organisation(block.text) or find_byline(block.text) is not None
    return not (told or block.text.endswith("。") or is_day(block.text) or is_person_name(block.text, strict=True))


def headings(blocks: Sequence[Block], body_start: int) -> list[int]:
    """Return the headings as they come in question for the title where nothing is stated: close over the text first."""
    found = [n for n, b in enumerate(blocks) if b.kind is LineKind.HEADING and not is_day(b.text) and not leads_home(b)]
    prose = first_prose(blocks, body_start)
    close = [n for n in reversed(found) if prose - _CLOSE <= n <= prose]
    return [*close, *found]


def names_no_article(stated: str) -> bool:
    """Whether it tells the day or the column, and perhaps the outlet: 2009-10-17 - 架空日記, 港の声　第3回."""
    parts = STRONG_SEPARATOR.split(stated)
    return len(parts) <= 2 and (any(map(is_day, parts)) or series_place(parts[0]) is not None)


def is_day(text: str) -> bool:
    """Whether it is a day and nothing else, as diaries call their entries."""
    if len(text) > _LONGEST_DAY or (not text[-1:].isdigit() and not text.endswith(("日", ")", "）"))):
        return False
    days = find_dates(text)
    return bool(days) and not text.replace(text[days[0].start : days[0].end], "", 1).strip(" \u3000の-–—")
