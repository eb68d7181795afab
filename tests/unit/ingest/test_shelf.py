import os
from pathlib import Path

import pytest

from builder.archive.load import load
from builder.config import Config
from builder.ingest.shelf import Shelf, body_of

SHA = "a" * 64
OTHER = "b" * 64


def write(archive: Path, name: str, text: str) -> None:
    path = archive / "content" / "articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_articles_are_found_by_their_originals(tmp_path: Path) -> None:
    write(
        tmp_path,
        "2017/a.md",
        f"---\nid: 2017-a\ntitle: 題\nauthors:\n- name: 人\n  role: 記者\nsource:\n  file: [raw/a.html]\n"
        f"  sha256: {SHA}\n"
        f"also_in:\n- publication: 青灯通信\n  sha256: {OTHER}\n---\n\n本文。\n",
    )
    shelf = Shelf.read(tmp_path, "content")
    held = shelf.by_sha256[SHA]
    assert held is shelf.by_sha256[OTHER]
    assert (held.id, held.authors, held.files, held.sha256) == ("2017-a", ("人",), ("raw/a.html",), (SHA,))
    assert body_of(tmp_path, held).strip() == "本文。"
    assert shelf.ids == {"2017-a", "a"}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_hide_no_article(tmp_path: Path, end: str) -> None:
    text = f"\ufeff---\nid: 2017-a\ntitle: 題\nsource:\n  sha256: {SHA}\n---\n\n本文。\n".replace("\n", end)
    write(tmp_path, "2017/a.md", "")
    (tmp_path / "content/articles/2017/a.md").write_bytes(text.encode())
    held = Shelf.read(tmp_path, "content").by_sha256[SHA]
    assert (held.id, held.title, body_of(tmp_path, held).strip()) == ("2017-a", "題", "本文。")


def test_a_broken_file_still_counts_by_its_digests(tmp_path: Path) -> None:
    write(tmp_path, "2017/a.md", f"---\ntitle: [half\nsource:\n  sha256: {SHA}\n---\n本文。\n")
    assert Shelf.read(tmp_path, "content").by_sha256[SHA].path == "content/articles/2017/a.md"


def test_what_broke_a_file_is_told_as_the_build_tells_it(tmp_path: Path) -> None:
    broken = f"---\nid: 2017-a\ntitle: 第2回: 題\nsource:\n  sha256: {SHA}\n---\n本文。\n"
    write(tmp_path, "2017/x.md", broken)
    write(tmp_path, "2017/b.md", "---\ntitle: 題\n---\n本文。\n")
    write(tmp_path, "2017/.draft.md", "本文だけ。\n")
    shelf = Shelf.read(tmp_path, "content")
    _, problems = load(tmp_path, Config())
    assert shelf.faults == problems
    assert [(fault.code, fault.at and fault.at.line) for fault in shelf.faults] == [("yaml/colon", 3)]
    assert shelf.by_sha256[SHA].id == "2017-a"


def test_a_file_in_another_encoding_is_known_by_what_is_ascii_in_it(tmp_path: Path) -> None:
    text = f"---\nid: 2017-a\ntitle: 題\nsource:\n  sha256: {SHA}\n---\n本文。\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "shift_jis"):
        (tmp_path / "content/articles/2017").mkdir(parents=True, exist_ok=True)
        (tmp_path / "content/articles/2017/a.md").write_bytes(text.encode(encoding))
        shelf = Shelf.read(tmp_path, "content")
        assert (shelf.by_sha256[SHA].id, shelf.unreadable) == ("2017-a", ())
        assert shelf.faults


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_file_in_which_nothing_can_be_seen_is_told_as_unreadable(tmp_path: Path) -> None:
    folder = tmp_path / "content/articles"
    folder.mkdir(parents=True)
    (folder / "circle.md").symlink_to("circle.md")
    (folder / "lost.md").write_bytes(bytes(4000))
    shelf = Shelf.read(tmp_path, "content")
    assert shelf.articles == ()
    told = [(fault.code, fault.at and fault.at.path) for fault in shelf.unreadable]
    assert told == [("ingest/article-unreadable", f"content/articles/{name}.md") for name in ("circle", "lost")]


def test_an_empty_archive_has_an_empty_shelf(tmp_path: Path) -> None:
    assert Shelf.read(tmp_path, "content").articles == ()
