"""A saved HTML page -> Extraction: body found, every other visible block claimed by a named rule, metadata gathered."""

from __future__ import annotations

from collections.abc import Set

from ...diagnostics import Diagnostic, Severity
from ...text.escaping import escape_line
from ...text.notes import refers_back
from ..body.captions import captions_of, with_captions
from ..body.entries import SEVERAL
from ..body.find import find_body
from ..body.noted_readings import with_noted_readings
from ..body.type_headings import with_type_headings
from ..cleaning.furniture import Furniture, repeated
from ..cleaning.judge import judge
from ..cleaning.matching import RuleSet, standard_rules
from ..extraction import Claim, Extraction, Line, LineKind, RawDocument
from ..html import inline
from ..html.page import HtmlPage, line_of, page_of
from ..metadata.find import Metadata, facts_of, find_metadata
from ..metadata.head import head_of
from . import markdown
from .html_verdict import verdict_of


def extract_html(
    raw: RawDocument,
    *,
    furniture: Furniture | None = None,
    problems: tuple[Diagnostic, ...] = (),
    rules: RuleSet | None = None,
    saved_from: str = "",
    stored: Set[str] = frozenset(),
) -> Extraction:
    """Extract one page.

    Args:
        raw: The decoded page.
        furniture: What is known of the source's repeated lines.
        problems: Diagnostics of reading, carried on.
        rules: The cleaning rules; by default those that come with the program.
        saved_from: The page's address, where it does not state one itself.
        stored: Addresses of the pictures that came in one file with the page.
    """
    page = page_of(raw, saved_from, stored)
    head = head_of(page.root)
    body = find_body(page.blocks, page.places, facts_of(head))
    kept = set(body.kept)
    claims = [Claim(number + 1, rule) for number, rule in body.claims]
    _claim_furniture(page, kept, claims, furniture)
    metadata = find_metadata(page, head, sorted(n for n in kept if page.blocks[n].text))
    _claim(kept, claims, metadata.note_blocks, "html/note")
    _claim(kept, claims, [n for n in (metadata.part_block,) if n in kept], "html/page-mark")
    _claim(kept, claims, [n for n in metadata.author_blocks if n in kept], "html/byline")
    _claim(kept, claims, [n for n in metadata.masthead_blocks if n in kept], "html/masthead")
    _claim(kept, claims, [n for n in (metadata.title_block,) if n in kept], "html/title")
    _claim(kept, claims, [n for n in (metadata.subtitle_block,) if n in kept], "html/subtitle")
    captions = captions_of(page.blocks, kept)
    told = {number for numbers in captions.values() for number in numbers}
    kept |= told
    claims = [claim for claim in claims if claim.line - 1 not in told]
    blocks = with_noted_readings(with_type_headings(page.blocks, kept), sorted(kept))
    lines = tuple(
        line_of(n + 1, block, written=n in kept or block.kind is LineKind.FOOTNOTE) for n, block in enumerate(blocks)
    )
    _claim_by_rules(lines, kept, claims, rules or standard_rules())
    lines = with_captions(lines, captions, kept)
    claims, orphans = _with_notes(page, kept, claims)
    if orphans:
        lines = tuple(
            line._replace(markdown=escape_line(line.text)) if n in orphans else line for n, line in enumerate(lines)
        )
    if body.entries >= SEVERAL:
        several = Diagnostic("ingest/several-articles", severity=Severity.WARNING, values={"count": str(body.entries)})
        problems = (*problems, several)
    verdict = verdict_of(page, [page.blocks[n] for n in sorted(kept - told)], metadata)
    ordered = [lines[n] for n in sorted(kept)]
    opening = next((line.text for line in ordered if line.kind is LineKind.PARAGRAPH and line.markdown), "")
    return _extraction(
        raw, verdict, metadata, page, ordered, lines, claims, body.confidence, refers_back(opening), problems
    )


def _claim(kept: set[int], claims: list[Claim], numbers: tuple[int, ...] | list[int], rule: str) -> None:
    for number in numbers:
        kept.discard(number)
        claims.append(Claim(number + 1, rule))


def _claim_furniture(page: HtmlPage, kept: set[int], claims: list[Claim], furniture: Furniture | None) -> None:
    """Claim what the source's other pages carry too."""
    body = [(n, line) for n in sorted(kept) if (line := page.blocks[n].as_repeated)]
    _claim(kept, claims, repeated(body, furniture), "pile/repeated")


def _claim_by_rules(lines: tuple[Line, ...], kept: set[int], claims: list[Claim], rules: RuleSet) -> None:
    """Let the rules judge what stands inside the body."""
    inside = [lines[n] for n in sorted(kept) if lines[n].text]
    judgement = judge(inside, rules)
    taken = {claim.line for claim in judgement.claims}
    if len(taken) < len(inside):
        claims.extend(judgement.claims)
        kept.difference_update(number - 1 for number in taken)


def _with_notes(page: HtmlPage, kept: set[int], claims: list[Claim]) -> tuple[list[Claim], set[int]]:
    """Keep each footnote whose mark is kept; the claims that are left, and kept notes to which no mark leads."""
    marks = {number for n in kept for number in inline.note_marks(page.blocks[n].marked)}
    notes = {n for n, block in enumerate(page.blocks) if block.kind is LineKind.FOOTNOTE}
    wanted = {n for n in notes if page.blocks[n].marker in marks}
    kept |= wanted
    return [claim for claim in claims if claim.line - 1 not in wanted], (notes & kept) - wanted


def _extraction(
    raw: RawDocument, verdict: str, found: Metadata, page: HtmlPage, kept: list[Line], lines: tuple[Line, ...],
    claims: list[Claim], confidence: float, starts_mid_article: bool, problems: tuple[Diagnostic, ...],
) -> Extraction:  # fmt: skip
    return Extraction(
        raw=raw,
        verdict=verdict,
        title=found.title,
        subtitle=found.subtitle,
        date=found.date,
        updated=found.updated,
        authors=found.authors,
        section=found.section,
        series=found.series,
        publication=found.publication,
        url=page.url,
        republished_from=found.republished_from,
        note=found.note,
        page=found.page,
        pages=found.pages,
        next_url=found.next_url,
        starts_mid_article=starts_mid_article,
        ends_mid_article=bool(found.next_url),
        language=found.language,
        summary=found.summary,
        body=markdown.join(kept),
        confidence=confidence,
        findings=found.findings,
        lines=lines,
        claims=tuple(sorted(claims, key=lambda c: (c.line, c.rule))),
        images=tuple(page.blocks[line.number - 1].marker for line in kept if line.kind is LineKind.IMAGE),
        problems=problems,
    )
