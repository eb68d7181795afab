"""The originals: kept under the archive's raw folder, byte for byte, under safe names that no other file has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from ..file_names import safe_path, same_file_key, with_mark
from ..files import read_ordinary, write_atomically
from ..saved_pages import companion_folder
from .collect import MAX_BYTES, RawFile


class Originals:
    """The files below an archive's raw folder, and how new ones join them."""

    def __init__(self, archive: Path, raw: str) -> None:
        self._archive = archive
        self._raw = raw
        self._taken: dict[str, tuple[str, str]] | None = None

    def place(self, file: RawFile, sha256: str) -> str:
        """The name under which ``file`` is kept; the same every time for the same bytes."""
        if file.kept:
            return file.name
        taken = self._names()
        for length in (0, 8, 16, 64):
            name = with_mark(file.name, sha256[:length]) if length else file.name
            there, digest = taken.setdefault(same_file_key(name), (name, sha256))
            if (digest or self._sha256(there)) == sha256:
                return there
        return name

    def path(self, name: str) -> Path:
        """Where the original of that name lies."""
        return self._archive / name

    def keep(self, file: RawFile, name: str, data: bytes, beside: Iterable[tuple[str, bytes]] = ()) -> None:
        """Copies the original to ``name``, with the folder a browser saved beside it. Raises OSError.

        ``beside``: other files it shows, each under its path relative to the page.
        """
        if file.kept:
            return
        target = self._archive / name
        if not target.exists():
            write_atomically(target, data)
        folder = companion_folder(file.path)
        if folder is not None:
            ending = folder.name.removeprefix(file.path.stem)
            _copy_folder(folder, target.with_name(target.stem + ending))
        for relative, picture in beside:
            copy = target.parent / safe_path(tuple(relative.split("/")))
            is_there = folder is not None and relative.startswith(folder.name + "/")
            if relative and not is_there and not copy.exists():
                write_atomically(copy, picture)

    def read(self, name: str, sha256: str | None) -> bytes | None:
        """The bytes of a kept original; None where it is gone or was changed. Without a digest, as they are now."""
        try:
            data = read_ordinary(self._archive / name, MAX_BYTES)
        except (OSError, ValueError):
            return None
        return data if sha256 in (None, hashlib.sha256(data).hexdigest()) else None

    def _names(self) -> dict[str, tuple[str, str]]:
        """Comparable name -> name, and the digest where it is to be written in this run."""
        if self._taken is None:
            folder = self._archive / self._raw
            found = (path.relative_to(self._archive).as_posix() for path in folder.rglob("*") if path.is_file())
            self._taken = {same_file_key(name): (name, "") for name in found}
        return self._taken

    def _sha256(self, name: str) -> str:
        try:
            return hashlib.sha256((self._archive / name).read_bytes()).hexdigest()
        except OSError:
            return ""


def _copy_folder(folder: Path, target: Path) -> None:
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_BYTES:
            continue
        if not file.resolve().is_relative_to(folder.resolve()):
            continue
        copy = target / safe_path(file.relative_to(folder).parts)
        if not copy.exists():
            write_atomically(copy, file.read_bytes())
