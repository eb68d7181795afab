"""A work's pages -> the article ingest proposes. Pure: the same pages and records always give the same article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...diagnostics import Diagnostic, Severity
from ...model import (
    Appearance,
    Article,
    ArticleId,
    BodyRef,
    Contributor,
    IsoDate,
    Rights,
    SeriesPlace,
    Source,
    Status,
)
from ...text.controls import without_controls
from ...text.dates import find_dates
from ..body.entries import SEVERAL
from ..comparing.identity import title_key
from ..extraction import Extraction
from ..pile.author_places import placed_authors
from ..pile.name_lines import known_author, without_profiles
from ..pile.origin import outlet_key
from ..pile.sources import Sources
from ..topics.terms import TopicProposal, TopicTerms
from ..works.parts import Group
from .authors import Register, with_role
from .columns import NO_COLUMNS, Columns
from .headline import without_outlet
from .joining import join_bodies
from .lead_in import without_lead_in

SURE = 0.5
"""Below this confidence an article waits for review."""
_HEADING = 80
_STAND_IN = 30
"""Characters of the text that stand in for a title."""
_CUT_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ'’-]+\Z")
NO_BODY = BodyRef("", 0, 0, "")
"""Stands in for a body that is not in a file yet."""


NO_SOURCES = Sources()


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article as ingest would write it."""

    article: Article
    body: str
    confidence: float
    doubts: tuple[Diagnostic, ...]
    """Why it should be reviewed; empty where it need not be."""
    topics: tuple[TopicProposal, ...]
    remarks: tuple[Diagnostic, ...] = ()
    """How the titles of its outlet read its own."""
    notes: tuple[Diagnostic, ...] = ()
    """Of authors whom only the place of their names told."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the archive knows that bears on every article: its authors, its topics, its settings."""

    authors: Register
    topics: TopicTerms
    language: str = "ja"
    rights: Rights = Rights.FULL
    sources: Sources = NO_SOURCES
    columns: Columns = NO_COLUMNS


def compose(
    article_id: str,
    pages: Sequence[Extraction],
    home: Group,
    also_in: Sequence[Appearance],
    desk: Desk,
    elsewhere: Sequence[Extraction] = (),
) -> Proposal:
    """The article made of ``pages``, the extractions of ``home.pages`` in their order.

    ``elsewhere``: pages of its other appearances, which name its authors where its own do not.
    """
    headlines = [without_outlet(page.title, desk.sources.names(home.publication)) for page in pages if page.title]
    titles = [one_line(title) for title, _ in headlines]
    subtitle = next((page.subtitle for page in pages if page.subtitle), "")
    body = join_bodies([page.body for page in pages], [*titles, subtitle])
    series = _series(pages)
    remarks: tuple[Diagnostic, ...] = ()
    column = (
        desk.columns.of(outlet_key(home.publication, home.first.host, home.first.name), titles[0]) if titles else None
    )
    if column and (series is None or title_key(series.name) == title_key(column.name)):
        titles.insert(0, column.title)
        remarks = (column.reason(),)
        series = SeriesPlace(
            series.name if series else column.name, column.number if series is None else column.number or series.number
        )
    title = titles[0] if titles else _stand_in(body, home.first.name)
    authors = people(pages, desk.authors) or people(elsewhere, desk.authors)
    section = next((page.section for page in pages if page.section), headlines[0][1] if headlines else "")
    body = without_lead_in(without_profiles(body, authors), authors)
    proposals = desk.topics.propose(f"{title} {subtitle}", body)
    missing = home.missing()
    reasons = tuple(doubts(article_id, pages))
    alone = len(pages) == 1
    article = Article(
        id=ArticleId(article_id),
        title=one_line(title),
        body=NO_BODY,
        subtitle=one_line(subtitle),
        date=IsoDate(earliest(page.date for page in pages)),
        updated=IsoDate(max((page.updated for page in pages), default="")),
        authors=authors,
        topics=tuple(proposal.topic for proposal in proposals),
        series=series,
        section=section,
        source=Source(
            publication=home.publication,
            url=next((page.url for page in pages if page.url), ""),
            files=tuple(page.name for page in home.pages),
            sha256=tuple(page.sha256 for page in home.pages),
        ),
        also_in=tuple(also_in),
        republished_from=next((page.republished_from for page in pages if page.republished_from), ""),
        note=next((page.note for page in pages if page.note), ""),
        part=home.first.page if missing and alone else None,
        of=home.printed_total if missing else None,
        incomplete=home.is_incomplete(),
        language=next((page.language for page in pages if page.language), desk.language),
        rights=desk.rights,
        status=Status.REVIEW if reasons else Status.PUBLISHED,
    )
    confidence = min((page.confidence for page in pages), default=0.0)
    notes = () if _sure(pages, desk.authors) else tuple(note for _, note in _placed(pages))
    return Proposal(article, body, confidence, reasons, proposals, remarks, notes)


def doubts(article_id: str, pages: Sequence[Extraction]) -> list[Diagnostic]:
    """Why an article made of ``pages`` should be reviewed; empty where it need not be."""
    found: list[Diagnostic] = []

    def doubt(code: str, **values: str) -> None:
        found.append(Diagnostic(code, severity=Severity.WARNING, values=values))

    if not any(page.title for page in pages):
        doubt("ingest/no-title")
    if not any(page.date for page in pages):
        doubt("ingest/no-date")
    lowest = min((page.confidence for page in pages), default=1.0)
    if lowest < SURE:
        doubt("ingest/not-sure", confidence=f"{lowest:.2f}", see=f"rondan trail {article_id}")
    problems = [p for page in pages for p in page.problems if p.severity is not Severity.NOTE]
    entries = max((_dated_headings(page.body) for page in pages), default=0)
    if entries >= SEVERAL and not any(problem.code == "ingest/several-articles" for problem in problems):
        doubt("ingest/several-articles", count=str(entries))
    for problem in problems:
        if problem not in found:
            found.append(problem)
    return found


def _dated_headings(body: str) -> int:
    """How many different days the headings of a text name: as many articles may stand on the page, as in a diary."""
    headings = [line.lstrip("# ") for line in body.split("\n") if line.startswith("#") and len(line) <= _HEADING]
    return len(
        {found.iso for line in headings for found in find_dates(line)[:1] if len(found.iso) >= len("2001-02-03")}
    )


def one_line(text: str) -> str:
    """A heading without line breaks or runs of blanks; a full-width space is part of how it was set."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def _stand_in(body: str, name: str) -> str:
    """A title for a page that has none: its first words, or the file's name."""
    first = next((line.lstrip("#>-* ").strip() for line in body.splitlines() if line.strip()), "")
    if len(first) > _STAND_IN:
        whole = _CUT_WORD.sub("", first[: _STAND_IN + 1])[:_STAND_IN].rstrip(" ,;:")
        first = (whole or first[:_STAND_IN]) + "…"
    return first or without_controls(name.rpartition("/")[2])


def earliest(dates: Iterable[str]) -> str:
    """The first of the days, the most precise where it is told more than once; empty where none is."""
    return min(filter(None, dates), key=_most_precise_first, default="")


def _most_precise_first(date: str) -> tuple[str, int]:
    return date[:10], -len(date)


def people(pages: Sequence[Extraction], register: Register) -> tuple[Contributor, ...]:
    """Everybody named on any page, once, with the fullest role and profile."""
    found: dict[str, Contributor] = {}
    for person in _sure(pages, register) or [person for person, _ in _placed(pages)]:
        person = register.resolve(person)
        known = found.get(person.name)
        if known is None:
            found[person.name] = person
        else:
            found[person.name] = replace(
                known,
                role=known.role or person.role,
                profile=max(known.profile, person.profile, key=len),
            )
    return tuple(with_role(person) for person in found.values())


def _sure(pages: Sequence[Extraction], register: Register) -> list[Contributor]:
    """Whom the pages name by themselves, or as somebody of whom the archive has a record."""
    return [person for page in pages for person in page.authors or known_author(page, register.has)]


def _placed(pages: Sequence[Extraction]) -> list[tuple[Contributor, Diagnostic]]:
    """Whom the place on the page tells, each with a note of it."""
    return [found for page in pages for found in placed_authors(page)]


def _series(pages: Sequence[Extraction]) -> SeriesPlace | None:
    places = [page.series for page in pages if page.series]
    return next((place for place in places if place.number is not None), places[0] if places else None)
