"""Learning from the pile: which lines the pages of one source repeat.

A source is an outlet's host, where a page names its own address, else the folder it lies in. At most ``SAMPLE``
pages of a folder are looked at, those whose names hash lowest: that bounds time and memory, and another page more
hardly changes what is learned. The pages beside a new one count too: a page alone is read as it is in company.
"""

from __future__ import annotations

import hashlib
import heapq
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from ..progress import Progress, silent
from .extract import is_page_sized
from .files import read_ordinary
from .formats.html_page import page_of
from .furniture import Furniture, fingerprint
from .identity import host_of, title_key
from .pile import PAGE_SUFFIXES, RawFile
from .read import MAX_BYTES, binary_kind, read
from .reading import in_order

SAMPLE = 600
"""Pages of one folder that are learned from."""
_OFTEN = 3
"""Works on which a line must stand to count."""
_LONG = 60
"""Characters from which a line may be prose of a work that is there several times."""
_LONG_OFTEN = 5
_OWN_ADDRESS = re.compile(
    rb"""<link[^>]{0,200}?rel=["']?canonical["']?[^>]{0,200}?href=["']?([^"'\s>]+)"""
    rb"""|<meta[^>]{0,100}?property=["']?og:url["']?[^>]{0,100}?content=["']?([^"'\s>]+)"""
    rb"""|<!--\s*saved from url=\(\d+\)(\S+)""",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of each source."""

    by_source: dict[str, Furniture]

    def furniture(self, name: str, data: bytes) -> Furniture | None:
        """What is known of the source of this page; None where that is nothing."""
        return self.by_source.get(source_of(name, data))


@dataclass(frozen=True, slots=True)
class PageLines:
    """One page as learning sees it."""

    source: str
    work: str
    """Equal for the pages of one work, where that can be told."""
    lines: tuple[tuple[str, bool], ...]
    """Fingerprint of each different line, and whether it is long."""


def source_of(name: str, data: bytes) -> str:
    """The source of a page: ``host:…`` or ``folder:…``."""
    host = host_in(data)
    return f"host:{host}" if host else f"folder:{folder_of(name)}"


def host_in(data: bytes) -> str:
    """The host that a page gives as its own; empty where it gives none."""
    found = _OWN_ADDRESS.search(data, 0, 60_000)
    if not found:
        return ""
    return host_of(next(part for part in found.groups() if part is not None).decode("ascii", "replace"))


def folder_of(name: str) -> str:
    """The folder directly below the folder of originals; empty for a file directly in it."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 else ""


def learn(
    archive: Path,
    raw: str,
    files: Iterable[RawFile],
    executor: Executor | None = None,
    progress: Progress = silent,
) -> Learned:
    """What the pages of every source in ``files`` repeat, counting the originals that lie beside them."""
    sample = _sample(archive, raw, list(files))
    works: defaultdict[str, set[str]] = defaultdict(set)
    seen: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    long_lines: set[str] = set()
    tasks = _tasks(sample)
    for done, page in enumerate(in_order(page_lines, tasks, executor, lambda task: len(task[1])), 1):
        progress("read", done, len(sample))
        works[page.source].add(page.work)
        for mark, is_long in page.lines:
            seen[page.source][mark].add(page.work)
            if is_long:
                long_lines.add(mark)
    return Learned(
        {
            source: Furniture(
                len(works[source]),
                {
                    mark: len(on)
                    for mark, on in sorted(lines.items())
                    if len(on) >= (_LONG_OFTEN if mark in long_lines else _OFTEN)
                },
            )
            for source, lines in seen.items()
        }
    )


def page_lines(task: tuple[str, bytes]) -> PageLines:
    """The pure work on one page."""
    name, data = task
    if binary_kind(data):
        return PageLines(source_of(name, data), name, ())
    raw, _ = read(data, name)
    if not is_page_sized(raw):
        return PageLines(source_of(name, data), name, ())
    if raw.media_type == "text/html":
        texts: Iterable[str] = (block.text for block in page_of(raw).blocks)
        title = _TITLE.search(raw.text, 0, 100_000)
        work = title_key(title.group(1)) if title else ""
    else:
        texts, work = raw.text.split("\n"), ""
    lines = {fingerprint(text): len(text) >= _LONG for text in texts if text.strip()}
    return PageLines(source_of(name, data), work or name, tuple(lines.items()))


def read_sample(archive: Path, raw: str, files: Iterable[RawFile]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the pages that are learned from."""
    return _tasks(_sample(archive, raw, list(files)))


def _sample(archive: Path, raw: str, files: list[RawFile]) -> list[RawFile]:
    """The pages to learn from: of every folder that ``files`` touch, those with the lowest hashes."""
    by_folder: defaultdict[str, dict[str, RawFile]] = defaultdict(dict)
    for file in files:
        by_folder[folder_of(file.name)][file.name] = file
    for folder, those in by_folder.items():
        for path in _pages_in(archive / raw / folder, deep=bool(folder)):
            name = path.relative_to(archive).as_posix()
            those.setdefault(name, RawFile(path, name, True))
    chosen = [heapq.nsmallest(SAMPLE, those.values(), key=_lot) for _, those in sorted(by_folder.items())]
    return sorted((file for those in chosen for file in those), key=lambda file: file.name)


def _lot(file: RawFile) -> bytes:
    return hashlib.blake2b(file.name.encode("utf-8", "replace"), digest_size=8).digest()


def _pages_in(folder: Path, *, deep: bool) -> Iterator[Path]:
    for here, names, entries in os.walk(folder):
        names[:] = [n for n in names if deep and not n.startswith(".") and not n.endswith(("_files", ".files"))]
        for entry in entries:
            path = Path(here, entry)
            if path.suffix.lower() in PAGE_SUFFIXES and path.is_file() and not path.is_symlink():
                yield path


def _tasks(sample: Iterable[RawFile]) -> Iterator[tuple[str, bytes]]:
    for file in sample:
        try:
            data = read_ordinary(file.path, MAX_BYTES + 1)
        except OSError:
            continue
        if len(data) <= MAX_BYTES:
            yield file.name, data
