"""Values kept between builds: bytes appended to files, found again by their place. Disposable, like all of .rondan.

Each process that adds something has a file of its own; only a build that holds the lock adds or reads. An entry
carries a check, so that a damaged one counts as missing.
"""

from __future__ import annotations

import os
from pathlib import Path
from zlib import crc32

Place = tuple[str, int, int]
"""(file, byte, length) of an entry."""
CONTENT = "content"
"""The file for what is read as a whole: what content/ says, and cards. Other files hold bodies and skeletons."""
MAIN = "main"
"""The file of the process that builds, for bodies and skeletons; a worker's has its number for a name."""
_CHECK = 4
_ENOUGH = 1 << 18
"""Bytes that are worth a call of the system."""
_BINARY = getattr(os, "O_BINARY", 0)


class Lost(Exception):  # noqa: N818  # an event, answered by reading everything again
    """Something that the state says is kept is not there."""


class Store:
    """Reads every file of a folder and appends to one. What was put is on the disk after ``flush`` or ``close``."""

    def __init__(self, folder: Path, name: str) -> None:
        """``folder`` exists; ``name``: of the file to append to."""
        self._folder, self._name = folder, name
        self._readers: dict[str, int] = {}
        self._writer = self._end = -1
        self._waiting = bytearray()

    def put(self, data: bytes) -> Place:
        """Appends an entry."""
        if self._writer < 0:
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY
            self._writer = os.open(self._folder / self._name, flags, 0o644)
            self._end = os.lseek(self._writer, 0, os.SEEK_END)
        at = self._end
        self._waiting += crc32(data).to_bytes(_CHECK, "big")
        self._waiting += data
        self._end += _CHECK + len(data)
        if len(self._waiting) > _ENOUGH:
            self.flush()
        return (self._name, at, _CHECK + len(data))

    def flush(self) -> None:
        """Writes what was put. Raises OSError."""
        if self._waiting:
            waiting, self._waiting = self._waiting, bytearray()  # after a failure it is not tried again
            if os.write(self._writer, waiting) != len(waiting):
                raise OSError("the disk is full")

    def get(self, place: Place) -> bytes | None:
        """The entry at ``place``; None where it is not there in full."""
        name, at, size = place
        if name == self._name:
            self.flush()
        try:
            reader = self._readers.get(name)
            if reader is None:
                reader = self._readers[name] = os.open(self._folder / name, os.O_RDONLY | _BINARY)
            entry = _read(reader, at, size)
        except OSError:
            return None
        data = entry[_CHECK:]
        return data if len(entry) == size and crc32(data).to_bytes(_CHECK, "big") == entry[:_CHECK] else None

    def close(self) -> None:
        """Writes what was put, and closes all files."""
        try:
            self.flush()
        finally:
            for handle in (*self._readers.values(), *([self._writer] if self._writer >= 0 else [])):
                os.close(handle)
            self._readers.clear()
            self._writer = self._end = -1


def _read(handle: int, at: int, size: int) -> bytes:
    if hasattr(os, "pread"):  # leaves the position alone, which forked processes share
        return os.pread(handle, size, at)
    os.lseek(handle, at, os.SEEK_SET)
    return os.read(handle, size)
