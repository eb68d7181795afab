"""Raw files -> extractions, one after another or on any standard executor, in order and in bounded memory.

The bytes travel with the task, so a worker needs no access to the archive's disk.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from typing import TypeVar

from .draft import Extraction, RawDocument
from .extract import extract
from .furniture import Furniture
from .glance import Glance, glance
from .name_lines import with_name_lines
from .rules import Rule

_CHUNK_BYTES = 1_000_000
_CHUNK_FILES = 16
_CHUNKS_UNDER_WAY = 8

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Task:
    """One page to read."""

    name: str
    data: bytes
    furniture: Furniture | None = None
    rules: tuple[Rule, ...] = ()
    """The rules of its source."""
    is_known: bool = False
    """True for a page that the archive has made an article of."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One page read: the extraction without its lines (they can be had again from the original), and a glance at it."""

    extraction: Extraction
    glance: Glance


def read_page(task: Task) -> Reading:
    """The pure work on one page; what a worker runs. A fault of the program spoils this page only."""
    try:
        found = extract(task.data, task.name, furniture=task.furniture, rules=task.rules)
    except Exception as error:  # told in the report; the rest of the pile goes on
        raw = RawDocument(task.name, hashlib.sha256(task.data).hexdigest(), "", "", "", "")
        found = Extraction(raw, f"failed: {type(error).__name__}: {error}", confidence=0.0)
    found = with_name_lines(found)
    slim = replace(found, raw=replace(found.raw, text=""), lines=(), claims=())
    return Reading(slim, glance(found, -1, task.name, with_marks=not task.is_known))


def in_order(
    work: Callable[[_Task], _Result],
    tasks: Iterable[_Task],
    executor: Executor | None,
    weight: Callable[[_Task], int],
) -> Iterator[_Result]:
    """``work`` on every task, results in the tasks' order; with an executor only a few chunks are under way."""
    if executor is None:
        yield from map(work, tasks)
        return
    waiting: deque[Future[list[_Result]]] = deque()
    for chunk in _chunks(tasks, weight):
        waiting.append(executor.submit(_all, work, chunk))
        if len(waiting) >= _CHUNKS_UNDER_WAY:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


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
