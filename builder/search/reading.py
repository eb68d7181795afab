"""Articles read for the index, a chunk at a time: in this process, or in several."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from . import fragments
from .engine import SearchDocument
from .gather import Columns, Partition, gather
from .scan import scan
from .state import frozen

CHUNK = 512
_FEW = 300
"""Fewer articles than this are not worth a second process."""

In = TypeVar("In")
Out = TypeVar("Out")


@dataclass(frozen=True, slots=True)
class Read:
    """A chunk of articles, read."""

    bodies: list[tuple[bytes, bytes, bytes]]
    """Of each article: scanned as ``state.frozen`` gives it, packed fragments, their units."""
    columns: dict[Partition, Columns]


def read(articles: Sequence[tuple[int, SearchDocument, str]]) -> Read:
    """The chunk's fragments and terms; articles as (number, document, published text), numbers ascending."""
    scanned = [(number, scan(document, text)) for number, document, text in articles]
    bodies = []
    for (_, one), (_, document, _) in zip(scanned, articles, strict=True):
        stored, units = fragments.pack(fragments.head(document), one.fragments)
        bodies.append((frozen(one), stored, units))
    return Read(bodies, gather(scanned))


def spread(work: Callable[[In], Out], items: Iterable[In], count: int, jobs: int) -> Iterator[Out]:
    """``work(item)`` for each item, in order, over several processes where ``count`` articles are many."""
    workers = jobs if jobs > 0 else _processors()
    if workers < 2 or count < _FEW:
        yield from map(work, items)
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    forked = sys.platform == "linux" and threading.active_count() == 1
    with ProcessPoolExecutor(workers, get_context("fork" if forked else "spawn")) as executor:
        waiting: deque[Future[Any]] = deque()
        try:
            for item in items:
                waiting.append(executor.submit(work, item))
                if len(waiting) > workers + 1:  # few chunks wait, so that memory stays small
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BaseException:
            executor.shutdown(wait=True, cancel_futures=True)
            raise


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
