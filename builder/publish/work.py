"""The part of a build that there is only when something has changed: plan, draw, index, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from ..archive.load import gather
from ..archive.publication import published
from ..diagnostics import Diagnostic, Severity
from ..model import Archive
from ..render.folders import STATIC
from . import output, planning, searching
from .content import Memory, Reading
from .draw import Drawn, Press, Workshop, place
from .fingerprint import view_digest
from .inputs import Inputs, statics
from .order import Order
from .output import MANIFEST
from .pool import chunked, spread
from .report import BuildReport, Written, notes
from .run import Stopwatch
from .stale import Reason, stale_copies, stale_pages
from .state import Row, State
from .tree import Tree

_CHUNK = 32
_FEW = 64
"""Up to so many pages are drawn in this process."""
_LARGEST = 5
_COPY = "copy"
"""Stands for a template in the rows of files that are copied."""
_OWN = "rondan"
"""The same for the manifest."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a build found when it looked."""

    order: Order
    last: State
    inputs: Inputs
    reading: Reading
    folders: tuple[Path, ...]
    """Of templates."""
    tree: Tree
    owned: frozenset[str]
    """The site's files, as its manifest names them."""
    damaged: set[str]
    """Those that are not as they were left."""


def work(scene: Scene, state: State, memory: Memory, watch: Stopwatch) -> tuple[BuildReport, State]:
    """Does all of it. ``state`` holds what is known of the inputs; it is returned completed."""
    with watch.stage("plan"):
        archive, problems = gather(memory.files(scene.inputs, scene.reading))
        archive = published(archive, drafts=scene.order.options.drafts)
        if _failed(problems):
            return _unfinished(scene, state, archive, problems)
        plan, workshop = _plan(scene, state, archive)
        problems += tuple(plan.problems)
        if _failed(problems):
            return _unfinished(scene, state, archive, problems)
        views = {route: view_digest(page.view) for route, page in plan.pages.items()}
        stale = _stale(scene, state, plan, views, workshop)
    if scene.order.options.dry_run:
        return _dry(scene, archive, plan, stale, problems), scene.last
    output.refuse_foreign(scene.order.out, scene.owned, scene.last.folders)
    scene.tree.open(scene.owned, set(stale))
    state.outputs = {route: scene.last.outputs[route] for route in (*plan.pages, *plan.copies) if route not in stale}
    with watch.stage("render") as tell:
        drawn, faults = _draw(scene, state, plan, views, stale, workshop, tell)
    problems += tuple(faults)
    if _failed(problems):
        return _unfinished(scene, state, archive, problems)
    with watch.stage("search"):
        found = searching.index(scene, state, archive, workshop)
        drawn += found.drawn
    problems += found.problems
    if _failed(problems):
        return _unfinished(scene, state, archive, problems)
    with watch.stage("write"):
        removed = _publish(scene, state, drawn)
    state.complete, state.notes = True, notes(problems)
    state.reasons = scene.last.reasons | {route: reason.value for route, reason in stale.items()}
    return _report(scene, state, archive, drawn, stale, removed, problems), state


def _failed(problems: Iterable[Diagnostic]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _unfinished(
    scene: Scene, state: State, archive: Archive, problems: tuple[Diagnostic, ...]
) -> tuple[BuildReport, State]:
    """The site stays as it was; what was read and rendered is kept for the next build."""
    kept = replace(scene.last, reading=state.reading, inputs=state.inputs, bodies=state.bodies, complete=False)
    return BuildReport(scene.order.out, False, len(archive.articles), diagnostics=problems), kept


def _plan(scene: Scene, state: State, archive: Archive) -> tuple[planning.Plan, Workshop]:
    order = scene.order
    site = planning.site_view(order.config, order.base_url, order.search)
    copies = statics(scene.inputs, scene.folders)
    assets = {}
    for route, source in copies.items():
        version = "" if order.options.plain_assets else f"?v={state.inputs[source][1].hex()[:8]}"
        assets[route[len(STATIC) + 1 :]] = route + version
    workshop = Workshop(order.folder, scene.folders, site, assets, order.work, state.bodies)
    return planning.make(archive, site, order.config.lists, copies, scene.inputs.images), workshop


def _stale(
    scene: Scene, state: State, plan: planning.Plan, views: Mapping[str, bytes], workshop: Workshop
) -> dict[str, Reason]:
    last = scene.last
    names = {page.template for page in plan.pages.values()}
    files = sorted((path, state.inputs[path][1]) for path in scene.inputs.templates)
    state.template_files = blake2b(repr(files).encode(), digest_size=16).hexdigest()
    if last.program == state.program and last.template_files == state.template_files:
        state.templates = {name: last.templates[name] for name in names if name in last.templates}
    missing = names - state.templates.keys()
    if missing:
        templates = workshop.templates()
        state.templates |= {name: templates.digest(name) for name in missing}
    pages = stale_pages(plan.pages, views, last, state, scene.damaged)
    digests = {source: state.inputs[source][1] for source in plan.copies.values()}
    return pages | stale_copies(plan.copies, digests, last.outputs, scene.damaged)


def _dry(
    scene: Scene,
    archive: Archive,
    plan: planning.Plan,
    stale: Mapping[str, Reason],
    problems: tuple[Diagnostic, ...],
) -> BuildReport:
    planned = {*plan.pages, *plan.copies, MANIFEST}
    searched = {route for route, row in scene.last.outputs.items() if row.template == searching.SEARCH}
    pages = [Written(route, reason.value) for route, reason in stale.items()]
    return BuildReport(
        scene.order.out,
        False,
        len(archive.articles),
        new=tuple(page for page in pages if page.reason == Reason.NEW),
        changed=tuple(page for page in pages if page.reason != Reason.NEW),
        removed=tuple(sorted(scene.owned - planned - searched)),
        unchanged=len(plan.pages) + len(plan.copies) - len(stale),
        diagnostics=problems,
    )


def _draw(
    scene: Scene,
    state: State,
    plan: planning.Plan,
    views: Mapping[str, bytes],
    stale: Mapping[str, Reason],
    workshop: Workshop,
    tell: Callable[[int, int], None],
) -> tuple[list[Drawn], list[Diagnostic]]:
    pages = [plan.pages[route] for route in stale if route in plan.pages]
    drawn: list[Drawn] = []
    faults: list[Diagnostic] = []
    press = Press(workshop, scene.tree)
    for sheet in spread(press, chunked(pages, _CHUNK), scene.order.options.jobs if len(pages) > _FEW else 1):
        drawn += sheet.drawn
        faults += sheet.problems
        state.bodies.update(sheet.bodies)
        tell(len(drawn), len(pages))
    for one in drawn:
        state.outputs[one.route] = Row(plan.pages[one.route].template, views[one.route], one.size, one.modified)
    for route in stale:
        if source := plan.copies.get(route):
            one = place(scene.tree, route, (scene.order.folder / source).read_bytes())
            state.outputs[route] = Row(_COPY, state.inputs[source][1], one.size, one.modified)
            drawn.append(one)
    return drawn, _once(faults)


def _once(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """A template's fault is told once, not for every page it spoils."""
    return list({(fault.code, fault.at, fault.values.get("detail")): fault for fault in faults}.values())


def _publish(scene: Scene, state: State, drawn: list[Drawn]) -> tuple[str, ...]:
    """Removes what is no longer planned, and puts the new site in its place. Returns the routes removed."""
    tree = scene.tree
    removed = scene.owned - state.outputs.keys() - {MANIFEST}
    tree.touch([*removed, MANIFEST])
    for route in removed:
        tree.remove(route)
    manifest = place(tree, MANIFEST, output.manifest_text(state.outputs))
    state.outputs[MANIFEST] = Row(_OWN, b"", manifest.size, manifest.modified)
    changed = {one.route for one in (*drawn, manifest) if one.changed}
    if changed or removed:
        tree.publish(changed, differs=changed | removed)
    state.folders = output.folder_times(scene.order.out, output.folders_of(state.outputs))
    tree.sweep()
    return tuple(sorted(removed))


def _report(
    scene: Scene,
    state: State,
    archive: Archive,
    drawn: list[Drawn],
    stale: Mapping[str, Reason],
    removed: tuple[str, ...],
    problems: tuple[Diagnostic, ...],
) -> BuildReport:
    written = [
        Written(one.route, stale[one.route].value if one.route in stale else searching.SEARCH, one.size)
        for one in drawn
        if one.changed
    ]
    largest = sorted(((page.route, page.size) for page in written), key=lambda pair: -pair[1])[:_LARGEST]
    return BuildReport(
        scene.order.out,
        True,
        len(archive.articles),
        new=tuple(page for page in written if page.route not in scene.owned),
        changed=tuple(page for page in written if page.route in scene.owned),
        removed=removed,
        unchanged=len(state.outputs) - len(written),
        drawn=len(drawn),
        largest=tuple(largest),
        diagnostics=problems,
    )
