"""Text dumps: RawDocument -> Extraction. The body by learned trees and the rules, metadata from lines around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from ...diagnostics import Diagnostic, Location, Severity
from ...text.languages import language_of
from ...text.notes import refers_back, without_part
from ..cleaning.furniture import Furniture, repeated
from ..cleaning.judge import Judgement, judge, taking
from ..cleaning.matching import RuleSet, rules_with
from ..dump.about import Notes, find_notes
from ..dump.aozora import Notation, legend_of
from ..dump.blocks import as_blocks, as_lines
from ..dump.boxes import link_boxes
from ..dump.dating import Dated, publication_date
from ..dump.head import Head, read_head
from ..dump.masthead import is_headline, masthead_of
from ..dump.model import Side
from ..dump.page import DumpPage, read_page
from ..dump.people import People, find_people
from ..dump.records import texts_on
from ..dump.verdicts import verdict_of
from ..dump.wrapping import unwrapped
from ..extraction import JAPAN, Claim, Extraction, Finding, Line, RawDocument
from . import markdown

_TOO_MUCH = "ingest/rule-took-much"
_OUTSIDE = {side: f"dump/{side}-body" for side in Side}
"""What takes a line that is no part of the body."""
_LANGUAGE = 2_000
"""Characters of the body that tell its language."""
_LOCAL = ("ja", "")
"""Languages whose pages print local times: those of Japan. Elsewhere a time without a zone stays without one."""


def extract_text(
    raw: RawDocument,
    *,
    furniture: Furniture | None = None,
    problems: tuple[Diagnostic, ...] = (),
    rules: RuleSet | None = None,
) -> Extraction:
    """Extract one text dump. Pure; never raises on any text.

    ``furniture`` is what the pages of the same source repeat, ``rules`` the cleaning rules (default: those that
    come with the program).
    """
    written = raw.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    whole = unwrapped(written)
    source = whole.lines
    apart = dict.fromkeys(whole.running, "dump/running-head") | dict.fromkeys(legend_of(source), "dump/legend")
    masthead = masthead_of(source, raw.name)
    notation = Notation(raw.text)
    rules = rules or rules_with()
    told = _told(source, apart.keys() | {masthead}, notation, furniture, rules)
    if masthead >= 0 and is_headline(source[masthead], told.head.title, furniture):
        masthead = -1
        told = _told(source, apart.keys(), notation, furniture, rules)
    if masthead >= 0:
        apart[masthead] = "dump/masthead"
    page, draft, judged, head = told.page, told.draft, told.judged, told.head
    title = head.title_row
    language = language_of(("\n".join(page.rows[i].text for i in page.body) or raw.text)[:_LANGUAGE])
    date, updated = publication_date(page, JAPAN if language in _LOCAL else "", title)
    people = find_people(page, title, date.row if date else -1)
    notes = find_notes(page, title)
    if notes.note_row >= 0 and taking(draft[notes.note_row], rules):
        notes = replace(notes, note="")
    claims = [*_claims(page, judged, furniture), *_claims_of_finds(page, head, date, people, notes)]
    set_apart = tuple(Line(n + 1, text, text) for n in sorted(apart) if (text := written[n].strip()))
    claims += [Claim(line.number, apart[line.number - 1]) for line in set_apart]
    further = [Line(n + 1, written[n].strip(), "") for n in whole.joined]
    taken_by = defaultdict(list)
    for claim in claims:
        taken_by[claim.line].append(claim.rule)
    claims += [Claim(n + 1, rule) for n, first in whole.joined.items() for rule in taken_by[first + 1]]
    outlet = source[masthead].strip() if masthead >= 0 else ""
    printed = [Finding("publication", outlet, f"line {masthead + 1}", 0.8)] if outlet else []
    claimed = {claim.line for claim in claims}
    kept = [i for i, row in enumerate(page.rows) if row.index + 1 not in claimed]
    rows = [page.rows[i] for i in kept]
    lines = dict(zip(kept, as_blocks([draft[i] for i in kept], rows, source, notation), strict=True))
    width = sum(row.width for row in rows)
    verdict = verdict_of(page, width)
    told_lines = [lines.get(i, line) for i, line in enumerate(draft)]
    begun = {first + 1 for first in whole.joined.values()}
    told_lines = [
        one._replace(text=written[one.number - 1].strip()) if one.number in begun else one for one in told_lines
    ]
    first = next((page.rows[i].text for i in kept if lines[i].kind not in ("heading", "item")), "")
    return Extraction(
        raw,
        verdict,
        title=without_part(notation.plain(head.title)),
        subtitle=notation.plain(head.subtitle),
        date=date.found.iso if date else "",
        updated=updated,
        authors=people.contributors,
        section=head.section,
        series=notes.series,
        publication=outlet,
        republished_from=notes.republished_from,
        note=notes.note,
        page=notes.part[0] if notes.part else None,
        pages=notes.part[1] if notes.part else None,
        starts_mid_article=refers_back(first),
        ends_mid_article=notes.leads_on,
        language=language,
        body=markdown.join(lines.values()),
        confidence=_confidence(page, kept, judged) if verdict == "article" else 0.0,
        findings=(*printed, *_findings(page, head, date, people, notes)),
        lines=tuple(sorted((*set_apart, *further, *told_lines))),
        claims=tuple(sorted(claims)),
        problems=(*problems, *_overreach(raw, judged), *_several(page)),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What the lines say: which are body, which a rule takes, and what stands over the body."""

    page: DumpPage
    draft: list[Line]
    judged: Judgement
    head: Head


def _told(
    source: Sequence[str], apart: Set[int], notation: Notation, furniture: Furniture | None, rules: RuleSet
) -> _Told:
    """Judge the lines but those set ``apart``."""
    page = read_page(["" if n in apart else line for n, line in enumerate(source)] if apart else source, furniture)
    draft = as_lines(page.rows, source, notation)
    judged = judge(draft, rules)
    ruled = {claim.line for claim in judged.claims}
    return _Told(page, draft, judged, read_head(page, {i for i in page.body if page.rows[i].index + 1 in ruled}))


def _echoes(page: DumpPage, title: int) -> set[int]:
    """Rows over the body, and its first, that repeat the title; further in it is a heading."""
    if title < 0:
        return set()
    head = range(max(0, page.first - 3), min(len(page.rows), page.first + 1))
    return {i for i in head if page.rows[i].text == page.rows[title].text}


def _claims(page: DumpPage, judged: Judgement, furniture: Furniture | None) -> list[Claim]:
    claims = list(judged.claims)
    claims += [
        Claim(row.index + 1, _OUTSIDE[side])
        for row, side in zip(page.rows, page.sides, strict=True)
        if side is not Side.BODY and row.index + 1 not in judged.protected
    ]
    if furniture:
        body = [(row.index + 1, row.text) for row in map(page.rows.__getitem__, page.body)]
        free = [(number, text) for number, text in body if number not in judged.protected]
        claims += [Claim(number, "pile/repeated") for number in repeated(free, furniture)]
    return claims


def _claims_of_finds(page: DumpPage, head: Head, date: Dated | None, people: People, notes: Notes) -> Iterator[Claim]:
    """Lines that only say what the article's metadata say."""
    for rule, indexes in (
        ("dump/title", {head.title_row} | _echoes(page, head.title_row)),
        ("dump/date", {date.row} if date and page.rows[date.row].look.date == "only" else set()),
        ("dump/byline", set(people.rows)),
        ("dump/links", set(link_boxes(page))),
        ("dump/note", {notes.note_row}),
        ("dump/imprint", set(notes.imprint)),
        ("dump/page-mark", {notes.part_row} if notes.part_row != head.title_row else set()),
        ("dump/section", {head.section_row} - {head.title_row}),
        ("dump/subtitle", {head.subtitle_row}),
    ):
        for index in sorted(indexes):
            if index >= 0:
                yield Claim(page.rows[index].index + 1, rule)


def _findings(page: DumpPage, head: Head, date: Dated | None, people: People, notes: Notes) -> Iterator[Finding]:
    part = f"{notes.part[0]}/{notes.part[1]}" if notes.part else ""
    series = notes.series.name if notes.series else ""
    named = ", ".join(person.name for person in people.contributors)
    found = (
        ("title", head.title, head.title_row, 0.8),
        ("subtitle", head.subtitle, head.subtitle_row, 0.6),
        *([("date", date.found.iso, date.row, date.found.confidence)] if date else []),
        ("author", named, people.row, people.confidence),
        ("section", head.section, head.section_row, 0.6),
        ("note", notes.note, notes.note_row, 0.9),
        ("page", part, notes.part_row, 0.9),
        ("series", series, notes.series_row, 0.7),
    )
    for field, value, row, confidence in found:
        if value and row >= 0:
            yield Finding(field, value, f"line {page.rows[row].index + 1}", confidence)


def _confidence(page: DumpPage, kept: Sequence[int], judged: Judgement) -> float:
    """How sure the body is: the mean certainty of the lines around its ends and inside, less where a rule took much."""
    if not kept:
        return 0.0
    span = range(max(0, kept[0] - 2), min(len(page.rows), kept[-1] + 3))
    sure = sum(abs(2 * page.chances[i] - 1) for i in span) / len(span)
    return round(sure * (0.5 if judged.overreaching else 1.0), 3)


def _several(page: DumpPage) -> tuple[Diagnostic, ...]:
    count = texts_on(page)
    several = Diagnostic("ingest/several-articles", severity=Severity.WARNING, values={"count": str(count)})
    return (several,) if count > 1 else ()


def _overreach(raw: RawDocument, judged: Judgement) -> tuple[Diagnostic, ...]:
    at = Location(raw.name)
    return tuple(Diagnostic(_TOO_MUCH, at, Severity.WARNING, {"rule": rule}) for rule in judged.overreaching)
