"""``rondan ingest``: raw pages into the archive."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import Severity
from ..processes import processors
from .session import Session
from .verb import RAW_PATH, verb
from .workers import ENOUGH, workers

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from ..diagnostics import Diagnostic
    from ..ingest.report import IngestReport, Outcome

_MANY = 20
"""Lines of one kind that are shown; ``--verbose`` and ``--format json`` have them all."""
_FEW = 5
"""The same, for lists that most readers do not need."""
_LONG = 40
"""Lines of a proposal that are shown."""


@verb("ingest")
@click.argument("paths", nargs=-1, required=True, type=RAW_PATH, metavar="PATH...")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", default=None)
@click.option("--dask", metavar="ADDRESS")
@click.option("--force", is_flag=True)
@click.option("--verbose", is_flag=True)
def ingest_command(
    session: Session, paths: tuple[Path, ...], jobs: int | None, dask: str | None, force: bool, verbose: bool
) -> int:
    """Takes raw files in, and says what became of each."""
    from ..ingest.ingest import ingest

    config = session.config()
    inputs = [session.path(path) for path in paths]
    with _workers(inputs, jobs, dask) as executor, session.progress() as progress:
        report = ingest(session.folder, config, inputs, executor=executor, force=force, progress=progress)
    notes, untold = _told(report.notes, None if verbose or session.format == "json" else _FEW)
    problems = [*notes, *(refusal.problem for refusal in report.refused)]
    status = session.finish(problems, report, _summary(session, report, verbose, untold))
    return 1 if report.has_problems else status


def _workers(inputs: list[Path], jobs: int | None, dask: str | None) -> AbstractContextManager[Executor | None]:
    if dask:
        from ..ingest.cluster import executor_at

        return executor_at(dask)
    return workers(processors(jobs or 0) if _is_large(inputs) else 1)


def _is_large(inputs: list[Path]) -> bool:
    """Counts no further than it must."""
    count = 0
    for path in inputs:
        for _, _, names in os.walk(path):
            count += len(names)
            if count >= ENOUGH:
                return True
    return False


def _told(notes: Iterable[Diagnostic], most: int | None) -> tuple[list[Diagnostic], int]:
    """All errors and the first ``most`` other notes of each code, and how many more there are."""
    told: list[Diagnostic] = []
    of_code: Counter[str] = Counter()
    for note in notes:
        of_code[note.code] += 1
        if most is None or note.severity is Severity.ERROR or of_code[note.code] <= most:
            told.append(note)
    return told, of_code.total() - len(told)


def _summary(session: Session, report: IngestReport, verbose: bool, untold: int) -> Iterator[str]:
    """What was done first; what is left to a person last, where it stays in sight."""
    from ..ingest.filing.accept import proposal_name

    def listed(kind: str, lines: list[str], most: int = _MANY) -> Iterator[str]:
        if lines:
            yield session.say(f"ingest:{kind}")
            yield from _shown(session, lines, "  ", None if verbose else most)
            yield ""

    unsure = {outcome.path for outcome in report.unsure}
    for kind in ("added", "changed"):
        outcomes: tuple[Outcome, ...] = getattr(report, kind)
        yield from listed(kind, [f"{o.path}  {o.title}" for o in outcomes if o.path not in unsure])
    told = (*report.duplicates, *report.again) if verbose else report.duplicates
    yield from listed("duplicates", [f"{d.original} = {d.of} ({d.likeness:.0%})" for d in told])
    if any(one.differs for one in told):
        yield session.say("ingest:better")
        yield ""
    yield from listed("ignored", list(report.ignored), _FEW)
    for outcome in report.proposed:
        yield session.say("ingest:proposed" if outcome.has_base else "ingest:proposed-whole", path=outcome.path)
        yield from _shown(session, outcome.diff.splitlines(), "    ", None if verbose else _LONG)
        yield ""
    if report.proposed:
        yield session.say("ingest:take", file=proposal_name(report.proposed[-1].id))
        yield ""
    doubts = [[reason for reason in o.reasons if reason.severity is not Severity.NOTE] for o in report.unsure]
    heads = [f"{o.path}  {o.title}" for o in report.unsure]
    yield from listed("unsure", [session.explained(*one, 6) for one in zip(heads, doubts, strict=True)])
    kinds = ("added", "changed", "unchanged", "unsure", "refused", "ignored")
    counts = {kind: len(getattr(report, kind)) for kind in kinds}
    twice = len(report.duplicates) + len(report.again)
    proposed = len(report.kept) + len(report.proposed)
    yield session.say("ingest:done", **counts, proposed=proposed, twice=twice or "")
    if untold:
        yield session.say("ingest:untold", count=untold)
    if report.unsure:
        yield session.say("ingest:review")


def _shown(session: Session, lines: list[str], indent: str, most: int | None) -> Iterator[str]:
    yield from (indent + line for line in lines[:most])
    if most is not None and len(lines) > most:
        yield indent + session.say("ingest:more", count=len(lines) - most)
