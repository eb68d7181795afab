"""Work spread over processes. What comes of it never depends on how many there are."""

from __future__ import annotations

import gc
import mmap
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from .processes import end_with_parent, keep_memory, may_fork, processors

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def chunked(items: Sequence[_In], size: int) -> list[Sequence[_In]]:
    """``items`` in slices of ``size``."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def spread(
    work: Callable[[Any], _Out],
    items: Sequence[_In],
    jobs: int,
    *,
    prepare: Callable[[_In], Any] = lambda item: item,
    in_runs: bool = False,
    ahead: int | None = None,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[_Out]:
    """``work(prepare(item))`` for each of ``items``, in order; in this process where there is little to do.

    ``in_runs``: the order does not matter, and a process gets neighbouring items, so that what they share is made once.
    ``ahead``: how many items, beyond one for each process, may be handed out before their results are taken: few keep
    memory small, many keep processes from waiting for each other; by default, all.
    ``meanwhile``: what this process does once the others are at work.

    On Linux the workers are forked, and see everything as it is. Elsewhere, and beside other threads, a fork is not
    safe: there they are started afresh, and ``work`` and what ``prepare`` made here are pickled. An exception of
    ``work`` is raised here.
    """
    workers = min(processors(jobs), len(items))
    if workers < 2:
        meanwhile()
        for item in items:
            yield work(prepare(item))
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    forked = may_fork()
    runs = _Runs(len(items), workers) if forked and in_runs else None
    nth = (lambda at: work(prepare(items[runs.next() if runs else at]))) if forked else work
    with ProcessPoolExecutor(workers, get_context("fork" if forked else "spawn"), _begin, (nth,)) as executor:
        waiting: deque[Future[_Out]] = deque()
        try:
            for at, item in enumerate(items):
                waiting.append(executor.submit(_done, at if forked else prepare(item)))
                if ahead is not None and len(waiting) > workers + ahead:
                    yield waiting.popleft().result()
            meanwhile()
            while waiting:
                yield waiting.popleft().result()
        except BaseException:
            executor.shutdown(wait=True, cancel_futures=True)
            raise


_work: Callable[[Any], Any]


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # a worker's own: set once, when it starts
    _work = work
    gc.disable()  # a collection would touch, and so copy, all memory inherited from the parent
    end_with_parent()
    keep_memory()


def _done(item: Any) -> Any:
    return _work(item)


class _Runs:
    """Items in as many runs as there are workers; a worker that has finished its own takes the last of the longest.

    Made before the fork, and shared by the workers.
    """

    def __init__(self, items: int, workers: int) -> None:
        from multiprocessing import get_context

        self._lock = get_context("fork").Lock()
        self._joined = _shared([0])
        self._own = -1
        bounds = [items * worker // workers for worker in range(workers + 1)]
        self._begins, self._ends = _shared(bounds[:-1]), _shared(bounds[1:])

    def next(self) -> int:
        """The number of an item that nobody else was given. Asked by the workers, once for each item."""
        with self._lock:
            if self._own < 0:
                self._own = self._joined[0]
                self._joined[0] += 1
            if self._begins[self._own] < self._ends[self._own]:
                self._begins[self._own] += 1
                return self._begins[self._own] - 1
            longest = max(range(len(self._ends)), key=lambda run: self._ends[run] - self._begins[run])
            self._ends[longest] -= 1
            return self._ends[longest]


def _shared(numbers: list[int]) -> memoryview:
    """Numbers that forked processes see and change together."""
    view = memoryview(mmap.mmap(-1, 8 * len(numbers))).cast("q")
    for at, number in enumerate(numbers):
        view[at] = number
    return view
