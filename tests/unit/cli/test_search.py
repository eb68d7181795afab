"""``rondan search``: what the terminal shows of an article is what the search page shows."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builder.cli.app import main
from builder.search.deflation import QUICK, deflate, inflate
from builder.search.shard import Shard, words
from tests.laws.small_archive import SmallArchive

BEFORE, AFTER = "港の朝は早い。" * 90, "市は昼に終わる。" * 90


@pytest.mark.parametrize("query", ["ニュース", "ﾆｭｰｽ", "にゅーす", "ニュースはどこで読めますか"])
def test_the_passage_is_the_one_with_the_word(tmp_path: Path, capsys: pytest.CaptureFixture[str], query: str) -> None:
    made = SmallArchive(tmp_path)
    text = f"---\ntitle: 朝市\n---\n\n{BEFORE}\n\nその日のニュースは短かった。{AFTER}\n"
    made.replace("content/articles/2020/a1.md", text)
    made.build(search="builtin")
    capsys.readouterr()
    assert main(["-C", str(made.folder), "search", query]) == 0
    assert "その日のニュースは短かった。" in capsys.readouterr().out


def test_no_sign_that_nobody_sees_is_between_the_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = SmallArchive(tmp_path)
    made.replace("content/articles/2020/a1.md", "---\ntitle: 題\n---\n\n朝市が立つ。\n\n港は近い。\n")
    made.build(search="builtin")
    capsys.readouterr()
    assert main(["-C", str(made.folder), "search", "朝市"]) == 0
    assert "朝市が立つ。港は近い。" in capsys.readouterr().out


def test_the_word_is_told_that_took_the_place_of_the_one_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = SmallArchive(tmp_path)
    made.replace("content/articles/2020/a1.md", "---\ntitle: 題\n---\n\n港のニュース。\n")
    made.build(search="builtin")
    capsys.readouterr()
    assert main(["-C", str(made.folder), "search", "にゅーす"]) == 0
    assert "ニュース" in capsys.readouterr().out.splitlines()[-1]
    assert main(["-C", str(made.folder), "--format", "json", "search", "にゅーす"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["mode"], told["words"]) == ("spelling", ["ニュース"])


def test_a_word_is_excluded_behind_two_hyphens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = SmallArchive(tmp_path)
    for name, text in (("a", "港と市場。"), ("b", "港と駅。")):
        made.write(f"content/articles/2020/{name}.md", f"---\ntitle: 題\n---\n\n{text}\n")
    made.build(search="builtin")
    capsys.readouterr()
    assert main(["-C", str(made.folder), "--format", "json", "search", "--", "港", "-市場"]) == 0
    assert [hit["id"] for hit in json.loads(capsys.readouterr().out)["hits"]] == ["b"]


@pytest.mark.parametrize("damage", [None, b"", b"rondanIndex", b"\xff" * 400])
def test_a_damaged_index_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: bytes | None
) -> None:
    made = SmallArchive(tmp_path)
    made.replace("content/articles/2020/a1.md", f"---\ntitle: Harbour 朝市\n---\n\n{BEFORE}The harbour wakes.\n")
    made.build(search="builtin")
    files = [path for path in sorted((made.folder / "site/search").rglob("*.bin")) if path.name != "facets.bin"]
    told: set[str] = set()
    for path in (*files, *([] if damage is None else [made.folder / "site/search/meta.js"])):
        whole = path.read_bytes()
        path.unlink() if damage is None else path.write_bytes(damage)
        for query in ("朝市", "港の朝", "早", "は早い", "harbour", "harbuor", "朝の harbour はどこ"):
            capsys.readouterr()
            status = main(["-C", str(made.folder), "--format", "json", "search", query])
            problems = json.loads(capsys.readouterr().out)["problems"]
            assert status == len(problems)
            assert [(p["code"], p["file"]) for p in problems] in ([], [("search/unreadable", str(path))]), query
            told |= {path.parent.name for _ in problems}
        path.write_bytes(whole)
    assert told == {"c", "k", "m", "t", "v", "w"} | ({"search"} if damage is not None else set())


@pytest.mark.parametrize("number", [1, 63, 64, 65_000])
def test_a_file_that_tells_of_an_article_there_is_not_is_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    made = SmallArchive(tmp_path)
    made.write("content/articles/2020/a1.md", "---\ntitle: 朝市\n---\n\n市場と harbour。\n")
    made.build(search="builtin")
    shard = made.folder / "site/search/w/r.bin"
    kept = Shard.from_bytes(inflate(shard.read_bytes()), words)
    steps = [bytes([number + 1 >> 8 * byte & 255]) + bytes(sum(kept.counts) - 1) for byte in range(2)]
    shard.write_bytes(deflate(replace(kept, steps=steps).to_bytes(), QUICK))
    for query, damaged in (("市場", []), ("harbour", [str(shard)]), ("市場 -harbour", [str(shard)])):
        capsys.readouterr()
        status = main(["-C", str(made.folder), "--format", "json", "search", "--", query])
        problems = json.loads(capsys.readouterr().out)["problems"]
        assert [p["file"] for p in problems if p["code"] == "search/unreadable"] == damaged
        assert status == len(problems) == len(damaged)
