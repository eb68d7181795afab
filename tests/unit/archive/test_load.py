"""content/ as one archive: names resolved, lists in order, problems between files told."""

import os
import sys
from pathlib import Path

import pytest

from builder.archive.load import load
from builder.archive.publication import published
from builder.config import Config
from builder.model import Archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind in ("articles/2020", "authors", "topics", "series"):
        (tmp_path / "content" / kind).mkdir(parents=True)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / "content" / name).write_text(text, encoding="utf-8")


def article(folder: Path, stem: str, front: str, body: str = "本文。") -> None:
    write(folder, f"articles/2020/{stem}.md", f"---\ntitle: {stem}\n{front}---\n\n{body}\n")


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in load(folder, Config())[1]]


def read(folder: Path) -> Archive:
    archive, problems = load(folder, Config())
    assert problems == ()
    return archive


def test_one_person_behind_several_spellings(folder: Path) -> None:
    write(folder, "authors/mizuno.yaml", "name: 水野遥\nvariants: [Mizuno Haruka]\nreading: みずのはるか\n")
    for stem, name in [("a", "水野遥"), ("b", "水野　遥"), ("c", "MIZUNO HARUKA"), ("d", "mizuno"), ("e", "森")]:
        article(folder, stem, f"authors: [{name}]\n")
    archive = read(folder)
    assert [card.id for card in archive.by_author["mizuno"]] == ["a", "b", "c", "d"]
    assert archive.cards["b"].authors == (("mizuno", "水野　遥", ""),)
    assert not archive.authors["森"].has_record


def test_names_without_records_are_one_where_only_width_case_or_spaces_differ(folder: Path) -> None:
    for stem, name in [("a", "林 太郎"), ("b", "林太郎"), ("c", "林太郎"), ("d", "ＡＮＮ lee"), ("e", "Ann Lee")]:
        article(folder, stem, f"authors: [{name}]\ntopics: [{name}]\n")
    archive = read(folder)
    assert {name: len(cards) for name, cards in archive.by_author.items()} == {"林太郎": 3, "Ann Lee": 2}
    assert set(archive.by_topic) == {"林太郎", "Ann Lee"}


def test_order(folder: Path) -> None:
    for stem, date in [("a", "2017"), ("b", "2018-01-02"), ("c", "2018-01-02"), ("d", "2018-01"), ("e", "")]:
        place = f"series: {{name: 連載, number: {ord(stem)}}}\n"
        article(folder, stem, (f"date: {date}\n" if date else "") + place)
    archive = read(folder)
    assert [one.id for one in archive.articles] == ["b", "c", "d", "a", "e"]
    assert [card.id for card in archive.by_series["連載"]] == ["a", "b", "c", "d", "e"]
    assert set(archive.by_year) == {"", "2017", "2018"}


def test_problems_between_files(folder: Path) -> None:
    article(folder, "a", "id: X\n")
    article(folder, "b", "id: x\n")
    write(folder, "authors/one.yaml", "name: 森\n")
    write(folder, "authors/two.yaml", "name: 林\nvariants: [森]\n")
    assert codes(folder) == ["article/duplicate-id", "record/name-taken"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "record/no-name"),
        ("nama: x\n", "field/unknown-key record/no-name"),
        ("- x\n", "file/not-a-mapping"),
        ("name: x\nlinks: [{url: javascript:alert(1)}]\n", "field/bad-form"),
        ("name: [x]\n", "field/not-text"),
        ("name: x\nvariants: [y, null]\n", "field/not-text"),
        ("name: x\nvariants:\n- y\n-\n", "field/not-text"),
        ("name: x\nlinks: [[y]]\n", "field/not-text"),
        ('name: "森\\e"\n', "field/control-character"),
        ("name: 森\x07\n", "file/control-character"),
        ("name: a: b\n", "yaml/colon"),
    ],
)
def test_faulty_records(folder: Path, text: str, code: str) -> None:
    write(folder, "authors/one.yaml", text)
    assert codes(folder) == code.split()


def test_what_is_passed_over(folder: Path) -> None:
    for name in ("articles/.hidden.md", "articles/a.md~", "articles/#a.md#", "authors/.x.yaml", "articles/notes.txt"):
        write(folder, name, "no article")
    (folder / "content/articles/.git").mkdir()
    write(folder, "articles/.git/x.md", "no article")
    assert read(folder).articles == ()


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="its disks have no such names")
@pytest.mark.parametrize("name", ["articles/2020/%s.md", "authors/%s.yaml"])
def test_a_file_whose_name_is_in_another_encoding_is_told(folder: Path, name: str) -> None:
    article(folder, "a", "")
    text = "---\nid: b\ntitle: b\n---\n" if name.endswith(".md") else "name: 林太郎\n"
    Path(os.fsdecode(os.fsencode(folder / "content" / name).replace(b"%s", "林".encode("cp932")))).write_text(text)
    assert codes(folder) == ["file/name-not-text"]


def test_the_notes_on_accepted_keys_are_one_a_key(folder: Path) -> None:
    for stem in "abc":
        article(folder, stem, "author: x\n")
    problems = load(folder, Config())[1]
    assert [(p.code, p.severity, p.values["count"]) for p in problems] == [("article/accepted-key", "note", "3")]


def test_a_corrected_word_leaves_the_card_as_it_was(folder: Path) -> None:
    article(folder, "a", "", "一文である。" * 60)
    before = read(folder).cards["a"]
    article(folder, "a", "", "一文である。" * 60 + "追記。")
    assert read(folder).cards["a"] == before


@pytest.mark.parametrize(("rights", "excerpt"), [("full", True), ("excerpt", True), ("citation", False)])
def test_what_is_published(folder: Path, rights: str, excerpt: bool) -> None:
    article(folder, "a", f"rights: {rights}\nsummary: 要約。\n")
    archive = published(read(folder))
    assert bool(archive.articles[0].body.path) == (rights == "full")
    assert bool(archive.articles[0].summary) == bool(archive.cards["a"].excerpt) == excerpt


def test_drafts_and_withdrawn_articles(folder: Path) -> None:
    article(folder, "a", "status: draft\n")
    article(folder, "b", "status: withdrawn\nauthors: [森]\n")
    article(folder, "c", "status: review\n")
    archive = published(read(folder))
    assert [one.id for one in archive.articles] == ["b", "c"]
    assert set(archive.cards) == {"c"}
    assert not archive.by_author.get("森")
    assert set(published(read(folder), drafts=True).cards) == {"a", "c"}
