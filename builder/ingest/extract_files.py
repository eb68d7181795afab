"""``rondan extract``: raw files in, one ``<same stem>.md`` out. Needs no archive and merges nothing.

Work streams: at any moment only a few files a worker are in memory, however many there are.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic, Location, Severity, system_reason
from .extract import extract
from .extract_document import document
from .extraction import Extraction
from .file_names import same_file_key
from .files import NotAFileError, read_ordinary, write_atomically
from .pile.in_order import in_order
from .raw.read import MAX_BYTES
from .refusals import no_article
from .saved_pages import PAGE_SUFFIXES, frames_beside, saved_beside


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
    """Yield the files named, and of folders every page and dump below them, in a stable order, each once.

    A frameset has the frames that were saved with it follow: the text is in one of them.
    """
    told: set[Path] = set()
    for path in _found(inputs):
        if path not in told:
            told.add(path)
            yield path


def _found(inputs: Iterable[Path]) -> Iterator[Path]:
    for given in inputs:
        if given.is_dir():
            for folder, names, files in os.walk(given):
                beside = saved_beside(Path(folder), names, files)
                names[:] = sorted(name for name in names if name not in beside and not name.startswith("."))
                for file in sorted(files):
                    if Path(file).suffix.lower() in PAGE_SUFFIXES:
                        yield Path(folder, file)
        else:
            yield given
            yield from frames_beside(given)


def extract_files(inputs: Iterable[Path], out_dir: Path, executor: Executor | None = None) -> Iterator[Extracted]:
    """Extract files here or on an executor, and yield each result as it is ready, in order.

    Args:
        inputs: Files and folders.
        out_dir: Where the Markdown files go; made if it is not there.
        executor: A standard executor, or None to work in this process.

    Raises:
        OSError: ``out_dir`` cannot be made.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    tasks = ((path, _output(path, out_dir, taken)) for path in raw_files(inputs))
    return in_order(_extract_file, tasks, executor, lambda task: _size(task[0]))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _extract_file(task: tuple[Path, Path]) -> Extracted:
    """Extract one file and write its Markdown."""
    source, target = task
    name = source.as_posix()
    found = extract_path(source)
    if isinstance(found, Diagnostic):
        return Extracted(name, "", f"not-an-article: {found.code.partition('/')[2]}", 0.0, (found,))
    problems = problems_of(found)
    try:
        write_atomically(target, document(found).encode(), durable=False)
    except OSError as error:
        reason = system_reason(error)
        problem = Diagnostic("ingest/unwritable", Location(str(target)), Severity.ERROR, {"reason": reason})
        return Extracted(name, "", found.verdict, found.confidence, (*problems, problem))
    return Extracted(name, str(target), found.verdict, found.confidence, problems)


def extract_path(path: Path) -> Extraction | Diagnostic:
    """One file extracted; a Diagnostic where it cannot be. One page must not end the pile: what failed is told."""
    name = path.as_posix()
    try:
        return extract(read_ordinary(path, MAX_BYTES + 1), name)
    except NotAFileError:
        return Diagnostic("ingest/no-file", Location(name))
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not path.is_symlink():
            return Diagnostic("ingest/missing", Location(name))
        return Diagnostic("ingest/unreadable", Location(name), values={"reason": system_reason(error)})
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
    while same_file_key(stem) in taken:
        number += 1
        stem = f"{path.stem}-{number}"
    taken.add(same_file_key(stem))
    return out_dir / f"{stem}.md"
