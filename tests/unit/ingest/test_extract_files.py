"""Files in, Markdown files out: named after their inputs, one page at a time, and no page ends the pile."""

from __future__ import annotations

import os
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from builder.ingest import extract_files as module
from builder.ingest.extract_files import extract_files, raw_files

from .saved_page import PARAGRAPHS, TITLE, saved_page


def pile(folder: Path, names: list[str]) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(saved_page())
    return folder


def test_front_matter_and_body(tmp_path: Path) -> None:
    raw = pile(tmp_path / "raw", ["a.html"])
    (result,) = extract_files([raw / "a.html"], tmp_path / "out")
    _, matter, body = Path(result.output).read_text(encoding="utf-8").split("---\n", 2)
    told = yaml.safe_load(matter)
    assert told["title"] == TITLE
    assert told["site"] == "架空新聞オンライン"
    assert body.strip().startswith(PARAGRAPHS[0])


def test_folders_are_walked_and_names_never_clash(tmp_path: Path) -> None:
    raw = pile(tmp_path / "raw", ["a.html", "b/a.html", "b/a_files/c.html", "b/picture.png"])
    results = list(extract_files([raw], tmp_path / "out"))
    assert [Path(r.output).name for r in results] == ["a.md", "a-2.md"]


def test_a_folder_that_no_page_lies_beside_is_no_page_s_own_whatever_it_is_called(tmp_path: Path) -> None:
    raw = pile(tmp_path / "raw", ["2011_files/a.html", "b.html", "b-files/c.html"])
    results = list(extract_files([raw], tmp_path / "out"))
    assert [r.source.rpartition("raw/")[2] for r in results] == ["b.html", "2011_files/a.html"]


def test_the_frames_of_a_frameset_are_read_whether_it_or_its_folder_is_named(tmp_path: Path) -> None:
    raw = pile(tmp_path / "raw", ["page_files/main.html"])
    page = raw / "page.html"
    page.write_text("<html><frameset cols=20%,*><frame src=page_files/main.html></frameset></html>")
    for given in ([raw], [page], list(raw_files([page]))):
        results = list(extract_files(given, tmp_path / "out"))
        assert [(Path(r.source).name, r.verdict) for r in results] == [
            ("page.html", "not-an-article: frames"),
            ("main.html", "article"),
        ]


def test_an_executor_changes_nothing(tmp_path: Path) -> None:
    raw = pile(tmp_path / "raw", [f"{n:02}.html" for n in range(20)])
    alone = list(extract_files([raw], tmp_path / "one"))
    with ThreadPoolExecutor(2) as executor:
        together = list(extract_files([raw], tmp_path / "two", executor))
    assert [Path(r.output).name for r in together] == [Path(r.output).name for r in alone]
    assert [Path(r.output).read_bytes() for r in together] == [Path(r.output).read_bytes() for r in alone]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (result,) = extract_files([tmp_path / "no.html"], tmp_path / "out")
    assert (result.output, result.problems[0].code) == ("", "ingest/missing")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "b.html"))
        results = list(extract_files([tmp_path, Path(os.devnull)], tmp_path / "out"))
    assert [[problem.code for problem in result.problems] for result in results] == [["ingest/no-file"]] * 3


def test_what_is_no_article_is_told_and_still_has_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "b.txt").write_bytes(b"")
    results = list(extract_files([tmp_path], tmp_path / "out"))
    assert [result.problems[0].code for result in results] == ["ingest/is-pdf", "ingest/is-empty"]
    assert [Path(result.output).name for result in results] == ["a.md", "b.md"]
    assert "not-an-article: pdf" in (tmp_path / "out" / "a.md").read_text(encoding="utf-8")


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    raw = pile(tmp_path / "raw", ["a.html"])
    (tmp_path / "out" / "a.md").mkdir(parents=True)
    (result,) = extract_files([raw / "a.html"], tmp_path / "out")
    assert result.problems[0].code == "ingest/unwritable"
    assert list((tmp_path / "out").iterdir()) == [tmp_path / "out" / "a.md"]


def test_a_name_as_long_as_any_can_be_has_its_file(tmp_path: Path) -> None:
    page = tmp_path / f"{'長' * 83}.html"
    page.write_bytes(saved_page())
    (result,) = extract_files([page], tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"{'長' * 83}.md"]
    assert result.output


def test_names_that_some_disks_take_for_one_become_two(tmp_path: Path) -> None:
    pages = [
        tmp_path / "one/が.html",
        tmp_path / "two/か\u3099.html",
        tmp_path / "three/Ａ.html",
        tmp_path / "four/ａ.html",
    ]
    for page in pages:
        page.parent.mkdir()
        page.write_bytes(saved_page())
    names = {Path(result.output).name for result in extract_files(pages, tmp_path / "out")}
    assert names == {"が.md", "か\u3099-2.md", "Ａ.md", "ａ-2.md"}


def test_a_page_that_fails_does_not_end_the_pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = pile(tmp_path / "raw", ["a.html", "b.html"])
    real = module.extract

    def failing(data: bytes, name: str, **options: str) -> object:
        if name.endswith("a.html"):
            raise RuntimeError("a bug")
        return real(data, name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "extract", failing)
    first, second = extract_files([raw], tmp_path / "out")
    assert first.problems[0].code == "ingest/failed"
    assert second.verdict == "article"
