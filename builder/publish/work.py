"""The part of a build that there is only when something has changed: plan, draw, index, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from functools import cache
from hashlib import blake2b

from ..diagnostics import Diagnostic
from ..model import Archive
from ..render.folders import STATIC
from ..spreading import chunked, spread
from . import codec, output, planning, searching
from .ahead import ahead
from .documents import author_keys, documents, keys_of, shown_in
from .draw import Drawn, Press, Workshop, put
from .inputs import Disturbed, have_changed, read_again, statics
from .memory import Memory
from .output import MANIFEST
from .publishing import publish
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
_SEARCH = "search"
"""Why a file of the index is written."""
_COPY = "copy"
"""Stands for a template in the rows of files that are copied."""


def workshop(scene: Scene) -> Workshop:
    """What pages are drawn with."""
    order = scene.order
    site = planning.site_view(order.config, order.base_url, order.search)
    assets = {}
    for route, source in statics(scene.inputs, scene.folders).items():
        version = "" if order.options.preview else f"?v={scene.now.inputs[source][0].hex()[:8]}"
        assets[route[len(STATIC) + 1 :]] = route + version
    return Workshop(order.folder, scene.folders, site, assets, order.work, scene.now.bodies)


def plan(scene: Scene, memory: Memory) -> Todo:
    """The whole site planned, and compared with what there is."""
    tools = workshop(scene)
    with ahead(scene, tools):
        return _planned(scene, memory, tools)


def _planned(scene: Scene, memory: Memory, tools: Workshop) -> Todo:
    archive, problems = memory.archive(scene)
    todo = Todo(tools, cache(lambda: documents(archive)), shown_in(lambda: archive), problems=problems)
    if todo.failed:
        return todo
    copies = statics(scene.inputs, scene.folders)
    site = planning.make(archive, todo.workshop.site, scene.order, copies, scene.inputs.images)
    todo.problems += tuple(site.problems)
    if todo.failed:
        return todo
    digest_templates(scene, {page.template for page in site.pages.values()}, todo.workshop)
    digests = {source: scene.now.inputs[source][0] for source in site.copies.values()}
    todo.reasons = {
        **stale_pages(site.pages, scene.last, scene.now, scene.damaged),
        **stale_copies(site.copies, digests, scene.last.rows.whole(), scene.damaged),
    }
    todo.pages = {route: page for route, page in site.pages.items() if route in todo.reasons}
    todo.copies = {route: source for route, source in site.copies.items() if route in todo.reasons}
    todo.dropped = scene.last.rows.whole().keys() - site.pages.keys() - site.copies.keys()
    todo.meanwhile = lambda: _meanwhile(scene, todo, archive)
    return todo


def digest_templates(scene: Scene, names: set[str], tools: Workshop) -> None:
    """Completes the state with the digests of the templates ``names``, each with all it is made of."""
    last, now = scene.last, scene.now
    files = sorted((path, now.inputs[path][0]) for path in scene.inputs.templates)
    now.template_files = blake2b(repr(files).encode(), digest_size=16).hexdigest()
    if (last.program, last.template_files) == (now.program, now.template_files):
        now.templates = {name: last.templates[name] for name in names if name in last.templates}
    missing = names - now.templates.keys()
    if missing:
        templates = tools.templates()
        now.templates |= {name: templates.digest(name) for name in missing}


def _meanwhile(scene: Scene, todo: Todo, archive: Archive) -> None:
    """What the next build needs, as far as it is known before pages are drawn; and what the index needs, likewise."""
    searching.prepare(scene, todo)
    _keep_cards(scene, archive)
    _forget_bodies(scene, archive)
    for complete in (scene.now.signatures, scene.now.inputs, scene.now.cards):
        complete.packed()  # in the form in which it is saved at the end, when only one process works


def _keep_cards(scene: Scene, archive: Archive) -> None:
    """Cards that are new go to the store, for the quick way of a later build."""
    cards, names = scene.now.cards, author_keys(archive)
    before = cards.whole()
    for gone in before.keys() - archive.cards.keys():
        del cards[gone]
    with closing(Store(scene.order.store, CONTENT)) as store:
        for identifier, card in archive.cards.items():
            keys = keys_of(card, names)
            kept = before.get(identifier)
            if kept is None or kept[:2] != (card.digest, keys):
                cards[identifier] = (card.digest, keys, store.put(codec.dump_card(card)))


def _forget_bodies(scene: Scene, archive: Archive) -> None:
    """Bodies that no article has any more are not asked for again."""
    needed = {article.body.digest for article in archive.articles} | {archive.about.digest if archive.about else ""}
    for digest in scene.now.bodies.whole().keys() - needed:
        del scene.now.bodies[digest]


def make(scene: Scene, todo: Todo, memory: Memory, watch: Stopwatch) -> tuple[BuildReport, State]:
    """Makes what is to be made, and publishes it unless there is an error."""
    if todo.failed:
        return _unfinished(scene, todo)
    if not scene.hurried:
        times = scene.last.folders.whole()
        folders = times.keys() if scene.comparable else output.folders_of(scene.owned)
        output.refuse_foreign(scene.order.out, scene.owned, folders, times)
    if scene.order.options.dry_run:
        return _dry(scene, todo), scene.last
    try:
        return _made(scene, todo, memory, watch)
    except OSError:
        scene.tree.sweep()  # where the disk is full, what nobody can use must not stand in the next build's way
        raise


def _made(scene: Scene, todo: Todo, memory: Memory, watch: Stopwatch) -> tuple[BuildReport, State]:
    times = scene.last.standby.whole()
    as_left = scene.hurried or (bool(times) and output.folder_times(scene.tree.standby, times) == times)
    scene.tree.open(scene.owned, set(todo.reasons), as_left)
    _begin(scene, todo)
    with watch.stage("render") as tell:
        drawn = [*_draw(scene, todo, memory, tell), *_copy(scene, todo)]
    if todo.failed:
        return _unfinished(scene, todo)
    with watch.stage("search"):
        drawn += searching.index(scene, todo)
    if todo.failed:
        return _unfinished(scene, todo)
    with watch.stage("write"):
        removed = publish(scene, drawn)
    scene.now.complete, scene.now.notes = True, notes(todo.problems)
    return _report(scene, todo, drawn, removed), scene.now


def _begin(scene: Scene, todo: Todo) -> None:
    """What is left behind is what was, but for what is made anew."""
    last, now = scene.last, scene.now
    now.rows, now.files, now.index = last.rows.copy(), last.files.copy(), last.index.copy()
    for route in todo.dropped:
        del now.rows[route], now.files[route]


def _unfinished(scene: Scene, todo: Todo) -> tuple[BuildReport, State]:
    """The site stays as it was; what was read and rendered is kept for the next build."""
    now = scene.now
    kept = replace(
        scene.last,
        reading=now.reading,
        signatures=now.signatures,
        inputs=now.inputs,
        bodies=now.bodies,
        cards=now.cards,
        complete=False,
    )
    return BuildReport(scene.order.out, False, scene.article_files, diagnostics=todo.problems), kept


def _dry(scene: Scene, todo: Todo) -> BuildReport:
    """What would become of the pages. The files of the search index count as unchanged, as long as it has one maker."""
    kept = scene.last.rows.whole().keys() - todo.dropped
    index = scene.last.index.whole().keys() if searching.made_by(scene.last) == scene.order.search else set()
    planned = {*kept, *todo.reasons, *index, MANIFEST}
    pages = [Written(route, reason.value) for route, reason in todo.reasons.items()]
    return BuildReport(
        scene.order.out,
        False,
        scene.article_files,
        new=tuple(page for page in pages if page.reason == Reason.NEW),
        changed=tuple(page for page in pages if page.reason != Reason.NEW),
        removed=tuple(sorted(scene.owned - planned)),
        unchanged=len((kept | index) - todo.reasons.keys()),
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
        for sheet in spread(press, chunked(pages, _CHUNK), jobs, in_runs=True, meanwhile=todo.meanwhile):
            drawn += sheet.drawn
            faults += sheet.problems
            scene.now.bodies.update(sheet.bodies)
            for one in sheet.drawn:
                _enter(scene, todo, one)
            tell(len(drawn), len(pages))
    finally:
        press.close()
    if have_changed(scene.inputs.templates):
        raise Disturbed
    todo.problems += tuple(_once(faults))
    return drawn


def _enter(scene: Scene, todo: Todo, one: Drawn) -> None:
    """Remembers how a page was made."""
    template, reason = todo.pages[one.route].template, todo.reasons[one.route].value
    view, marks, skeleton = one.kept
    scene.now.rows[one.route] = Row(template, view, reason, marks, skeleton)
    scene.now.files[one.route] = (one.size, one.modified)


def _once(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """A template's fault is told once, not for every page it spoils."""
    return list({(fault.code, fault.at, fault.values.get("detail")): fault for fault in faults}.values())


def _copy(scene: Scene, todo: Todo) -> list[Drawn]:
    copied = []
    for route, source in todo.copies.items():
        digest = scene.now.inputs[source][0]
        one = put(scene.tree, route, read_again(scene.order.folder / source, digest))
        scene.now.rows[route] = Row(_COPY, digest, todo.reasons[route].value)
        scene.now.files[route] = (one.size, one.modified)
        copied.append(one)
    return copied


def _report(scene: Scene, todo: Todo, drawn: list[Drawn], removed: tuple[str, ...]) -> BuildReport:
    written = [
        Written(one.route, todo.reasons[one.route].value if one.route in todo.reasons else _SEARCH, one.size)
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
        unchanged=len(scene.now.files) - 1 - len(written),  # all but the manifest
        drawn=len(drawn),
        largest=tuple(largest),
        diagnostics=todo.problems,
    )
