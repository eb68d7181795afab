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
from .extraction import Extraction
from .files import NotAFileError, read_ordinary
from .raw.read import MAX_BYTES
from .refusals import no_article
from .saved_pages import PAGE_SUFFIXES, saved_beside

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
                beside = saved_beside(names, files)
                names[:] = sorted(name for name in names if name not in beside and not name.startswith("."))
                for file in sorted(files):
                    if Path(file).suffix.lower() in PAGE_SUFFIXES:
                        yield Path(folder, file)
        else:
            yield given


def extract_files(
    inputs: Iterable[Path], out_dir: Path, jobs: int = 1, executor: Executor | None = None
) -> Iterator[Extracted]:
    """Extract files one after another or on an executor, and yield each result as it is ready, in order.

    Args:
        inputs: Files and folders.
        out_dir: Where the Markdown files go; made if it is not there.
        jobs: How many workers the executor has; bounds how much is under way.
        executor: A standard executor, or None to work in this process.

    Raises:
        OSError: ``out_dir`` cannot be made.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    work = ((str(path), str(_output(path, out_dir, taken))) for path in raw_files(inputs))
    if executor is None:
        for source, output in work:
            yield extract_file(source, output)
        return
    waiting: deque[Future[list[Extracted]]] = deque()
    chunk: list[tuple[str, str]] = []
    for task in work:
        chunk.append(task)
        if len(chunk) == _CHUNK:
            waiting.append(executor.submit(_extract_chunk, chunk))
            chunk = []
        if len(waiting) > 2 * jobs:
            yield from waiting.popleft().result()
    if chunk:
        waiting.append(executor.submit(_extract_chunk, chunk))
    while waiting:
        yield from waiting.popleft().result()


def _extract_chunk(chunk: list[tuple[str, str]]) -> list[Extracted]:
    return [extract_file(source, output) for source, output in chunk]


def extract_file(source: str, output: str) -> Extracted:
    """Extract one file and write its Markdown, by way of a temporary file beside it."""
    name = source.replace(os.sep, "/")
    found = extract_path(Path(source))
    if isinstance(found, Diagnostic):
        return Extracted(name, "", f"not-an-article: {found.code.partition('/')[2]}", 0.0, (found,))
    problems = problems_of(found)
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
        return Extracted(name, "", found.verdict, found.confidence, (*problems, problem))
    return Extracted(name, output, found.verdict, found.confidence, problems)


def extract_path(path: Path) -> Extraction | Diagnostic:
    """One file extracted; a Diagnostic where it cannot be. One page must not end the pile: what failed is told."""
    name = path.as_posix()
    try:
        return extract(read_ordinary(path, MAX_BYTES + 1), name)
    except FileNotFoundError:
        return Diagnostic("ingest/missing", Location(name))
    except NotAFileError:
        return Diagnostic("ingest/no-file", Location(name))
    except OSError as error:
        return Diagnostic("ingest/unreadable", Location(name), values={"reason": error.strerror or str(error)})
    except Exception as error:  # a fault of the program
        return Diagnostic("ingest/failed", Location(name), values={"reason": f"{type(error).__name__}: {error}"})


def problems_of(found: Extraction) -> tuple[Diagnostic, ...]:
    """What is to be told of a page; first, where that is so, that it is no article."""
    if found.verdict.startswith("article"):
        return found.problems
    return (no_article(found.raw.name, found.verdict).problem, *found.problems)


def _output(path: Path, out_dir: Path, taken: set[str]) -> Path:
    """Return ``out_dir/<stem>.md``; a stem met before gets a number, so that no file overwrites another."""
    stem = path.stem
    number = 1
    while stem.lower() in taken:
        number += 1
        stem = f"{path.stem}-{number}"
    taken.add(stem.lower())
    return out_dir / f"{stem}.md"
