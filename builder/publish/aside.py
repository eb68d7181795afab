"""Something that is found out in a process of its own while this one goes on."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NoReturn, TypeVar

from ..processes import may_fork, processors

_Out = TypeVar("_Out")


@contextmanager
def aside(work: Callable[[], _Out], jobs: int, *, worth_while: bool) -> Iterator[Callable[[], _Out]]:
    """Gives a function that waits for what ``work`` finds, which is such as ``marshal`` takes.

    Where it is not ``worth_while``, with one processor, or without a safe fork, ``work`` is done when it is asked for;
    also where the system had no room for another process, or that gave no answer.
    """
    begun = _begun(work) if worth_while and processors(jobs) > 1 and may_fork() else None
    if begun is None:
        yield work
        return
    child, answer = begun

    def found() -> _Out:
        try:
            return marshal.load(answer)  # type: ignore[no-any-return]  # noqa: S302  # from our own process
        except (EOFError, ValueError, TypeError):
            return work()

    try:
        yield found
    finally:
        answer.close()  # who is not asked any more need not answer
        with suppress(ChildProcessError):  # who started us may have told the system to forget children that end
            os.waitpid(child, 0)


def _begun(work: Callable[[], Any]) -> tuple[int, BinaryIO] | None:
    """The process that does ``work``, and where its answer is to be read; None where there can be none."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if not child:
        os.close(reading)  # else nothing would tell that nobody reads
        _answer(work, writing)
    os.close(writing)
    return child, os.fdopen(reading, "rb")


def _answer(work: Callable[[], Any], writing: int) -> NoReturn:
    try:
        with os.fdopen(writing, "wb") as answer:
            marshal.dump(work(), answer)
    finally:
        os._exit(0)
