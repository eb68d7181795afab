"""Pages and files spread over processes. The result never depends on how many there are."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from ..processes import end_with_parent, may_fork, processors

if TYPE_CHECKING:
    from .runs import Runs

_In = TypeVar("_In")
_Out = TypeVar("_Out")

_work: Callable[[Any], Any]
_chunks: Sequence[Any] = ()
_runs: Runs
_worker: int


def spread(
    work: Callable[[_In], _Out],
    chunks: Sequence[_In],
    jobs: int,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[_Out]:
    """``work(chunk)`` for every chunk, in any order; in this process where there is little to do.

    ``meanwhile``: something else to do in this process, once the others are at work.

    On Linux the workers are forked, see ``work`` and ``chunks`` as they are, and go through neighbouring chunks.
    Elsewhere, and beside other threads, a fork is not safe: there they are started afresh and both are pickled. An
    exception of ``work`` is raised here.
    """
    workers = min(processors(jobs), len(chunks))
    if workers < 2:
        meanwhile()
        yield from map(work, chunks)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from multiprocessing import get_context

    from .runs import Runs

    forked = may_fork()
    context = get_context("fork" if forked else "spawn")
    given: tuple[Any, ...] = (work, chunks, Runs(len(chunks), workers)) if forked else (work,)
    with ProcessPoolExecutor(workers, context, _begin_forked if forked else _begin, given) as executor:
        if forked:
            waiting = [executor.submit(_next) for _ in chunks]
        else:
            waiting = [executor.submit(_by_value, chunk) for chunk in chunks]
        try:
            meanwhile()
            for done in as_completed(waiting):
                yield done.result()
        except BaseException:
            executor.shutdown(wait=True, cancel_futures=True)
            raise


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # a worker's own, like those below: set once, when it starts
    _work = work
    end_with_parent()
    gc.disable()  # it would look through all that was inherited, and copy it by that


def _begin_forked(work: Callable[[Any], Any], chunks: Sequence[Any], runs: Runs) -> None:
    global _chunks, _runs, _worker
    _begin(work)
    _chunks, _runs, _worker = chunks, runs, runs.join()


def _next() -> Any:
    return _work(_chunks[_runs.next(_worker)])


def _by_value(chunk: Any) -> Any:
    return _work(chunk)


def chunked(items: Sequence[_In], size: int) -> list[Sequence[_In]]:
    """``items`` in slices of ``size``."""
    return [items[start : start + size] for start in range(0, len(items), size)]
