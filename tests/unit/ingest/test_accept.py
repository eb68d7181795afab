import os
from pathlib import Path

import pytest

from builder.archive.seal import is_untouched
from builder.archive.write import file_text
from builder.ingest.filing.accept import PROPOSALS, Fate, accept
from builder.ingest.filing.compose import NO_BODY
from builder.model import Article, ArticleId

PATH = "content/articles/2017/a.md"


def text(body: str = "本文。", title: str = "春の道") -> str:
    return file_text(Article(ArticleId("a"), title, NO_BODY), body, sealed=True)


def test_a_new_file_is_added_and_then_unchanged(tmp_path: Path) -> None:
    assert accept(tmp_path, PATH, text()).fate is Fate.ADDED
    before = (tmp_path / PATH).stat()
    assert accept(tmp_path, PATH, text()).fate is Fate.UNCHANGED
    after = (tmp_path / PATH).stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (before.st_ino, before.st_mtime_ns, before.st_size)
    assert os.listdir((tmp_path / PATH).parent) == ["a.md"]


def test_an_untouched_file_is_renewed(tmp_path: Path) -> None:
    accept(tmp_path, PATH, text())
    assert accept(tmp_path, PATH, text("別の本文。")).fate is Fate.CHANGED
    assert "別の本文。" in (tmp_path / PATH).read_text()


def test_line_ends_of_windows_are_no_edit(tmp_path: Path) -> None:
    accept(tmp_path, PATH, text())
    (tmp_path / PATH).write_bytes(text().replace("\n", "\r\n").encode())
    assert accept(tmp_path, PATH, text()).fate is Fate.UNCHANGED
    assert accept(tmp_path, PATH, text("別の本文。")).fate is Fate.CHANGED


def edited(tmp_path: Path) -> str:
    accept(tmp_path, PATH, text())
    mine = text().replace("春の道", "春の細道")
    (tmp_path / PATH).write_text(mine)
    return mine


def test_an_edited_file_stays_while_ingest_has_nothing_new_to_say(tmp_path: Path) -> None:
    mine = edited(tmp_path)
    accepted = accept(tmp_path, PATH, text())
    assert (accepted.fate, accepted.ours) == (Fate.KEPT, False)
    assert (tmp_path / PATH).read_text() == mine
    assert not (tmp_path / PROPOSALS).exists()


def test_a_new_reading_of_an_edited_file_is_proposed(tmp_path: Path) -> None:
    mine = edited(tmp_path)
    accepted = accept(tmp_path, PATH, text("別の本文。"))
    assert accepted.fate is Fate.PROPOSED
    assert (tmp_path / PATH).read_text() == mine
    assert "-title: 春の細道\n" in accepted.diff
    assert "+別の本文。\n" in accepted.diff
    assert (tmp_path / PROPOSALS / "a.diff").read_text() == accepted.diff
    assert (tmp_path / PROPOSALS / "a.md").read_text() == text("別の本文。")


def test_a_file_without_a_seal_is_a_persons(tmp_path: Path) -> None:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text("---\ntitle: 手で書いた\n---\n\n本文。\n")
    assert accept(tmp_path, PATH, text()).fate is Fate.PROPOSED


def test_force_keeps_the_persons_version(tmp_path: Path) -> None:
    mine = edited(tmp_path)
    assert accept(tmp_path, PATH, text("別の本文。"), force=True).fate is Fate.CHANGED
    assert is_untouched((tmp_path / PATH).read_text())
    assert (tmp_path / PROPOSALS / "a.before.md").read_text() == mine


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accept(tmp_path, PATH, text())

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        accept(tmp_path, PATH, text("別の本文。"))
    assert (tmp_path / PATH).read_text() == text()
    assert os.listdir((tmp_path / PATH).parent) == ["a.md"]
