"""After any edits the index is, byte for byte, what a cold build of the same articles gives."""

from __future__ import annotations

import os
import signal
import sys
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder import program
from builder.search import builtin, offline, reading
from builder.search.builtin import BuiltinEngine
from builder.search.engine import Correction, collection_digest
from builder.search.layout import FAMILIES, OFFLINE
from builder.search.scan import scan
from builder.search.state import State
from builder.search.terms_of import add_terms

from ..invented_corpus import Invented, articles
from ..search_index import document, files, gathered

EDITS = st.lists(
    st.tuples(
        st.sampled_from(["typo", "append", "swap", "retitle", "redate", "drop", "add newest", "add old", "astral"]),
        st.integers(0, 199),
    ),
    min_size=1,
    max_size=4,
)


def edited(made: list[Invented], kind: str, at: int) -> list[Invented]:
    one = made[at % len(made)]
    rest = [other for other in made if other.id != one.id]
    made = [other for other in made if other.id not in (f"n{len(made)}-{at}", f"o{len(made)}-{at}")]
    match kind:
        case "typo":
            return [*rest, replace(one, text=one.text[:9] + "誤" + one.text[10:])]
        case "append":
            return [*rest, replace(one, text=one.text + "\n最後にもう一段落を書き足した。")]
        case "swap":
            return [*rest, replace(one, text=made[at // 2 % len(made)].text + " zymurgical")]
        case "retitle":
            return [*rest, replace(one, title="まったく別の題名")]
        case "redate":
            return [*rest, replace(one, date="2011-11-11")]
        case "drop":
            return rest
        case "add newest":
            return [*made, replace(one, id=f"n{len(made)}-{at}", date="2031-01-01", text="新しい。" + one.text)]
        case "add old":
            return [*made, replace(one, id=f"o{len(made)}-{at}", date="2006-06-06", text="古い。" + one.text)]
        case _:
            return [*rest, replace(one, text="𠮷野家の𠮷。" + one.text)]


@pytest.mark.parametrize("count", [30, 200])
def test_edits_give_what_a_cold_build_gives(
    count: int, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builtin, "FEW", count)  # however many an edit moves, they are spliced
    before = tmp_path_factory.mktemp("before")
    files(articles(count), before)

    @settings(max_examples=12, suppress_health_check=list(HealthCheck))
    @given(EDITS)
    def law(edits: list[tuple[str, int]]) -> None:
        warm = tmp_path_factory.mktemp("warm")
        copyfile(before / "index.sqlite", warm / "index.sqlite")
        made = articles(count)
        for kind, at in edits:
            made = edited(made, kind, at)
        cold = files(made, tmp_path_factory.mktemp("cold"))
        spliced = files(made, warm)
        assert sorted(spliced) == sorted(cold)
        assert [route for route in cold if spliced[route] != cold[route]] == []

    law()


def correction(before: list[Invented], after: list[Invented]) -> Correction:
    were = {one.id: document(one).digest for one in before}
    changed = [document(one) for one in after if document(one).digest != were[one.id]]
    made_of = collection_digest(map(document, before))
    return Correction(made_of, len(after), tuple((were[one.id], one) for one in changed))


@settings(max_examples=12)
@given(
    st.lists(
        st.tuples(st.sampled_from(["typo", "append", "swap", "astral"]), st.integers(0, 199)), min_size=1, max_size=4
    )
)
def test_corrected_texts_give_what_a_cold_build_gives(edits: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        warm, engine = Path(folder), BuiltinEngine()
        made = articles(60)
        files(made, warm)
        for kind, at in edits:
            before, made = made, edited(made, kind, at)
            texts = {one.id: one.text for one in made}
            change = correction(before, made)
            index = engine.corrected(change, texts.__getitem__, warm)
            assert index
            assert change.after == collection_digest(map(document, made))
        assert {route: index.read(route) for route in index.digests} == files(made, warm / "cold")
        assert files(made, warm) == files(made, warm / "cold")


def test_an_index_of_other_articles_is_not_corrected(tmp_path: Path) -> None:
    made = articles(10)
    files(made[1:], tmp_path)
    change = correction(made, edited(made, "append", 3))
    assert BuiltinEngine().corrected(change, str, tmp_path) is None
    assert BuiltinEngine().corrected(change, str, tmp_path / "none yet") is None
    assert files(made, tmp_path) == files(made, tmp_path / "cold")


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    made = articles(330)
    assert files(made, tmp_path / "one", 1) == files(made, tmp_path / "two", 2)


def test_a_damaged_state_is_thrown_away(tmp_path: Path) -> None:
    made = articles(10)
    first = files(made, tmp_path)
    (tmp_path / "index.sqlite").write_bytes(b"not a database" * 100)
    assert files(made, tmp_path) == first


def test_a_state_damaged_further_in_is_thrown_away(tmp_path: Path) -> None:
    made = articles(60)
    files(made, tmp_path)
    state = (tmp_path / "index.sqlite").read_bytes()
    changed = edited(made, "append", 3)
    change, cold = correction(made, changed), files(changed, tmp_path / "cold")
    texts = {one.id: one.text for one in changed}
    for page in range(1, len(state) // 4096, 5):
        torn = state[: page * 4096] + b"\x07" * 4096 + state[(page + 1) * 4096 :]
        (tmp_path / "index.sqlite").write_bytes(torn)
        BuiltinEngine().corrected(change, texts.__getitem__, tmp_path)
        with suppress(OSError):  # it is noticed as late as a file is asked for, which this edit has not touched
            files(changed, tmp_path)
        assert files(changed, tmp_path) == cold, f"page {page}"


@pytest.mark.skipif(sys.platform != "linux", reason="has the system kill a process that writes too much")
@pytest.mark.parametrize("begun", [True, False])
def test_killed_as_it_writes_the_next_one_puts_all_right(tmp_path: Path, begun: bool) -> None:
    made = articles(60)
    files(made, tmp_path / "before")
    files(made := made[4:], tmp_path / "before")  # so that its file need not grow, by which SQLite would know
    changed = edited(made, "append", 3)
    cold = files(changed, tmp_path / "cold")
    size = (tmp_path / "cold/index.sqlite").stat().st_size
    killed = 0
    for room in range(4096, size, size // 20):
        warm = tmp_path / f"{room}"
        warm.mkdir()
        if begun:
            copyfile(tmp_path / "before/index.sqlite", warm / "index.sqlite")
        killed += _is_killed(room, lambda warm=warm: files(changed, warm))  # type: ignore[misc]
        assert files(changed, warm) == cold, f"room for {room} bytes"
    assert killed > 9


def _is_killed(room: int, work: Callable[[], object]) -> bool:
    """Whether a process of its own is killed at ``work``, as soon as it writes beyond ``room`` bytes into a file."""
    import resource  # there is none on Windows

    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    try:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        work()
    finally:
        os._exit(0)


def test_a_disk_that_is_full_is_told_as_by_all_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = articles(10)
    opened = State._open

    def full(self: State) -> None:
        opened(self)
        self._db.execute("pragma max_page_count = 12")

    with monkeypatch.context() as patch:
        patch.setattr(State, "_open", full)
        with pytest.raises(OSError, match="full"):
            files(made, tmp_path)
    assert files(made, tmp_path) == files(made, tmp_path / "cold")


def test_what_another_version_left_is_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = articles(10)
    documents = [document(one) for one in made]
    monkeypatch.setattr(program, "digest", lambda: "of a version that read articles in another way")
    BuiltinEngine().index(documents, lambda _: "別の文字。", tmp_path, 1)
    monkeypatch.undo()
    assert files(made, tmp_path) == files(made, tmp_path / "cold")


def test_how_much_is_read_at_once_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = articles(60)
    whole = files(made, tmp_path / "whole")
    monkeypatch.setattr(reading, "CHUNK", 7)
    assert files(made, tmp_path / "chunks") == whole
    monkeypatch.setattr(reading, "CHUNK", 40)
    monkeypatch.setattr(reading, "BATCH", 700)
    assert files(made, tmp_path / "batches") == whole


def test_scripts_for_pages_opened_from_a_folder_come_back_when_the_archive_shrinks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offline, "MOST_ARTICLES", 20)
    made = articles(21)
    large = files(made, tmp_path / "warm")
    small = files(made[1:], tmp_path / "warm")
    assert small == files(made[1:], tmp_path / "cold")
    assert any(route.startswith(OFFLINE) for route in small)
    assert not any(route.startswith(OFFLINE) for route in large)


ODD_TEXTS = st.lists(st.sampled_from([*"あアッー漢字𠮷。」 \nAbé1$|・", "長" * 600, "word " * 200]), max_size=60).map(
    "".join
)


@settings(max_examples=60)
@given(st.lists(st.tuples(ODD_TEXTS, ODD_TEXTS), min_size=1, max_size=4))
def test_terms_of_articles_are_the_same_one_by_one_and_together(texts: list[tuple[str, str]]) -> None:
    some = [replace(one, title=title, text=text) for one, (title, text) in zip(articles(4), texts, strict=False)]
    numbered = [(5 * at, scan(document(one), one.text)) for at, one in enumerate(some)]
    alone: dict[str, dict[Any, list[int]]] = {family: defaultdict(list) for family in FAMILIES}
    for number, scanned in numbered:
        add_terms(number, scanned, alone)
    assert gathered(numbered) == alone
