"""Reading files that may be anything, and writing them so that a reader sees the old one or the new one, never half."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


class NotAFileError(OSError):
    """A pipe, a socket, a device or a folder stands where a file was looked for."""


def read_ordinary(path: Path, most: int) -> bytes:
    """The first ``most`` bytes of an ordinary file.

    Raises OSError where it cannot be read; NotAFileError for what is no file: to open a pipe would wait for ever.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotAFileError(f"no ordinary file: {path}")
    with path.open("rb") as file:
        return file.read(most)


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Puts ``data`` at ``path`` by way of a temporary file beside it. Makes its folder.

    ``durable``: wait until the disk has it. That takes long, and is not needed for what can be made again.

    Raises OSError; the old file, if there was one, is then still whole.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".rondan-", suffix=".tmp")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        draft.chmod(_mode(path))
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
