"""What a process keeps between two builds: nothing that the state could not give back, only sooner."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ..archive.embargo import held_back
from ..archive.load import ContentFile, gather
from ..archive.publication import published
from ..diagnostics import Diagnostic
from ..model import Archive
from . import codec
from .inputs import Inputs
from .scene import Scene
from .state import State
from .store import CONTENT, Lost, Store

if TYPE_CHECKING:
    from ..render.templates import Templates
    from .draw import Workshop


class Memory:
    """The last state, the files of content/ as values, and the archive made of them."""

    def __init__(self, state: State | None = None) -> None:
        self.state = state or State()
        """As the last build left it."""
        self.inputs: Inputs | None = None
        """The inputs as that build saw them."""
        self.unsaved = False
        """True where the state has not been written since."""
        self._mark: tuple[int, ...] | None = None
        self._templates: tuple[object, Templates] | None = None
        self._files: dict[str, tuple[bytes, ContentFile]] = {}
        self._archive: tuple[dict[str, bytes], Archive, tuple[Diagnostic, ...]] | None = None

    def holds(self, path: Path) -> bool:
        """True where the file ``path`` of the state is as ``mark`` saw it: no other process has built since."""
        return self._mark is not None and self._mark == _signature(path)

    def mark(self, path: Path) -> None:
        """Remembers what the state's file looks like."""
        self._mark = _signature(path)

    def templates(self, tools: Workshop, files: str) -> Templates:
        """The templates, for as long as nothing they are made of changes. ``files``: digest of all their files."""
        key = (files, tools.site, tuple(tools.assets.items()))
        if self._templates is None or self._templates[0] != key:
            self._templates = (key, tools.templates())
        return self._templates[1]

    def archive(self, scene: Scene) -> tuple[Archive, tuple[Diagnostic, ...]]:
        """What is published, and the problems of content/."""
        key = _key(scene)
        if self._archive is not None and self._archive[0] == key and not scene.reading.faulty:
            return self._archive[1], self._archive[2]
        archive, problems = gather(self.files(scene))
        drafts = scene.order.options.drafts
        problems += () if drafts else held_back(archive.articles)
        archive = published(archive, drafts=drafts)
        self._archive = None if scene.reading.faulty else (key, archive, problems)
        return archive, problems

    def files(self, scene: Scene) -> dict[str, ContentFile]:
        """What the files of content/ say, by path. Raises Lost."""
        self._files |= scene.reading.files
        files: dict[str, tuple[bytes, ContentFile]] = {}
        known = scene.now.inputs.whole()
        with closing(Store(scene.order.store, CONTENT)) as store:
            for path in scene.inputs.content:
                if path in scene.reading.faulty:
                    continue
                digest, place = known[path]
                kept = self._files.get(path)
                if kept is None or kept[0] != digest:
                    data = store.get(place) if place else None
                    if data is None:
                        raise Lost
                    kept = (digest, codec.loads(data))
                files[path] = kept
        self._files = files
        return {path: file for path, (_, file) in files.items()} | dict(scene.reading.faulty)


def _signature(path: Path) -> tuple[int, ...] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def _key(scene: Scene) -> dict[str, bytes]:
    known = scene.now.inputs.whole()
    return {path: known[path][0] for path in scene.inputs.content if path in known}
