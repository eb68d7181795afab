"""The same work on many pages, one after another or on any standard executor, in order and in bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Generic, TypeVar

from ...processes import processors

if TYPE_CHECKING:
    from .kept import Memo

_CHUNK_BYTES = 1_000_000
_CHUNK_FILES = 16
_CHUNKS_UNDER_WAY = 8
"""At least; more where this machine has more than four processors."""

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def in_order(
    work: Callable[[_Task], _Result],
    tasks: Iterable[_Task],
    executor: Executor | None,
    weight: Callable[[_Task], int],
    memo: Memo[_Task, _Result] | None = None,
) -> Iterator[_Result]:
    """``work`` on every task, results in the tasks' order; with an executor only a few chunks are under way.

    ``memo``: where results are looked for before they are made, and kept.
    """
    most = max(_CHUNKS_UNDER_WAY, 2 * processors(0))
    waiting: deque[_Chunk[_Task, _Result]] = deque()
    for tasks_of_chunk in _chunks(tasks, weight) if executor else ([task] for task in tasks):
        waiting.append(_Chunk(work, tasks_of_chunk, executor, memo))
        if executor is None or len(waiting) >= most:
            yield from waiting.popleft().results()
    while waiting:
        yield from waiting.popleft().results()


class _Chunk(Generic[_Task, _Result]):
    """Some tasks under way."""

    def __init__(
        self,
        work: Callable[[_Task], _Result],
        tasks: list[_Task],
        executor: Executor | None,
        memo: Memo[_Task, _Result] | None,
    ) -> None:
        self._memo = memo
        self._known = [memo.get(task) if memo else None for task in tasks]
        self._new = [task for task, known in zip(tasks, self._known, strict=True) if known is None]
        self._future: Future[list[_Result]] | None = None
        if executor and self._new:
            self._future = executor.submit(_all, work, self._new)
        self._made = [] if executor else _all(work, self._new)

    def results(self) -> Iterator[_Result]:
        made = self._future.result() if self._future else self._made
        for task, result in zip(self._new, made, strict=True):
            if self._memo:
                self._memo.put(task, result)
        fresh = iter(made)
        yield from (next(fresh) if known is None else known for known in self._known)


def _all(work: Callable[[_Task], _Result], chunk: list[_Task]) -> list[_Result]:
    return [work(task) for task in chunk]


def _chunks(tasks: Iterable[_Task], weight: Callable[[_Task], int]) -> Iterator[list[_Task]]:
    chunk: list[_Task] = []
    size = 0
    for task in tasks:
        chunk.append(task)
        size += weight(task)
        if size >= _CHUNK_BYTES or len(chunk) >= _CHUNK_FILES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
