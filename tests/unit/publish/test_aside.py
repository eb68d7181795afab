"""What is found out aside is what would have been found here."""

import os
import signal
from pathlib import Path

import pytest

from builder.processes import may_fork
from builder.publish.aside import aside
from tests.laws.small_archive import SmallArchive, tree


def test_the_answer_is_the_one_that_this_process_would_have_found() -> None:
    here = os.getpid()
    for worth_while in (False, True):
        with aside(lambda: ({"a", "b"}, os.getpid() == here), 2, worth_while=worth_while) as found:
            assert found() == ({"a", "b"}, not (worth_while and may_fork()))


def test_without_an_answer_it_is_found_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os._exit(1)
        return here

    with aside(work, 2, worth_while=True) as found:
        assert found() == here


def test_what_goes_wrong_goes_wrong_here() -> None:
    with pytest.raises(ZeroDivisionError), aside(lambda: 1 // 0, 2, worth_while=True) as found:
        found()


def test_nobody_waits_for_an_answer_that_is_not_asked_for() -> None:
    with aside(lambda: "x" * 1_000_000, 2, worth_while=True):
        pass


def test_where_the_system_has_no_room_for_a_process_it_is_found_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refused)
    with aside(os.getpid, 2, worth_while=True) as found:
        assert found() == os.getpid()


@pytest.mark.skipif(not may_fork(), reason="there is no process of its own where a fork is not safe")
def test_who_starts_us_may_have_children_forgotten() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with aside(os.getpid, 2, worth_while=True) as found:
            assert found() != os.getpid()
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_a_site_that_is_looked_at_aside_is_repaired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = SmallArchive(tmp_path)
    archive.build()
    before = tree(archive.folder / "site")
    monkeypatch.setattr("builder.publish.run._MANY", 0)
    assert archive.build(jobs=2).drawn == 0
    (archive.folder / "site/index.html").unlink()
    assert [page.route for page in archive.build(jobs=2).changed] == ["index.html"]
    assert tree(archive.folder / "site") == before
