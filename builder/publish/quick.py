"""Edits that need no new plan: what each page shows is as it was, or `correction` knows what became of it.

Where that cannot be said there is no quick way.
"""

from __future__ import annotations

from contextlib import closing

from ..pages.page import Page
from .documents import documents, shown_in
from .inputs import statics
from .memory import Memory
from .recall import Recall
from .report import remembered
from .scene import Scene, Todo
from .stale import Reason
from .store import CONTENT, Store
from .work import digest_templates, workshop

_PART = 8
"""Of so many pages one is made again sooner than planned with all."""


def overdue_index(scene: Scene, memory: Memory) -> Todo | None:
    """What to do where only the search index is behind; None where anything else is."""
    if not scene.inputs_unchanged or scene.hurried or scene.order.options.dry_run:
        return None
    return untouched(scene, memory)


def redrawing(scene: Scene, memory: Memory) -> Todo | None:
    """What to do where only templates changed, which draw few of the pages; None where more changed or is to draw."""
    last, now = scene.last, scene.now
    if not scene.comparable or scene.reading.faulty or scene.order.options.dry_run:
        return None
    copied = statics(scene.inputs, scene.folders).values()  # their addresses stand in pages
    if not scene.reading.changed <= scene.inputs.templates.keys() - copied:
        return None
    todo = untouched(scene, memory)
    now.templates = {}
    digest_templates(scene, {*last.templates}, todo.workshop)
    stale = {name for name, digest in now.templates.items() if last.templates[name] != digest}
    rows = {route: row for route, row in last.rows.whole().items() if row.template in stale}
    if len(rows) > len(last.rows) // _PART:
        return None
    with closing(Store(scene.order.store, CONTENT)) as store:
        recall = Recall(store, last.inputs, last.cards)
        try:
            todo.pages = {route: Page(route, row.template, recall.view(row)) for route, row in rows.items()}
        except KeyError:  # the store lacks something
            return None
    todo.reasons = dict.fromkeys(rows, Reason.TEMPLATE)
    todo.as_indexed = True
    return todo


def untouched(scene: Scene, memory: Memory) -> Todo:
    """What to do where pages, templates and documents are as they were: nothing."""
    scene.now.templates, scene.now.template_files = scene.last.templates, scene.last.template_files
    return Todo(
        workshop(scene),
        lambda: documents(memory.archive(scene)[0]),
        shown_in(lambda: memory.archive(scene)[0]),
        problems=remembered(scene.last.notes),
    )
