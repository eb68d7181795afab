"""A saved HTML page -> Extraction: body found, every other visible block claimed by a named rule, metadata gathered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from ...diagnostics import Diagnostic, Severity
from ...text.escaping import escape_line
from ...text.notes import refers_back
from ..body.captions import captions_of, with_captions
from ..body.entries import SEVERAL
from ..body.find import Body, find_body
from ..body.noted_readings import with_noted_readings
from ..body.type_headings import with_type_headings
from ..cleaning.furniture import Furniture, repeated
from ..cleaning.judge import judge, taking
from ..cleaning.matching import RuleSet
from ..extraction import Claim, Extraction, Line, LineKind, RawDocument
from ..html import inline
from ..html.page import HtmlPage, line_of, page_of
from ..metadata.find import facts_of, find_metadata
from ..metadata.head import head_of
from . import markdown
from .html_verdict import verdict_of
from .preformatted import preformatted_text
from .text import extract_text


def extract_html(
    raw: RawDocument,
    *,
    furniture: Furniture | None,
    problems: tuple[Diagnostic, ...],
    rules: RuleSet,
    saved_from: str,
    stored: Set[str],
) -> Extraction:
    """Extract one page.

    Args:
        raw: The decoded page.
        furniture: What is known of the source's repeated lines.
        problems: Diagnostics of reading, carried on.
        rules: The cleaning rules.
        saved_from: The page's address, where it does not state one itself.
        stored: Addresses of the pictures that came in one file with the page.
    """
    page = page_of(raw, saved_from, stored)
    head = head_of(page.root)
    if plain := preformatted_text(page.blocks):
        found = extract_text(replace(raw, text=plain), furniture=furniture, problems=problems, rules=rules)
        return replace(found, raw=raw, url=found.url or page.url, title=found.title or head.title)
    body = find_body(page.blocks, page.places, facts_of(head))
    ledger = _Ledger(body)
    repeatable = [(n, line) for n in ledger.in_order() if (line := page.blocks[n].as_repeated)]
    ledger.take("pile/repeated", repeated(repeatable, furniture))
    metadata = find_metadata(page, head, [n for n in ledger.in_order() if page.blocks[n].text])
    ledger.take("html/note", metadata.note_blocks, also_outside=True)
    unwanted = [(name, n) for n in metadata.note_blocks for name in taking(line_of(n + 1, page.blocks[n]), rules)]
    for name, number in unwanted:
        ledger.take(name, [number], also_outside=True)
    notes = [page.blocks[n].text for n in metadata.note_blocks if n not in {number for _, number in unwanted}]
    said = replace(metadata.told, note="\n".join(notes))
    ledger.take("html/page-mark", [metadata.part_block])
    ledger.take("html/byline", metadata.author_blocks)
    ledger.take("html/masthead", metadata.masthead_blocks)
    ledger.take("html/title", [metadata.title_block])
    ledger.take("html/subtitle", [metadata.subtitle_block])
    captions = captions_of(page.blocks, ledger.kept)
    told = {number for numbers in captions.values() for number in numbers}
    ledger.keep(told)
    blocks = with_noted_readings(with_type_headings(page.blocks, ledger.kept), ledger.in_order())
    lines = [
        line_of(n + 1, block, written=n in ledger.kept or block.kind is LineKind.FOOTNOTE)
        for n, block in enumerate(blocks)
    ]
    ledger.take_by_rules([lines[n] for n in ledger.in_order() if lines[n].text], rules)
    lines = list(with_captions(lines, captions, ledger.kept))
    for number in _keep_notes(page, ledger):
        lines[number] = lines[number]._replace(markdown=escape_line(lines[number].text))
    if body.entries >= SEVERAL:
        several = Diagnostic("ingest/several-articles", severity=Severity.WARNING, values={"count": str(body.entries)})
        problems = (*problems, several)
    verdict = verdict_of(page, [page.blocks[n] for n in sorted(ledger.kept - told)], said)
    return _extraction(page, verdict, said, lines, ledger, body.confidence, problems)


class _Ledger:
    """Which blocks of a page are kept, and by which rules the others are taken. Blocks go by their index."""

    def __init__(self, body: Body) -> None:
        self.kept = set(body.kept)
        self.claims = [Claim(number + 1, rule) for number, rule in body.claims]

    def in_order(self) -> list[int]:
        """The blocks that are kept."""
        return sorted(self.kept)

    def take(self, rule: str, numbers: Iterable[int], *, also_outside: bool = False) -> None:
        """Have a rule take those of the blocks that are kept, or all of them: others may have a claim already."""
        for number in numbers:
            if also_outside or number in self.kept:
                self.kept.discard(number)
                self.claims.append(Claim(number + 1, rule))

    def keep(self, numbers: Set[int]) -> None:
        """Give blocks back, whichever rules took them."""
        self.kept |= numbers
        self.claims = [claim for claim in self.claims if claim.line - 1 not in numbers]

    def take_by_rules(self, inside: Sequence[Line], rules: RuleSet) -> None:
        """Let the rules judge what stands inside the body; they do not take all of it."""
        judgement = judge(inside, rules)
        taken = {claim.line for claim in judgement.claims}
        if len(taken) < len(inside):
            self.claims += judgement.claims
            self.kept.difference_update(number - 1 for number in taken)


def _keep_notes(page: HtmlPage, ledger: _Ledger) -> set[int]:
    """Keep each footnote whose mark is kept, and return kept notes to which no mark leads."""
    marks = {number for n in ledger.kept for number in inline.note_marks(page.blocks[n].marked)}
    notes = {n for n, block in enumerate(page.blocks) if block.kind is LineKind.FOOTNOTE}
    wanted = {n for n in notes if page.blocks[n].marker in marks}
    ledger.keep(wanted)
    return (notes & ledger.kept) - wanted


def _extraction(
    page: HtmlPage,
    verdict: str,
    told: Extraction,
    lines: Sequence[Line],
    ledger: _Ledger,
    confidence: float,
    problems: tuple[Diagnostic, ...],
) -> Extraction:
    kept = [lines[n] for n in ledger.in_order()]
    opening = next((line.text for line in kept if line.kind is LineKind.PARAGRAPH and line.markdown), "")
    return replace(
        told,
        verdict=verdict,
        starts_mid_article=refers_back(opening),
        body=markdown.join(kept),
        confidence=confidence,
        lines=tuple(lines),
        claims=tuple(sorted(ledger.claims)),
        images=tuple(page.blocks[line.number - 1].marker for line in kept if line.kind is LineKind.IMAGE),
        problems=problems,
    )
