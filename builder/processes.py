"""How many processes work is spread over, and whether they may be forked."""

from __future__ import annotations

import os
import sys
import threading


def processors(jobs: int) -> int:
    """How many processes ``jobs`` means: itself, or for 0 as many as this process may use."""
    if jobs > 0:
        return jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_fork() -> bool:
    """True where a forked process is safe: on Linux, without other threads."""
    return sys.platform == "linux" and threading.active_count() == 1
