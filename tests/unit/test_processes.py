"""Processes that work for another one: they end with it, however it ends."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

SCRIPT = """
import os, signal, sys, time
from builder import spreading

def work(item):
    os.write(1, b"at work\\n")
    if item == 0 or sys.argv[3] == "busy":
        time.sleep(600)

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.argv[2] == "spawn":
        spreading.may_fork = lambda: False
    try:
        list(spreading.spread(work, range(4), 2, in_runs=sys.argv[1] == "in runs"))
    except KeyboardInterrupt:
        print("interrupted")
"""
_PATIENCE = 20
"""Seconds after which a process is taken for one that never ends."""


pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals, and waiting for pipes")
each_way = pytest.mark.parametrize("how", ["as the system has it", "spawn"])
each_work = pytest.mark.parametrize("what", ["in order", "in runs"])


@each_way
@each_work
def test_workers_end_with_a_build_that_is_killed(what: str, how: str, tmp_path: Path) -> None:
    with begun(tmp_path, what, how, "busy") as build:
        assert build.stdout
        assert [build.stdout.readline() for _ in range(2)] == [b"at work\n"] * 2
        build.kill()
        build.wait()
        assert _is_closed_by_all(build.stdout.fileno())


@each_way
@each_work
def test_workers_that_are_interrupted_say_nothing(what: str, how: str, tmp_path: Path) -> None:
    with begun(tmp_path, what, how, "idle") as build:
        assert build.stdout
        assert [build.stdout.readline() for _ in range(4)] == [b"at work\n"] * 4  # one of them for ever
        time.sleep(0.5)  # the other waits for more
        os.killpg(build.pid, signal.SIGINT)
        assert build.communicate(timeout=_PATIENCE) == (b"interrupted\n", b"")


@contextmanager
def begun(folder: Path, *given: str) -> Iterator[subprocess.Popen[bytes]]:
    """The script at work, in a session of its own, of which nothing is left afterwards."""
    (folder / "work.py").write_text(SCRIPT)
    command = [sys.executable, str(folder / "work.py"), *given]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as build:
        try:
            yield build
        finally:
            with suppress(ProcessLookupError):
                os.killpg(build.pid, signal.SIGKILL)


def _is_closed_by_all(pipe: int) -> bool:
    """Whether every process that could write into ``pipe`` ends."""
    end = time.monotonic() + _PATIENCE
    while select.select([pipe], [], [], max(0, end - time.monotonic()))[0]:
        if not os.read(pipe, 100):
            return True
    return False
