"""Which folders are filled, and that nothing of anybody else's is ever lost."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from builder import config
from builder.diagnostics import ArchiveError
from builder.publish import exchange
from builder.publish.build import build
from builder.publish.report import BuildOptions
from tests.laws.small_archive import SmallArchive, tree

LONG = "一文である。" * 60


@pytest.fixture
def archive(tmp_path: Path) -> SmallArchive:
    folder = tmp_path / "archive"
    folder.mkdir()
    made = SmallArchive(folder)
    made.write("content/articles/2020/a.md", "---\ntitle: 題\n---\n\n本文。\n")
    return made


def refusal(archive: SmallArchive, out: Path) -> str:
    with pytest.raises(ArchiveError) as caught:
        build(archive.folder, config.load(archive.folder), BuildOptions(out=out, jobs=1))
    return caught.value.diagnostics[0].code


@pytest.mark.parametrize(
    "name",
    ["/", "~", ".", "..", "content", "content/site", "content/articles/2020", "raw", "templates/x", ".git", ".rondan"],
)
def test_folders_that_are_never_an_output(archive: SmallArchive, name: str) -> None:
    out = Path(name).expanduser() if name[0] in "/~" else archive.folder / name
    before = tree(archive.folder)
    assert refusal(archive, out) == "build/dangerous-output"
    assert tree(archive.folder) == before


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_folder_whose_name_is_in_another_encoding_is_filled(archive: SmallArchive, tmp_path: Path) -> None:
    for out in (archive.folder / os.fsdecode(b"\x8c\xf6\x8aJ"), tmp_path / os.fsdecode(b"\x8c\xf6\x8aJ")):
        assert archive.outcome(str(out)) == (True, frozenset())
        assert (out / "articles/a/index.html").is_file()
        assert archive.build(str(out)).drawn == 0


@pytest.mark.parametrize("out", ["texts", "texts/site", "texts/articles"])
def test_a_content_folder_outside_the_archive_is_never_an_output(archive: SmallArchive, out: str) -> None:
    (archive.folder / "content").rename(archive.folder.parent / "texts")
    archive.write("archive.yaml", "paths: {content: ../texts}\n")
    assert refusal(archive, archive.folder.parent / out) == "build/dangerous-output"


def test_a_folder_with_files_of_others_is_refused(archive: SmallArchive, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("dear")
    assert refusal(archive, tmp_path / "mine") == "build/output-not-ours"
    assert tree(tmp_path / "mine").keys() == {"letter.txt"}


def test_a_file_is_no_output(archive: SmallArchive, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("dear")
    assert refusal(archive, tmp_path / "mine") == "build/output-is-a-file"


@pytest.mark.parametrize("where", ["CNAME", "articles/a/notes.txt", "authors/x/y"])
@pytest.mark.parametrize("forgotten", [False, True])
def test_a_file_put_into_the_site_stops_the_next_change(archive: SmallArchive, where: str, forgotten: bool) -> None:
    archive.build()
    foreign = archive.folder / "site" / where
    foreign.parent.mkdir(parents=True, exist_ok=True)
    foreign.write_text("mine")
    archive.write("content/articles/2020/a.md", "---\ntitle: 別の題\n---\n\n本文。\n")
    if forgotten:
        (archive.folder / ".rondan/site/state").unlink()
    before = tree(archive.folder / "site")
    assert archive.outcome(dry_run=True) == archive.outcome() == (False, {"build/foreign-files"})
    assert tree(archive.folder / "site") == before
    shutil.rmtree(foreign.parent) if where == "authors/x/y" else foreign.unlink()
    assert archive.outcome()[0]


@pytest.mark.parametrize("name", [".DS_Store", "articles/Thumbs.db", "articles/a/desktop.ini"])
def test_what_a_file_manager_leaves_in_the_site_stops_nothing(archive: SmallArchive, name: str) -> None:
    archive.build()
    (archive.folder / "site" / name).write_text("")
    for title in ("別の題", "次の題"):
        archive.write("content/articles/2020/a.md", f"---\ntitle: {title}\n---\n\n本文。\n")
        assert archive.outcome() == (True, frozenset())
        archive.clean()
        site, clean = tree(archive.folder / "site"), tree(archive.folder / "clean")
        site.pop(name, None)
        assert site == clean


@pytest.mark.parametrize("lost", ["articles/b/index.html", "articles", "about", "index.html"])
@pytest.mark.parametrize("forgotten", [False, True])
def test_a_standby_that_lost_a_part_leaves_no_hole_in_the_site(
    archive: SmallArchive, lost: str, forgotten: bool
) -> None:
    archive.write("content/articles/2020/b.md", "---\ntitle: 二\n---\n\n本文。\n")
    for title in ("一", "二", "三"):
        archive.write("content/articles/2020/a.md", f"---\ntitle: {title}\n---\n\n本文。\n")
        archive.build()
    part = archive.folder / ".rondan/site/standby" / lost
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    if forgotten:
        (archive.folder / ".rondan/site/state").unlink()
    archive.write("content/articles/2020/a.md", "---\ntitle: 四\n---\n\n本文。\n")
    archive.build()
    archive.clean()
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")


@pytest.mark.parametrize("at_once", [True, False])
def test_a_disk_without_hard_links_takes_every_change(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    """As FAT and exFAT are, and many shares; some cannot exchange two folders at once either."""

    def refuse(old: str, new: str) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), old, None, new)

    monkeypatch.setattr(os, "link", refuse)
    if not at_once:
        monkeypatch.setattr(exchange, "_swapped_at_once", lambda one, other: False)
    other = archive.folder / "content/articles/2020/b.md"
    for number in range(9):
        archive.write("content/articles/2020/a.md", f"---\ntitle: 題{number}\n---\n\n本文。\n")
        if number % 3:
            archive.write("content/articles/2020/b.md", f"---\ntitle: 二{number}\nauthors: [森]\n---\n\n本文。\n")
        else:
            other.unlink(missing_ok=True)
        assert archive.outcome(search="builtin") == (True, frozenset())
        archive.clean(search="builtin")
        assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_an_output_whose_state_is_lost_is_still_ours(archive: SmallArchive) -> None:
    archive.write("content/articles/2020/b.md", "---\ntitle: 二\n---\n\n本文。\n")
    archive.build()
    kept = (archive.folder / "site/articles/a/index.html").stat().st_mtime_ns
    (archive.folder / ".rondan/site/state").unlink()
    (archive.folder / "content/articles/2020/b.md").unlink()
    report = archive.build()
    assert "articles/b/index.html" in report.removed
    assert not (archive.folder / "site/articles/b").exists()
    assert (archive.folder / "site/articles/a/index.html").stat().st_mtime_ns == kept


def test_files_that_stay_the_same_keep_their_time(archive: SmallArchive) -> None:
    archive.write("content/articles/2020/a.md", f"---\ntitle: 題\ndate: 2018\n---\n\n{LONG}\n")
    archive.write("content/articles/2020/b.md", f"---\ntitle: 二\ndate: 2017\n---\n\n{LONG}\n")
    archive.build()
    site = archive.folder / "site"
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    archive.write("content/articles/2020/b.md", f"---\ntitle: 二\ndate: 2017\n---\n\n{LONG}追記。\n")
    report = archive.build()
    assert [page.route for page in report.changed] == ["articles/b/index.html"]
    changed = {path for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert changed == {site / "articles/b/index.html"}


def test_a_file_system_without_hard_links(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    archive.build()
    for title in ("一", "二", "三"):
        archive.write("content/articles/2020/a.md", f"---\ntitle: {title}\n---\n\n本文。\n")
        archive.build()
        archive.build("clean")
        assert tree(archive.folder / "site") == tree(archive.folder / "clean")
        assert archive.build().drawn == 0


def test_a_system_that_cannot_swap_two_folders_at_once(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.publish.exchange._swapped_at_once", lambda *_: False)
    for title in ("一", "二", "三"):
        archive.write("content/articles/2020/a.md", f"---\ntitle: {title}\n---\n\n本文。\n")
        archive.build()
        archive.build("clean")
        assert tree(archive.folder / "site") == tree(archive.folder / "clean")
    work = archive.folder / ".rondan/site"
    (archive.folder / "site").rename(work / "exchange")  # cut short between the first and the second rename
    assert archive.build().drawn == 0
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")
    (work / "standby").rename(work / "exchange")  # and between the second and the third
    assert archive.build().drawn == 0
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")
    assert not (work / "exchange").exists()


def test_a_site_elsewhere(archive: SmallArchive, tmp_path: Path) -> None:
    out = tmp_path / "a/b/site"
    options = BuildOptions(out=out, jobs=1)
    assert build(archive.folder, config.load(archive.folder), options).published
    archive.write("content/articles/2020/a.md", "---\ntitle: 別の題\n---\n\n本文。\n")
    assert build(archive.folder, config.load(archive.folder), options).changed
    assert not (archive.folder / "site").exists()


@pytest.mark.skipif(not hasattr(os, "fork") or os.geteuid() != 0, reason="only root can become another")
def test_a_site_that_may_not_be_written_stays_as_it_was(tmp_path: Path) -> None:
    folder = Path("/tmp") / f"rondan-{os.getpid()}"  # where nobody may look
    folder.mkdir()
    try:
        archive = SmallArchive(folder)
        archive.write("content/articles/2020/a.md", "---\ntitle: 題\n---\n\n本文。\n")
        archive.build()
        before = tree(folder / "site")
        archive.write("content/articles/2020/a.md", "---\ntitle: 別の題\n---\n\n本文。\n")
        child = os.fork()
        if not child:
            status = 70
            try:
                os.setuid(65534)
                status = 1 if archive.outcome() == (False, {"build/cannot-write"}) else 2
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
        assert tree(folder / "site") == before
    finally:
        shutil.rmtree(folder)
