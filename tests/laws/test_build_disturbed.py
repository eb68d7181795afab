"""Files are edited while a build reads and draws them: what it publishes and keeps is as if they were not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.publish import run, work
from builder.publish.attempts import ATTEMPTS
from builder.publish.store import Store

from .small_archive import PICTURES, SmallArchive, tree

PATH = "content/articles/2020/a0.md"
ONE = "---\ntitle: 題\ndate: 2018-02-01\n---\n\n甲の本文。![図](fig.png)\n"
OTHER = "---\ntitle: 別のもっと長い題\ndate: 2018-02-01\n---\n\n乙。![図](fig.png)\n"
PICTURE = "content/articles/2020/fig.png"
SEARCH = "title: 試\nsearch: {engine: builtin}\n"
EDITS = {
    "article": (PATH, ONE, OTHER),
    "article gone": (PATH, ONE, None),
    "picture": (PICTURE, *PICTURES),
    "picture gone": (PICTURE, PICTURES[0], None),
    "template": ("templates/article.html", "甲{{ body.html if body }}", "乙{{ body.html if body }}"),
    "style": ("templates/static/site.css", "p { color: red }", "p { color: blue }"),
}


@pytest.fixture
def archive(tmp_path: Path) -> SmallArchive:
    made = SmallArchive(tmp_path)
    made.write("archive.yaml", SEARCH)
    made.write(PATH, ONE)
    made.write(PICTURE, PICTURES[0])
    for number in range(1, 4):
        made.write(f"content/articles/2020/a{number}.md", f"---\ntitle: 題{number}\n---\n\n本文{number}。\n")
    return made


def disturb(monkeypatch: pytest.MonkeyPatch, edit: Callable[[], None], times: int = 1) -> None:
    """Has ``edit`` done between the planning and the making, ``times`` builds in turn."""
    make, left = work.make, [times]

    def disturbed(*arguments: Any) -> Any:
        if left[0]:
            left[0] -= 1
            edit()
        return make(*arguments)

    monkeypatch.setattr(work, "make", disturbed)


def put(archive: SmallArchive, path: str, text: str | None) -> None:
    if text is None:
        (archive.folder / path).unlink()
    else:
        archive.replace(path, text)


def clean(archive: SmallArchive, name: str) -> dict[str, str]:
    archive.clean(name)
    return tree(archive.folder / name)


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_while_the_build_works(archive: SmallArchive, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path, one, other = EDITS[what]
    put(archive, path, one)
    with monkeypatch.context() as patch:
        disturb(patch, lambda: put(archive, path, other))
        assert archive.outcome()[1] <= {"build/no-image"}
    put(archive, path, one)  # as ``git checkout`` of another branch and back
    archive.outcome()
    assert tree(archive.folder / "site") == clean(archive, "clean")


def test_what_is_published_is_what_there_was_at_one_moment(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        disturb(patch, lambda: archive.replace(PATH, OTHER))
        assert archive.outcome() == (True, frozenset())
    assert tree(archive.folder / "site") == clean(archive, "clean")


def test_a_correction_while_more_is_looked_at_is_one_of_what_was_published(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("content/articles/2020/a1.md", "---\ntitle: 題1\ndate: 2018-02-02\n---\n\n本文1。\n")
    builder = archive.builder()
    builder.build()
    archive.replace(PATH, OTHER.replace("2018-02-01", "2018-02-03"))  # and so before the other
    with monkeypatch.context() as patch:
        disturb(patch, lambda: archive.replace(PATH, ONE + "続き。\n"))
        assert builder.build().published
    archive.write("templates/static/more.css", "p {}")  # which takes a look at the whole archive
    assert builder.build().published
    assert tree(archive.folder / "site") == clean(archive, "clean")


def test_a_file_that_is_gone_before_it_is_read(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = run.scan

    def scanned(*arguments: Any) -> Any:
        found = scan(*arguments)
        (archive.folder / PATH).unlink(missing_ok=True)
        return found

    monkeypatch.setattr(run, "scan", scanned)
    assert archive.outcome() == (True, frozenset())


def test_who_never_stops_writing_is_told_to(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.build()
    before = tree(archive.folder / "site")
    texts = [ONE + f"{number}\n" for number in range(ATTEMPTS + 1)]
    archive.write(PATH, texts.pop())
    with monkeypatch.context() as patch:
        disturb(patch, lambda: archive.replace(PATH, texts.pop()), times=ATTEMPTS)
        assert archive.outcome() == (False, {"build/disturbed"})
    assert tree(archive.folder / "site") == before
    assert archive.outcome() == (True, frozenset())


def test_a_store_that_loses_everything_keeps_no_build_from_its_end(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build()
    archive.write("content/authors/mori.yaml", "name: 森\n")
    monkeypatch.setattr(Store, "get", lambda store, place: None)
    assert archive.outcome() == (True, frozenset())
    assert tree(archive.folder / "site") == clean(archive, "clean")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_article_that_ends_with_its_front_matter_is_not_taken_for_edited(archive: SmallArchive, end: str) -> None:
    (archive.folder / PATH).write_bytes(f"---{end}title: 題{end}---".encode())
    assert archive.outcome() == (True, frozenset())


@pytest.mark.parametrize("mark", ["\ufeff", "\r\n", "\r", "\n\r", "\r\r\n", "\u2028\x85", "\f"])
@pytest.mark.parametrize("first", ["", "\ufeff"])
def test_no_mark_and_no_line_end_is_taken_for_an_edit(archive: SmallArchive, first: str, mark: str) -> None:
    front = f"{first}---{mark}title: 題{mark}---{mark}" if "\r" in mark else f"{first}---\ntitle: 題\n---\n"
    (archive.folder / PATH).write_bytes(f"{front}{mark}本文。{mark}{mark}終わり".encode())
    (archive.folder / "content/about.md").write_bytes(f"{first}{mark}案内。{mark}".encode())
    assert archive.outcome()[1] <= {"article/no-front-matter", "file/control-character"}
