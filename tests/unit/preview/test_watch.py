"""What is saved is noticed, whichever way."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.preview.watch import Changes, Watcher

PATIENCE = 20.0


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "a.md").write_text("a")
    (tmp_path / "archive.yaml").write_text("title: a")
    return tmp_path


@pytest.fixture
def watcher(archive: Path) -> Iterator[Watcher]:
    with Watcher(archive, lambda: ("content", "templates"), frozenset({"archive.yaml"})) as watcher:
        _until_it_listens(watcher, archive)
        yield watcher


def _until_it_listens(watcher: Watcher, archive: Path) -> None:
    for probe in (archive / "archive.yaml", archive / "content" / "probe.md"):
        for number in range(200):
            probe.write_text(f"title: {number}")
            if watcher.wait(0.1):
                break
        else:
            pytest.fail("the watcher does not listen")
    while watcher.wait(0.6):
        pass


def seen(watcher: Watcher, wanted: str) -> bool:
    """Whether ``wanted``, or "anything", is reported before patience ends."""
    while noticed := watcher.wait(PATIENCE):
        changes: Changes = noticed[0]
        if changes is None or wanted in changes:
            return True
    return False


def test_a_saved_file_is_named(watcher: Watcher, archive: Path) -> None:
    (archive / "content" / "articles" / "a.md").write_text("b")
    assert watcher.wait(PATIENCE) == (frozenset({"content/articles/a.md"}),)


def test_an_editors_atomic_save(watcher: Watcher, archive: Path) -> None:
    draft = archive / "content" / "articles" / ".a.md.swp"
    draft.write_text("c")
    draft.replace(archive / "content" / "articles" / "a.md")
    assert seen(watcher, "content/articles/a.md")


def test_the_settings(watcher: Watcher, archive: Path) -> None:
    (archive / "archive.yaml").write_text("title: b")
    assert seen(watcher, "archive.yaml")


def test_other_files_beside_the_settings_do_not_matter(watcher: Watcher, archive: Path) -> None:
    (archive / "notes.txt").write_text("x")
    (archive / "site").mkdir()
    assert watcher.wait(1.2) == ()


def test_a_new_folder_and_what_was_put_into_it_at_once(watcher: Watcher, archive: Path) -> None:
    folder = archive / "content" / "articles" / "2024" / "03"
    folder.mkdir(parents=True)
    (folder / "b.md").write_text("b")
    assert seen(watcher, "content/articles/2024/03/b.md")


def test_a_watched_folder_that_appears_later(watcher: Watcher, archive: Path) -> None:
    (archive / "templates").mkdir()
    assert seen(watcher, "templates")
    while watcher.wait(0.7):
        pass
    (archive / "templates" / "base.html").write_text("x")
    assert seen(watcher, "templates/base.html")


def test_a_folder_that_is_deleted_and_made_again(watcher: Watcher, archive: Path) -> None:
    shutil.rmtree(archive / "content")
    assert seen(watcher, "content")
    (archive / "content" / "articles").mkdir(parents=True)
    assert seen(watcher, "content")
    while watcher.wait(0.7):
        pass
    (archive / "content" / "articles" / "new.md").write_text("n")
    assert seen(watcher, "content/articles/new.md")


def test_a_folder_that_is_swapped_for_another(watcher: Watcher, archive: Path) -> None:
    (archive / "other").mkdir()
    (archive / "content").rename(archive / "old")
    (archive / "other").rename(archive / "content")
    assert seen(watcher, "content")
    while watcher.wait(0.7):
        pass
    (archive / "content" / "c.md").write_text("n")
    assert seen(watcher, "content/c.md")


def test_a_folder_that_is_moved_away_and_back(watcher: Watcher, archive: Path) -> None:
    (archive / "content").rename(archive / "away")
    (archive / "away").rename(archive / "content")
    assert seen(watcher, "content")
    while watcher.wait(0.7):
        pass
    (archive / "content" / "c.md").write_text("n")
    assert seen(watcher, "content/c.md")


def test_thousands_of_files_at_once(watcher: Watcher, archive: Path) -> None:
    for number in range(2000):
        (archive / "content" / "articles" / f"{number}.md").write_text("x")
    everything = {f"content/articles/{number}.md" for number in range(2000)}
    while everything:
        noticed = watcher.wait(PATIENCE)
        assert noticed, f"{len(everything)} files were never reported"
        everything = set() if noticed[0] is None else everything - noticed[0]
