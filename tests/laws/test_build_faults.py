"""Whatever interrupts a build, the site is the whole old one or the whole new one, and the next build puts all right.

A build in a process of its own is stopped at each of its dealings with the disk in turn: killed on the spot, killed in
the middle of a write, told that the disk is full or the permission lost, or given a read-only disk from then on. Points
are taken from all that a build does, one after another. Where the system lets us, a small disk is really filled.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
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
REFUSED = {"full": errno.ENOSPC, "denied": errno.EACCES, "readonly": errno.EROFS}
"""What the system answers; once, but that a disk which is read-only stays so."""
LEAST = {"killed": 200, "half": 200, "full": 60, "denied": 60, "readonly": 60}
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


def _allowed(how: str, event: str, args: tuple[Any, ...]) -> bool:
    """True for what is never refused: reading, and on a full disk taking an empty folder away."""
    if event == "os.rmdir":
        return how == "full"
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
        if event in DISK and not (how in REFUSED and _allowed(how, event, args)):
            count += 1
            if count == point or (count > point and how == "readonly"):
                if how in REFUSED:
                    raise OSError(REFUSED[how], os.strerror(REFUSED[how]))
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


@pytest.mark.parametrize("how", ["killed", "half", *REFUSED])
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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes of its own."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if sys.platform != "linux" or not mount or not unmount or os.geteuid() != 0:
        pytest.skip("only the administrator of a Linux system may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run([unmount, disk], check=True)


def _fill(path: Path, left: int) -> None:
    """Takes all the room there is, but for ``left`` bytes."""
    with path.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(bytes(4096)):
                pass
        file.truncate(file.tell() - left)


def test_a_disk_that_is_really_full(small_disk: Path) -> None:
    site = Site(small_disk / "archive")
    filling = small_disk / "filling"
    refused: list[str] = []
    for pages in range(40):
        before, after = site.edit()
        _fill(filling, pages * 4096)
        try:
            site.archive.build()
        except ArchiveError as error:
            refused += [problem.code for problem in error.diagnostics]
            assert tree(site.live) in (before, after), f"{pages} pages of room"
        else:
            assert tree(site.live) == after, f"{pages} pages of room"
        filling.unlink()
        site.archive.build()
        assert tree(site.live) == after, f"{pages} pages of room"
        site.no_litter()
    assert set(refused) == {"build/cannot-write"}
    assert len(refused) < 40
