"""Draws pages and puts them into the standby tree: the work that is spread over processes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic
from ..pages.page import Page, SiteView
from ..render.templates import TemplateProblem, Templates
from . import skeleton
from .bodies import Bodies
from .fingerprint import view_digest
from .planning import body_of
from .store import MAIN, Place, Store
from .tree import Tree


class Kept(NamedTuple):
    """What the next build will ask about a page, as in ``state.Row``."""

    view: bytes = b""
    marks: bytes = b""
    skeleton: Place | None = None


_NOTHING = Kept()


class Drawn(NamedTuple):
    """A file as it stands in the standby tree now. A tuple: one for each page goes from process to process."""

    route: str
    size: int
    modified: int
    changed: bool
    """False where it came out as it was."""
    kept: Kept = _NOTHING


@dataclass(slots=True)
class Sheet:
    """What became of one chunk of pages."""

    drawn: list[Drawn] = field(default_factory=list)
    bodies: dict[str, Place] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that is needed to draw; plain values, so that it reaches a new process."""

    folder: Path
    template_folders: tuple[Path, ...]
    site: SiteView
    assets: Mapping[str, str]
    work: Path
    """Rondan's own folder for this output."""
    bodies: Mapping[str, Place]

    def templates(self) -> Templates:
        """The templates, with compiled ones kept for the next build."""
        bytecode = self.work / "templates"
        bytecode.mkdir(exist_ok=True)
        return Templates(self.template_folders, self.site, self.assets, bytecode)

    def store(self, name: str) -> Store:
        """The store, open for appending to the file ``name``."""
        return Store(self.work / "store", name)

    def reader(self, store: Store, *, keeping: bool = True) -> Bodies:
        """A reader of bodies; see there."""
        return Bodies(self.folder, store, self.bodies, keeping=keeping)


class Press:
    """Draws chunks of pages into a tree. A process makes its own templates and files when it first needs them."""

    def __init__(self, workshop: Workshop, tree: Tree, templates: Templates | None = None) -> None:
        """``templates``: for this process, where there are some already."""
        self._workshop, self._tree, self._owner = workshop, tree, os.getpid()
        self._ready = templates
        self._templates: Templates | None = None

    def __call__(self, pages: Sequence[Page]) -> Sheet:
        """Draws ``pages``; a page whose template fails is reported and left as it was.

        One kind of work is done for all of them before the next is begun: the caches of a processor hold the code and
        the values of one kind, not of all.
        """
        if self._templates is None:
            here = os.getpid()
            self._store = self._workshop.store(MAIN if here == self._owner else f"{here}")
            self._bodies = self._workshop.reader(self._store)
            self._templates = self._ready or self._workshop.templates()
        sheet = Sheet()
        bodies = [self._bodies(of_page) if (of_page := body_of(page)) else None for page in pages]
        texts: list[tuple[Page, str]] = []
        for page, body in zip(pages, bodies, strict=True):
            try:
                texts.append((page, self._templates.draw(page, body)))
            except TemplateProblem as problem:
                sheet.problems.append(problem.diagnostic)
        kept = [self._keep(page.view) for page, _ in texts]
        for (page, text), remembered in zip(texts, kept, strict=True):
            sheet.drawn.append(put(self._tree, page.route, text.encode("utf-8", "replace"), remembered))
        sheet.bodies, self._bodies.added = self._bodies.added, {}
        self._store.flush()
        return sheet

    def close(self) -> None:
        """Closes the files of this process."""
        if self._templates is not None:
            self._store.close()

    def _keep(self, view: Any) -> Kept:
        """Of a page with this view, whose skeleton is put into the store."""
        packed, marks = skeleton.pack(view)
        return Kept(view_digest(view), marks, self._store.put(packed))


def put(tree: Tree, route: str, data: bytes, kept: Kept = _NOTHING) -> Drawn:
    """Puts ``data`` into the standby tree; a live file that is the same is left, with its time."""
    found = tree.keep(route) if tree.read(route) == data else None
    if found is None:
        written = tree.write(route, data)
        return Drawn(route, written.st_size, written.st_mtime_ns, True, kept)
    return Drawn(route, found.st_size, found.st_mtime_ns, False, kept)
