"""How long the stages of a build took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from ..progress import Progress, Stage
from .report import BuildReport


class Stopwatch:
    """How long each stage took; tells the progress as it goes."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._started = time.perf_counter()
        self.stages: list[tuple[str, float]] = []

    @contextmanager
    def stage(self, name: Stage) -> Iterator[Callable[[int, int], None]]:
        """Times the block; gives it a function to tell (done, total) with."""
        started = time.perf_counter()
        self._progress(name, 0, 0)
        yield lambda done, total: self._progress(name, done, total)
        self.stages.append((name, time.perf_counter() - started))

    def signed(self, report: BuildReport) -> BuildReport:
        """The report with its times."""
        return replace(report, stages=tuple(self.stages), seconds=time.perf_counter() - self._started)
