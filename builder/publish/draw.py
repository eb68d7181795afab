"""Draws pages and puts them into the standby tree: the work that is spread over processes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Diagnostic
from ..pages.page import Page, SiteView
from ..render.templates import TemplateProblem, Templates
from .bodies import Bodies, Place
from .planning import body_of
from .tree import Tree


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it stands in the standby tree now."""

    route: str
    size: int
    modified: int
    changed: bool
    """False where it came out as it was."""


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
    cache: Path
    bodies: Mapping[str, Place]

    def templates(self) -> Templates:
        """The templates, with compiled ones kept in the cache."""
        bytecode = self.cache / "templates"
        bytecode.mkdir(exist_ok=True)
        return Templates(self.template_folders, self.site, self.assets, bytecode)

    def reader(self, name: str) -> Bodies:
        """A reader of bodies; what it renders goes to the file ``name`` of the cache."""
        folder = self.cache / "bodies"
        folder.mkdir(exist_ok=True)
        return Bodies(self.folder, folder, self.bodies, name)


class Press:
    """Draws chunks of pages into a tree."""

    def __init__(self, workshop: Workshop, tree: Tree, templates: Templates | None = None) -> None:
        self._workshop, self._tree = workshop, tree
        self._templates = templates
        self._bodies: Bodies | None = None
        self._owner = os.getpid()

    def __call__(self, pages: Sequence[Page]) -> Sheet:
        """Draws ``pages``; a page whose template fails is reported and left as it was."""
        if self._bodies is None:
            here = os.getpid()
            self._bodies = self._workshop.reader("main" if here == self._owner else str(here))
        if self._templates is None:
            self._templates = self._workshop.templates()
        sheet = Sheet()
        for page in pages:
            try:
                sheet.drawn.append(self._draw(page, self._templates, self._bodies))
            except TemplateProblem as problem:
                sheet.problems.append(problem.diagnostic)
        sheet.bodies, self._bodies.added = self._bodies.added, {}
        return sheet

    def __getstate__(self) -> tuple[Workshop, Tree]:
        return (self._workshop, self._tree)

    def __setstate__(self, state: tuple[Workshop, Tree]) -> None:
        self._workshop, self._tree = state
        self._templates, self._bodies, self._owner = None, None, 0

    def _draw(self, page: Page, templates: Templates, bodies: Bodies) -> Drawn:
        body = body_of(page)
        text = templates.draw(page, bodies(body) if body else None)
        return place(self._tree, page.route, text.encode("utf-8", "replace"))


def place(tree: Tree, route: str, data: bytes) -> Drawn:
    """Puts ``data`` into the standby tree; a live file that is the same is kept, with its time."""
    found = tree.keep(route) if tree.read(route) == data else None
    if found is None:
        written = tree.write(route, data)
        return Drawn(route, written.st_size, written.st_mtime_ns, changed=True)
    return Drawn(route, found.st_size, found.st_mtime_ns, changed=False)
