"""``rondan extract``: raw files in, one ``<same stem>.md`` out. Needs no archive and merges nothing.

Work streams: at any moment only a few files a worker are in memory, however many there are.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic, Location, Severity
from .extract import extract
from .extract_document import document
from .read import MAX_BYTES

_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".txt", ".text"))
_CHUNK = 8
"""Files a worker takes at a time."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """One raw file and what came of it."""

    source: str
    output: str
    """Path of the Markdown file; empty where none could be written."""
    verdict: str
    confidence: float
    problems: tuple[Diagnostic, ...] = ()


def raw_files(inputs: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, and of folders every page and dump below them, in a stable order."""
    for given in inputs:
        if given.is_dir():
            for folder, names, files in os.walk(given):
                names[:] = sorted(n for n in names if not n.endswith(("_files", ".files")) and not n.startswith("."))
                for file in sorted(files):
                    if Path(file).suffix.lower() in _SUFFIXES:
                        yield Path(folder, file)
        else:
            yield given


def extract_files(
    inputs: Iterable[Path], out_dir: Path, jobs: int = 1, executor: Executor | None = None, timezone: str = "+09:00"
) -> Iterator[Extracted]:
    """Extract files one after another or on an executor, and yield each result as it is ready, in order.

    Args:
        inputs: Files and folders.
        out_dir: Where the Markdown files go; made if it is not there.
        jobs: How many workers the executor has; bounds how much is under way.
        executor: A standard executor, or None to work in this process.
        timezone: Zone of dates that name none.

    Raises:
        OSError: ``out_dir`` cannot be made.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    work = ((str(path), str(_output(path, out_dir, taken))) for path in raw_files(inputs))
    if executor is None:
        for source, output in work:
            yield extract_file(source, output, timezone)
        return
    waiting: deque[Future[list[Extracted]]] = deque()
    chunk: list[tuple[str, str]] = []
    for task in work:
        chunk.append(task)
        if len(chunk) == _CHUNK:
            waiting.append(executor.submit(_extract_chunk, chunk, timezone))
            chunk = []
        if len(waiting) > 2 * jobs:
            yield from waiting.popleft().result()
    if chunk:
        waiting.append(executor.submit(_extract_chunk, chunk, timezone))
    while waiting:
        yield from waiting.popleft().result()


def _extract_chunk(chunk: list[tuple[str, str]], timezone: str) -> list[Extracted]:
    return [extract_file(source, output, timezone) for source, output in chunk]


def extract_file(source: str, output: str, timezone: str = "+09:00") -> Extracted:
    """Extract one file and write its Markdown, by way of a temporary file beside it."""
    name = source.replace(os.sep, "/")
    try:
        with Path(source).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        problem = Diagnostic(
            "ingest/unreadable", Location(name), Severity.ERROR, {"reason": error.strerror or str(error)}
        )
        return Extracted(name, "", "not-an-article: unreadable", 0.0, (problem,))
    try:
        found = extract(data, name, timezone=timezone)
    except Exception as error:  # one page must not end the pile; what failed is told
        values = {"reason": f"{type(error).__name__}: {error}"}
        problem = Diagnostic("ingest/failed", Location(name), Severity.ERROR, values)
        return Extracted(name, "", "not-an-article: failed", 0.0, (problem,))
    target = Path(output)
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        draft.write_text(document(found), encoding="utf-8", newline="\n")
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        problem = Diagnostic(
            "ingest/unwritable", Location(output), Severity.ERROR, {"reason": error.strerror or str(error)}
        )
        return Extracted(name, "", found.verdict, found.confidence, (*found.problems, problem))
    return Extracted(name, output, found.verdict, found.confidence, found.problems)


def _output(path: Path, out_dir: Path, taken: set[str]) -> Path:
    """Return ``out_dir/<stem>.md``; a stem met before gets a number, so that no file overwrites another."""
    stem = path.stem
    number = 1
    while stem.lower() in taken:
        number += 1
        stem = f"{path.stem}-{number}"
    taken.add(stem.lower())
    return out_dir / f"{stem}.md"
