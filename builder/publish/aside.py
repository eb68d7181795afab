"""Something that is found out in a process of its own while this one goes on."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

from ..processes import may_fork, processors

_Out = TypeVar("_Out")


@contextmanager
def aside(work: Callable[[], _Out], jobs: int, *, worth_while: bool) -> Iterator[Callable[[], _Out]]:
    """Gives a function that waits for what ``work`` finds, which is such as ``marshal`` takes.

    Where it is not ``worth_while``, with one processor, or without a safe fork, ``work`` is done when it is asked for;
    also where its process gave no answer.
    """
    if not worth_while or processors(jobs) < 2 or not may_fork():
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
