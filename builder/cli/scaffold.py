"""The files of a new archive, and how they are laid into a folder without touching what is there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from ..diagnostics import ArchiveError, Diagnostic, Location


def lay(folder: Path, language: str) -> tuple[str, ...]:
    """Writes the scaffold into ``folder`` (made if it is not there) and gives the files written, relative to it.

    Raises ArchiveError, before anything is written, when a file of the scaffold is there already; OSError where the
    folder cannot be one.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    planned = dict(_files(files("builder.data") / "scaffold" / language, ""))
    taken = [name for name in planned if _is_taken(folder, name)]
    if taken:
        code = "init/archive-exists" if "archive.yaml" in taken else "init/would-overwrite"
        values = {"folder": str(folder), "files": ", ".join(taken)}
        raise ArchiveError([Diagnostic(code, Location(str(folder / taken[0])), values=values)])
    for name, data in planned.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:  # never over a file that has come meanwhile
            file.write(data)
    return tuple(planned)


def _is_taken(folder: Path, name: str) -> bool:
    """Whether the path, or a file where one of its folders should be, is there."""
    path = folder / name
    parents = [folder.joinpath(*Path(name).parts[:depth]) for depth in range(len(Path(name).parts))]
    return _is_there(path) or any(_is_there(p) and not p.is_dir() for p in parents)


def _is_there(path: Path) -> bool:
    """Also where it is a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def _files(folder: Traversable, below: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file. ``dot-x`` becomes ``.x``: packaging and git pass over hidden names."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = below + ("." + entry.name.removeprefix("dot-") if entry.name.startswith("dot-") else entry.name)
        if entry.is_dir():
            yield from _files(entry, name + "/")
        elif not name.endswith((".pyc", "__init__.py")):
            yield name, entry.read_bytes()
