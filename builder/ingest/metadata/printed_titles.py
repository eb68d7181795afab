"""Headlines printed on a page, found by what its head states of them, or by the text below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.names import is_organisation
from ...text.notes import series_place
from ...text.sections import leads_to_neighbours
from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block
from .headlines import STRONG_SEPARATOR, first_prose, headings, is_day
from .home_links import leads_home, leads_within
from .title_parts import known_sections

_LEAST_BOUNDED = 4
"""Letters of a headline that stands between any marks."""
_OWN_NAMES = ("headline", "title", "ttl", "midashi", "entry-title", "post-title", "article-title")
_OUTLETS_NAME = re.compile(r"(?:site|blog)-?(?:title|name)|logo|masthead")
_WHOLE_PART = 2.3
"""Score of a very short headline that is all of what a stated title begins with, up to a separator."""
_CLOSE = 6
"""Blocks around the text's first among which a headline stands that only its words show to be one."""
_ABOVE = 12
"""Blocks between a headline and the body below it."""
_ALIKE = 0.3
"""Share of a headline's pairs of letters that a stated title of the same article has too."""
_TEXT = 40
"""Blocks of a text that are read for a headline's words."""
_BACKED = 0.25
"""Share of a headline's words that its text holds."""
_KANJI = "\u30a1-\u30fa\u30fc\u4e00-\u9fff"
_PAIR = re.compile(rf"[{_KANJI}][\u3041-\u3096{_KANJI}]|[\u3041-\u3096][{_KANJI}]")


def repeated(
    blocks: Sequence[Block], body_start: int, stated: Sequence[str], site_names: Sequence[str]
) -> tuple[int, float] | None:
    """Find the headline on the page, and how sure it is: a heading (or a block so named) that the head repeats."""
    keys = [squeeze(text) for text in stated]
    parts = [{squeeze(part) for part in STRONG_SEPARATOR.split(text)} for text in stated]
    sites = {squeeze(name) for name in site_names}
    best: tuple[float, int] | None = None
    blogs = _blogs_head(blocks, body_start)
    for number, block in enumerate(blocks):
        if not block.text or len(block.text) > 300:
            continue
        heading = block.kind is LineKind.HEADING
        if not heading and not (body_start >= 0 and number < body_start + 2 and _named_title(block)):
            continue
        key = squeeze(block.text)
        if len(key) < 2:
            continue
        score = 0.0
        for rank, stated_key in enumerate(keys):
            if key == stated_key:
                score = max(score, 5.0 - 0.1 * rank)
            elif len(key) < 5 and key in parts[rank]:
                score = max(score, _WHOLE_PART)
            elif len(key) >= 5 and key in stated_key:
                share = len(key) / len(stated_key)
                score = max(score, 4.0 * share + (1.0 if stated_key.startswith(key) else 0.5) - 0.1 * rank)
            elif len(stated_key) >= 12 and stated_key in key:
                score = max(score, 2.5)
        if not score:
            continue
        score += 1.0 if heading and block.level == 1 else 0.4 if heading and block.level == 2 else 0.0
        if body_start >= 0:
            score -= 0.8 if number > body_start + 3 else 0.0
        if block.link_chars > 0.9 * len(block.text):
            score -= 0.5
        if (
            number < blogs
            or block.place.hidden
            or key in sites
            or _OUTLETS_NAME.search(block.place.names)
            or leads_home(block)
        ):
            score -= 2.0
        if best is None or score > best[0]:
            best = (score, number)
    if best is None or best[0] < 2.2:
        return None
    return best[1], min(0.98, 0.6 + best[0] / 16)


def _blogs_head(blocks: Sequence[Block], body_start: int) -> int:
    """The last block over the text that is a blog's and not its post's; -1 for none.

    It leads to the posts before and after, or is a heading that tells the day, with the post's own below.
    """
    over = range(max(0, body_start))
    headings_over = [n for n in over if blocks[n].kind is LineKind.HEADING]
    days = [n for n in headings_over[:-1] if is_day(blocks[n].text)]
    return max((*days, *(n for n in over if leads_to_neighbours(blocks[n].text))), default=-1)


def part_of_stated(
    blocks: Sequence[Block], body_start: int, stated: Sequence[str], site_names: Sequence[str]
) -> tuple[int, float] | None:
    """A short headline, or one set in plain type, right over the text: it is a whole part of what the head states.

    A heading may also be what stands there between any marks: 随筆・川柳と私, 架空日記: 港の声.
    """
    whole = [part for text in stated for part in STRONG_SEPARATOR.split(text)]
    sites = {squeeze(name) for name in site_names}
    parts = {squeeze(part) for part in whole} - sites
    found: tuple[int, float] | None = None
    for number in range(max(0, body_start - _ABOVE), min(len(blocks), body_start + _CLOSE + 1)):
        block = blocks[number]
        heading = block.kind is LineKind.HEADING
        linked = leads_home(block) if heading else block.link_chars > 0  # an entry's heading may link to itself
        if not (heading or block.kind is LineKind.PARAGRAPH) or linked:
            continue
        key = squeeze(block.text)
        told = key in parts and number >= body_start - _CLOSE
        told = told or (heading and len(key) >= _LEAST_BOUNDED and _is_bounded(block.text, stated))
        if len(key) > 1 and told and not is_organisation(key) and (found is None or heading):
            found = number, 0.8 if heading else 0.7
            if heading:
                break
    return found


def _is_bounded(printed: str, stated: Sequence[str]) -> bool:
    """Does it stand in what the head states, marks or blanks on both sides, and names no section or numbered column?"""
    if squeeze(printed) in known_sections():
        return False
    before, behind = r"(?:^|[^\w\s]\s*|\u3000)", r"(?=\s*[^\w\s(（]|\u3000|\s*$)"
    whole = re.compile(rf"{before}{re.escape(printed)}{behind}(?![\s:：]*(?:その|第)[\d〇一二三四五六七八九十])")
    return any(whole.search(text) for text in stated)


def lone_heading(
    blocks: Sequence[Block], body_start: int, stated: Sequence[str], site_names: Sequence[str]
) -> int | None:
    """The only heading of the first rank, over the body: a head written for search engines words it another way."""
    ranked = [n for n, b in enumerate(blocks) if b.kind is LineKind.HEADING and b.level == 1 and not b.place.hidden]
    if len(ranked) != 1 or not ranked[0] - 1 <= body_start <= ranked[0] + _ABOVE or leads_home(blocks[ranked[0]]):
        return None
    text = blocks[ranked[0]].text
    key = squeeze(text)
    if not 8 <= len(text) <= 200 or len(key) < 2 or key in {squeeze(name) for name in site_names}:
        return None
    pairs = {key[n : n + 2] for n in range(len(key) - 1)}
    shared = max((sum(pair in squeeze(other) for pair in pairs) / len(pairs) for other in stated), default=1.0)
    return ranked[0] if shared >= _ALIKE else None


def _named_title(block: Block) -> bool:
    names = block.place.names
    return any(name in names for name in _OWN_NAMES)


def backed_heading(blocks: Sequence[Block], body_start: int, stated: Sequence[str]) -> int | None:
    """The heading right over the text, where the text holds its words and hardly any of what the head states.

    Such heads state the column, the issue or a file's name. What links are called tells nothing of a text.
    """
    if body_start < 0:
        return None
    prose = first_prose(blocks, body_start)
    close = [n for n in headings(blocks, body_start) if prose - _CLOSE <= n <= prose]
    number = min(close, key=lambda n: (blocks[n].level, -n), default=-1)
    if number < 0 or series_place(blocks[number].text) or squeeze(blocks[number].text) in known_sections():
        return None
    text = "\n".join(block.text for block in blocks[number + 1 : number + 1 + _TEXT])
    own = _pairs(blocks[number].text)
    held = _share(own, text)
    rival = max((_share(_pairs(other), text) for other in stated if not leads_within(other, blocks)), default=0.0)
    return number if len(own) > 1 and held >= _BACKED and rival < held / 2 else None


def _pairs(text: str) -> set[str]:
    """Neighbouring letters, of which one is a kanji or katakana: the others say little."""
    return set(_PAIR.findall(text)) | set(_PAIR.findall(text[1:]))


def _share(pairs: set[str], text: str) -> float:
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0
