"""Two folders change places in one step, where the system can do that."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2(2)
_RENAME_SWAP = 2  # macOS: renamex_np(2)
_IMPOSSIBLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def exchange(one: Path, other: Path, aside: Path) -> None:
    """Swaps two folders of one file system. Raises OSError and leaves them as they were where that cannot be done.

    Linux and macOS swap atomically. Elsewhere it takes three renames by way of ``aside`` (which must not exist), and
    for a moment ``one`` is missing; ``recover`` puts things right after a crash in that moment.
    """
    if _swapped_at_once(one, other):
        return
    one.rename(aside)
    try:
        other.rename(one)
    except OSError:
        aside.rename(one)
        raise
    aside.rename(other)


def recover(one: Path, other: Path, aside: Path) -> None:
    """Finishes an ``exchange`` in three steps that a crash cut short; does nothing where there was none."""
    if not aside.is_dir():
        return
    if one.exists():
        aside.rename(other)
    else:
        aside.rename(one)


def _swapped_at_once(one: Path, other: Path) -> bool:
    if sys.platform not in ("linux", "darwin"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "linux":
            swap = library.renameat2
            failed = swap(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        else:
            swap = library.renamex_np
            failed = swap(os.fsencode(one), os.fsencode(other), _RENAME_SWAP)
    except AttributeError:  # an old C library
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _IMPOSSIBLE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def flush_file_system(folder: Path) -> None:
    """Asks the system to put everything written beneath ``folder`` on the disk, and waits for it."""
    if sys.platform == "linux":
        handle = os.open(folder, os.O_RDONLY)
        try:
            if hasattr(library := ctypes.CDLL(None, use_errno=True), "syncfs"):
                if library.syncfs(handle):
                    code = ctypes.get_errno()
                    raise OSError(code, os.strerror(code), str(folder))
                return
        finally:
            os.close(handle)
    if hasattr(os, "sync"):
        os.sync()


def flush(path: Path) -> None:
    """Puts a file, or the entries of a folder, on the disk. Where folders cannot be opened, as on Windows, nothing."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
