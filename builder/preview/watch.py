"""Notices what is saved, however editors and version control go about it.

Two threads listen to the system: one to the archive's own folder (archive.yaml; folders that come and go), one to
everything beneath the folders that matter. Folders are compared with what they were twice a second, since a folder
that was deleted and made again, or moved away and back, is one that nobody listens to. Changes are hints: where the
system may have dropped some, None is reported, and means "anything may have changed".
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import Change, watch

Changes = frozenset[str] | None
"""Paths relative to the archive's folder, with forward slashes; None: anything may have changed."""

_Notices = set[tuple[Change, str]]

_STEP = 15
"""Milliseconds of silence that end a burst."""
_DEBOUNCE = 300
"""Milliseconds after which a burst that does not end is reported all the same."""
_LOOK = 500
"""Milliseconds between two comparisons of the folders."""
_MANY = 200
"""Changes in one burst from which the system is not trusted to have reported all of them."""


class Watcher:
    """Watches while its ``with`` block lasts. ``names`` gives the folders that matter, anew each time it is asked."""

    def __init__(self, folder: Path, names: Callable[[], tuple[str, ...]], files: frozenset[str]) -> None:
        self._folder, self._names, self._files = folder.resolve(), names, files
        self._found: queue.SimpleQueue[Changes] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._anew = threading.Event()
        self._threads = [threading.Thread(target=run, daemon=True) for run in (self._shallow, self._deep)]

    def __enter__(self) -> Watcher:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(2)

    def wait(self, seconds: float | None = None) -> tuple[Changes, ...]:
        """All changes noticed since the last call, as one; waits for the first. Empty when ``seconds`` passed."""
        try:
            changes = self._found.get(timeout=seconds)
        except queue.Empty:
            return ()
        while not self._found.empty():
            changes = _together(changes, self._found.get())
        return (changes,)

    def _shallow(self) -> None:
        for found in self._listen(self._parents, recursive=False):
            named = {self._name(path) for _, path in found or ()}
            if found is None:
                self._found.put(None)
            elif named & self._files:
                self._found.put(frozenset(named & self._files))
            if named & set(self._names()):  # moved away, and perhaps back: the system has stopped listening there
                self._anew.set()

    def _deep(self) -> None:
        for found in self._listen(self._folders, recursive=True):
            changes = None if found is None else self._changes(found)
            if changes is None or changes:
                self._found.put(changes)

    def _folders(self) -> tuple[Path, ...]:
        return tuple(path for name in self._names() if (path := self._folder / name).is_dir())

    def _parents(self) -> tuple[Path, ...]:
        return tuple({self._folder, *((self._folder / name).parent for name in self._names())})

    def _listen(self, places: Callable[[], tuple[Path, ...]], recursive: bool) -> Iterator[_Notices | None]:
        """What happens in the folders that are there; starts anew when they are not the same any more.

        Each start gives None as soon as the system is known to listen: whatever happened before, nobody heard.
        """
        while not self._stop.is_set():
            folders = places()
            before = _identities(folders)
            if not before:
                self._stop.wait(_LOOK / 1000)
                continue
            try:
                listening = self._watch(folders, recursive)
                next(listening, None)
                yield None
                for found in listening:
                    yield found
                    if _identities(places()) != before or (recursive and self._anew.is_set()):
                        self._anew.clear()
                        break
            except (OSError, RuntimeError):  # a folder went away while the listening began
                self._stop.wait(_LOOK / 1000)

    def _watch(self, folders: tuple[Path, ...], recursive: bool) -> Iterator[_Notices]:
        for polling in (None, True):
            try:
                yield from watch(
                    *folders,
                    watch_filter=None,
                    debounce=_DEBOUNCE,
                    step=_STEP,
                    stop_event=self._stop,
                    rust_timeout=_LOOK,
                    yield_on_timeout=True,
                    raise_interrupt=False,
                    recursive=recursive,
                    force_polling=polling,
                    ignore_permission_denied=True,
                )
                return
            except OSError:
                if polling or not all(folder.is_dir() for folder in folders):
                    raise  # else the system has no room for more watches: look again and again instead

    def _name(self, path: str) -> str:
        return os.path.relpath(path, self._folder).replace(os.sep, "/")

    def _changes(self, found: _Notices) -> Changes:
        names: set[str] = set()
        for change, path in found:
            name = self._name(path)
            if name.startswith("..") or (change is not Change.modified and not Path(name).suffix):
                return None  # behind a link; or a folder, perhaps filled before anybody listened to it
            if not _is_litter(name):
                names.add(name)
        return None if len(names) >= _MANY else frozenset(names)


def _together(one: Changes, other: Changes) -> Changes:
    return None if one is None or other is None else one | other


def _identities(folders: tuple[Path, ...]) -> dict[Path, tuple[int, int]]:
    found: dict[Path, tuple[int, int]] = {}
    for folder in folders:
        try:
            stat = folder.stat()
        except OSError:
            continue
        found[folder] = stat.st_dev, stat.st_ino
    return found


def _is_litter(name: str) -> bool:
    """What editors and systems leave beside the files they save."""
    last = name.rsplit("/", 1)[-1]
    return last.endswith(("~", ".swp", ".swx", ".tmp", ".part", ".crdownload")) or last in (".DS_Store", "4913")
