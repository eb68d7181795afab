"""The search index as part of the site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from ..diagnostics import Diagnostic
from ..search.engine import Correction, Done, SearchEngine, SearchIndex, collection_digest
from ..search.engines import engine as engine_named
from .documents import PublishedText
from .draw import Drawn, put
from .scene import Scene, Todo
from .state import State


def made_by(state: State) -> str:
    """The name of the engine that made the index; empty for none."""
    return state.documents.partition(" ")[0]


def prepare(scene: Scene, todo: Todo) -> None:
    """Makes ready, while other processes draw, what an index will need of which nothing is remembered."""
    engine = engine_named(scene.order.search)
    if engine and not scene.hurried and not scene.last.documents:
        engine.prepare(len(todo.documents()))


def index(scene: Scene, todo: Todo) -> list[Drawn]:
    """Brings the index's files in the standby tree up to date; nothing is done where no document changed."""
    last, now = scene.last, scene.now
    engine = engine_named(scene.order.search)
    if engine is None:
        _forget(now, last.index.whole())
        return []
    if scene.hurried:
        now.documents, now.index_due = last.documents, True
        return []
    texts = PublishedText(todo.workshop, todo.shown)
    put_at_once: dict[str, Drawn] = {}

    def done(route: str, data: bytes) -> None:
        if scene.tree.first:  # else all that will be touched is announced before any of it is
            put_at_once[route] = put(scene.tree, route, data)

    try:
        found = _made(engine, scene, todo, texts, done)
    finally:
        texts.close()
    if found is None:
        return []
    before = last.index.whole()
    new = (found.digests.keys() - before.keys()) | (found.digests.keys() & todo.reasons.keys())
    todo.problems += tuple(_collisions(scene, new, engine.name))
    if todo.failed:
        return []
    _forget(now, before.keys() - found.digests.keys())
    stale = [route for route, made_of in found.digests.items() if before.get(route) != made_of]
    stale += scene.damaged & found.digests.keys() - set(stale)
    scene.tree.touch(stale)
    for route in put_at_once.keys() - found.digests.keys():  # the engine has begun anew
        scene.tree.remove(route)
    drawn = []
    for route in stale:
        one = put_at_once.get(route) or put(scene.tree, route, found.read(route))
        now.index[route] = found.digests[route]
        now.files[route] = (one.size, one.modified)
        drawn.append(one)
    return drawn


def _made(engine: SearchEngine, scene: Scene, todo: Todo, texts: PublishedText, done: Done) -> SearchIndex | None:
    """The index as it should be; None where it is so already."""
    last, now = scene.last, scene.now
    cache = scene.order.work / "search"
    cache.mkdir(exist_ok=True)
    for left in filter(Path.is_dir, cache.iterdir()):  # by a build that was cut short
        shutil.rmtree(left, ignore_errors=True)
    name, _, made_of = last.documents.partition(" ")
    if todo.corrected and name == engine.name and not last.index_due:
        correction = Correction(made_of, len(now.cards), todo.corrected)
        if found := engine.corrected(correction, texts, cache):
            now.documents = f"{engine.name} {correction.after}"
            return found
    if todo.as_indexed and not last.index_due:
        now.documents = last.documents
        return None
    documents = todo.documents()
    now.documents = f"{engine.name} {collection_digest(documents)}"
    same = (now.documents, now.program) == (last.documents, last.program)
    if same and scene.damaged.isdisjoint(last.index.whole()):
        return None
    return engine.index(documents, texts, cache, scene.order.options.jobs, done)


def _forget(now: State, routes: Iterable[str]) -> None:
    for route in routes:
        del now.index[route], now.files[route]


def _collisions(scene: Scene, routes: Iterable[str], name: str) -> list[Diagnostic]:
    return [
        Diagnostic("build/same-address", values={"route": route, "first": route, "second": name})
        for route in routes
        if route in scene.now.rows
    ]
