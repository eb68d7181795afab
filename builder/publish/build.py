"""The build: find what has changed, make what that makes stale, and put it in the site's place in one step.

All knowledge of earlier builds is in this room. A page is stale when the digest of its view, of its templates, of the
site's settings or of the program is not the one its file was made with, or when the file is not as it was left.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .. import progress as reporting
from ..config import Config
from ..diagnostics import ArchiveError, Diagnostic, Location, system_reason
from ..progress import Progress
from . import state as states
from .attempts import undisturbed
from .compaction import compacted
from .lock import locked
from .memory import Memory
from .order import Order
from .output import output_folder, work_folder
from .report import BuildOptions, BuildReport
from .run import run


def build(folder: Path, config: Config, options: BuildOptions, progress: Progress = reporting.silent) -> BuildReport:
    """Brings the site of the archive in ``folder`` up to date.

    Raises ArchiveError where nothing could be tried: another build is at work, the output is not ours.
    """
    with _uncollected():
        try:
            return Builder(folder, config, options, progress).build()
        finally:
            gc.freeze()  # nor is there anything to find among them when this process ends, as it soon will


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection: millions of small values are made, and none of them in a circle."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Builder:
    """A build that can be repeated: what it has read stays in memory between builds, as the preview needs it."""

    def __init__(
        self, folder: Path, config: Config, options: BuildOptions, progress: Progress = reporting.silent
    ) -> None:
        """``folder``: the archive's. Raises ArchiveError for an output folder that must not be one."""
        out = output_folder(folder, config, options.out)
        self._order = Order(folder.resolve(), config, options, out, work_folder(folder, out))
        self._progress = progress
        self._memory = Memory()

    def build(self, changed_paths: Iterable[str] | None = None) -> BuildReport:
        """One build. ``changed_paths``: all that may have changed, relative to the archive; None: anything.

        Raises ArchiveError as ``build`` does.
        """
        try:
            self._order.store.mkdir(parents=True, exist_ok=True)
            with _uncollected(), locked(self._order.work / "lock", waiting=lambda: self._progress("wait", 0, 0)):
                return self._build(changed_paths)
        except OSError as error:
            at = Location(str(error.filename or self._order.out))
            values = {"reason": system_reason(error)}
            raise ArchiveError([Diagnostic("build/cannot-write", at, values=values)]) from error
        except RuntimeError as error:
            from concurrent.futures import BrokenExecutor  # a build of a few pages has no use for it

            if isinstance(error, BrokenExecutor):
                raise ArchiveError([Diagnostic("build/process-ended")]) from error
            raise

    def _build(self, changed_paths: Iterable[str] | None) -> BuildReport:
        path = self._order.work / "state"
        if not self._memory.holds(path):
            self._memory = Memory(states.load(path))
            changed_paths = None
        if changed_paths is None:  # else somebody waits for a page
            state = compacted(self._memory.state, self._order.store)
            if state is not self._memory.state:
                self._memory.state = state
                states.save(state, path)  # at once: whatever becomes of this build, what was kept now lies elsewhere

        def attempt(memory: Memory, is_first: bool) -> BuildReport:
            self._memory = memory
            return run(self._order, memory, changed_paths if is_first else None, self._progress)

        report = undisturbed(attempt, self._memory)
        self._memory.mark(path)
        return report
