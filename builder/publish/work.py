"""The part of a build that there is only when something has changed: plan, draw, index, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from ..diagnostics import Diagnostic
from ..model import Archive
from ..render.folders import STATIC
from . import codec, output, planning, searching
from .documents import documents, shown_in
from .draw import Drawn, Press, Workshop, put
from .inputs import statics
from .memory import Memory
from .output import MANIFEST
from .pool import chunked, spread
from .report import BuildReport, Written, notes
from .scene import Scene, Todo
from .stale import Reason, stale_copies, stale_pages
from .state import Row, State
from .stopwatch import Stopwatch
from .store import CONTENT, Store

_CHUNK = 32
_FEW = 64
"""Up to so many pages are drawn in this process."""
_LARGEST = 5
_COPY = "copy"
"""Stands for a template in the rows of files that are copied."""
OWN = "rondan"
"""The same for the manifest."""


def workshop(scene: Scene) -> Workshop:
    """What pages are drawn with."""
    order = scene.order
    site = planning.site_view(order.config, order.base_url, order.search)
    assets = {}
    for route, source in statics(scene.inputs, scene.folders).items():
        version = "" if order.options.preview else f"?v={scene.now.inputs[source][1].hex()[:8]}"
        assets[route[len(STATIC) + 1 :]] = route + version
    return Workshop(order.folder, scene.folders, site, assets, order.work, scene.now.bodies)


def plan(scene: Scene, memory: Memory) -> Todo:
    """The whole site planned, and compared with what there is."""
    archive, problems = memory.archive(scene)
    todo = Todo(workshop(scene), lambda: documents(archive), shown_in(lambda: archive), problems=problems)
    if todo.failed:
        return todo
    copies = statics(scene.inputs, scene.folders)
    site = planning.make(archive, todo.workshop.site, scene.order.config.lists, copies, scene.inputs.images)
    todo.problems += tuple(site.problems)
    if todo.failed:
        return todo
    digest_templates(scene, {page.template for page in site.pages.values()}, todo.workshop)
    digests = {source: scene.now.inputs[source][1] for source in site.copies.values()}
    todo.reasons = {
        **stale_pages(site.pages, scene.last, scene.now, scene.damaged),
        **stale_copies(site.copies, digests, scene.last.outputs, scene.damaged),
    }
    todo.pages = {route: page for route, page in site.pages.items() if route in todo.reasons}
    todo.copies = {route: source for route, source in site.copies.items() if route in todo.reasons}
    todo.kept = {route: scene.last.outputs[route] for route in (*site.pages, *site.copies) if route not in todo.reasons}
    todo.keep = lambda: _keep_cards(scene, archive)
    _forget_bodies(scene, archive)
    return todo


def digest_templates(scene: Scene, names: set[str], tools: Workshop) -> None:
    """Completes the state with the digests of the templates ``names``, each with all it is made of."""
    last, now = scene.last, scene.now
    files = sorted((path, now.inputs[path][1]) for path in scene.inputs.templates)
    now.template_files = blake2b(repr(files).encode(), digest_size=16).hexdigest()
    if (last.program, last.template_files) == (now.program, now.template_files):
        now.templates = {name: last.templates[name] for name in names if name in last.templates}
    missing = names - now.templates.keys()
    if missing:
        templates = tools.templates()
        now.templates |= {name: templates.digest(name) for name in missing}


def _keep_cards(scene: Scene, archive: Archive) -> None:
    """Cards that are new go to the store, for the quick way of a later build."""
    store = Store(scene.order.store, CONTENT)
    cards = scene.now.cards
    for gone in cards.keys() - archive.cards.keys():
        del cards[gone]
    for identifier, card in archive.cards.items():
        kept = cards.get(identifier)
        if kept is None or kept[0] != card.digest:
            cards[identifier] = (card.digest, store.put(codec.dump_card(card)))
    store.close()


def _forget_bodies(scene: Scene, archive: Archive) -> None:
    """Bodies that no article has any more are not asked for again."""
    needed = {article.body.digest for article in archive.articles} | {archive.about.digest if archive.about else ""}
    for digest in scene.now.bodies.keys() - needed:
        del scene.now.bodies[digest]


def make(scene: Scene, todo: Todo, memory: Memory, watch: Stopwatch) -> tuple[BuildReport, State]:
    """Makes what is to be made, and publishes it unless there is an error."""
    if todo.failed:
        return _unfinished(scene, todo)
    if scene.order.options.dry_run:
        return _dry(scene, todo), scene.last
    if not scene.hurried:
        output.refuse_foreign(scene.order.out, scene.owned, scene.last.folders)
    scene.tree.open(scene.owned, set(todo.reasons))
    scene.now.outputs = dict(todo.kept)
    with watch.stage("render") as tell:
        drawn = [*_draw(scene, todo, memory, tell), *_copy(scene, todo)]
    if todo.failed:
        return _unfinished(scene, todo)
    with watch.stage("search"):
        drawn += searching.index(scene, todo)
    if todo.failed:
        return _unfinished(scene, todo)
    with watch.stage("write"):
        removed = _publish(scene, drawn)
    scene.now.complete, scene.now.notes = True, notes(todo.problems)
    scene.now.reasons = scene.last.reasons | {route: reason.value for route, reason in todo.reasons.items()}
    for route in scene.now.reasons.keys() - scene.now.outputs.keys():
        del scene.now.reasons[route]
    return _report(scene, todo, drawn, removed), scene.now


def _unfinished(scene: Scene, todo: Todo) -> tuple[BuildReport, State]:
    """The site stays as it was; what was read and rendered is kept for the next build."""
    now = scene.now
    kept = replace(
        scene.last, reading=now.reading, inputs=now.inputs, bodies=now.bodies, cards=now.cards, complete=False
    )
    return BuildReport(scene.order.out, False, scene.article_files, diagnostics=todo.problems), kept


def _dry(scene: Scene, todo: Todo) -> BuildReport:
    planned = {*todo.kept, *todo.reasons, MANIFEST}
    searched = {route for route, row in scene.last.outputs.items() if row.template == searching.SEARCH}
    pages = [Written(route, reason.value) for route, reason in todo.reasons.items()]
    return BuildReport(
        scene.order.out,
        False,
        scene.article_files,
        new=tuple(page for page in pages if page.reason == Reason.NEW),
        changed=tuple(page for page in pages if page.reason != Reason.NEW),
        removed=tuple(sorted(scene.owned - planned - searched)),
        unchanged=len(todo.kept),
        diagnostics=todo.problems,
    )


def _draw(scene: Scene, todo: Todo, memory: Memory, tell: Callable[[int, int], None]) -> list[Drawn]:
    pages = [*reversed(todo.pages.values())]  # lists first: whoever draws them draws most of them
    jobs = scene.order.options.jobs if len(pages) > _FEW else 1
    here = memory.templates(todo.workshop, scene.now.template_files) if len(pages) <= _FEW else None
    press = Press(todo.workshop, scene.tree, here)
    drawn: list[Drawn] = []
    faults: list[Diagnostic] = []
    try:
        for sheet in spread(press, chunked(pages, _CHUNK), jobs, meanwhile=todo.keep):
            drawn += sheet.drawn
            faults += sheet.problems
            scene.now.bodies.update(sheet.bodies)
            tell(len(drawn), len(pages))
    finally:
        press.close()
    todo.problems += tuple(_once(faults))
    for one in drawn:
        template = todo.pages[one.route].template
        scene.now.outputs[one.route] = Row(template, one.view, one.size, one.modified, one.articles, one.skeleton)
    return drawn


def _once(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """A template's fault is told once, not for every page it spoils."""
    return list({(fault.code, fault.at, fault.values.get("detail")): fault for fault in faults}.values())


def _copy(scene: Scene, todo: Todo) -> list[Drawn]:
    copied = []
    for route, source in todo.copies.items():
        one = put(scene.tree, route, (scene.order.folder / source).read_bytes())
        scene.now.outputs[route] = Row(_COPY, scene.now.inputs[source][1], one.size, one.modified)
        copied.append(one)
    return copied


def _publish(scene: Scene, drawn: list[Drawn]) -> tuple[str, ...]:
    """Removes what is no longer planned, and puts the new site in its place. Returns the routes removed."""
    tree, now = scene.tree, scene.now
    removed = scene.owned - now.outputs.keys() - {MANIFEST}
    if removed:
        tree.touch(removed)
    for route in removed:
        tree.remove(route)
    changed = {one.route for one in (*drawn, *_manifest(scene)) if one.changed}
    if changed or removed or tree.first:
        tree.publish(changed, differs=changed | removed)
        now.folders = _folder_times(scene, tree.live, {} if tree.anew else scene.last.standby, tree.touched)
        now.standby = scene.last.folders
    else:
        now.folders = scene.last.folders
    if scene.order.options.preview and not scene.hurried:
        followed = tree.ready(now.outputs)
        now.standby = _folder_times(scene, tree.standby, {} if tree.anew else now.standby, followed)
    tree.sweep()
    return tuple(sorted(removed))


def _manifest(scene: Scene) -> list[Drawn]:
    """The list of all files, put into the tree where there are others than last time."""
    last, now = scene.last.outputs, scene.now.outputs
    same = MANIFEST in last and len(now) + 1 == len(last) and now.keys() <= last.keys()
    if same and MANIFEST not in scene.damaged:
        now[MANIFEST] = last[MANIFEST]
        return []
    scene.tree.touch([MANIFEST])
    one = put(scene.tree, MANIFEST, output.manifest_text(now))
    now[MANIFEST] = Row(OWN, b"", one.size, one.modified)
    return [one]


def _folder_times(scene: Scene, tree: Path, known: Mapping[str, int], touched: Iterable[str]) -> dict[str, int]:
    """Of the folders of ``tree``, where they are ``known``; only those of routes ``touched`` are looked at again."""
    last, now = scene.last, scene.now
    folders = last.folders.keys() if now.outputs.keys() == last.outputs.keys() else output.folders_of(now.outputs)
    times = dict(known)
    for folder in output.folders_of(touched) | (times.keys() - folders):
        times.pop(folder, None)
    return times | output.folder_times(tree, folders - times.keys())


def _report(scene: Scene, todo: Todo, drawn: list[Drawn], removed: tuple[str, ...]) -> BuildReport:
    written = [
        Written(one.route, todo.reasons[one.route].value if one.route in todo.reasons else searching.SEARCH, one.size)
        for one in drawn
        if one.changed
    ]
    largest = sorted(((page.route, page.size) for page in written), key=lambda pair: -pair[1])[:_LARGEST]
    return BuildReport(
        scene.order.out,
        True,
        scene.article_files,
        new=tuple(page for page in written if page.route not in scene.owned),
        changed=tuple(page for page in written if page.route in scene.owned),
        removed=removed,
        unchanged=len(scene.now.outputs) - 1 - len(written),  # all but the manifest
        drawn=len(drawn),
        largest=tuple(largest),
        diagnostics=todo.problems,
    )
