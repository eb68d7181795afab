"""``rondan search``: what the terminal shows of an article is what the search page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.app import main
from tests.laws.small_archive import SmallArchive

BEFORE, AFTER = "港の朝は早い。" * 90, "市は昼に終わる。" * 90


@pytest.mark.parametrize("query", ["ニュース", "ﾆｭｰｽ"])
def test_the_passage_is_the_one_with_the_word(tmp_path: Path, capsys: pytest.CaptureFixture[str], query: str) -> None:
    made = SmallArchive(tmp_path)
    text = f"---\ntitle: 朝市\n---\n\n{BEFORE}\n\nその日のニュースは短かった。{AFTER}\n"
    made.replace("content/articles/2020/a1.md", text)
    made.build(search="builtin")
    capsys.readouterr()
    assert main(["-C", str(made.folder), "search", query]) == 0
    assert "その日のニュースは短かった。" in capsys.readouterr().out
