"""The running column an article belongs to, and its number there: 第12回, printed or stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...model import SeriesPlace
from ...text.names import is_organisation, is_person_name
from ...text.notes import counts, number_in_title, series_place
from ...text.sections import names_nothing
from ..body.looks import squeeze
from ..extraction import Finding, LineKind
from ..html.block import Block
from .crumbs import printed_crumbs
from .head import Head
from .home_links import leads_home
from .rubrics import Rubric
from .title import candidates
from .title_parts import known_sections, title_words

_PATH = re.compile(r"\s*[>＞»›≫|｜]\s*|\s+[/／]\s+")
_PART = re.compile(r"(?P<name>[^()（）]{0,19}[\u3040-\u9fff])[(（](?:[上中下]|[前中後]編|(?P<number>\d{1,2}))[)）]")
_NAMES = re.compile(
    r"(?<![a-z])(?:series|rensai|serial|col-?name|column-?(?:name|title))(?:[-_]?(?:name|title|ttl))?(?![a-z])"
)
"""Names of elements that hold a column's name."""
_SUBTITLE = re.compile(r"(?:――|──|——).+")
_KIND = re.compile(
    r"(?:録|評|説|論|ニュース|レポート|報告|特集|検証|速報|主張|寄稿|対談|インタビュー|コラム|写真|動画)$"
)
_CLOSE = 5
"""Blocks over the headline."""
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
    found = (
        _printed(blocks, title_block, title)
        or _stated(head, title)
        or _numbered(section, title)
        or _of_part(blocks, title_block)
        or (SeriesPlace(rubric.name, rubric.number) if rubric.number else None)
        or _named(blocks, title_block)
        or _linked_over(blocks, title_block)
        or _beside_section(rubric, section)
        or _under_serials(blocks, title)
    )
    if found is None:
        return None
    kind, _, name = found.name.partition(" ")
    if name and _KIND.search(kind):  # 講演録　市民講座
        found = SeriesPlace(name.strip(), found.number)
    if found.number is not None:
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
            found = _in_path([step for step in _PATH.split(text) if squeeze(step) != squeeze(title)]) or _counted(
                blocks, number, title_block
            )
            if found:
                return found
    return None


def _in_path(path: Sequence[str]) -> SeriesPlace | None:
    """Read the last step, or the column and number in the last two: ホーム / 港の声 / 第3回; 講演録 is no column."""
    if not path:
        return None
    kind = len(path) > 1 and _KIND.search(path[-2])
    return series_place(path[-1]) or (None if kind else series_place(" ".join(path[-2:])))


def _of_part(blocks: Sequence[Block], title_block: int) -> SeriesPlace | None:
    """Read 港の力（中） on the line over or under the headline; who is 45 years old is no column."""
    for number in (title_block - 1, title_block + 1) if title_block >= 0 else ():
        part = _PART.fullmatch(blocks[number].text) if 0 <= number < len(blocks) else None
        if part and _names_column(part["name"]) and not is_person_name(part["name"], strict=True):
            return SeriesPlace(part["name"], int(part["number"]) if part["number"] else None)
    return None


def _named(blocks: Sequence[Block], title_block: int) -> SeriesPlace | None:
    """Read the short line, or the picture of one, in an element named for a column close over the headline or in it."""
    if title_block < 0:
        return None
    told = [value for what, value in blocks[title_block].named if what == "series"]
    over = range(title_block - 1, max(-1, title_block - _CLOSE), -1)
    told.extend(blocks[n].text for n in over if any(_NAMES.search(p.names) for p in blocks[n].place.boxes(2)))
    for text in told:
        name = _SUBTITLE.sub("", text.strip("【】〈〉《》［］[]"))
        if _names_column(name) and squeeze(name) not in known_sections():
            return SeriesPlace(name, None)
    return None


def _linked_over(blocks: Sequence[Block], title_block: int) -> SeriesPlace | None:
    """Read the link beside 連載 or 特集 over the headline: that says what it is, the link what it is called."""
    for number in (title_block - 1, title_block - 2) if title_block > 1 else ():
        if squeeze(blocks[number].text) not in title_words("serials"):
            continue
        for other in (number - 1, number + 1):
            block = blocks[other]
            whole = len(block.links) == 1 and block.link_chars >= len(squeeze(block.text)) and not leads_home(block)
            step = block.kind is LineKind.ITEM or block.text.isascii() or _PATH.search(block.text)
            if other != title_block and whole and not step and _names_column(block.text):
                known = squeeze(block.text) in known_sections() or names_nothing(block.text)
                return None if known else SeriesPlace(block.text, None)
    return None


def _under_serials(blocks: Sequence[Block], title: str) -> SeriesPlace | None:
    """Read the step behind 連載 in the path to the article: ホーム > 連載 > 港の声."""
    steps = printed_crumbs(blocks)
    for step, name in pairwise(steps):
        if re.search("連載|シリーズ", step) and _names_column(name) and squeeze(name) not in known_sections():
            own = squeeze(name) in squeeze(title) or names_nothing(name)
            return None if own else SeriesPlace(name, None)
    return None


def _beside_section(rubric: Rubric, section: Finding | None) -> SeriesPlace | None:
    """The rubric of a headline, where the page tells the section besides, and it says no kind of text as 解説 does."""
    if not rubric.name or section is None or squeeze(section.value) == squeeze(rubric.name):
        return None
    kind = squeeze(rubric.name) in known_sections() or _KIND.search(rubric.name) or is_organisation(rubric.name)
    return None if kind else SeriesPlace(rubric.name, None)


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
