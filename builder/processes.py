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

    Otherwise it would wait for work for ever, and hold the build's lock and whatever else it inherited. Ctrl-C, which
    reaches both, ends it silently; Python would print a traceback.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def give_memory_back() -> None:
    """Returns freed memory to the system; glibc would keep it in fragments and ask for more."""
    if trim := _glibc("malloc_trim"):
        trim(0)


def keep_memory() -> None:
    """Lets this process, which will soon end, reuse the memory it frees.

    Otherwise glibc returns large pieces to the system at once, which zeroes every page when it hands it out again.
    """
    if option := _glibc("mallopt"):
        option(_MMAP_THRESHOLD, _PIECE)
        option(_TRIM_THRESHOLD, _KEPT)


def _glibc(name: str) -> Callable[..., int] | None:
    """A function of the C library; None where it has none of that name."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
