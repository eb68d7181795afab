import os
import sys
from pathlib import Path

import pytest

from builder.ingest.pile import collect as module
from builder.ingest.pile.collect import collect
from builder.ingest.refusals import no_article
from builder.messages.en import MESSAGES


def verdicts(pile: module.Pile) -> dict[str, str]:
    return {Path(refused.name).name: refused.verdict for refused in pile.refused}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "archive" / "raw").mkdir(parents=True)
    return tmp_path / "archive"


def test_files_under_raw_stay_and_others_get_a_place_there(archive: Path, tmp_path: Path) -> None:
    (archive / "raw" / "minato").mkdir()
    (archive / "raw" / "minato" / "a.html").write_text("x")
    outside = tmp_path / "saved" / "b.txt"
    outside.parent.mkdir()
    outside.write_text("x")
    pile = collect(archive, "raw", [archive / "raw", tmp_path / "saved", outside])
    assert [(file.name, file.kept) for file in pile.files] == [
        ("raw/minato/a.html", True),
        ("raw/saved/b.txt", False),
    ]


def test_what_lies_about_in_a_folder_is_ignored_but_not_when_named(archive: Path) -> None:
    for name in ("README.txt", "style.css", "photo.JPG", "notes.yaml", "desktop.ini"):
        (archive / "raw" / name).write_text("x")
    assert len(collect(archive, "raw", [archive / "raw"]).ignored) == 5
    assert len(collect(archive, "raw", [archive / "raw" / "README.txt"]).files) == 1


def test_the_readme_of_a_new_archive_is_not_worth_a_word(archive: Path) -> None:
    (archive / "raw" / "README.md").write_text("x")
    pile = collect(archive, "raw", [archive / "raw"])
    assert (pile.files, pile.ignored, pile.refused) == ((), (), ())


def test_the_archive_takes_nothing_from_its_own_folders(archive: Path, tmp_path: Path) -> None:
    for name in ("content/articles/a.txt", "site/index.html", "raw/page.html", "notes/b.txt"):
        (archive / name).parent.mkdir(parents=True, exist_ok=True)
        (archive / name).write_text("x")
    own = ("content", "site")
    for given in (archive, tmp_path):
        names = {file.path.relative_to(archive).as_posix() for file in collect(archive, "raw", [given], own).files}
        assert names == {"raw/page.html", "notes/b.txt"}
    for given in (archive / "content", archive / "site" / "index.html"):
        pile = collect(archive, "raw", [given], own)
        assert pile.files == ()
        assert set(verdicts(pile).values()) == {"own-folder"}


def test_originals_below_the_content_are_taken(archive: Path) -> None:
    (archive / "content" / "raw").mkdir(parents=True)
    (archive / "content" / "raw" / "page.html").write_text("x")
    for given in (archive / "content" / "raw", archive):
        assert len(collect(archive, "content/raw", [given], ("content",)).files) == 1


def test_the_folder_a_browser_saved_beside_a_page_holds_no_pages(archive: Path) -> None:
    (archive / "raw" / "page_files").mkdir()
    (archive / "raw" / "page_files" / "frame.html").write_text("x")
    (archive / "raw" / "page.html").write_text("x")
    (archive / "raw" / "other_files").mkdir()
    (archive / "raw" / "other_files" / "a.html").write_text("x")
    names = [file.name for file in collect(archive, "raw", [archive / "raw"]).files]
    assert names == ["raw/other_files/a.html", "raw/page.html"]


def test_the_folder_saved_beside_a_frameset_holds_its_frames(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "saved" / "page_files").mkdir(parents=True)
    (tmp_path / "saved" / "page_files" / "main.html").write_text("x")
    (tmp_path / "saved" / "page_files" / "logo.gif").write_text("x")
    page = tmp_path / "saved" / "page.html"
    page.write_text("<html><FRAMESET cols=20%,*><frame src=page_files/main.html></frameset></html>")
    names = [file.name for file in collect(archive, "raw", [tmp_path / "saved"]).files]
    assert names == ["raw/saved/page.html", "raw/saved/page_files/main.html"]
    names = [file.name for file in collect(archive, "raw", [page]).files]
    assert names == ["raw/page.html", "raw/page_files/main.html"]


def test_links_in_a_folder_are_refused_and_not_followed(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.txt").write_text("x")
    (archive / "raw" / "folder").symlink_to(tmp_path / "secret")
    (archive / "raw" / "file.txt").symlink_to(tmp_path / "secret" / "a.txt")
    pile = collect(archive, "raw", [archive / "raw"])
    assert pile.files == ()
    assert verdicts(pile) == {"folder": "link", "file.txt": "link"}


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="its disks have no such names")
def test_an_original_whose_name_is_in_another_encoding_is_refused_and_its_picture_ignored(archive: Path) -> None:
    for name in ("港.html", "港.png"):
        (archive / "raw" / os.fsdecode(name.encode("cp932"))).write_bytes(b"<p>x")
    pile = collect(archive, "raw", [archive / "raw"])
    assert [refused.problem.code for refused in pile.refused] == ["file/name-not-text"]
    assert len(pile.ignored) == 1
    assert not pile.files


def test_missing_huge_and_odd_files_are_refused(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    (archive / "raw" / "huge.txt").write_text("x" * 11)
    os.mkfifo(archive / "raw" / "pipe.txt")
    pile = collect(archive, "raw", [archive / "raw", archive / "gone.txt"])
    assert verdicts(pile) == {"huge.txt": "too-large", "pipe.txt": "no-file", "gone.txt": "missing"}


def test_a_folder_that_cannot_be_read_is_refused_and_the_rest_goes_on(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive / "raw" / "locked").mkdir()
    (archive / "raw" / "a.txt").write_text("x")
    scan = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    pile = collect(archive, "raw", [archive / "raw"])
    assert [file.name for file in pile.files] == ["raw/a.txt"]
    assert verdicts(pile) == {"locked": "unreadable"}


def test_names_are_made_safe(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a:b?.html").write_text("x")
    assert [file.name for file in collect(archive, "raw", [folder]).files] == ["raw/saved/a_b_.html"]


@pytest.mark.parametrize("code", [code for code in MESSAGES if code.startswith("ingest/is-")])
def test_each_verdict_is_told_in_words_of_its_own(code: str) -> None:
    verdict = f"not-an-article: {code.removeprefix('ingest/is-')}"
    assert no_article("x.html", verdict).problem.code == code
