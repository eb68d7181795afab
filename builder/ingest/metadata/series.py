"""The running column an article belongs to, and its number there: 第12回, printed or stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import SeriesPlace
from ...text.names import is_organisation
from ...text.notes import counts, number_in_title, series_place
from ...text.sections import names_nothing
from ..body.looks import squeeze
from ..extraction import Finding
from ..html.block import Block
from .crumbs import printed_crumbs
from .head import Head
from .rubrics import Rubric
from .title import candidates
from .title_parts import known_sections, title_words

_STEP = re.compile(r"\s*[>＞»›≫|｜]\s*|\s+[/／]\s+")
_NAMES = re.compile(
    r"(?<![a-z])(?:series|rensai|serial|col-?name|column-?(?:name|title))(?:[-_]?(?:name|title|ttl))?(?![a-z])"
)
"""Names of elements that hold a column's name."""
_SUBTITLE = re.compile(r"(?:――|──|——).+")
_KIND = re.compile(r"\A[^\s\u3000]*(?:録|評|説|論|報告|対談|コラム)[\s\u3000]+")
"""A kind of text in front of the column's name: 講演録　市民講座."""
_CLOSE = 5
"""Blocks over the headline."""
_LONGEST, _LONGEST_NAME = 60, 20
_NO_NAME = re.compile(r"[。、！？\d\n>＞›»…]")
_COUNT = re.compile(r"[(（](\d{1,3})[)）]\s*(?=\S)")


def find_series(
    head: Head, blocks: Sequence[Block], title_block: int, title: str, section: Finding | None, rubric: Rubric
) -> SeriesPlace | None:
    """Find the column and the number.

    Args:
        head: The page's head.
        blocks: All blocks.
        title_block: Index of the headline; -1 where it is not printed.
        title: The article's own title, as printed.
        section: The section or column that was found.
        rubric: What stands in one line with it.
    """
    found = next(filter(None, map(series_place, _lines(blocks, title_block, title))), None)
    found = found or _numbered(head, section, title)
    found = found or (SeriesPlace(rubric.name, rubric.number) if rubric.number else None)
    if title_block >= 0:
        found = found or _beside_count(blocks, title_block) or _named(blocks, title_block)
        found = found or _in_path(blocks, title)
    if found is None:
        return None
    count = _COUNT.match(title)
    number = found.number or (int(count[1]) if count else number_in_title(title))
    return replace(found, name=_KIND.sub("", found.name), number=number)


def _lines(blocks: Sequence[Block], title_block: int, title: str) -> Iterator[str]:
    """The title, the other lines of its block, and those around it; of a path the last step that is not the title."""
    yield title
    if title_block < 0:
        return
    for number in range(max(0, title_block - _CLOSE + 1), min(len(blocks), title_block + 3)):
        text = blocks[number].text
        if number == title_block:
            yield from (line for line in text.split("\n") if line != title)
        elif len(text) <= _LONGEST:
            yield from [step for step in _STEP.split(text) if squeeze(step) != squeeze(title)][-1:]


def _numbered(head: Head, section: Finding | None, title: str) -> SeriesPlace | None:
    """The column that the head states, or that the page prints for the section, with the number in the title."""
    own = title.removeprefix(section.value).strip() if section else title
    number = number_in_title(own)
    if number is None:
        return None
    stated = (series_place(text) for text, _ in candidates(head))
    if place := next((place for place in stated if place and place.number == number), None):
        return place
    printed = section is not None and section.locator.startswith(("block", "breadcrumb"))
    if section is None or not printed or squeeze(section.value) in known_sections():
        return None
    return SeriesPlace(section.value, number)


def _beside_count(blocks: Sequence[Block], title_block: int) -> SeriesPlace | None:
    """Read the short line, or what a picture shows, over a number alone over the headline: Vol.8, その三."""
    for number in range(title_block - 1, max(0, title_block - _CLOSE), -1):
        count = counts(blocks[number].text)
        name, outlets = blocks[number - 1].text, tuple(title_words("outlets_end"))
        if count is None or not 2 <= len(name) <= _LONGEST_NAME or _NO_NAME.search(name):
            continue
        if not name.endswith(outlets) and squeeze(name) not in known_sections():
            return SeriesPlace(name, count)
    return None


def _in_path(blocks: Sequence[Block], title: str) -> SeriesPlace | None:
    """Read the step of the path below コラム or 連載: トップ > コラム > 港の窓 > 朝の市."""
    steps = printed_crumbs(blocks)
    for over, name in pairwise(steps):
        if (
            squeeze(over) in title_words("columns_lie_below")
            and _names_column(name)
            and squeeze(name) != squeeze(title)
        ):
            return SeriesPlace(name, None)
    return None


def _named(blocks: Sequence[Block], title_block: int) -> SeriesPlace | None:
    """What an element named for a column holds, in the headline or close over it."""
    told = [value for what, value in blocks[title_block].named if what == "series"]
    over = range(title_block - 1, max(-1, title_block - _CLOSE), -1)
    told.extend(blocks[n].text for n in over if any(_NAMES.search(p.names) for p in blocks[n].place.boxes(2)))
    names = (_SUBTITLE.sub("", text.strip("【】〈〉《》［］[]")) for text in told)
    return next((SeriesPlace(name, None) for name in names if _names_column(name)), None)


def _names_column(text: str) -> bool:
    """Is it a short line, no sentence, no date, no path, and no section's or outlet's name?"""
    if not 2 <= len(text) <= _LONGEST_NAME or text.isascii() or _NO_NAME.search(text) or is_organisation(text):
        return False
    return squeeze(text) not in known_sections() and not names_nothing(text)
