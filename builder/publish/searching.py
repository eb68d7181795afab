"""The search index as part of the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..diagnostics import Diagnostic
from ..search.engines import engine as engine_named
from .documents import PublishedText, digest, keep
from .draw import Drawn, put
from .scene import Scene, Todo
from .state import Row

SEARCH = "search"
"""Stands for a template in the rows of the files of an index."""


def index(scene: Scene, todo: Todo) -> list[Drawn]:
    """Brings the index's files in the standby tree up to date; nothing is done where no document changed."""
    engine = engine_named(scene.order.search)
    if engine is None:
        return []
    last, now = scene.last, scene.now
    rows = {route: row for route, row in last.outputs.items() if row.template == SEARCH}
    if scene.hurried:
        now.outputs |= rows
        now.documents, now.corrected, now.index_due = last.documents, last.corrected, True
        return []
    made = todo.documents()
    now.documents = f"{engine.name} {digest(made)}"
    if (now.documents, now.program) == (last.documents, last.program) and scene.damaged.isdisjoint(rows):
        now.outputs |= rows
        now.corrected = last.corrected
        return []
    if not todo.documents_kept:
        keep(made, documents_file(scene))
    cache = scene.order.work / "search"
    cache.mkdir(exist_ok=True)
    texts = PublishedText(todo.workshop, todo.shown)
    try:
        found = engine.index(made, texts, cache, scene.order.options.jobs)
    finally:
        texts.close()
    todo.problems += (*found.notes, *_collisions(scene, found.digests, engine.name))
    if todo.failed:
        return []
    stale = [
        route
        for route, made_of in found.digests.items()
        if route not in rows or rows[route].view.hex() != made_of or route in scene.damaged
    ]
    scene.tree.touch(stale)
    now.outputs |= {route: rows[route] for route in found.digests if route in rows}
    drawn = []
    for route in stale:
        one = put(scene.tree, route, found.read(route))
        now.outputs[route] = Row(SEARCH, bytes.fromhex(found.digests[route]), one.size, one.modified)
        drawn.append(one)
    return drawn


def documents_file(scene: Scene) -> Path:
    """Where the documents are kept that the index was made from when the whole site was planned last."""
    return scene.order.work / "documents"


def _collisions(scene: Scene, routes: Iterable[str], name: str) -> list[Diagnostic]:
    return [
        Diagnostic("build/same-address", values={"route": route, "first": route, "second": name})
        for route in routes
        if route in scene.now.outputs
    ]
