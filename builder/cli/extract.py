"""``rondan extract``: articles out of raw files, without an archive."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..processes import processors
from .session import Session
from .verb import RAW_PATH, path_option, verb
from .workers import ENOUGH, workers

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..ingest.extract_files import Extracted
    from ..ingest.extraction import Extraction


@verb("extract")
@click.argument("inputs", nargs=-1, required=True, type=RAW_PATH, metavar="INPUT...")
@path_option("--out")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N")
def extract_command(session: Session, inputs: tuple[Path, ...], out: Path | None, jobs: int | None) -> int:
    """Writes Markdown files, or prints what was found where no folder is named."""
    from ..ingest.extract_files import raw_files

    paths = list(raw_files(session.path(given) for given in inputs))
    if out is None:
        return _print(session, paths)
    return _report(session, _write(session, paths, session.path(out), processors(jobs or 0)))


def _write(session: Session, paths: list[Path], out: Path, jobs: int) -> Iterator[Extracted]:
    from ..ingest.extract_files import extract_files

    with workers(jobs if len(paths) >= ENOUGH else 1) as executor, session.progress() as progress:
        for done, result in enumerate(extract_files(paths, out, executor), 1):
            progress("extract", done, len(paths))
            yield result


def _report(session: Session, results: Iterable[Extracted]) -> int:
    """Reports the results; of each it keeps only what the report will show, as there may be many."""

    problems: list[Diagnostic] = []
    listed: list[Extracted] = []
    files = articles = 0
    for result in results:
        files += 1
        articles += result.verdict.startswith("article")
        problems += result.problems
        if session.format != "text":
            listed.append(result)
    data = {"files": listed, "articles": articles}
    return session.finish(problems, data, [session.say("extract:done", files=files, articles=articles)])


def _print(session: Session, paths: list[Path]) -> int:
    from ..diagnostics import Diagnostic
    from ..ingest.extract_document import document
    from ..ingest.extract_files import extract_path, problems_of

    found: list[Extraction] = []
    problems: list[Diagnostic] = []
    for path in paths:
        result = extract_path(path)
        if isinstance(result, Diagnostic):
            problems.append(result)
            continue
        problems += problems_of(result)
        if session.format == "text":
            sys.stdout.write(document(result) + "\n")
        else:
            found.append(result)
    return session.finish(problems, {"files": found})
