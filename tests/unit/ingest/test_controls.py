"""Control characters of raw pages: none reaches an article, and none a terminal."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from builder.archive.load import load
from builder.cli.app import main
from builder.config import Config
from builder.ingest.extract import extract
from builder.ingest.extraction import Extraction
from builder.ingest.ingest import ingest

PARAGRAPHS = [
    f"港の\x1b[31m話を{n}日目にここへ書く\x9b。海の風と町の人の声を、長く\x0c語る文である。" for n in range(9)
]
PAGE = (
    "<html><head><meta charset=utf-8><title>港の\x1b[31m話&#27;</title><meta name=author content='水野&#27;[3m遥'>"
    "<body><article><h1>港の\x1b[31m話&#27;[2m</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</article>"
)
DUMP = "港の\x1b[31m話\n\n2011年5月3日\n\n文：水野\x1b遥\n\n" + "\n\n".join(PARAGRAPHS)


def controls(text: str) -> set[str]:
    return {character for character in text if unicodedata.category(character) == "Cc"} - {"\n", "\t"}


@pytest.mark.parametrize(("name", "raw"), [("a.html", PAGE), ("a.txt", DUMP)])
def test_an_extraction_holds_none_but_in_its_lines(name: str, raw: str) -> None:
    found: Extraction = extract(raw.encode(), name)
    assert found.verdict == "article"
    assert found.title.startswith("港の[31m話")
    told = (found.title, found.body, *(f"{who.name}{who.role}{who.profile}" for who in found.authors))
    assert controls("".join(told)) == set()
    assert "長く 語る文" in found.body
    assert controls("".join(line.text for line in found.lines))


@pytest.mark.parametrize(("name", "raw"), [("a\x1b[31m.html", PAGE), ("a\x1b[31m.txt", DUMP)])
def test_what_ingest_writes_is_read_and_what_verbs_tell_is_harmless(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, raw: str
) -> None:
    (tmp_path / "archive.yaml").write_text("title: 港\n")
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / name).write_text(raw)
    ingest(tmp_path, Config(), [tmp_path / "raw"])
    archive, problems = load(tmp_path, Config())
    assert [problem.code for problem in problems] == []
    (article,) = archive.articles
    for command in (["ingest", str(tmp_path / "raw")], ["list"], ["list", "--review"], ["trail", article.id]):
        main(["-C", str(tmp_path), *command])
    out, err = capsys.readouterr()
    assert "\\x1b[31m" in out
    assert controls(out + err) == set()
