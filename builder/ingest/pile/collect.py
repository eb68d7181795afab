"""The pile: which files an ingest reads, where they will be kept, and which are turned away unread.

A link inside a folder is never followed, so no file from outside comes in by it. A saved page's companion folder
(``page_files/``) belongs to its page and is not searched for pages, unless the page is a frameset: then they are there.
What the archive itself is made of (content, templates, the built site) is never taken for saved pages.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from ...archive.inside import real_path
from ...archive.layout import is_text
from ...diagnostics import system_reason
from ..file_names import safe_path
from ..refusals import Refusal, refusal
from ..saved_pages import frames_beside, saved_beside

MAX_BYTES = 50_000_000
"""A larger file is refused unread."""
_NOT_PAGES = re.compile(
    r"\.(?:css|m?js|json[l5]?|ndjson|map|xml|rss|csv|tsv|ya?ml|toml|md|log|diff|ico|svg|png|jpe?g|gif|webp|avif|bmp|tiff?"
    r"|woff2?|ttf|otf|eot|mp[34]|webm|ogg|ini|db|lnk|url|webloc)\Z",
    re.IGNORECASE,
)
"""Endings of files that lie about in a folder of pages and are none."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file to read."""

    path: Path
    """Where its bytes lie now."""
    name: str
    """Where the archive keeps it, or would keep it: relative to the archive's folder, forward slashes."""
    kept: bool
    """True where it already lies under the archive's folder of originals."""


@dataclass(frozen=True, slots=True)
class Pile:
    """What was found at the paths given, sorted by name."""

    files: tuple[RawFile, ...]
    refused: tuple[Refusal, ...]
    ignored: tuple[str, ...]


def collect(archive: Path, raw: str, inputs: Iterable[Path], own: Iterable[str] = ()) -> Pile:
    """All files at ``inputs`` (files and folders).

    ``raw``: the folder of originals, ``own``: the other folders of the archive, all relative to ``archive``.
    """
    files: dict[Path, RawFile] = {}
    refused: list[Refusal] = []
    ignored: list[str] = []
    originals = real_path(archive / raw)
    apart = {folder for name in own if not originals.is_relative_to(folder := real_path(archive / name))}
    for given in inputs:
        place = real_path(given)
        if not place.is_relative_to(originals) and apart.intersection((place, *place.parents)):
            refused.append(refusal("ingest/own-folder", given.as_posix(), raw=raw))
            continue
        for path, relative in _walk(given, apart, lambda error: refused.append(_unreadable(error.filename, error))):
            there = real_path(path)
            if there.is_relative_to(originals):
                name = f"{raw}/{there.relative_to(originals).as_posix()}"
                file = RawFile(archive / name, name, True)
            else:
                file = RawFile(path, f"{raw}/{safe_path(relative)}", False)
            problem = _problem(path, is_given=path == given)
            if problem is not None:
                refused.append(problem)
            elif path != given and _is_no_page(path):
                if file.name != f"{raw}/README.md":  # which a new archive brings along
                    ignored.append(file.name)
            elif not is_text(file.name):
                refused.append(refusal("file/name-not-text", file.name))
            else:
                files.setdefault(there, file)
    ordered = sorted(files.values(), key=lambda file: (file.name, str(file.path)))
    return Pile(tuple(ordered), tuple(sorted(refused, key=lambda r: r.name)), tuple(sorted(ignored)))


def _walk(given: Path, apart: Set[Path], fail: Callable[[OSError], None]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Files below ``given`` but not in the folders ``apart``, each with the path components it should keep.

    ``fail`` is told of folders that cannot be read.
    """
    if not given.is_dir():
        yield given, (given.name,)
        for path in frames_beside(given):
            yield path, (path.parent.name, path.name)
        return
    base = real_path(given).name
    for folder, names, entries in os.walk(given, onerror=fail):
        here = Path(folder)
        links = [name for name in names if (here / name).is_symlink()]
        owned = saved_beside(here, names, entries)
        ours = {name for name in names if real_path(here / name) in apart} if apart else set()
        left_out = {*links, *owned, *ours}
        names[:] = sorted(name for name in names if name not in left_out and not name.startswith("."))
        for entry in sorted([*entries, *links]):
            if not entry.startswith("."):
                path = here / entry
                yield path, (base, *path.relative_to(given).parts)


def _is_no_page(path: Path) -> bool:
    return bool(_NOT_PAGES.search(path.name)) or path.stem.lower() in ("readme", "license", "makefile", "thumbs")


def _problem(path: Path, *, is_given: bool) -> Refusal | None:
    name = path.as_posix()
    try:
        if path.is_symlink() and not is_given:
            return refusal("ingest/link", name)
        found = path.stat()
    except OSError as error:
        is_missing = isinstance(error, FileNotFoundError) and not path.is_symlink()
        return refusal("ingest/missing", name) if is_missing else _unreadable(name, error)
    if not stat.S_ISREG(found.st_mode):
        return refusal("ingest/no-file", name)
    if found.st_size > MAX_BYTES:
        size, limit = f"{found.st_size / 1e6:.0f}", f"{MAX_BYTES / 1e6:.0f}"
        return refusal("ingest/too-large", name, size=size, limit=limit)
    return None


def _unreadable(name: str, error: OSError) -> Refusal:
    return refusal("ingest/unreadable", name, reason=system_reason(error))
