"""Whatever interrupts a build, the site is the whole old one or the whole new one, and the next build puts all right.

A build in a process of its own is stopped at each of its dealings with the disk in turn: killed on the spot, killed in
the middle of a write, or told that the disk is full. Points are taken from all that a build does, one after another.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.diagnostics import ArchiveError

from .small_archive import SmallArchive, tree
from .test_build_incremental import MEMORY

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="stops forked processes")

DISK = frozenset({"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile", "os.utime"})
"""Audit events (see the table in Python's documentation) that stand for dealings with the disk."""
PARTS = 4
LEAST = {"killed": 200, "half": 200, "full": 60}
"""Dealings that the edit of this test takes, at least; all are tried. Reading and removing need no room."""


class Stopped(BaseException):
    """Never caught on the way."""


class Site:
    """An archive that goes back and forth between two states, each with the site it should have."""

    def __init__(self, folder: Path) -> None:
        self.archive = SmallArchive(folder)
        self.live = folder / "site"
        for number in range(6):
            self.article(number, f"題{number}", "本文。")
        self.edits: tuple[Callable[[], None], Callable[[], None]] = (self.one, self.other)
        self.sites: list[dict[str, str]] = []
        for edit in self.edits:
            edit()
            self.archive.build("clean")
            self.sites.append(tree(folder / "clean"))
        self.archive.build()
        self.turn = 1

    def article(self, number: int, title: str, body: str) -> None:
        text = f"---\ntitle: {title}\ndate: 2018-02-0{number + 1}\nauthors: [森]\ntopics: [海]\n---\n\n{body}\n"
        self.archive.write(f"content/articles/2020/a{number}.md", text)

    def one(self) -> None:
        self.article(1, "題", "本文。")
        self.article(7, "新しい", "記事。")
        self.archive.write("templates/static/more.js", "1")
        (self.archive.folder / "content/articles/2020/a5.md").unlink(missing_ok=True)

    def other(self) -> None:
        self.article(1, "別の題", "別の本文。")
        self.article(5, "五", "記事。")
        self.archive.write("templates/static/more.js", "2")
        (self.archive.folder / "content/articles/2020/a7.md").unlink(missing_ok=True)

    def edit(self) -> tuple[dict[str, str], dict[str, str]]:
        """Makes the next edit; (the site before, the site to be)."""
        before = self.sites[self.turn]
        self.turn = 1 - self.turn
        self.edits[self.turn]()
        return before, self.sites[self.turn]

    def no_litter(self) -> None:
        work = self.archive.folder / ".rondan/site"
        assert {path.name for path in work.iterdir()} <= {
            "state", "lock", "journal", "standby", "store", "templates", "search",
        }  # fmt: skip


@pytest.fixture
def site() -> Iterator[Site]:
    folder = Path(tempfile.mkdtemp(prefix="rondan-faults-", dir=MEMORY))
    yield Site(folder)
    shutil.rmtree(folder)


def _needs_no_room(event: str, args: tuple[Any, ...]) -> bool:
    """True for what a full disk never refuses: reading, and taking an empty folder away."""
    if event == "os.rmdir":
        return True
    return event == "open" and (args[1] in ("r", "rb") or (args[1] is None and not args[2] & (os.O_WRONLY | os.O_RDWR)))


def stopped_at(point: int, how: str, work: Callable[[], Any]) -> int:
    """Runs ``work`` in a process that is stopped at its ``point``-th dealing with the disk; its exit status.

    0: it was done before that; 1: it ended with a report; 2: it could do without; 9: it was killed.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    count = 0

    def deal(event: str, args: tuple[Any, ...]) -> None:
        nonlocal count
        if event in DISK and not (how == "full" and _needs_no_room(event, args)):
            count += 1
            if count == point:
                if how == "full":
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                os._exit(9)

    real_write = os.write

    def write(handle: int, data: Any) -> int:
        nonlocal count
        count += 1
        if count >= point:
            real_write(handle, bytes(data)[: len(data) // 2])
            os._exit(9)
        return real_write(handle, data)

    status = 70
    try:
        sys.addaudithook(deal)
        if how == "half":
            os.write = write  # type: ignore[assignment]
        try:
            work()
            status = 2 if count >= point else 0
        except ArchiveError:
            status = 1
    finally:
        os._exit(status)


@pytest.mark.parametrize("how", ["killed", "half", "full"])
@pytest.mark.parametrize("part", range(PARTS))
def test_old_or_new_and_never_half(site: Site, how: str, part: int) -> None:
    status, point = 9, 1 + part - PARTS
    while status:
        point += PARTS
        before, after = site.edit()
        status = stopped_at(point, how, site.archive.build)
        assert status in (0, 1, 2, 9), f"point {point}"
        assert tree(site.live) in ((before, after) if status in (1, 9) else (after,)), f"point {point}"
        site.archive.build()
        assert tree(site.live) == after, f"point {point}"
        site.no_litter()
    assert point > LEAST[how]


@pytest.mark.parametrize("how", ["killed", "half"])
def test_a_first_build_is_there_as_a_whole_or_not_at_all(site: Site, how: str) -> None:
    clean = site.sites[site.turn]
    for point in range(1, 700, 17):
        shutil.rmtree(site.live)
        shutil.rmtree(site.archive.folder / ".rondan")
        status = stopped_at(point, how, site.archive.build)
        assert (tree(site.live) if site.live.exists() else None) in ((None, clean) if status else (clean,))
        site.archive.build()
        assert tree(site.live) == clean
        site.no_litter()
