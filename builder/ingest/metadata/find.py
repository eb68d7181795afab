"""All metadata of one page, gathered and decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...text.languages import language_of
from ...text.names import is_person_name
from ...text.notes import is_remark, republication, series_place
from ..body.features import PageFacts
from ..body.looks import squeeze
from ..extraction import JAPAN, Extraction, Finding, LineKind
from ..html.block import Block
from ..html.page import HtmlPage
from . import authors, dates, outlet, title
from .head import Head, text_value
from .masthead import find_masthead
from .paging import find_next, find_part
from .posting_line import find_posting_line
from .rubrics import split_rubric
from .section import find_section
from .series import find_series
from .title_parts import known_sections

_KNOWN_BODY_LEAST = 200


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article but its body, and which blocks say nothing else."""

    told: Extraction
    """The extraction so far: verdict, body, lines and claims are still empty."""
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
    start = next((n for n in body if blocks[n].kind is not LineKind.IMAGE), -1)
    titled = title.find_title(head, blocks, start, sites, page.url)
    masthead = find_masthead(blocks, body, titled.block)
    body = [n for n in body if n not in masthead.above and n not in masthead.below and n != titled.block] or body
    site = outlet.find_site(head, blocks, titled.title)
    if site:
        findings.append(site)
        # a personal page bears its author's name: only the title element makes an outlet of it
        sites = [*sites, site.value] if site.confidence > 0.5 or not is_person_name(site.value, strict=True) else sites
    is_japanese = language == "ja"
    zone = JAPAN if is_japanese else ""
    posting = find_posting_line(blocks, body)
    dated = dates.find_published(page.root, head, blocks, titled.block, body, page.url, zone)
    written = authors.find_authors(head, blocks, titled.block, body, sites, posting.author, japanese=is_japanese)
    signed = titled.subtitle_block in written.blocks  # a title element may name the author behind the headline
    bare = split_rubric(head, blocks, titled.block, titled.title, japanese=is_japanese)
    beside = (bare.name, posting.section)
    section = find_section(head, blocks, titled.block, titled.title, sites, *beside, japanese=is_japanese)
    series = find_series(head, blocks, titled.block, titled.title, section, bare)
    if section and series and squeeze(section.value) == squeeze(series.name):
        besides = [*sites, series.name]
        again = find_section(head, blocks, titled.block, titled.title, besides, *beside, japanese=is_japanese)
        section = again or section
    rubric = titled.section.strip("■●◆▼ \u3000")
    if squeeze(rubric) in known_sections():  # over the headline, in its own block
        section = Finding("section", rubric, f"block {titled.block + 1}", 0.5)
    if section:
        findings.append(section)
    above = series_place(titled.section)
    note, origin, note_blocks = _notes(blocks, body)
    next_url = find_next(head, blocks, page.url)
    number, total, part_block = find_part(head, blocks, titled.block, body)
    told = Extraction(
        page.raw,
        verdict="",
        title=title.without_author(bare.title, [person.name for person in written.authors]),
        subtitle="" if signed else titled.subtitle,
        date=posting.dated(dated.date, zone),
        updated=dated.updated,
        authors=written.authors,
        section=section.value if section else above.name if above else titled.section,
        series=series,
        publication=site.value if site else "",
        url=page.url,
        republished_from=origin or outlet.delivered_by(head, sites),
        note=note,
        page=number,
        pages=total,
        next_url=next_url,
        ends_mid_article=bool(next_url),
        language=language,
        summary=head.first("og:description", "description"),
        findings=(*titled.findings, *dated.findings, *written.findings, *findings),
    )
    return Metadata(
        told,
        note_blocks=note_blocks,
        part_block=part_block,
        author_blocks=written.blocks,
        masthead_blocks=(*masthead.above, *masthead.days),
        title_block=titled.block,
        subtitle_block=-1 if signed else titled.subtitle_block,
    )


def _notes(blocks: Sequence[Block], body: Sequence[int]) -> tuple[str, str, tuple[int, ...]]:
    """Find what the outlet says about the text: 当記事は…からの転載です."""
    if not body:
        return "", "", ()
    notes: list[str] = []
    numbers: list[int] = []
    origin = ""
    for number in range(max(0, body[0] - 3), min(len(blocks), body[-1] + 12)):
        text = blocks[number].text
        if not 6 <= len(text) <= 240:
            continue
        source = republication(text)
        if source or is_remark(text):
            notes.append(text)
            numbers.append(number)
            origin = origin or source or ""
    return "\n".join(notes), origin, tuple(numbers)
