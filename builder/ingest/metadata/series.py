"""The running column an article belongs to, and its number there: 第12回, printed or stated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import SeriesPlace
from ...text.names import is_organisation, is_person_name
from ...text.notes import counts, number_in_title, series_place
from ..body.looks import squeeze
from ..extraction import Finding
from ..html.block import Block
from .head import Head
from .title import candidates
from .title_parts import known_sections

_PATH = re.compile(r"\s*[>＞»›≫]\s*")
_PART = re.compile(r"(?P<name>[^()（）]{0,19}[\u3040-\u9fff])[(（](?:[上中下]|[前中後]編|(?P<number>\d{1,2}))[)）]")
_NUMBERED_FIRST = re.compile(r"(?P<name>[^()（）]{2,24})[(（](?P<number>\d{1,3})[)）]\s*(?=\S)")
_COUNT = re.compile(r"[(（](\d{1,3})[)）]\s*(?=\S)")


def find_series(
    head: Head, blocks: Sequence[Block], title_block: int, title: str, section: Finding | None
) -> SeriesPlace | None:
    """Find the column and the number.

    Args:
        head: The page's head.
        blocks: All blocks.
        title_block: Index of the headline; -1 where it is not printed.
        title: The article's own title.
        section: The section or column that was found.
    """
    found = (
        _printed(blocks, title_block, title)
        or _stated(head, title)
        or _numbered(section, title)
        or _of_part(blocks, title_block)
        or _linked(blocks, title)
    )
    if found is None or found.number is not None:
        return found
    count = _COUNT.match(title)
    return SeriesPlace(found.name, int(count[1]) if count else number_in_title(title))


def _printed(blocks: Sequence[Block], title_block: int, title: str) -> SeriesPlace | None:
    """Read the title, and the lines around it."""
    found = series_place(title)
    if found:
        return found
    if title_block < 0:
        return None
    for number in range(max(0, title_block - 4), min(len(blocks), title_block + 3)):
        text = blocks[number].text
        if number == title_block and "\n" in text:
            found = next(filter(None, (series_place(line) for line in text.split("\n") if line != title)), None)
            if found:
                return found
        elif number != title_block and len(text) <= 60:
            path = _PATH.split(text)
            found = series_place(" ".join(path[-2:])) or _counted(blocks, number, title_block)
            if found:
                return found
    return None


def _of_part(blocks: Sequence[Block], title_block: int) -> SeriesPlace | None:
    """Read 港の力（中） on the line over or under the headline; who is 45 years old is no column."""
    for number in (title_block - 1, title_block + 1) if title_block >= 0 else ():
        part = _PART.fullmatch(blocks[number].text) if 0 <= number < len(blocks) else None
        if part and _names_column(part["name"]) and not is_person_name(part["name"], strict=True):
            return SeriesPlace(part["name"], int(part["number"]) if part["number"] else None)
    return None


def _linked(blocks: Sequence[Block], title: str) -> SeriesPlace | None:
    """Read the column and number that a headline begins with, 港の声（12）朝の市, where the page links another such."""
    opening = _NUMBERED_FIRST.match(title)
    if opening is None:
        return None
    for block in blocks:
        other = _NUMBERED_FIRST.match(block.text)
        if other and other["name"] == opening["name"] and other["number"] != opening["number"]:
            return SeriesPlace(opening["name"], int(opening["number"]))
    return None


def _counted(blocks: Sequence[Block], number: int, title_block: int) -> SeriesPlace | None:
    """Read 第二回 under, or over, the line that names the column."""
    place = counts(blocks[number].text)
    if place is None:
        return None
    for beside in (number - 1, number + 1):
        if 0 <= beside < len(blocks) and beside != title_block and _names_column(blocks[beside].text):
            return SeriesPlace(blocks[beside].text, place)
    return None


def _names_column(text: str) -> bool:
    """Is it a short line, no sentence, no date?"""
    return 2 <= len(text) <= 20 and not re.search(r"[。、！？\d\n]", text) and not is_organisation(text)


def _stated(head: Head, title: str) -> SeriesPlace | None:
    """The column that the head states with the number which the title bears."""
    number = number_in_title(title)
    places = (series_place(text) for text, _ in candidates(head) if number is not None)
    return next((place for place in places if place and place.number == number), None)


def _numbered(section: Finding | None, title: str) -> SeriesPlace | None:
    """Read 第3回 in a title under the line that names the column, unless that line is a section such as コラム."""
    if section and title.startswith(section.value):
        title = title[len(section.value) :].strip()
    place = number_in_title(title)
    if place is None or section is None or not section.locator.startswith(("block", "breadcrumb")):
        return None
    return None if squeeze(section.value) in known_sections() else SeriesPlace(section.value, place)
