"""Something that is found out in a process of its own while this one goes on: for what keeps asking the disk."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

from ..processes import may_fork, processors

_Out = TypeVar("_Out")

MANY = 20_000
"""Questions to the disk from which it is worth while."""


@contextmanager
def aside(work: Callable[[], _Out], questions: int, jobs: int) -> Iterator[Callable[[], _Out]]:
    """Gives a function that waits for what ``work`` finds, which is such as ``marshal`` takes.

    Where there are few ``questions``, one processor, or no safe fork, ``work`` is done when it is asked for; also where
    its process gave no answer.
    """
    if questions < MANY or processors(jobs) < 2 or not may_fork():
        yield work
        return
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)  # else nothing would tell that nobody reads
        _answer(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:

        def found() -> _Out:
            try:
                return marshal.load(answer)  # type: ignore[no-any-return]  # noqa: S302  # from our own process
            except (EOFError, ValueError, TypeError):
                return work()

        try:
            yield found
        finally:
            answer.close()  # who is not asked any more need not answer
            os.waitpid(child, 0)


def _answer(work: Callable[[], Any], writing: int) -> NoReturn:
    try:
        with os.fdopen(writing, "wb") as answer:
            marshal.dump(work(), answer)
    finally:
        os._exit(0)
