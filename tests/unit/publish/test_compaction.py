"""The store does not grow with every edit, and loses nothing when it is made smaller."""

from pathlib import Path

import pytest

from builder.publish import compaction
from builder.publish import state as states
from builder.publish.store import MAIN, Store
from tests.laws.small_archive import SmallArchive, tree

LONG = "一文である。" * 60


@pytest.fixture
def archive(tmp_path: Path) -> SmallArchive:
    made = SmallArchive(tmp_path)
    for number in range(4):
        made.write(f"content/articles/2020/a{number}.md", f"---\ntitle: {number}\n---\n\n{LONG}\n")
    made.write("content/about.md", "この文庫。")
    return made


def edit(archive: SmallArchive, number: int) -> None:
    archive.replace("content/articles/2020/a1.md", f"---\ntitle: 1\n---\n\n{LONG}{number}\n")


def size(archive: SmallArchive) -> int:
    """Bytes of its store."""
    return sum(path.stat().st_size for path in (archive.folder / ".rondan/site/store").iterdir())


def grown(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> int:
    """The size of its store after thirty edits."""
    monkeypatch.setattr(compaction.compacted, "__kwdefaults__", {"small": 1_000_000})
    for number in range(30):
        edit(archive, number)
        archive.build()
    return size(archive)


def test_nothing_is_lost(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    work = archive.folder / ".rondan/site"
    before = grown(archive, monkeypatch)
    state = states.load(work / "state")
    smaller = compaction.compacted(state, work / "store", small=0)
    states.save(smaller, work / "state")
    assert size(archive) < before / 3
    assert smaller.inputs.keys() == state.inputs.keys()
    assert smaller.cards.keys() == state.cards.keys()
    assert all(row.skeleton for row in smaller.rows.values() if row.marks)
    assert archive.build().drawn == 0
    edit(archive, 31)
    assert archive.build().drawn == 1
    archive.write("templates/article.html", "{{ body.html }}")
    assert archive.build().published
    archive.build("clean")
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_a_build_that_finds_nothing_to_do_remembers_where_everything_went(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = archive.folder / ".rondan/site"
    before = grown(archive, monkeypatch)
    monkeypatch.setattr(compaction.compacted, "__kwdefaults__", {"small": 0})
    assert archive.build(dry_run=True).drawn == 0
    assert size(archive) < before / 3
    assert all_is_there(work)


def test_a_build_that_is_refused_remembers_it_too(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    work = archive.folder / ".rondan/site"
    before = grown(archive, monkeypatch)
    monkeypatch.setattr(compaction.compacted, "__kwdefaults__", {"small": 0})
    archive.write("site/foreign.txt", "of somebody else")
    edit(archive, 31)
    assert archive.outcome() == (False, {"build/foreign-files"})
    assert size(archive) < before / 3
    assert all_is_there(work)


def all_is_there(work: Path) -> bool:
    """Whether what the state says is kept is kept."""
    store, state = Store(work / "store", MAIN), states.load(work / "state")
    places = [*state.bodies.values(), *(place for _, place in state.inputs.values() if place)]
    found = [store.get(place) for place in places]
    store.close()
    return bool(found) and all(found)


def test_a_builder_that_lives_long_keeps_its_store_small(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compaction.compacted, "__kwdefaults__", {"small": 20_000})
    builder = archive.builder()
    sizes = []
    for number in range(60):
        edit(archive, number)
        builder.build({"content/articles/2020/a1.md"})
        if number % 5 == 0:
            builder.build()  # as the preview does when it is quiet, and as only then there is time for it
        sizes.append(size(archive))
    assert max(sizes) < 80_000
    archive.build("clean")
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")
