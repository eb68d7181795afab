"""What can be made before the plan is known, by a process of its own while this one plans.

A plan is made by one process. Where much is new, another compiles the templates meanwhile, which else every process
that draws would do, and then renders bodies until the plan is there.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager

from ..archive.article_file import ArticleFile
from ..archive.publication import as_published, waits
from ..model import BodyRef
from .aside import aside
from .draw import Workshop
from .scene import Scene
from .store import Place

_MANY = 500
"""Pages that are sure to be drawn, from which a process of its own is worth while."""


@contextmanager
def ahead(scene: Scene, tools: Workshop) -> Iterator[None]:
    """For the time of planning; afterwards the bodies rendered meanwhile are known to ``scene``."""
    changed = scene.reading.changed
    drawn = scene.article_files if changed & scene.inputs.templates.keys() else len(changed)
    with mmap.mmap(-1, 1) as planned:  # the two processes share it
        work = _Ahead(scene, tools, planned)
        worth_while = drawn >= _MANY and not scene.order.options.dry_run
        with aside(work, scene.order.options.jobs, worth_while=worth_while) as rendered:
            try:
                yield
            finally:
                planned[0] = 1
            scene.now.bodies.update(rendered())


class _Ahead:
    """The work of that process. Called where there is none, after the planning, it does nothing."""

    def __init__(self, scene: Scene, tools: Workshop, planned: mmap.mmap) -> None:
        self._scene, self._tools, self._planned, self._parent = scene, tools, planned, os.getpid()

    def __call__(self) -> dict[str, Place]:
        """Digest -> place of every body rendered."""
        if self._is_over():
            return {}
        self._compile()
        return self._render()

    def _is_over(self) -> bool:
        return bool(self._planned[0]) or self._parent not in (os.getpid(), os.getppid())

    def _compile(self) -> None:
        templates = self._tools.templates()
        for name in templates.names():
            if self._is_over():
                return
            templates.compile(name)

    def _render(self) -> dict[str, Place]:
        with closing(self._tools.store(f"{os.getpid()}")) as store:
            bodies = self._tools.reader(store)
            for body in self._bodies():
                if self._is_over():
                    break
                bodies(body)
            return bodies.added

    def _bodies(self) -> Iterator[BodyRef]:
        """Those of new articles, as far as they will be shown."""
        drafts = self._scene.order.options.drafts
        for _, (_, file) in sorted(self._scene.reading.files.items()):
            article = file.article if isinstance(file, ArticleFile) else None
            if article and (drafts or not waits(article)):
                yield as_published(article).body
