"""How many processes work is spread over, whether they may be forked, when they end, and how they deal with memory."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # glibc: mallopt(3)
_PIECE, _KEPT = 32 << 20, 256 << 20
"""Bytes: pieces up to the first (the most that glibc allows) are kept when they are freed, up to the second in all."""


def processors(jobs: int) -> int:
    """How many processes ``jobs`` means: itself, or for 0 as many as this process may use."""
    if jobs > 0:
        return jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_fork() -> bool:
    """True where a forked process is safe: on Linux, without other threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def end_with_parent() -> None:
    """Lets this process, a worker of ``multiprocessing``, end as soon as its parent has ended, even if that was killed.

    Else it would wait for more work for ever, and hold the lock of the build with what else it inherited. Where a
    terminal interrupts both it ends without a word: Python would show where it was.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def give_memory_back() -> None:
    """Gives the system what this process has freed; glibc keeps it, in pieces, and takes more beside it."""
    if trim := _glibc("malloc_trim"):
        trim(0)


def keep_memory() -> None:
    """Lets this process, which will soon end, keep the memory it frees for what it takes next.

    Else glibc gives large pieces back to the system at once, which fills every page with zeros when it is taken again.
    """
    if option := _glibc("mallopt"):
        option(_MMAP_THRESHOLD, _PIECE)
        option(_TRIM_THRESHOLD, _KEPT)


def _glibc(name: str) -> Callable[..., int] | None:
    """A function of the C library; None where it has none of that name."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
