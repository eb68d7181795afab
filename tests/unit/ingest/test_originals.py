import hashlib
from pathlib import Path

import pytest

from builder.ingest.pile.collect import RawFile
from builder.ingest.pile.originals import Originals


@pytest.fixture
def saved(tmp_path: Path) -> RawFile:
    page = tmp_path / "saved" / "a.html"
    (tmp_path / "saved" / "a_files").mkdir(parents=True)
    (tmp_path / "saved" / "a_files" / "x.png").write_bytes(b"png")
    (tmp_path / "saved" / "a_files" / "link").symlink_to(tmp_path)
    page.write_bytes(b"<html>")
    return RawFile(page, "raw/a.html", False)


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_page_is_kept_with_what_lies_beside_it(tmp_path: Path, saved: RawFile) -> None:
    originals = Originals(tmp_path / "archive", "raw")
    name = originals.place(saved, sha(b"<html>"))
    originals.keep(saved, name, b"<html>", [("img/y.png", b"y"), ("a_files/x.png", b"png")])
    kept = sorted(p.relative_to(tmp_path / "archive").as_posix() for p in (tmp_path / "archive").rglob("*.*"))
    assert kept == ["raw/a.html", "raw/a_files/x.png", "raw/img/y.png"]
    assert originals.read("raw/a.html", sha(b"<html>")) == b"<html>"


def test_another_file_of_the_name_gets_a_mark(tmp_path: Path, saved: RawFile) -> None:
    originals = Originals(tmp_path / "archive", "raw")
    assert originals.place(saved, sha(b"1")) == "raw/a.html"
    assert originals.place(saved, sha(b"2")) == f"raw/a-{sha(b'2')[:8]}.html"
    assert originals.place(saved, sha(b"1")) == "raw/a.html"


def test_a_name_that_differs_in_case_only_is_taken(tmp_path: Path, saved: RawFile) -> None:
    (tmp_path / "archive" / "raw").mkdir(parents=True)
    (tmp_path / "archive" / "raw" / "A.HTML").write_bytes(b"other")
    assert Originals(tmp_path / "archive", "raw").place(saved, sha(b"1")) == f"raw/a-{sha(b'1')[:8]}.html"


def test_the_same_bytes_are_kept_once(tmp_path: Path, saved: RawFile) -> None:
    (tmp_path / "archive" / "raw").mkdir(parents=True)
    (tmp_path / "archive" / "raw" / "a.html").write_bytes(b"<html>")
    assert Originals(tmp_path / "archive", "raw").place(saved, sha(b"<html>")) == "raw/a.html"


def test_a_changed_original_is_no_original(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_bytes(b"changed")
    originals = Originals(tmp_path, "raw")
    assert originals.read("raw/a.txt", sha(b"as it was")) is None
    assert originals.read("raw/none.txt", sha(b"x")) is None
