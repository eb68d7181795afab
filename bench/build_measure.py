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
    """Peak of the proportional set sizes of all processes; 0 where the system does not tell."""


def measure(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    accepted: tuple[int, ...] = (0,),
) -> Measured:
    """Runs ``command`` in ``folder``. Raises CalledProcessError where its exit status is not among ``accepted``."""
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


def _watch(session: int, peak: list[float]) -> None:
    while Path(f"/proc/{session}").exists():
        processes = [path.name for path in Path("/proc").iterdir() if path.name.isdigit()]
        total = sum(_proportional(int(name)) for name in processes if _of(name, session))
        peak[0] = max(peak[0], total / 1024)
        time.sleep(0.05)


def _of(name: str, session: int) -> bool:
    try:
        return os.getsid(int(name)) == session
    except OSError:
        return False


def _proportional(process: int) -> float:
    """Kilobytes; pages shared by several processes count once."""
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1])
    except OSError:
        pass
    return 0.0
