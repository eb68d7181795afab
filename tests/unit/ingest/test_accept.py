import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.archive.seal import is_untouched, seal_of, written_seal
from builder.archive.write import file_text
from builder.ingest.filing.accept import PROPOSALS, Accepted, Fate, accept
from builder.ingest.filing.compose import NO_BODY
from builder.ingest.pile.kept import Kept
from builder.model import Article, ArticleId, Contributor

PATH = "content/articles/2017/a.md"


def text(body: str = "本文。", title: str = "春の道") -> str:
    return file_text(Article(ArticleId("a"), title, NO_BODY), body, sealed=True)


class Archive:
    """An archive of one article, and ingests of it that remember each other."""

    def __init__(self, folder: Path, kept: Kept) -> None:
        self.folder, self.file, self._kept = folder, folder / PATH, kept

    def accept(self, text: str, *, force: bool = False) -> Accepted:
        path = self.file.relative_to(self.folder).as_posix()
        return accept(self.folder, path, "a", text, self._kept, force=force)

    def rename(self, path: str) -> None:
        self.file = self.file.rename(self.folder / path)

    def edit(self, old: str, new: str) -> str:
        """A person's edit; the file as it then is."""
        self.file.write_text(self.file.read_text().replace(old, new))
        return self.file.read_text()

    def proposals(self) -> list[str]:
        folder = self.folder / PROPOSALS
        return sorted(os.listdir(folder)) if folder.is_dir() else []


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Kept(tmp_path) as kept:
        yield Archive(tmp_path, kept)


def test_a_new_file_is_added_and_then_unchanged(archive: Archive) -> None:
    assert archive.accept(text()).fate is Fate.ADDED
    before = archive.file.stat()
    assert archive.accept(text()).fate is Fate.UNCHANGED
    after = archive.file.stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (before.st_ino, before.st_mtime_ns, before.st_size)
    assert os.listdir(archive.file.parent) == ["a.md"]


def test_an_untouched_file_is_renewed(archive: Archive) -> None:
    archive.accept(text())
    assert archive.accept(text("別の本文。")).fate is Fate.CHANGED
    assert "別の本文。" in archive.file.read_text()
    assert archive.proposals() == []


@pytest.mark.parametrize(("first", "end"), [("", "\r\n"), ("", "\r"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_line_ends_and_marks_of_editors_are_no_edit(archive: Archive, first: str, end: str) -> None:
    archive.accept(text())
    archive.file.write_bytes((first + text().replace("\n", end)).encode())
    assert archive.accept(text()).fate is Fate.UNCHANGED
    mine = text().replace("春の道", "春の細道").replace("\n", end)
    archive.file.write_bytes((first + mine).encode())
    accepted = archive.accept(text("別の本文。"))
    assert (accepted.fate, accepted.has_base) == (Fate.PROPOSED, True)
    assert "春の細道" in (archive.folder / PROPOSALS / "a.md").read_text()
    archive.file.write_bytes((first + text().replace("\n", end)).encode())
    assert archive.accept(text("別の本文。")).fate is Fate.CHANGED


def test_an_edited_file_stays_while_ingest_has_nothing_new_to_say(archive: Archive) -> None:
    archive.accept(text())
    mine = archive.edit("春の道", "春の細道")
    accepted = archive.accept(text())
    assert (accepted.fate, accepted.text) == (Fate.KEPT, mine)
    assert archive.file.read_text() == mine
    assert archive.proposals() == []


def test_a_proposal_shows_what_ingest_changes_and_no_edit_of_the_person(archive: Archive) -> None:
    archive.accept(text())
    mine = archive.edit("春の道", "春の細道")
    accepted = archive.accept(text("別の本文。"))
    assert (accepted.fate, accepted.has_base, accepted.text) == (Fate.PROPOSED, True, mine)
    assert archive.file.read_text() == mine
    assert [line for line in accepted.diff.splitlines()[2:] if line[0] in "-+"] == [
        f"-seal: {written_seal(text())}",
        f"+seal: {written_seal(text('別の本文。'))}",
        "-本文。",
        "+別の本文。",
    ]
    assert (archive.folder / PROPOSALS / "a.diff").read_text() == accepted.diff


def test_a_proposal_that_is_taken_keeps_the_edits_and_is_settled(archive: Archive) -> None:
    archive.accept(text())
    archive.edit("春の道", "春の細道")
    newer = text("別の本文。")
    archive.accept(newer)
    taken = (archive.folder / PROPOSALS / "a.md").read_text()
    assert taken == newer.replace("春の道", "春の細道")
    archive.file.write_text(taken)
    assert archive.accept(newer).fate is Fate.KEPT
    assert archive.proposals() == []
    assert archive.accept(text("三つ目の本文。")).has_base


def test_the_difference_of_a_proposal_can_be_applied(archive: Archive) -> None:
    archive.accept(text())
    archive.edit("春の道", "春の細道")
    archive.accept(text("別の\x0c本文。"))
    subprocess.run(["git", "apply", f"{PROPOSALS}/a.diff"], cwd=archive.folder, check=True)
    assert archive.file.read_text() == (archive.folder / PROPOSALS / "a.md").read_text()


def test_a_file_whose_last_line_does_not_end_gains_a_paragraph(archive: Archive) -> None:
    archive.accept(text("一段。"))
    archive.file.write_text(text("一段。").replace("春の道", "春の細道").rstrip("\n"))
    newer = text("一段。\n\n二段。")
    archive.accept(newer)
    assert (archive.folder / PROPOSALS / "a.md").read_text() == newer.replace("春の道", "春の細道")
    subprocess.run(["git", "apply", f"{PROPOSALS}/a.diff"], cwd=archive.folder, check=True)
    assert archive.file.read_text() == newer.replace("春の道", "春の細道")
    archive.file.write_text(archive.file.read_text().rstrip("\n"))
    assert archive.accept(newer).fate is Fate.KEPT


@pytest.mark.parametrize("place", ["title: 春の道\n", "id: a\n"])
def test_a_key_that_both_have_added_stands_once_in_the_proposal(archive: Archive, place: str) -> None:
    archive.accept(text())
    archive.edit(place, f"{place}authors:\n- name: 水野遥\n  role: 訳\nlanguage: ja\n")
    archive.edit("本文。", "本文と余談。")
    newer = text().replace("title: 春の道\n", "title: 春の道\nauthors:\n- name: 水野 遥\n")
    archive.accept(newer.replace(written_seal(newer), seal_of(newer)))
    proposed = (archive.folder / PROPOSALS / "a.md").read_text()
    assert proposed.count("authors:\n- name: 水野 遥\n") == proposed.count("authors:") == 1
    assert "language: ja\n" in proposed
    assert "role" not in proposed
    assert "本文と余談。" in proposed


def test_a_change_that_the_person_made_too_is_not_proposed(archive: Archive) -> None:
    archive.accept(text())
    mine = archive.edit("本文。", "別の本文。")
    accepted = archive.accept(text("別の本文。"))
    assert (accepted.fate, archive.file.read_text(), archive.proposals()) == (Fate.KEPT, mine, [])


def test_the_seal_of_a_proposal_settles_it_until_ingest_would_write_another(archive: Archive) -> None:
    archive.accept(text("一段。\n\n二段。"))
    archive.edit("春の道", "春の細道")
    declined = text("一段。\n\n二段と広告。")
    archive.accept(declined)
    archive.edit(written_seal(archive.file.read_text()), written_seal(declined))
    assert archive.accept(declined).fate is Fate.KEPT
    accepted = archive.accept(text("第一段。\n\n二段と広告。"))
    assert (accepted.fate, accepted.has_base) == (Fate.PROPOSED, True)
    assert "-一段。\n+第一段。\n" in accepted.diff
    assert "広告" not in accepted.diff


def test_a_proposal_on_one_that_was_taken_keeps_the_edits_each_time_it_is_shown(archive: Archive) -> None:
    archive.accept(text("一。\n\n二。\n\n三。"))
    archive.edit("春の道", "私の道")
    archive.accept(text("一。\n\n二2。\n\n三。"))
    archive.file.write_text((archive.folder / PROPOSALS / "a.md").read_text())
    for _ in range(3):
        accepted = archive.accept(text("一。\n\n二2。\n\n三3。"))
        assert (accepted.fate, accepted.has_base) == (Fate.PROPOSED, True)
        assert "私の道" in (archive.folder / PROPOSALS / "a.md").read_text()


def test_where_memory_is_lost_a_proposal_begins_with_the_persons_file(archive: Archive) -> None:
    archive.accept(text())
    archive.edit("春の道", "春の細道")
    with Kept(archive.folder / "raw") as forgetful:
        accepted = accept(archive.folder, PATH, "a", text("別の本文。"), forgetful)
    assert (accepted.fate, accepted.has_base) == (Fate.PROPOSED, False)
    assert "-title: 春の細道\n+title: 春の道\n" in accepted.diff


def test_memory_that_was_lost_comes_back_with_the_next_ingest(archive: Archive) -> None:
    archive.file.parent.mkdir(parents=True)
    archive.file.write_text(text())
    archive.accept(text())
    archive.edit("春の道", "春の細道")
    assert archive.accept(text("別の本文。")).has_base


def test_a_file_without_a_seal_is_a_persons(archive: Archive) -> None:
    archive.file.parent.mkdir(parents=True)
    archive.file.write_text("---\ntitle: 手で書いた\n---\n\n本文。\n")
    assert archive.accept(text()).fate is Fate.PROPOSED


def test_force_keeps_the_persons_version(archive: Archive) -> None:
    archive.accept(text())
    mine = archive.edit("春の道", "春の細道")
    archive.accept(text("別の本文。"))
    assert archive.accept(text("別の本文。"), force=True).fate is Fate.CHANGED
    assert is_untouched(archive.file.read_text())
    assert archive.proposals() == ["a.before.md"]
    assert (archive.folder / PROPOSALS / "a.before.md").read_text() == mine


def test_force_keeps_every_version_of_the_persons(archive: Archive) -> None:
    archive.accept(text())
    mine = [archive.edit("本文。", "手で直した本文。")]
    archive.accept(text(), force=True)
    mine.append(archive.edit("春の道", "春の細道"))
    archive.accept(text(), force=True)
    names = ["a.before-2.md", "a.before.md"]
    assert archive.proposals() == names
    assert [(archive.folder / PROPOSALS / name).read_text() for name in names] == mine[::-1]
    archive.edit("春の道", "春の細道")
    archive.accept(text(), force=True)
    assert archive.proposals() == names


def test_what_a_person_wrote_in_another_form_before_ingest_found_it_is_not_proposed(archive: Archive) -> None:
    archive.accept(text())
    mine = archive.edit("title: 春の道", 'authors: ["水野遥"]\ntitle: "春の道"')
    found = Article(ArticleId("a"), "春の道", NO_BODY, authors=(Contributor("水野遥"),))
    accepted = archive.accept(file_text(found, "本文。", sealed=True))
    assert (accepted.fate, archive.file.read_text(), archive.proposals()) == (Fate.KEPT, mine, [])
    found = replace(found, authors=(Contributor("沢村実"),))
    assert archive.accept(file_text(found, "本文。", sealed=True)).fate is Fate.PROPOSED


def test_a_proposal_goes_along_with_an_article_whose_file_is_renamed(archive: Archive) -> None:
    archive.accept(text())
    archive.edit("春の道", "春の細道")
    archive.accept(text("別の本文。"))
    archive.rename("content/articles/散歩.md")
    archive.accept(text("三つ目の本文。"))
    assert archive.proposals() == ["a.diff", "a.md"]
    assert "三つ目の本文。" in (archive.folder / PROPOSALS / "a.md").read_text()
    assert "b/content/articles/散歩.md" in (archive.folder / PROPOSALS / "a.diff").read_text()


def test_a_failed_write_leaves_the_old_file_and_no_litter(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.accept(text())

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        archive.accept(text("別の本文。"))
    assert archive.file.read_text() == text()
    assert os.listdir(archive.file.parent) == ["a.md"]
