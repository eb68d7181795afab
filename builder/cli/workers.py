"""Processes for work on many files."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from ..processes import end_with_parent

ENOUGH = 40
"""Files from which starting more processes pays off."""


@contextmanager
def workers(count: int) -> Iterator[Executor | None]:
    """So many processes for the block; None for one, which is this."""
    if count == 1:
        yield None
        return
    with ProcessPoolExecutor(count, initializer=end_with_parent) as executor:
        yield executor
