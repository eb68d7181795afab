"""The article's headline, without what the site adds to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ...text.notes import without_part
from ...text.patterns import spaced
from ..body.looks import squeeze
from ..extraction import Finding, LineKind
from ..html.block import Block
from .head import Head, text_value
from .headlines import STRONG_SEPARATOR, headings, large_line, names_no_article
from .opening import find_in_cell, find_subtitle, split_heading
from .printed_titles import backed_heading, lone_heading, part_of_stated, repeated
from .title_parts import labels_of, title_words, without_marks, without_page_mark, without_site

_LEAST_LEFT = 4
"""Letters of a title without its author's name."""
_BULLET = re.compile(r"^[\s■●◆▼▶★☆□◇○◎※・]+(?=\S)")


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
    stated = [each for each in told if not names_no_article(each[0])]
    page = _Page(blocks, body_start, site_names, url, told, stated)
    choices = (_printed_headline, _in_cell, _lone, _set_apart, _stated_alone, _first_heading, _last_resort)
    chosen = next(filter(None, (choose(page) for choose in choices)), _Choice("", -1, "", 0.0))
    findings = [Finding("title", text, locator, 0.6) for text, locator in told]
    if chosen.confidence:
        findings.insert(0, Finding("title", chosen.title, chosen.locator, chosen.confidence))
    below = chosen.subtitle_block
    return TitleFound(tidy(chosen.title), chosen.subtitle, tuple(findings), chosen.block, below, section=chosen.section)


@dataclass(frozen=True, slots=True)
class _Page:
    """What every way to a title reads."""

    blocks: Sequence[Block]
    body_start: int
    sites: Sequence[str]
    url: str
    told: Sequence[tuple[str, str]]
    stated: Sequence[tuple[str, str]]
    """Of what the head tells, what is of the article."""

    def texts(self) -> list[str]:
        return [text for text, _ in self.stated]

    def bare(self, text: str, labels: Collection[str] = ()) -> str:
        """A stated title without what is the outlet's."""
        return without_site(text, self.sites, self.url, self.texts(), labels)

    def split(self, number: int) -> tuple[str, str]:
        """The headline in a block, and the subtitle that ends it."""
        block = self.blocks[number]
        bare = [self.bare(other) for other in self.texts()]
        return split_heading(block, without_marks(_on_one_line(block.text, bare), bare), bare)


@dataclass(frozen=True, slots=True)
class _Choice:
    title: str
    block: int
    locator: str
    confidence: float
    """0: no finding of its own."""
    subtitle: str = ""
    subtitle_block: int = -1
    section: str = ""


def _choice_at(page: _Page, number: int, confidence: float) -> _Choice:
    """The headline that stands in a block, with the subtitle in or below it."""
    title, subtitle = page.split(number)
    bare = [page.bare(text) for text in page.texts()]
    line, below = ("", -1) if subtitle else find_subtitle(page.blocks, number, title, bare)
    return _Choice(title, number, f"block {number + 1}", confidence, subtitle or line, below)


def _printed_headline(page: _Page) -> _Choice | None:
    blocks, start, stated, sites = page.blocks, page.body_start, page.texts(), page.sites
    printed = repeated(blocks, start, stated, sites) or _part_or_backed(page)
    return _choice_at(page, *printed) if printed else None


def _part_or_backed(page: _Page) -> tuple[int, float] | None:
    """A part of what the head states; rather than a line in plain type, a heading that the text below it backs."""
    blocks, start, stated = page.blocks, page.body_start, page.texts()
    part = part_of_stated(blocks, start, stated, page.sites)
    if part and _heads_another(page, part[0]):
        part = None
    if part and blocks[part[0]].kind is LineKind.HEADING:
        return part
    backed = backed_heading(blocks, start, [page.bare(text) for text in stated]) if stated else None
    return part if backed is None else (backed, 0.7)


def _heads_another(page: _Page, number: int) -> bool:
    """Is it the outlet or the column, over a headline in larger type?"""
    large = large_line(page.blocks, page.body_start, page.texts(), page.sites)
    return large is not None and number < large


def _in_cell(page: _Page) -> _Choice | None:
    cell = find_in_cell(page.blocks, [text for text, _ in page.told])
    if cell is None:
        return None
    return _Choice(cell.title, cell.block, f"block {cell.block + 1}", 0.8, cell.subtitle, section=cell.section)


def _lone(page: _Page) -> _Choice | None:
    number = lone_heading(page.blocks, page.body_start, page.texts(), page.sites)
    return None if number is None else _choice_at(page, number, 0.75)


def _set_apart(page: _Page) -> _Choice | None:
    """A line that only its type sets apart."""
    blocks = page.blocks
    number = large_line(blocks, page.body_start, page.texts(), page.sites)
    if number is None:
        return None
    line, below = find_subtitle(blocks, number, blocks[number].text, page.texts())
    return _Choice(blocks[number].text, number, f"block {number + 1}", 0.6, line, below)


def _stated_alone(page: _Page) -> _Choice | None:
    for text, locator in page.stated:
        if title := page.bare(text, labels_of(page.blocks, page.body_start)):
            return _Choice(title, -1, locator, 0.7)
    return None


def _first_heading(page: _Page) -> _Choice | None:
    for number in headings(page.blocks, page.body_start):
        block = page.blocks[number]
        if block.level <= 3 and 3 < len(block.text) < 200:
            return _Choice(block.text, number, f"block {number + 1}", 0.3)
    return None


def _last_resort(page: _Page) -> _Choice | None:
    """What the head tells, though it be a day."""
    return next((_Choice(without_site(text, page.sites, page.url, []), -1, "", 0.0) for text, _ in page.told), None)


def _on_one_line(printed: str, stated: Sequence[str]) -> str:
    """Close up a headline broken between words without spaces, where the head states it so."""
    closed = printed.replace("\n", "")
    return closed if any(closed in text for text in stated) else printed


def without_author(title: str, names: Iterable[str]) -> str:
    """Return a title without the author's name set off behind it: 朝の市　水野遥."""
    for name in names:
        mark = r"[\u3000／/|｜]" if name.isascii() else r"[\s／/|｜]"
        found = re.search(rf"{mark}{spaced(name)}\Z", title)
        if found and len(squeeze(title[: found.start()])) >= _LEAST_LEFT:
            return title[: found.start()].rstrip(" \u3000／/|｜")
    return title


def tidy(title: str) -> str:
    """Return a title on one line, without page marks."""
    title = re.sub(r"\s*\n\s*", " ", title)
    title = without_part(without_page_mark(title))
    return _BULLET.sub("", title).strip(" \u3000|｜")
