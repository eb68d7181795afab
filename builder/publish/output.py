"""The output folder: whether it is ours to fill, and whether it is as we left it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Set
from hashlib import blake2b
from pathlib import Path

from ..archive.inside import real_path
from ..archive.layout import STATE_FOLDER
from ..config import Config
from ..diagnostics import ArchiveError, Diagnostic, Location

MANIFEST = ".rondan-files"
"""The list of all files of the site, in the site: what Rondan may remove again, whatever becomes of its state."""
_OF_FILE_MANAGERS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What they leave in a folder that somebody looked into; nobody would miss it on the site, nor want a build to stop."""
_SHOWN = 5


def output_folder(folder: Path, config: Config, out: Path | None) -> Path:
    """The absolute output folder. Raises ArchiveError for one that must never be filled or emptied by a program."""
    chosen = real_path(out if out is not None else folder / config.paths.site)
    archive = folder.resolve()
    forbidden = [Path(chosen.anchor), Path.home().resolve(), archive, *archive.parents, archive / STATE_FOLDER]
    paths = config.paths
    own = [real_path(archive / part) for part in (paths.content, paths.raw, paths.templates, ".git")]
    if chosen in forbidden or any(chosen == part or part in chosen.parents for part in own):
        raise ArchiveError([Diagnostic("build/dangerous-output", Location(str(chosen)))])
    if chosen.exists() and not chosen.is_dir():
        raise ArchiveError([Diagnostic("build/output-is-a-file", Location(str(chosen)))])
    return chosen


def work_folder(folder: Path, out: Path) -> Path:
    """Where Rondan remembers what it did with this output."""
    archive = folder.resolve()
    inside = out.is_relative_to(archive)
    name = out.relative_to(archive).as_posix() if inside else str(out)
    plain = name if inside and name.replace("-", "").isalnum() and name.isascii() else ""
    return archive / STATE_FOLDER / (plain or f"out-{blake2b(os.fsencode(name), digest_size=6).hexdigest()}")


def manifest(live: Path) -> frozenset[str] | None:
    """The files Rondan wrote into ``live``; None for a folder that is not Rondan's. An empty folder is anybody's."""
    try:
        routes = (live / MANIFEST).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        empty = not live.exists() or not any(live.iterdir())
        return frozenset() if empty else None
    return frozenset(filter(None, routes)) | {MANIFEST}


def manifest_text(routes: Iterable[str]) -> bytes:
    """The manifest's own text: all routes but its own, one a line."""
    return "".join(f"{route}\n" for route in sorted(routes) if route != MANIFEST).encode()


def damaged(live: Path, files: Mapping[str, tuple[int, int]]) -> set[str]:
    """The routes whose file is gone or not as it was left. ``files``: route -> its size and modification time."""
    found = set()
    base, stat = str(live), os.stat
    for route, left in files.items():
        try:
            now = stat(f"{base}/{route}")
        except OSError:
            found.add(route)
        else:
            if (now.st_size, now.st_mtime_ns) != left:
                found.add(route)
    return found


def folder_times(live: Path, folders: Iterable[str]) -> dict[str, int]:
    """When something was last added to or taken from each of ``folders`` (relative; nothing for the site itself)."""
    times = {}
    base, stat = str(live), os.stat
    for folder in folders:
        try:
            times[folder] = stat(f"{base}/{folder}").st_mtime_ns
        except OSError:
            times[folder] = 0
    return times


def folders_of(routes: Iterable[str]) -> set[str]:
    """All folders that hold ``routes``, the site's own (the empty text) among them."""
    found = {""}
    for route in routes:
        above = route.rpartition("/")[0]
        while above and above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


def refuse_foreign(live: Path, known: frozenset[str], folders: Set[str], times: Mapping[str, int]) -> None:
    """Raises ArchiveError where ``live`` holds files that are not ``known``: they would be lost from the site.

    ``folders``: of those files. ``times``: when they were known to hold nothing else; only others are looked into.
    """
    foreign: list[str] = []
    now = folder_times(live, folders)
    for folder in sorted(folder for folder, time in now.items() if not time or times.get(folder) != time):
        try:
            with os.scandir(f"{live}/{folder}") as entries:
                for entry in entries:
                    route = f"{folder}/{entry.name}" if folder else entry.name
                    if route not in known and route not in folders and entry.name not in _OF_FILE_MANAGERS:
                        foreign.append(route)
        except (FileNotFoundError, NotADirectoryError):
            continue
    if foreign:
        values = {"files": ", ".join(foreign[:_SHOWN]), "count": str(len(foreign))}
        raise ArchiveError([Diagnostic("build/foreign-files", Location(str(live)), values=values)])
