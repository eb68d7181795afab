"""One build: look, and where nothing has changed be done; else plan, and make what is stale."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from hashlib import blake2b

from .. import program
from ..archive import strays
from ..diagnostics import ArchiveError, Diagnostic, Location
from ..progress import Progress
from . import output
from . import state as states
from .aside import aside
from .content import read
from .inputs import look_again, scan, template_folders
from .memory import Memory
from .moment import moment
from .order import Order
from .report import BuildReport, remembered
from .scene import Scene, Todo
from .slices import Sliced
from .state import Known, Signature, State
from .stopwatch import Stopwatch
from .store import CONTENT, Store
from .tree import Tree

_MANY = 5_000
"""Files of the site from which a process of its own looks at them."""


def run(order: Order, memory: Memory, paths: Iterable[str] | None, progress: Progress) -> BuildReport:
    """Builds, and leaves in ``memory`` and on the disk what the next build may rely on.

    ``paths``: all that may have changed since the last build of this memory; None: anything.
    Raises ArchiveError and OSError; the site is then as it was. Raises Lost where what the state says is kept is not.
    """
    watch = Stopwatch(progress)
    with watch.stage("load") as tell:
        scene = look(order, memory, paths, tell)
    if scene.nothing_changed:
        report = _idle(scene, memory)
    else:
        from .work import make  # Jinja and the page kinds are loaded only where there is something to do

        with watch.stage("plan"):
            todo = _plan(scene, memory)
        report, memory.state = make(scene, todo, memory, watch)
        memory.unsaved |= not order.options.dry_run
    if memory.unsaved and not scene.hurried:
        states.save(memory.state, order.work / "state")
        memory.unsaved = False
    told = {problem.at.path for problem in report.diagnostics if problem.at}  # a template missed what a link leads to
    linked = (path for path in scene.inputs.linked_folders if path not in told)
    passed_over = (
        *strays.told(scene.inputs.strays),
        *strays.behind_links(linked),
        *strays.unread(scene.inputs.unread_templates),
    )
    return watch.signed(replace(report, diagnostics=(*report.diagnostics, *passed_over)))


def look(order: Order, memory: Memory, paths: Iterable[str] | None, tell: Callable[[int, int], None]) -> Scene:
    """What there is, and what of it is new. Raises ArchiveError for an output folder that is not ours."""
    last = memory.state
    made_by = program.digest()
    reading_as = blake2b(f"{made_by} {order.defaults}".encode(), digest_size=16).hexdigest()
    alike = last.reading == reading_as
    folders = template_folders(order.folder, order.config.paths.templates)
    inputs = None
    standing = last.complete and (order.out / output.MANIFEST).exists()
    if paths is not None and memory.inputs is not None and standing:
        inputs = look_again(memory.inputs, paths, order.folder, order.config.paths.content)
    hurried = inputs is not None
    tree = Tree(order.out, order.work, durable=not hurried)
    left = {} if hurried else last.files.whole()
    many = len(left) >= _MANY
    with aside(lambda: output.damaged(order.out, left), order.options.jobs, worth_while=many) as look_at_site:
        if inputs is None:
            inputs = scan(order.folder, order.config.paths.content, folders)
        damaged = look_at_site()
    as_left = output.MANIFEST in last.files and output.MANIFEST not in damaged
    owned = frozenset(last.files.whole()) if as_left else output.manifest(order.out)
    if owned is None:
        raise ArchiveError([Diagnostic("build/output-not-ours", Location(str(order.out)))])
    time = moment(order.options.now, order.config.timezone)
    then, said = (last.signatures, last.inputs) if alike else (Sliced[Signature](), Sliced[Known]())
    with closing(Store(order.store, CONTENT)) as store:
        reading = read(inputs, then, said, order, time, store, tell)
    if reading.faulty.keys() & inputs.templates.keys():  # nothing can be planned without them
        memory.inputs = None
        raise ArchiveError([problem for file in reading.faulty.values() for problem in file.problems])
    memory.inputs = inputs
    now = State(
        reading=reading_as,
        signatures=reading.signatures,
        inputs=reading.known,
        bodies=last.bodies.copy() if alike else Sliced(),
        cards=last.cards.copy() if alike else Sliced(),
        program=made_by,
        settings=order.settings,
        choices=(order.options.base_url, order.options.search, order.options.drafts),
        needed=last.needed,
    )
    return Scene(order, last, now, inputs, reading, folders, tree, owned, damaged, hurried)


def _idle(scene: Scene, memory: Memory) -> BuildReport:
    last = memory.state
    if scene.now.signatures != last.signatures:
        memory.state, memory.unsaved = replace(last, signatures=scene.now.signatures), True
    return BuildReport(
        scene.order.out,
        True,
        scene.article_files,
        unchanged=len(last.files) - 1,  # all but the manifest
        diagnostics=remembered(last.notes),
    )


def _plan(scene: Scene, memory: Memory) -> Todo:
    from .correction import correction
    from .quick import overdue_index, redrawing
    from .work import plan

    return overdue_index(scene, memory) or correction(scene, memory) or redrawing(scene, memory) or plan(scene, memory)
