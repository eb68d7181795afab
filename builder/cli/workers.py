"""Processes for work on many files."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from ..processes import end_with_parent

ENOUGH = 40
"""Number of files from which on starting more processes pays off."""


@contextmanager
def workers(count: int) -> Iterator[Executor | None]:
    """A pool of ``count`` processes, for the block; None for 1, as this process can do the work."""
    if count == 1:
        yield None
        return
    with ProcessPoolExecutor(count, initializer=end_with_parent) as executor:
        yield executor
