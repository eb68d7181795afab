"""The start of the program: Ctrl-C before it is there, and environments in which names would not be UTF-8."""

from __future__ import annotations

import os
import shutil
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
    _archive(tmp_path)
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, *options, "-m", "builder", "-C", str(tmp_path), "build", "--out", str(tmp_path / "出力")]
    told = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (told.returncode, told.stderr) == (0, b"")
    assert "出力" in told.stdout.decode()
    assert (tmp_path / "出力" / "authors" / "水野遥" / "index.html").is_file()


@pytest.mark.parametrize(("language", "encoding"), [("ja_JP", "EUC-JP"), ("en_US", "ISO-8859-1")])
def test_names_are_utf8_where_the_locale_has_another_encoding(tmp_path: Path, language: str, encoding: str) -> None:
    if not (localedef := shutil.which("localedef")):
        pytest.skip("locales cannot be made here")
    made = subprocess.run(
        [localedef, "-i", language, "-f", encoding, tmp_path / f"{language}.{encoding}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"this locale cannot be made here: {made.stderr.strip()}")
    _archive(tmp_path)
    (tmp_path / "content" / "authors").mkdir()
    (tmp_path / "content" / "authors" / "水野遥.yaml").write_text("name: 水野遥\n", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": f"{language}.{encoding}", "LOCPATH": str(tmp_path), "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "builder", "--lang", "ja", "-C", str(tmp_path), "build"]
    told = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.decode(encoding).count("site") == 1
    assert (tmp_path / "site" / "authors" / "水野遥" / "index.html").is_file()


def _archive(folder: Path) -> None:
    (folder / "archive.yaml").write_text("title: 試\n", encoding="utf-8")
    (folder / "content" / "articles").mkdir(parents=True)
    article = "---\ntitle: 題\nauthors: [水野遥]\n---\n\n本文。\n"
    (folder / "content" / "articles" / "a.md").write_text(article, encoding="utf-8")
