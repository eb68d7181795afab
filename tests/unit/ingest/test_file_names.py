from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.file_names import is_inside, safe_name, safe_path, same_file_key, with_mark


@given(st.text(st.characters(), max_size=300))
def test_every_name_becomes_one_that_all_systems_take(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe not in (".", "..")
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert len(safe.encode()) <= 220
    assert not safe.endswith((".", " "))
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("NUL.txt", "_NUL.txt"),
        ("com1", "_com1"),
        ("..", "_"),
        (".bashrc", "_bashrc"),
        ("a:b.html", "a_b.html"),
        ("\udc8c\udcf6.html", "__.html"),
    ],
)
def test_reserved_names_change(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending_and_its_difference() -> None:
    one, other = safe_name("春" * 200 + "一.html"), safe_name("春" * 200 + "二.html")
    assert one.endswith(".html")
    assert one != other


def test_paths_lose_empty_and_dot_parts() -> None:
    assert safe_path(("a", ".", "", "..", "b")) == "a/_/b"


def test_case_and_composition_do_not_make_two_files() -> None:
    assert same_file_key("raw/Café.html") == same_file_key("raw/CAFE\u0301.html")


def test_a_mark_goes_before_the_ending() -> None:
    assert with_mark("raw/a/b.html", "1f2e") == "raw/a/b-1f2e.html"


def test_a_link_out_of_the_folder_is_outside(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_text("x")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "secret")
    assert not is_inside(tmp_path / "in" / "link", tmp_path / "in")
    assert is_inside(tmp_path / "in" / "not-there", tmp_path / "in")
