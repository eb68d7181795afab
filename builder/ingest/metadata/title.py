"""The article's headline, without what the site adds to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...text.names import is_organisation
from ...text.notes import number_in_title, series_place, without_part
from ..body.looks import squeeze
from ..extraction import Finding, LineKind
from ..html.block import Block
from .head import Head, text_value
from .headlines import STRONG_SEPARATOR, bold_line, headings, is_banner, is_day, is_of_diary, large_line, under_column
from .home_links import leads_home
from .opening import find_in_cell, find_subtitle, split_heading
from .title_parts import labels_of, title_words, without_marks, without_page_mark, without_site

_BULLET = re.compile(r"^[\s■●◆▼▶★☆□◇○◎※・]+(?=\S)")
_COLON = re.compile(r"\s*[:：]\s*")
_TAIL = 4
"""Letters of a headline behind a colon."""
_OWN_NAMES = ("headline", "title", "ttl", "midashi", "entry-title", "post-title", "article-title")
_OUTLETS_NAME = re.compile(r"(?:site|blog)-?(?:title|name)|logo|masthead")
_WHOLE_PART = 2.3
"""Score of a very short headline that is all of what a stated title begins with, up to a separator."""
_CLOSE = 6
"""Blocks around the text's first among which a headline stands that only its words show to be one."""
_ABOVE = 12
"""Blocks between a headline and the body below it."""
_LONGEST_NUMBERED = 60
_ALIKE = 0.3
"""Share of a headline's pairs of letters that a stated title of the same article has too."""


@dataclass(frozen=True, slots=True)
class TitleFound:
    """The title chosen, its runners-up as findings, and the block it was read from (-1 where none)."""

    title: str
    subtitle: str
    findings: tuple[Finding, ...]
    block: int
    subtitle_block: int = -1
    section: str = ""
    """Printed in one block with the title, above it."""


def candidates(head: Head) -> list[tuple[str, str]]:
    """Return what the page's head states as title: text and locator."""
    found: list[tuple[str, str]] = []
    headline = text_value(head.article().get("headline"))
    if headline:
        found.append((headline, "json-ld headline"))
    for name in ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "sailthru.title", "parsely-title"):
        value = head.first(name)
        if value:
            found.append((value, f"meta {name}"))
    if head.title:
        found.append((head.title, "title element"))
    return [(text, locator) for text, locator in found if squeeze(text) not in title_words("untitled")]


def title_keys(head: Head) -> tuple[str, ...]:
    """Return squeezed forms of all stated titles and of their parts, for finding the headline on the page."""
    keys: list[str] = []
    for text, _ in candidates(head):
        keys.append(squeeze(text))
        keys.extend(squeeze(part) for part in STRONG_SEPARATOR.split(text) if len(part) > 10)
        keys.extend(squeeze(part) for part in re.split(r"[：:]\s*", text) if len(part) > 14)
        keys.append(squeeze(without_page_mark(text)))
    return tuple(key for key in dict.fromkeys(keys) if len(key) > 3)


def find_title(head: Head, blocks: Sequence[Block], body_start: int, site_names: Sequence[str], url: str) -> TitleFound:
    """Choose the title.

    A headline that is printed on the page and stated in its head is the title; else the head's statement without
    the outlet's name; else the first heading before the body.

    Args:
        head: The page's head.
        blocks: All blocks.
        body_start: Index of the body's first block; -1 where there is none.
        site_names: What the outlet calls itself.
        url: The page's address.
    """
    told = candidates(head)
    findings = [Finding("title", text, locator, 0.6) for text, locator in told]
    stated = [each for each in told if not is_of_diary(each[0])] if headings(blocks, body_start) else told
    large = large_line(blocks, body_start, site_names)
    printed = _numbered(blocks, body_start, stated) or _printed(blocks, body_start, stated, site_names)
    if printed is None:
        printed = _part_of_stated(blocks, body_start, stated, site_names)
        if printed and large is not None and (is_banner(blocks, printed[0], large) or series_place(printed[1])):
            printed = None
    if printed is not None:
        number, text, confidence = printed
        bare = [without_site(other, site_names, url, [t for t, _ in stated]) for other, _ in stated]
        title, subtitle = split_heading(blocks[number], without_marks(_on_one_line(text, bare), bare), bare)
        findings.insert(0, Finding("title", title, f"block {number + 1}", confidence))
        line, below = ("", -1) if subtitle else find_subtitle(blocks, number, title, [other for other, _ in stated])
        return TitleFound(tidy(title), subtitle or line, tuple(findings), number, below)
    cell = find_in_cell(blocks, [text for text, _ in stated])
    if cell is not None:
        findings.insert(0, Finding("title", cell.title, f"block {cell.block + 1}", 0.8))
        return TitleFound(tidy(cell.title), cell.subtitle, tuple(findings), cell.block, -1, cell.section)
    lone = _lone_heading(blocks, body_start, stated, site_names)
    if lone is not None:
        bare = [without_site(other, site_names, url, [t for t, _ in stated]) for other, _ in stated]
        title, subtitle = split_heading(blocks[lone], without_marks(blocks[lone].text, bare), bare)
        findings.insert(0, Finding("title", title, f"block {lone + 1}", 0.75))
        return TitleFound(tidy(title), subtitle, tuple(findings), lone)
    column = under_column(blocks, body_start, [text for text, _ in stated])
    bold = bold_line(blocks, body_start, stated) if column is None else column
    set_apart = large if bold is None else bold
    if set_apart is not None:
        findings.insert(0, Finding("title", blocks[set_apart].text, f"block {set_apart + 1}", 0.6))
        return TitleFound(tidy(blocks[set_apart].text), "", tuple(findings), set_apart)
    for text, locator in stated:
        title = without_site(text, site_names, url, [t for t, _ in stated], labels_of(blocks, body_start))
        if title:
            findings.insert(0, Finding("title", title, locator, 0.7))
            return TitleFound(tidy(title), "", tuple(findings), -1)
    for number in headings(blocks, body_start):
        block = blocks[number]
        if block.level <= 3 and 3 < len(block.text) < 200:
            findings.insert(0, Finding("title", block.text, f"block {number + 1}", 0.3))
            return TitleFound(tidy(block.text), "", tuple(findings), number)
    for text, _ in told:
        return TitleFound(tidy(without_site(text, site_names, url, [])), "", tuple(findings), -1)
    return TitleFound("", "", tuple(findings), -1)


def _on_one_line(printed: str, stated: Sequence[str]) -> str:
    """Close up a headline broken between words without spaces, where the head states it so."""
    closed = printed.replace("\n", "")
    return closed if any(closed in text for text in stated) else printed


def tidy(title: str) -> str:
    """Return a title on one line, without page marks."""
    title = re.sub(r"\s*\n\s*", " ", title)
    title = without_part(without_page_mark(title))
    return _BULLET.sub("", title).strip(" \u3000|｜")


def _printed(
    blocks: Sequence[Block], body_start: int, stated: Sequence[tuple[str, str]], site_names: Sequence[str]
) -> tuple[int, str, float] | None:
    """Find the headline on the page: a heading (or a block so named) that the head repeats."""
    keys = [squeeze(text) for text, _ in stated]
    parts = [{squeeze(part) for part in STRONG_SEPARATOR.split(text)} for text, _ in stated]
    sites = {squeeze(name) for name in site_names}
    best: tuple[float, int, str] | None = None
    for number, block in enumerate(blocks):
        if not block.text or len(block.text) > 300:
            continue
        heading = block.kind is LineKind.HEADING
        if not heading and not (body_start >= 0 and number < body_start + 2 and _named_title(block)):
            continue
        key = squeeze(block.text)
        if len(key) < 2 or is_day(block.text):
            continue
        score = 0.0
        for rank, stated_key in enumerate(keys):
            if key == stated_key:
                score = max(score, 5.0 - 0.1 * rank)
            elif len(key) < 5 and key in parts[rank] and (stated_key.startswith(key) or _named_title(block)):
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
        if block.place.hidden or key in sites or _OUTLETS_NAME.search(block.place.names) or leads_home(block):
            score -= 2.0
        if best is None or score > best[0]:
            best = (score, number, block.text)
    if best is None or best[0] < 2.2:
        return None
    return best[1], best[2], min(0.98, 0.6 + best[0] / 16)


def _part_of_stated(
    blocks: Sequence[Block], body_start: int, stated: Sequence[tuple[str, str]], site_names: Sequence[str]
) -> tuple[int, str, float] | None:
    """A short headline, or one set in plain type, right over the text: it is a whole part of what the head states.

    A heading may also be what stands there behind a colon, as blogs put their own name before it.
    """
    whole = [part for text, _ in stated for part in STRONG_SEPARATOR.split(text)]
    sites = {squeeze(name) for name in site_names}
    parts = {squeeze(part) for part in whole} - sites
    tails = {squeeze(_COLON.split(part, maxsplit=1)[-1]) for part in whole} - sites
    found: tuple[int, str, float] | None = None
    for number in range(max(0, body_start - _CLOSE), min(len(blocks), body_start + _CLOSE + 1)):
        block = blocks[number]
        heading = block.kind is LineKind.HEADING
        if not (heading or block.kind is LineKind.PARAGRAPH) or block.link_chars or block.place.hidden:
            continue
        key = squeeze(block.text)
        told = key in parts or (heading and len(key) >= _TAIL and key in tails)
        if len(key) > 1 and told and not is_organisation(key) and (found is None or heading):
            found = number, block.text, 0.8 if heading else 0.7
            if heading:
                break
    return found


def _numbered(
    blocks: Sequence[Block], body_start: int, stated: Sequence[tuple[str, str]]
) -> tuple[int, str, float] | None:
    """A headline that begins with its number, 第12回　港の声, where the head states the column and that alone."""
    places = [series_place(text) or series_place(STRONG_SEPARATOR.split(text)[0]) for text, _ in stated]
    numbers = {place.number for place in places if place and place.number}
    if len(numbers) != 1 or None in places:
        return None
    for number in range(max(0, body_start - _CLOSE), min(len(blocks), body_start + _CLOSE + 1)):
        text = blocks[number].text
        if len(text) <= _LONGEST_NUMBERED and "\n" not in text and number_in_title(text) in numbers:
            return number, text, 0.7
    return None


def _lone_heading(
    blocks: Sequence[Block], body_start: int, stated: Sequence[tuple[str, str]], site_names: Sequence[str]
) -> int | None:
    """The only heading of the first rank, over the body: a head written for search engines words it another way."""
    ranked = [n for n, b in enumerate(blocks) if b.kind is LineKind.HEADING and b.level == 1 and not b.place.hidden]
    if len(ranked) != 1 or not ranked[0] - 1 <= body_start <= ranked[0] + _ABOVE:
        return None
    text = blocks[ranked[0]].text
    key = squeeze(text)
    if not 8 <= len(text) <= 200 or key in {squeeze(name) for name in site_names}:
        return None
    pairs = {key[n : n + 2] for n in range(len(key) - 1)}
    shared = max((sum(pair in squeeze(other) for pair in pairs) / len(pairs) for other, _ in stated), default=1.0)
    return ranked[0] if shared >= _ALIKE else None


def _named_title(block: Block) -> bool:
    names = block.place.names
    return any(name in names for name in _OWN_NAMES)
