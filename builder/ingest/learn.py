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
from .draft import LineKind
from .dump.page import DumpPage
from .dump.page import read_page as read_dump
from .extract import is_page_sized
from .files import read_ordinary
from .formats.html_page import TooDeep, page_of
from .furniture import Furniture, fingerprint, slots
from .identity import host_of, title_key
from .in_order import in_order
from .kept import Kept, Memo
from .pile import PAGE_SUFFIXES, RawFile
from .read import MAX_BYTES, binary_kind, read
from .repetition import LineMarks, PageLines, Stands, furniture_of

SAMPLE = 200
"""Pages of one folder that are learned from; of outlets with 500 pages, more taught nothing more."""
_ENOUGH = 30
"""Pages of a source from which on what they repeat is settled as soon as their folder is done."""
_LONG = 60
"""Characters from which a line may be prose of a work that is there several times."""
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
    kept: Kept | None = None,
) -> Learned:
    """What the pages of every source in ``files`` repeat, counting the originals that lie beside them.

    ``kept``: where what was seen of a page before is found again.
    """
    sample = _sample(archive, raw, list(files))
    settled: dict[str, Furniture] = {}
    waiting: defaultdict[str, list[PageLines]] = defaultdict(list)
    folder = ""
    memo: Memo[tuple[str, bytes], PageLines] | None = Memo(kept, "lines", _all_that_counts) if kept else None
    pages = in_order(page_lines, _tasks(sample), executor, lambda task: len(task[1]), memo)
    for done, page in enumerate(pages, 1):
        progress("read", done, len(sample))
        if page.folder != folder:
            folder = page.folder
            _settle(waiting, settled, _ENOUGH)
        if page.source not in settled:
            waiting[page.source].append(page)
    _settle(waiting, settled, 1)
    return Learned(settled)


def _settle(waiting: dict[str, list[PageLines]], settled: dict[str, Furniture], enough: int) -> None:
    """What the sources of which enough pages were seen repeat; their pages are let go."""
    for source in [source for source, pages in waiting.items() if len(pages) >= enough]:
        settled[source] = furniture_of(waiting.pop(source))


def _all_that_counts(task: tuple[str, bytes]) -> tuple[str, str]:
    name, data = task
    return name, hashlib.sha256(data).hexdigest()


def page_lines(task: tuple[str, bytes]) -> PageLines:
    """The pure work on one page."""
    name, data = task
    source, folder = source_of(name, data), folder_of(name)
    raw = None if binary_kind(data) else read(data, name)[0]
    if raw is None or not is_page_sized(raw):
        return PageLines(source, folder, name, ())
    if raw.media_type == "text/html":
        title = _TITLE.search(raw.text, 0, 100_000)
        work = title_key(title.group(1)) if title else ""
        try:
            blocks = page_of(raw).blocks
        except TooDeep:
            return PageLines(source, folder, name, ())
        lines = [_marks(block.as_repeated, Stands.WITHIN, is_whole=block.kind is LineKind.IMAGE) for block in blocks]
    else:
        page, work = read_dump(raw.text.split("\n"), following=False), ""  # notices may be set like the text, too
        lines = [_marks(row.text, _stands(page, at)) for at, row in enumerate(page.rows)]
    return PageLines(source, folder, work or name, tuple(line for line in lines if line))


def _marks(text: str, stands: Stands, *, is_whole: bool = False) -> LineMarks | None:
    """None for a line without text. ``is_whole``: no part of it tells anything, as of a picture's file name."""
    if not text.strip():
        return None
    return LineMarks(fingerprint(text), len(text) >= _LONG, () if is_whole else slots(text), stands)


def _stands(page: DumpPage, at: int) -> Stands:
    if page.first < 0 or at < page.first:
        return Stands.ABOVE
    return Stands.BELOW if at > page.last else Stands.WITHIN


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
    return [file for those in chosen for file in sorted(those, key=lambda file: file.name)]


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
