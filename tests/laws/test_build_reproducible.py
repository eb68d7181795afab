"""The same archive gives the same bytes, wherever, whenever and by however many processes it is built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .small_archive import SmallArchive, tree

BUILD = """
import os, sys, json
os.umask(int(sys.argv[3], 8))
from pathlib import Path
from builder import config
from builder.publish.build import BuildOptions, build
folder = Path(sys.argv[1])
if __name__ == "__main__":
    report = build(folder, config.load(folder), BuildOptions(jobs=int(sys.argv[2]), search="builtin"))
    assert report.published, report.diagnostics
"""

WORLDS = [
    ("one", "1", "022", {"TZ": "UTC", "LANG": "C", "PYTHONHASHSEED": "1"}),
    ("another place/二", "2", "077", {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ("one more", "3", "022", {"TZ": "America/New_York", "LANG": "ja_JP.UTF-8", "SOURCE_DATE_EPOCH": "86400"}),
]


def fill(archive: SmallArchive, backwards: bool) -> None:
    numbers = range(300)
    for number in reversed(numbers) if backwards else numbers:
        archive.write(
            f"content/articles/{2000 + number % 20}/a{number}.md",
            f"---\ntitle: 題{number}\ndate: {2000 + number % 20}-0{1 + number % 9}-1{number % 8}\n"
            f"authors: [森, 林{number % 7}]\ntopics: [海, t{number % 5}]\nseries: s{number % 40}\n---\n\n"
            f"本文{number}。**「強い」**言葉。\n\n- 一\n- 二[^1]\n\n[^1]: 注\n",
        )
    archive.write("content/authors/mori.yaml", "name: 森\nreading: もり\n")
    archive.write("content/about.md", "この文庫。\n")


def test_no_byte_depends_on_where_when_or_how(tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(BUILD, encoding="utf-8")
    sites = []
    for place, jobs, umask, world in WORLDS:
        folder = tmp_path / place
        folder.mkdir(parents=True)
        archive = SmallArchive(folder)
        shutil_templates_away(archive)
        fill(archive, backwards=jobs != "1")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
        environment |= {"PYTHONPATH": os.pathsep.join(sys.path), **world}
        subprocess.run([sys.executable, str(script), str(folder), jobs, umask], check=True, env=environment)
        sites.append(tree(folder / "site"))
    assert len(sites[0]) > 400
    for site in sites[1:]:
        assert site == sites[0], json.dumps(sorted(k for k in site if site[k] != sites[0].get(k))[:9])
    for path in (tmp_path / "one/site").rglob("*"):
        if path.is_file():
            assert str(tmp_path).encode() not in path.read_bytes(), path


def shutil_templates_away(archive: SmallArchive) -> None:
    """Rondan's own templates instead of the small ones."""
    for path in (archive.folder / "templates").rglob("*"):
        if path.is_file():
            path.unlink()


@pytest.mark.parametrize("jobs", [2, 3])
def test_processes_started_afresh_do_the_same(tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS and Windows, and beside other threads, where a fork is not safe."""
    archive = SmallArchive(tmp_path)
    fill(archive, backwards=False)
    archive.build("alone")
    monkeypatch.setattr("builder.spreading.may_fork", lambda: False)
    archive.build("many", jobs=jobs)
    assert tree(tmp_path / "alone") == tree(tmp_path / "many")
