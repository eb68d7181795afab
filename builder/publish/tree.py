"""The site on the disk, twice: the live folder, and a standby one build behind that becomes the next live one.

A build brings the standby up to date and the two change places, so at every moment the live folder is a complete old or
a complete new site. A file that did not change is one file with a name in both (a hard link), keeps its time and costs
nothing; a changed one is written under a new name, never into the file itself. Which files may differ between the two
stands in a journal that is written before any of them is touched, so a build may be killed anywhere.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from .exchange import exchange, flush, flush_file_system, recover

_FORMAT = b"rondan-journal-1\n"
_NOT_EMPTY = frozenset({errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT})
"""What systems answer where a folder is not to be removed: it holds something, or is gone."""
_FEW = 64
"""Up to so many files are flushed one by one; beyond, the whole file system once."""


class Tree:
    """The two folders of one output. Only a build that holds the lock may use it."""

    def __init__(self, live: Path, work: Path, *, durable: bool = True) -> None:
        """``work``: a folder of Rondan's own; the standby lies there, or beside ``live`` if that is another disk.

        ``durable``: a power failure must not find half a site.
        """
        self._durable = durable
        self.live = live
        near = work if _device(work) == _device(live.parent) else live.parent / f".{live.name}.rondan"
        near.mkdir(exist_ok=True)
        self.standby = near / "standby"
        self._aside = near / "exchange"
        self._journal = near / "journal"
        self._trash = near / "trash"
        self._links = True
        self.touched: set[str] = set()
        """Every route in which something may have been done to the standby."""
        self.anew = False
        """True once this build had to make the standby from nothing."""
        recover(live, self.standby, self._aside)
        self.first = not live.exists() or not any(live.iterdir())
        """True where nothing is published yet."""

    def open(self, manifest: Iterable[str], touched: set[str], as_left: bool = True) -> None:
        """Makes the standby equal to the live folder, whose files are ``manifest``, but for the routes ``touched``.

        ``as_left``: False where any of the standby's files may have been taken away.
        """
        behind = self._behind()
        if behind is not None and not as_left:
            behind |= set(manifest)
        self.touched = (behind or set()) | touched
        if self.first or behind is None:
            self._discard_standby()
            self.standby.mkdir(parents=True)
            self.anew = True
            if not self.first:
                for route in manifest:
                    if route not in touched:
                        self._follow(route)
            self._write_journal(touched)  # not earlier: half a standby must not pass for a whole one
            return
        self._write_journal(self.touched)
        for route in behind - touched:
            self._follow(route)

    def ready(self, manifest: Iterable[str]) -> set[str]:
        """Makes the standby equal to the live folder now, which else the next build does. Returns the routes it had to
        look after; all of them, where the standby had to be made ``anew``."""
        behind = self._behind()
        self.open(manifest, set())
        self._write_journal(())
        return behind or set()

    def touch(self, routes: Iterable[str]) -> None:
        """Announces more routes that are about to be written or removed."""
        self.touched |= set(routes)
        self._write_journal(self.touched)

    def write(self, route: str, data: bytes) -> os.stat_result:
        """Puts a file into the standby."""
        path = f"{self.standby}/{route}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(path, flags, 0o644)
        except FileNotFoundError:
            _make_folder(os.path.dirname(path))  # noqa: PTH120  # called for every page
            handle = os.open(path, flags, 0o644)
        except FileExistsError:
            os.unlink(path)  # noqa: PTH108  # may share its file with the live folder: never write into it
            handle = os.open(path, flags, 0o644)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            return os.fstat(handle)
        finally:
            os.close(handle)

    def keep(self, route: str) -> os.stat_result | None:
        """Makes the standby's file the live one; None where the live folder has none."""
        self._follow(route)
        try:
            return os.stat(f"{self.standby}/{route}")  # noqa: PTH116
        except FileNotFoundError:
            return None

    def read(self, route: str) -> bytes | None:
        """The live file, if there is one."""
        if self.first:
            return None
        try:
            handle = os.open(f"{self.live}/{route}", os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError:
            return None
        with os.fdopen(handle, "rb") as file:
            return file.read()

    def remove(self, route: str) -> None:
        """Takes a file out of the standby, and the folders that become empty."""
        path = self.standby / route
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == self.standby:
                break
            try:
                parent.rmdir()
            except OSError as error:
                if error.errno not in _NOT_EMPTY:
                    raise  # an empty folder that stayed would make the site differ from a clean one
                break

    def publish(self, written: Iterable[str], *, differs: set[str]) -> None:
        """Puts what was written on the disk, and the standby in the live folder's place.

        ``differs``: the routes in which the two will differ from now on.
        """
        if self.first:
            if self.live.exists():
                self.live.rmdir()
            self.live.parent.mkdir(parents=True, exist_ok=True)
            self.standby.rename(self.live)  # nothing was there that could be lost: no need to wait for the disk
            self.first = False
            return
        self._flush(list(written))
        exchange(self.live, self.standby, self._aside)
        if self._durable:
            flush(self.live.parent)
        self._write_journal(differs)

    def _flush(self, written: list[str]) -> None:
        """Waits until what was written is on the disk."""
        if not self._durable:
            return
        if len(written) > _FEW:
            flush_file_system(self.standby)
            return
        for route in written:
            flush(self.standby / route)
        for folder in {(self.standby / route).parent for route in written}:
            flush(folder)

    def sweep(self) -> None:
        """Deletes what an interrupted build left; where nothing is published yet, also what this one has begun."""
        for useless in (self._trash, self.standby) if self.first else (self._trash,):
            if useless.exists():
                shutil.rmtree(useless, ignore_errors=True)

    def _follow(self, route: str) -> None:
        old, new = f"{self.live}/{route}", f"{self.standby}/{route}"
        try:
            self._link(old, new)
        except FileExistsError:
            os.unlink(new)  # noqa: PTH108
            self._link(old, new)
        except FileNotFoundError:
            if not os.path.exists(old):  # noqa: PTH110
                self.remove(route)
                return
            os.makedirs(os.path.dirname(new), exist_ok=True)  # noqa: PTH103, PTH120
            self._link(old, new)

    def _link(self, old: str, new: str) -> None:
        if self._links:
            try:
                os.link(old, new)
            except (FileExistsError, FileNotFoundError):
                raise
            except OSError:  # a file system without hard links
                self._links = False
            else:
                return
        if not os.path.exists(old):  # noqa: PTH110  # as a link would: before it is seen whether the other is there
            raise FileNotFoundError(old)
        if os.path.exists(new):  # noqa: PTH110
            raise FileExistsError(new)
        shutil.copy2(old, new)

    def _behind(self) -> set[str] | None:
        """The routes in which the two folders may differ; None where that is not known."""
        try:
            data = self._journal.read_bytes()
            pair = sorted((self.live.stat().st_ino, self.standby.stat().st_ino))
        except OSError:
            return None
        head = len(_FORMAT) + 16
        if not data.startswith(_FORMAT) or blake2b(data[head:], digest_size=16).digest() != data[len(_FORMAT) : head]:
            return None
        first, *routes = data[head:].decode("utf-8", "surrogateescape").split("\n")
        return set(filter(None, routes)) if first == f"{pair[0]} {pair[1]}" else None

    def _write_journal(self, routes: Iterable[str]) -> None:
        if not self.live.exists():
            return
        pair = sorted((self.live.stat().st_ino, self.standby.stat().st_ino))
        text = "\n".join([f"{pair[0]} {pair[1]}", *sorted(routes)]).encode("utf-8", "surrogateescape")
        new = self._journal.with_suffix(".new")
        new.write_bytes(_FORMAT + blake2b(text, digest_size=16).digest() + text)
        if self._durable:
            flush(new)
        new.replace(self._journal)

    def _discard_standby(self) -> None:
        """Out of the way at once; deleting takes longer than building, and is left to the end."""
        if self.standby.exists():
            self._trash.mkdir(exist_ok=True)
            self.standby.rename(self._trash / f"{os.getpid()}-{len(list(self._trash.iterdir()))}")
        with contextlib.suppress(FileNotFoundError):
            self._journal.unlink()


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # noqa: PTH102  # mostly nothing but the last folder is missing
    except FileExistsError:
        return  # another process was quicker
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103


def _device(folder: Path) -> int:
    while not folder.exists():
        folder = folder.parent
    return folder.stat().st_dev
