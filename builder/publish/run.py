"""One build, as far as it goes when nothing has changed: it looks, and is done without loading what draws pages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b

from ..diagnostics import ArchiveError, Diagnostic, Location
from ..progress import Progress
from . import output, program
from . import state as states
from .content import Memory, read
from .inputs import scan, template_folders
from .order import Order
from .report import BuildReport, remembered
from .state import State
from .tree import Tree


class Stopwatch:
    """How long each stage took; tells the progress as it goes."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._started = time.perf_counter()
        self.stages: list[tuple[str, float]] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[int, int], None]]:
        """Times the block; gives it a function to tell (done, total) with."""
        started = time.perf_counter()
        self._progress(name, 0, 0)
        yield lambda done, total: self._progress(name, done, total)
        self.stages.append((name, time.perf_counter() - started))

    def signed(self, report: BuildReport) -> BuildReport:
        """The report with its times."""
        return replace(report, stages=tuple(self.stages), seconds=time.perf_counter() - self._started)


def run(order: Order, last: State, memory: Memory, progress: Progress) -> tuple[BuildReport, State]:
    """Builds; returns what the next build may rely on as well.

    Raises ArchiveError and OSError; the site is then as it was.
    """
    watch = Stopwatch(progress)
    with watch.stage("load") as tell:
        tree = Tree(order.out, order.work)
        owned = output.manifest(order.out)
        if owned is None:
            raise ArchiveError([Diagnostic("build/output-not-ours", Location(str(order.out)))])
        made_by = program.digest()
        reading_as = blake2b(f"{made_by} {order.defaults}".encode(), digest_size=16).hexdigest()
        folders = template_folders(order.folder, order.config.paths.templates)
        inputs = scan(order.folder, order.config.paths.content, folders)
        alike = last.reading == reading_as
        reading = read(inputs, last.inputs if alike else {}, order.folder, order.defaults, order.options.jobs, tell)
        damaged = output.damaged(order.out, last.outputs)
    state = State(
        reading=reading_as,
        inputs=reading.known,
        bodies=last.bodies if alike else {},
        program=made_by,
        settings=order.settings,
    )
    same = alike and last.complete and last.program == made_by and last.settings == order.settings
    if same and not (reading.changed or reading.faulty or damaged) and owned == last.outputs.keys():
        if reading.known != last.inputs:
            last = replace(last, inputs=reading.known)
            states.save(last, order.work / "state")
        articles = sum(1 for path in inputs.content if path.endswith(".md"))
        report = BuildReport(order.out, True, articles, unchanged=len(last.outputs), diagnostics=remembered(last.notes))
        return watch.signed(report), last
    from .work import Scene, work  # Jinja and the page kinds: only where there is something to do

    report, state = work(Scene(order, last, inputs, reading, folders, tree, owned, damaged), state, memory, watch)
    if not order.options.dry_run:
        states.save(state, order.work / "state")
    return watch.signed(report), state
