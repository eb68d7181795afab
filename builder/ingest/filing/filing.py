"""Works -> files in the archive, and the report of what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from ...archive.write import file_text
from ...diagnostics import Diagnostic, Location, Severity, system_reason
from ...model import Appearance
from ..comparing.identity import clean_url, new_id
from ..extraction import Extraction
from ..files import write_atomically
from ..pile.collect import Pile
from ..pile.kept import Kept
from ..pile.origin import folder_of
from ..pile.originals import Originals
from ..pile.outlets import unnamed_outlets
from ..pile.stock import Stock
from ..refusals import refusal
from ..report import Duplicate, IngestReport, Outcome
from ..shelf import Held, Shelf
from ..works.assemble import Alike, Work
from ..works.parts import Group
from .accept import Accepted, Fate, accept, added_by_hand
from .authors import look_alikes, missing_records
from .columns import NO_COLUMNS
from .compose import Desk, Proposal, compose
from .doubted import doubted
from .images import Picture, illustrate
from .told_before import parted


class Filing:
    """Files one work after another and remembers what happened."""

    def __init__(
        self,
        archive: Path,
        content: str,
        desk: Desk,
        shelf: Shelf,
        stock: Stock,
        originals: Originals,
        kept: Kept,
        *,
        force: bool = False,
    ) -> None:
        """``kept`` knows what was told and written before."""
        self._archive, self._content, self._desk, self._force = archive, content, desk, force
        self._shelf, self._stock, self._originals, self._kept = shelf, stock, originals, kept
        self._ids = set(shelf.ids)
        self._outcomes: list[tuple[Fate, Outcome]] = []
        self._unsure: list[tuple[float, Outcome]] = []
        self._paths: dict[int, str] = {}
        self._homes: set[int] = set()
        """Groups that are an article's own pages, by their ``id``."""
        self._differing: set[int] = set()
        """Groups that are another save of an article's own pages, with more or less text, by their ``id``."""
        self._names: list[str] = []
        self._without_record: list[str] = []
        """Authors whom a page introduces and the archive has no record of."""
        self._unnamed: Counter[str] = Counter()
        """Articles of each folder of which nobody tells where they appeared."""
        self._notes: list[Diagnostic] = []

    def file(self, work: Work) -> None:
        """Makes the article of ``work`` and writes or proposes it. A file that cannot be written is refused."""
        held = work.held
        self._homes.add(id(work.home))
        for group in work.groups():
            self._paths[id(group)] = held.path if held else ""
        self._differing.update(id(group) for group in work.again if _length(group) != _length(work.home))
        if work.home.first.number < 0:
            if held and held.sha256 and self._stock.doubted.keys().isdisjoint((*held.sha256, *held.also_sha256)):
                self._note("ingest/originals-gone", held.path)
            return
        pages = [self._stock.extraction(page) for page in work.home.pages]
        article_id = held.id if held else new_id(_date(pages), _identity(pages), self._ids)
        pages, pictures = self._illustrated(work.home, pages, article_id)
        force = self._force and any(page.sha256 in self._stock.files for group in work.groups() for page in group.pages)
        own_series = held and not force and self._has_own_series(held)
        desk = replace(self._desk, columns=NO_COLUMNS) if own_series else self._desk
        elsewhere = [self._stock.extraction(page) for group in work.others for page in group.pages]
        proposal = compose(article_id, pages, work.home, self._appearances(work), desk, elsewhere)
        year = str(proposal.article.date)[:4] or "undated"
        path = held.path if held else f"{self._content}/articles/{year}/{article_id}.md"
        try:
            self._keep_originals(work, pictures)
            text = file_text(proposal.article, proposal.body, sealed=True)
            accepted = accept(self._archive, path, article_id, text, self._kept, force=force)
            shown = (one for one in chain.from_iterable(pictures.values()) if one.path in accepted.text)
            self._keep_pictures(path, shown)
        except OSError as error:
            reason = system_reason(error)
            self._stock.refused.append(refusal("ingest/unwritable", path, reason=reason))
            return
        self._ids.add(article_id)
        for group in work.groups():
            self._paths[id(group)] = path
        if not (proposal.article.source.publication or (held and held.publication)):
            self._unnamed[folder_of(work.home.first.name)] += 1
        self._remember(accepted, path, proposal, work.home)

    def _has_own_series(self, held: Held) -> bool:
        """Did the curator give it one?"""
        its = (self._archive, held.path, held.id, "series", self._kept)
        return bool(held.edited and held.series) and added_by_hand(*its)

    def _illustrated(
        self, home: Group, pages: Sequence[Extraction], article_id: str
    ) -> tuple[list[Extraction], dict[str, tuple[Picture, ...]]]:
        """The pages with references to the article's own pictures, and the pictures of each page, by its sha256."""
        done: list[Extraction] = []
        pictures: dict[str, tuple[Picture, ...]] = {}
        for page, found in zip(home.pages, pages, strict=True):
            where = self._stock.path_of(page)
            result = illustrate(found.body, article_id, where, where.read_bytes() if "![" in found.body else b"")
            done.append(replace(found, body=result.body))
            pictures[page.sha256] = result.pictures
            for reference in result.missing:
                self._note("ingest/no-picture", page.name, picture=reference)
        return done, pictures

    def _keep_pictures(self, path: str, pictures: Iterable[Picture]) -> None:
        folder = (self._archive / path).parent
        for picture in pictures:
            if not (folder / picture.path).exists():
                write_atomically(folder / picture.path, picture.data)

    def _remember(self, accepted: Accepted, path: str, proposal: Proposal, home: Group) -> None:
        article, fate = proposal.article, accepted.fate
        reasons = (*proposal.doubts, *proposal.remarks, *(topic.reason() for topic in proposal.topics))
        found = (path, str(article.id), article.title, article.source.files, reasons)
        outcome = Outcome(*found, accepted.diff, accepted.has_base)
        self._outcomes.append((fate, outcome))
        has_new_say = fate not in (Fate.UNCHANGED, Fate.KEPT)
        if proposal.doubts and (has_new_say or self._is_in_review(path)):
            self._unsure.append((proposal.confidence, outcome))
        if has_new_say:
            self._notes += [replace(note, at=Location(path)) for note in proposal.notes]
        if article.incomplete:
            missing = ", ".join(map(str, home.missing()))
            self._note("ingest/incomplete", path, missing=missing, of=str(article.of or ""))
        for person in article.authors:
            if person.profile and not self._desk.authors.has(person.name):
                self._without_record.append(person.name)
            self._names.append(person.name)

    def _note(self, code: str, path: str, **values: str) -> None:
        self._notes.append(Diagnostic(code, Location(path), Severity.NOTE, values))

    def _is_in_review(self, path: str) -> bool:
        return any(held.path == path and held.status == "review" for held in self._shelf.articles)

    def _appearances(self, work: Work) -> tuple[Appearance, ...]:
        return tuple(self._appearance(group) for group in work.others)

    def _appearance(self, group: Group) -> Appearance:
        first = group.first
        pages = [self._stock.extraction(page) for page in group.pages]
        return Appearance(
            publication=group.publication,
            url=next((page.url for page in pages if page.url), ""),
            date=first.date,
            file=first.name,
            sha256=first.sha256,
        )

    def _keep_originals(self, work: Work, pictures: Mapping[str, Sequence[Picture]]) -> None:
        for group in (work.home, *work.others):
            for page in group.pages:
                file = self._stock.files.get(page.sha256)
                if file is not None and not file.kept:
                    beside = [(picture.beside, picture.data) for picture in pictures.get(page.sha256, ())]
                    self._originals.keep(file, page.name, file.path.read_bytes(), beside)

    def report(self, pile: Pile, alike: Iterable[Alike], faults: Iterable[Diagnostic] = ()) -> IngestReport:
        """Everything that happened, in the order of names. ``faults``: what is wrong with the archive's own files."""

        def with_fate(fate: Fate) -> tuple[Outcome, ...]:
            found = (outcome for its, outcome in self._outcomes if its is fate)
            return tuple(sorted(found, key=lambda outcome: outcome.originals))

        every = sorted((outcome for _, outcome in self._outcomes), key=lambda outcome: outcome.originals)
        duplicates, again = parted(self._kept, self._duplicates(alike))
        return IngestReport(
            added=with_fate(Fate.ADDED),
            changed=with_fate(Fate.CHANGED),
            unchanged=with_fate(Fate.UNCHANGED),
            kept=with_fate(Fate.KEPT),
            proposed=with_fate(Fate.PROPOSED),
            unsure=tuple(outcome for _, outcome in sorted(self._unsure, key=lambda pair: (pair[0], pair[1].path))),
            joined=tuple(outcome for outcome in every if len(outcome.originals) > 1),
            duplicates=duplicates,
            again=again,
            refused=tuple(sorted((*pile.refused, *self._stock.refused), key=lambda r: r.name)),
            ignored=pile.ignored,
            notes=(
                *faults,
                *doubted(self._shelf, self._stock.doubted),
                *self._notes,
                *look_alikes(self._names, self._desk.authors),
                *missing_records(self._without_record, self._content),
                *unnamed_outlets(self._unnamed, self._content),
            ),
        )

    def _duplicates(self, alike: Iterable[Alike]) -> Iterable[Duplicate]:
        """One for each new appearance that went into a work. Two articles that may be one work become a note."""
        joined: dict[str, Duplicate] = {}
        apart: dict[tuple[str, str], float] = {}
        for one in sorted(alike, key=lambda pair: -pair.likeness):
            path, of = (self._paths.get(id(group), "") or group.first.name for group in (one.group, one.of))
            if path != of:
                apart.setdefault((max(path, of), min(path, of)), one.likeness)
                continue
            for group in (one.group, one.of):
                name = group.first.name
                if id(group) not in self._homes and group.first.sha256 not in self._shelf.by_sha256:
                    joined.setdefault(name, Duplicate(name, path, one.likeness, id(group) in self._differing))
        for (path, of), likeness in sorted(apart.items(), key=lambda pair: (-pair[1], pair[0])):
            self._note("ingest/one-work-twice", path, other=of, likeness=f"{likeness:.0%}".rstrip("%"))
        yield from (joined[name] for name in sorted(joined))
        by_sha256 = {sha256: held.path for sha256, held in self._shelf.by_sha256.items()}
        by_sha256 |= {page.sha256: page.name for page in self._stock.pages.values()}
        for name, sha256 in self._stock.copies:
            yield Duplicate(name, by_sha256.get(sha256, self._stock.files[sha256].name), 1.0)


def _date(pages: Sequence[Extraction]) -> str:
    return next((page.date for page in pages if page.date), "")


def _length(group: Group) -> int:
    return sum(page.length for page in group.pages)


def _identity(pages: Sequence[Extraction]) -> str:
    """What an article's id is made of: its address, or the bytes of its first page."""
    return clean_url(next((page.url for page in pages if page.url), "")) or pages[0].raw.sha256
