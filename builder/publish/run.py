"""One build: look, and where nothing has changed be done; else plan, and make what is stale."""

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
from .scene import Scene
from .state import State
from .store import Store
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
        scene = _look(order, last, tell)
    if scene.nothing_changed:
        state = replace(last, inputs=scene.reading.known)
        if state.inputs != last.inputs:
            states.save(state, order.work / "state")
        report = BuildReport(
            order.out,
            True,
            scene.article_files,
            unchanged=len(last.outputs),
            diagnostics=remembered(last.notes),
        )
        return watch.signed(report), state
    from .quick import correction  # Jinja and the page kinds are loaded only where there is something to do
    from .work import make, plan

    with watch.stage("plan"):
        todo = correction(scene, memory) or plan(scene, memory)
    report, state = make(scene, todo, watch)
    if not order.options.dry_run:
        states.save(state, order.work / "state")
    return watch.signed(report), state


def _look(order: Order, last: State, tell: Callable[[int, int], None]) -> Scene:
    """What there is, and what of it is new. Raises ArchiveError for an output folder that is not ours."""
    tree = Tree(order.out, order.work)
    owned = output.manifest(order.out)
    if owned is None:
        raise ArchiveError([Diagnostic("build/output-not-ours", Location(str(order.out)))])
    made_by = program.digest()
    reading_as = blake2b(f"{made_by} {order.defaults}".encode(), digest_size=16).hexdigest()
    alike = last.reading == reading_as
    folders = template_folders(order.folder, order.config.paths.templates)
    inputs = scan(order.folder, order.config.paths.content, folders)
    store = Store(order.store, "main")
    try:
        known = last.inputs if alike else {}
        reading = read(inputs, known, order.folder, order.defaults, store, order.options.jobs, tell)
    finally:
        store.close()
    now = State(
        reading=reading_as,
        inputs=reading.known,
        bodies=dict(last.bodies) if alike else {},
        cards=dict(last.cards) if alike else {},
        program=made_by,
        settings=order.settings,
    )
    return Scene(order, last, now, inputs, reading, folders, tree, owned, output.damaged(order.out, last.outputs))
