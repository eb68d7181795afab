"""All metadata of one page, gathered and decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Contributor, SeriesPlace
from ...text.languages import language_of
from ...text.names import is_organisation, is_person_name
from ...text.notes import counts, is_remark, number_in_title, part_of, republication, series_place
from ..body.features import PageFacts
from ..body.looks import squeeze
from ..draft import JAPAN, Finding
from ..formats.html_block import Block
from ..formats.html_page import HtmlPage
from . import authors, dates, outlet, title
from .head import Head, text_value
from .masthead import find_masthead
from .page_links import numbered_pages
from .title_parts import known_sections

_KNOWN_BODY_LEAST = 200
_PATH = re.compile(r"\s*[>＞»›≫]\s*")
_COUNT = re.compile(r"[(（](\d{1,3})[)）]\s*(?=\S)")
_BARE_PART = re.compile(r"[(（\[【]\s*(\d{1,2})\s*[/／]\s*(\d{1,2})\s*[)）\]】]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article, and every clue that spoke for or against it."""

    title: str = ""
    subtitle: str = ""
    date: str = ""
    updated: str = ""
    authors: tuple[Contributor, ...] = ()
    section: str = ""
    series: SeriesPlace | None = None
    publication: str = ""
    republished_from: str = ""
    note: str = ""
    page: int | None = None
    pages: int | None = None
    next_url: str = ""
    language: str = ""
    summary: str = ""
    findings: tuple[Finding, ...] = ()
    note_blocks: tuple[int, ...] = ()
    """Blocks that are a note of the outlet: metadata, not body."""
    part_block: int = -1
    """The block that only says which page of how many this is; -1 where none does."""
    author_blocks: tuple[int, ...] = ()
    """Blocks that only name or describe the author."""
    masthead_blocks: tuple[int, ...] = ()
    """Blocks over the headline, and the day below it, where the body holds them."""
    title_block: int = -1
    subtitle_block: int = -1


def facts_of(head: Head) -> PageFacts:
    """Return what the head says that helps to find the body."""
    known = text_value(head.article().get("articleBody"))
    body = squeeze(re.sub(r"<[^>]{0,300}>", " ", known)) if len(known) > _KNOWN_BODY_LEAST else ""
    description = squeeze(head.first("og:description", "description"))
    return PageFacts(title.title_keys(head), body if len(body) > _KNOWN_BODY_LEAST else "", description)


def find_metadata(page: HtmlPage, head: Head, body: Sequence[int]) -> Metadata:
    """Find everything but the body.

    Args:
        page: The parsed page.
        head: Its statements.
        body: Indexes of the blocks that are body.
    """
    blocks = page.blocks
    findings: list[Finding] = []
    text = "\n".join(blocks[n].text for n in body[:40])
    language = language_of(text, head.language.split("-")[0]) or head.language.split("-")[0]
    sites = outlet.site_names(head)
    titled = title.find_title(head, blocks, body[0] if body else -1, sites, page.url)
    masthead = find_masthead(blocks, body, titled.block)
    body = [n for n in body if n not in masthead.above and n not in masthead.below and n != titled.block] or body
    site = outlet.find_site(head, blocks, titled.title)
    if site:
        findings.append(site)
        # a personal page bears its author's name: only the title element makes an outlet of it
        sites = [*sites, site.value] if site.confidence > 0.5 or not is_person_name(site.value, strict=True) else sites
    zone = JAPAN if language == "ja" else ""
    dated = dates.find_published(page.root, head, blocks, titled.block, body, page.url, zone)
    written = authors.find_authors(head, blocks, titled.block, body, sites, japanese=language == "ja")
    section = outlet.find_section(head, blocks, titled.block, titled.title, sites, japanese=language == "ja")
    series = _with_number(
        _series(page, titled.block, titled.title)
        or _stated_series(head, titled.title)
        or _numbered(section, titled.title),
        titled.title,
    )
    if section and series and squeeze(section.value) == squeeze(series.name):
        wider = outlet.find_section(
            head, blocks, titled.block, titled.title, [*sites, series.name], japanese=language == "ja"
        )
        section = wider or section
    if section:
        findings.append(section)
    above = series_place(titled.section)
    note, origin, note_blocks = _notes(page, body)
    next_url = outlet.find_next(head, page.url, blocks)
    number, total, part_block = _part(page, head, titled.block, body, goes_on=bool(next_url))
    return Metadata(
        title=titled.title,
        subtitle=titled.subtitle,
        date=dated.date,
        updated=dated.updated,
        authors=written.authors,
        section=section.value if section else above.name if above else titled.section,
        series=series,
        publication=site.value if site else "",
        republished_from=origin,
        note=note,
        page=number,
        pages=total,
        next_url=next_url,
        language=language,
        summary=head.first("og:description", "description"),
        findings=(*titled.findings, *dated.findings, *written.findings, *findings),
        note_blocks=note_blocks,
        part_block=part_block,
        author_blocks=written.blocks,
        masthead_blocks=(*masthead.above, *masthead.days),
        title_block=titled.block,
        subtitle_block=titled.subtitle_block,
    )


def _notes(page: HtmlPage, body: Sequence[int]) -> tuple[str, str, tuple[int, ...]]:
    """Find what the outlet says about the text: 当記事は…からの転載です."""
    if not body:
        return "", "", ()
    notes: list[str] = []
    numbers: list[int] = []
    origin = ""
    for number in range(max(0, body[0] - 3), min(len(page.blocks), body[-1] + 12)):
        text = page.blocks[number].text
        if not 6 <= len(text) <= 240:
            continue
        source = republication(text)
        if source or is_remark(text):
            notes.append(text)
            numbers.append(number)
            origin = origin or source or ""
    return "\n".join(notes), origin, tuple(numbers)


def _part(
    page: HtmlPage, head: Head, title_block: int, body: Sequence[int], *, goes_on: bool
) -> tuple[int | None, int | None, int]:
    """Find "page n of m": in the title, or printed near the headline or the body's end; and the block that says so.

    A bare (2/3) in the title is a page where the work ``goes_on``, or the head leads back; else it may be a day.
    """
    among = goes_on or any("prev" in rel.split() for rel, _ in head.links)
    for text, _ in title.candidates(head):
        bare = _BARE_PART.search(text) if among else None
        found = part_of(text) or (part_of(f"{bare[1]}/{bare[2]}") if bare else None)
        if found:
            return (*found, -1)
    if not body:
        return None, None, -1
    near = [n for n in (title_block, title_block + 1, title_block + 2) if 0 <= n < len(page.blocks)]
    for number in (*near, *range(max(0, body[-1] - 1), min(len(page.blocks), body[-1] + 10))):
        text = page.blocks[number].text
        if len(text) <= 60:
            found = part_of(text)
            if found:
                return (*found, number)
    counted = numbered_pages(page.blocks, body[-1])
    return (*counted, -1) if counted else (None, None, -1)


def _with_number(found: SeriesPlace | None, title: str) -> SeriesPlace | None:
    """A column that is named without a number, with the one that the title bears."""
    if found is None or found.number is not None:
        return found
    count = _COUNT.match(title)
    return SeriesPlace(found.name, int(count[1]) if count else number_in_title(title))


def _stated_series(head: Head, chosen: str) -> SeriesPlace | None:
    """The column that the head states with the number which the title bears."""
    number = number_in_title(chosen)
    places = (series_place(text) for text, _ in title.candidates(head) if number is not None)
    return next((place for place in places if place and place.number == number), None)


def _numbered(section: Finding | None, title: str) -> SeriesPlace | None:
    """Read 第3回 in a title under the line that names the column, unless that line is a section such as コラム."""
    if section and title.startswith(section.value):
        title = title[len(section.value) :].strip()
    place = number_in_title(title)
    if place is None or section is None or not section.locator.startswith(("block", "breadcrumb")):
        return None
    return None if squeeze(section.value) in known_sections() else SeriesPlace(section.value, place)


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


def _series(page: HtmlPage, title_block: int, chosen: str) -> SeriesPlace | None:
    """Find the running column the article belongs to."""
    found = series_place(chosen)
    if found:
        return found
    if title_block < 0:
        return None
    for number in range(max(0, title_block - 4), min(len(page.blocks), title_block + 3)):
        text = page.blocks[number].text
        if number == title_block and "\n" in text:
            found = next(filter(None, (series_place(line) for line in text.split("\n") if line != chosen)), None)
            if found:
                return found
        elif number != title_block and len(text) <= 60:
            path = _PATH.split(text)
            found = series_place(" ".join(path[-2:])) or _counted(page.blocks, number, title_block)
            if found:
                return found
    return None
