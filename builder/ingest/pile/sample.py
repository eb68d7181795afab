"""The pages that are learned from: a bounded part of each folder, the same every time.

At most ``SAMPLE`` pages of a folder are looked at, those whose names hash lowest: that bounds time and memory, and
another page more hardly changes what is learned. The pages beside a new one count too: a page alone is read as it is in
company.
"""

from __future__ import annotations

import hashlib
import heapq
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..files import read_ordinary
from ..raw.read import MAX_BYTES
from ..saved_pages import PAGE_SUFFIXES, saved_beside
from .collect import RawFile
from .origin import folder_of

SAMPLE = 200
"""Pages of one folder that are learned from; of outlets with 500 pages, more taught nothing more."""


def sample_of(archive: Path, raw: str, files: Iterable[RawFile]) -> list[RawFile]:
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
        beside = saved_beside(Path(here), names, entries)
        names[:] = [n for n in names if deep and not n.startswith(".") and n not in beside]
        for entry in entries:
            path = Path(here, entry)
            if path.suffix.lower() in PAGE_SUFFIXES and path.is_file() and not path.is_symlink():
                yield path


def read_each(sample: Iterable[RawFile]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each page that can be read."""
    for file in sample:
        try:
            data = read_ordinary(file.path, MAX_BYTES + 1)
        except OSError:
            continue
        if len(data) <= MAX_BYTES:
            yield file.name, data
