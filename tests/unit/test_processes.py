"""Processes that work for another one: they end with it, however it ends."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import sys, time
from builder import processes
from builder.publish import pool
from builder.search import reading

def work(item):
    print("at work", flush=True)
    time.sleep(600)

if __name__ == "__main__":
    if sys.argv[2] == "spawn":
        pool.may_fork = reading.may_fork = lambda: False
    if sys.argv[1] == "pages":
        list(pool.spread(work, range(9), 2))
    else:
        list(reading.spread(reading.itself, work, range(9), reading._FEW, 2))
"""
_PATIENCE = 20
"""Seconds after which a process is taken for one that never ends."""


@pytest.mark.skipif(os.name == "nt", reason="waits for pipes")
@pytest.mark.parametrize("how", ["as the system has it", "spawn"])
@pytest.mark.parametrize("what", ["pages", "index"])
def test_workers_end_with_a_build_that_is_killed(what: str, how: str, tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(SCRIPT)
    with subprocess.Popen(
        [sys.executable, tmp_path / "killed.py", what, how], stdout=subprocess.PIPE, start_new_session=True
    ) as build:
        assert build.stdout
        try:
            assert [build.stdout.readline() for _ in range(2)] == [b"at work\n"] * 2
            build.kill()
            build.wait()
            assert _is_closed_by_all(build.stdout.fileno())
        finally:
            _end_all(build.pid)


def _is_closed_by_all(pipe: int) -> bool:
    """Whether every process that could write into ``pipe`` ends."""
    end = time.monotonic() + _PATIENCE
    while select.select([pipe], [], [], max(0, end - time.monotonic()))[0]:
        if not os.read(pipe, 100):
            return True
    return False


def _end_all(session: int) -> None:
    try:
        os.killpg(session, signal.SIGKILL)
    except ProcessLookupError:
        return
