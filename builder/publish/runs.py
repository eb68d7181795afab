"""Which chunk a forked worker takes next: neighbours one after the other, since what they share is then made once."""

from __future__ import annotations

import mmap
from multiprocessing import get_context


class Runs:
    """The chunks dealt out in as many runs as there are workers; who has done with its own helps with the longest.

    Made before the workers are forked, which share it.
    """

    def __init__(self, chunks: int, workers: int) -> None:
        self._lock = get_context("fork").Lock()
        self._joined = _shared([0])
        bounds = [chunks * worker // workers for worker in range(workers + 1)]
        self._begins, self._ends = _shared(bounds[:-1]), _shared(bounds[1:])

    def join(self) -> int:
        """A number for a new worker: of the run that is its own."""
        with self._lock:
            self._joined[0] += 1
            return (self._joined[0] - 1) % len(self._begins)

    def next(self, own: int) -> int:
        """The number of a chunk that nobody else was given. Asked once for each chunk."""
        with self._lock:
            if self._begins[own] < self._ends[own]:
                self._begins[own] += 1
                return self._begins[own] - 1
            longest = max(range(len(self._ends)), key=lambda run: self._ends[run] - self._begins[run])
            self._ends[longest] -= 1
            return self._ends[longest]


def _shared(numbers: list[int]) -> memoryview:
    """Numbers that forked processes see and change together."""
    view = memoryview(mmap.mmap(-1, 8 * len(numbers))).cast("q")
    for at, number in enumerate(numbers):
        view[at] = number
    return view
