"""Articles read for the index, a chunk at a time: in this process, or in several."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from . import fragments
from .engine import SearchDocument
from .gather import Partition, gather
from .merge import Place, spill
from .scan import Scanned, scan
from .state import frozen

CHUNK = 1_000_000
"""Signs after which a chunk ends: few chunks make few rows to merge, small ones little memory."""
_FEW = 300
"""Fewer articles than this are not worth a second process."""

In = TypeVar("In")
Out = TypeVar("Out")


Unread = tuple[int, SearchDocument, str]
"""An article's number, what is known of it, and its published text."""


@dataclass(frozen=True, slots=True)
class Body:
    """An article, read."""

    number: int
    name: str
    digest: str
    scanned: bytes
    """As ``state.frozen`` gives it."""
    stored: bytes
    """Its fragments, packed."""
    units: bytes
    """Their sizes."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some articles to be read together, and the file for their terms."""

    articles: list[Unread]
    spill: Path


@dataclass(frozen=True, slots=True)
class Read:
    """A chunk's articles, and where its terms stand."""

    bodies: list[Body]
    places: dict[Partition, Place]


def chunks(articles: Iterable[Unread], folder: Path) -> Iterator[Chunk]:
    """The articles, which come in ascending order of their numbers, in chunks of CHUNK signs or somewhat more."""
    chunk: list[Unread] = []
    signs = made = 0
    for article in articles:
        chunk.append(article)
        signs += len(article[2])
        if signs >= CHUNK:
            yield Chunk(chunk, folder / f"{made}.spill")
            made += 1
            chunk, signs = [], 0
    if chunk:
        yield Chunk(chunk, folder / f"{made}.spill")


def read(chunk: Chunk) -> Read:
    """Reads the articles of a chunk and keeps their terms in its file."""
    bodies: list[Body] = []
    numbered: list[tuple[int, Scanned]] = []
    for number, document, text in chunk.articles:
        scanned = scan(document, text)
        numbered.append((number, scanned))
        stored, units = fragments.pack(fragments.head(document), scanned.fragments)
        bodies.append(Body(number, document.id, document.digest, frozen(scanned), stored, units))
    return Read(bodies, spill(gather(numbered), chunk.spill))


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
