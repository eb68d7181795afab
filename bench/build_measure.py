"""One command measured: wall and processor time, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds and megabytes."""

    wall: float
    cpu: float
    memory: float
    """Peak of the proportional set sizes of all processes, or of one process if that was more; 0 where the system does
    not tell."""


def measure(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    accepted: tuple[int, ...] = (0,),
) -> Measured:
    """Runs ``command`` in ``folder``. Raises CalledProcessError where its exit status is not among ``accepted``.

    What was written before reaches the disk first: else one candidate would wait for what another left behind.
    """
    if hasattr(os, "sync"):
        os.sync()
    before = os.times()
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
    watcher.start()
    _, errors = process.communicate()
    wall = time.perf_counter() - started
    watcher.join()
    after = os.times()
    if process.returncode not in accepted:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=errors)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(wall, cpu, peak[0])


_PAUSE = 0.05
"""Seconds between two looks, at least."""
_SPARING = 50
"""A look takes no more than one part in so many of the time: the system counts what is shared page by page, which holds
up what is being measured."""


def _watch(session: int, peak: list[float]) -> None:
    while Path(f"/proc/{session}").exists():
        started = time.thread_time()
        processes = [int(name) for name in os.listdir("/proc") if name.isdigit() and _of(name, session)]  # noqa: PTH208
        together = sum(_kilobytes(process, "smaps_rollup", "Pss:") for process in processes)
        highest = max((_kilobytes(process, "status", "VmHWM:") for process in processes), default=0.0)
        peak[0] = max(peak[0], together / 1024, highest / 1024)
        time.sleep(max(_PAUSE, _SPARING * (time.thread_time() - started)))


def _of(name: str, session: int) -> bool:
    try:
        return os.getsid(int(name)) == session
    except OSError:
        return False


def _kilobytes(process: int, file: str, key: str) -> float:
    """One of the figures that /proc has of a process; 0 where it has none."""
    try:
        for line in Path(f"/proc/{process}/{file}").read_text().splitlines():
            if line.startswith(key):
                return float(line.split()[1])
    except OSError:
        pass
    return 0.0
