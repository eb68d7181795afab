"""URL paths -> files, and nothing that is not plainly inside the site."""

import os
from pathlib import Path

import pytest

from builder.preview.files import Found, Redirect, find, not_found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "articles" / "a").mkdir(parents=True)
    (site / "empty").mkdir()
    (site / ".hidden").mkdir()
    for name in ("index.html", "articles/a/index.html", "feed.xml", ".hidden/x.txt", "北方領土.html"):
        (site / name).write_text(name, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    return site


@pytest.mark.parametrize(
    ("url_path", "route"),
    [
        ("/", "index.html"),
        ("/articles/a/", "articles/a/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/北方領土.html", "北方領土.html"),
    ],
)
def test_what_is_there_is_found(site: Path, url_path: str, route: str) -> None:
    found = find(site, url_path)
    assert isinstance(found, Found)
    assert found.path.read_text(encoding="utf-8") == route


def test_a_folder_is_named_with_its_slash(site: Path) -> None:
    assert find(site, "/articles/a") == Redirect("/articles/a/")


@pytest.mark.parametrize(
    "url_path",
    [
        "/nothing",
        "/empty/",
        "/empty",
        "/articles/",
        "/../secret.txt",
        "/articles/../../secret.txt",
        "/articles/a/../../index.html",
        "//index.html",
        "/articles//a/",
        "/./index.html",
        "/.hidden/x.txt",
        "/..\\secret.txt",
        "/C:/secret.txt",
        "/index.html\0.txt",
        "/index.html/",
        "/" + "a" * 5000,
        "index.html",
        "",
    ],
)
def test_everything_else_is_nothing(site: Path, url_path: str) -> None:
    assert find(site, url_path) is None


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege there")
def test_a_link_out_of_the_site_is_not_followed(site: Path, tmp_path: Path) -> None:
    (site / "out.txt").symlink_to(tmp_path / "secret.txt")
    (site / "up").symlink_to(tmp_path)
    assert find(site, "/out.txt") is None
    assert find(site, "/up/secret.txt") is None


def test_a_site_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    assert find(tmp_path / "no", "/") is None
    assert not_found(tmp_path / "no") is None


def test_types_do_not_depend_on_the_system(site: Path) -> None:
    assert Found(site / "x.js").media_type == "text/javascript; charset=utf-8"
    assert Found(site / "x.pf_index").media_type == "application/octet-stream"
