"""The start of the program: Ctrl-C before it is there, and environments in which names would be ASCII only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.__main__ import main


class Interrupting:
    """An import that is interrupted."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """The import system's hook."""
        if name == "builder.cli.app":
            raise KeyboardInterrupt


def test_an_interrupted_start_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "builder.cli.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert main() == 130


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there, whatever the locale")
@pytest.mark.parametrize(("locale", "options"), [("C", []), ("POSIX", []), ("C", ["-X", "utf8=0"])])
def test_names_beyond_ascii_work_where_the_locale_has_none(tmp_path: Path, locale: str, options: list[str]) -> None:
    (tmp_path / "archive.yaml").write_text("title: 試\n", encoding="utf-8")
    (tmp_path / "content" / "articles").mkdir(parents=True)
    article = "---\ntitle: 題\nauthors: [水野遥]\n---\n\n本文。\n"
    (tmp_path / "content" / "articles" / "a.md").write_text(article, encoding="utf-8")
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, *options, "-m", "builder", "-C", str(tmp_path), "build", "--out", str(tmp_path / "出力")]
    told = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (told.returncode, told.stderr) == (0, b"")
    assert "出力" in told.stdout.decode()
    assert (tmp_path / "出力" / "authors" / "水野遥" / "index.html").is_file()
