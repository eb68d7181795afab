"""The search index as part of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..model import Archive
from ..search.engines import engine as engine_named
from .documents import PublishedText, digest, documents
from .draw import Drawn, Workshop, place
from .state import Row, State

if TYPE_CHECKING:
    from .work import Scene

SEARCH = "search"
"""Stands for a template in the rows of the files of an index."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing did to the site."""

    drawn: list[Drawn]
    problems: tuple[Diagnostic, ...] = ()


def index(scene: Scene, state: State, archive: Archive, workshop: Workshop) -> Indexed:
    """Brings the index's files in the standby tree up to date; nothing is done where no document changed."""
    engine = engine_named(scene.order.search)
    if engine is None:
        return Indexed([])
    made = documents(archive)
    state.documents = f"{engine.name} {digest(made)}"
    rows = {route: row for route, row in scene.last.outputs.items() if row.template == SEARCH}
    if (
        state.documents == scene.last.documents
        and state.program == scene.last.program
        and scene.damaged.isdisjoint(rows)
    ):
        state.outputs |= rows
        return Indexed([])
    cache = scene.order.work / "search"
    cache.mkdir(exist_ok=True)
    result = engine.index(made, PublishedText(workshop, archive), cache, scene.order.options.jobs)
    problems = [
        Diagnostic("build/same-address", values={"route": route, "first": route, "second": engine.name})
        for route in result.digests
        if route in state.outputs
    ]
    if problems:
        return Indexed([], tuple(problems))
    state.outputs |= {route: rows[route] for route in result.digests if route in rows}
    drawn: list[Drawn] = []
    stale = [
        route
        for route, found in result.digests.items()
        if route not in rows or rows[route].view.hex() != found or route in scene.damaged
    ]
    scene.tree.touch(stale)
    for route in stale:
        one = place(scene.tree, route, result.read(route))
        state.outputs[route] = Row(SEARCH, bytes.fromhex(result.digests[route]), one.size, one.modified)
        drawn.append(one)
    return Indexed(drawn, tuple(result.notes))
