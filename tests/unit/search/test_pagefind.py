"""Pagefind behind the seam, with a stand-in for its binary."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from builder.diagnostics import ArchiveError
from builder.search import pagefind
from builder.search.engines import engine
from builder.search.pagefind import PagefindEngine

from ...invented_corpus import articles
from ...search_index import document

STAND_IN = """#!{python}
import pathlib, sys
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
pages = sorted(pathlib.Path(given["--site"]).rglob("*.html"))
out = pathlib.Path(given["--output-path"]); out.mkdir()
told = given["--force-language"] + str(len(pages)) + pages[0].read_text(encoding="utf-8")
(out / "pagefind.js").write_text(told, encoding="utf-8")
"""


def put(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "pagefind"
    program.write_text(text.format(python=sys.executable), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def test_articles_become_pages_of_one_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, STAND_IN, monkeypatch)
    made = [document(article) for article in articles(3)]
    index = PagefindEngine().index(made, lambda _: "ＮＡＴＯ<b>\n二段落", tmp_path, 1)
    text = index.read("search/pagefind/pagefind.js").decode()
    assert text.startswith("ja3")
    assert "<p>NATO&lt;b&gt;</p>\n<p>二段落</p>" in text
    assert 'content="水野 遥"' in text
    assert b"pagefind/" in index.read("search/page.js")
    assert set(index.digests) == {"search/page.js", "search/hits.js", "search/pagefind/pagefind.js"}


def test_a_missing_binary_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "binary", lambda: None)
    with pytest.raises(ArchiveError) as told:
        PagefindEngine().index([], lambda _: "", tmp_path, 1)
    assert [problem.code for problem in told.value.diagnostics] == ["search/pagefind-missing"]


def test_a_failing_binary_is_told_with_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "#!{python}\nimport sys; sys.exit('no room left')\n", monkeypatch)
    with pytest.raises(ArchiveError) as told:
        PagefindEngine().index([document(articles(1)[0])], lambda _: "", tmp_path, 1)
    (problem,) = told.value.diagnostics
    assert problem.code == "search/pagefind-failed"
    assert "no room left" in problem.values["reason"]


def test_engines_go_by_name() -> None:
    assert [getattr(engine(name), "name", None) for name in ("builtin", "pagefind", "none")] == [
        "builtin",
        "pagefind",
        None,
    ]
