"""``rondan ingest``: raw pages into the archive."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .session import Session
from .verb import verb

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..ingest.report import IngestReport, Outcome

_ENOUGH_FOR_PROCESSES = 40
"""Files from which starting more processes pays off."""
_MANY = 20
"""Lines of one kind that are shown; ``--format json`` has them all."""
_LONG = 40
"""Lines of a proposal that are shown."""


@verb("ingest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", default=None)
@click.option("--dask", metavar="ADDRESS")
@click.option("--force", is_flag=True)
def ingest_command(session: Session, paths: tuple[Path, ...], jobs: int | None, dask: str | None, force: bool) -> int:
    """Takes raw files in, and says what became of each."""
    from ..ingest.ingest import ingest
    from .as_json import plain

    config = session.config()
    inputs = [session.path(path) for path in paths]
    with _workers(inputs, jobs, dask) as executor, session.progress() as progress:
        report = ingest(session.folder, config, inputs, executor=executor, force=force, progress=progress)
    problems = [*report.notes, *(refusal.problem for refusal in report.refused)]
    status = session.finish(problems, plain(report, session.language), _summary(session, report))
    return 1 if report.has_problems else status


@contextmanager
def _workers(inputs: list[Path], jobs: int | None, dask: str | None) -> Iterator[Executor | None]:
    if dask:
        from ..ingest.cluster import executor_at

        with executor_at(dask) as executor:
            yield executor
        return
    wanted = jobs or os.cpu_count() or 1
    if wanted == 1 or not _is_large(inputs):
        yield None
        return
    with ProcessPoolExecutor(wanted) as executor:
        yield executor


def _is_large(inputs: list[Path]) -> bool:
    """Counts no further than it must."""
    count = 0
    for path in inputs:
        for _, _, names in os.walk(path):
            count += len(names)
            if count >= _ENOUGH_FOR_PROCESSES:
                return True
    return False


def _summary(session: Session, report: IngestReport) -> Iterator[str]:
    unsure = {outcome.path for outcome in report.unsure}
    for kind in ("added", "changed"):
        outcomes: tuple[Outcome, ...] = getattr(report, kind)
        yield from _list(session, kind, [f"{o.path}  {o.title}" for o in outcomes if o.path not in unsure])
    yield from _list(session, "unsure", [_with_reasons(session, o.path, o.title, o.reasons) for o in report.unsure])
    yield from _list(session, "duplicates", [f"{d.original} = {d.of} ({d.likeness:.0%})" for d in report.duplicates])
    for outcome in report.proposed:
        yield session.say("ingest:proposed", path=outcome.path)
        lines = outcome.diff.splitlines()
        yield from (f"    {line}" for line in lines[:_LONG])
        if len(lines) > _LONG:
            yield "    " + session.say("more", count=len(lines) - _LONG)
    kinds = ("added", "changed", "unchanged", "proposed", "unsure", "refused", "ignored")
    yield session.say("ingest:done", **{kind: len(getattr(report, kind)) for kind in kinds})
    if report.unsure:
        yield session.say("ingest:review")


def _list(session: Session, kind: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield session.say(f"ingest:{kind}")
        yield from (f"  {line}" for line in lines[:_MANY])
        if len(lines) > _MANY:
            yield "  " + session.say("more", count=len(lines) - _MANY)
        yield ""


def _with_reasons(session: Session, path: str, title: str, reasons: tuple[Diagnostic, ...]) -> str:
    from ..messages.sentences import sentences

    told = [sentences(reason, session.language)[0] for reason in reasons if not reason.code.endswith("topic-proposed")]
    return "\n      ".join([f"{path}  {title}", *told])
