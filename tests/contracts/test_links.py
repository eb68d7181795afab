"""Links in an archive: one may lead to another of its files; what lies outside is neither read nor published."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .command_line import Told, front, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
SECRET = "ひみつ-0f7a"
PAGE = """<!doctype html><meta charset="utf-8"><title>港の改修</title><body><article><h1>港の改修</h1>
<p>架空の港の岸壁の改修について、町の人びとは長い時間をかけて話し合いを続けてきた。舟を出す者は、もう少なかった。</p>
<p>倉庫を直すか建て直すかで意見が分かれ、議会は三度の採決を見送った。費用は誰にも正しく見積もれなかった。</p>
<figure><img src="page_files/figure.png"><figcaption>改修前の岸壁</figcaption></figure>
<p>灯台だけは早く直すべきだという声が強く、その夏には足場が組まれた。子どもたちは毎日それを見に行った。</p></article>"""
SHOWS = "\n![図](figure.png)\n"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the archive that anybody may read and nobody meant to publish."""
    write(tmp_path, "private/secret", front("id: secret\ntitle: 秘") + SECRET)
    return tmp_path / "private/secret"


def is_taken_up(archive: Path) -> bool:
    """True where the site, or what Rondan remembers, holds it."""
    files = (path for part in ("site", ".rondan") for path in (archive / part).rglob("*") if path.is_file())
    return any(SECRET.encode() in path.read_bytes() for path in files)


@pytest.mark.parametrize(
    "name",
    [
        "content/articles/figure.png",
        "content/articles/note.md",
        "content/about.md",
        "content/authors/person.yaml",
        "templates/static/theme.css",
        "templates/home.html",
    ],
)
def test_a_link_to_a_file_outside_is_refused(archive: Path, tell: Callable[..., Told], secret: Path, name: str) -> None:
    write(archive, "content/articles/shows.md", front("id: shows\ntitle: 図のある記事") + SHOWS)
    (archive / name).parent.mkdir(parents=True, exist_ok=True)
    (archive / name).unlink(missing_ok=True)
    (archive / name).symlink_to(secret)
    told = tell("-C", archive, "--format", "json", "build")
    assert told.status == 1
    (problem,) = [p for p in told.problems if p["code"] == "file/linked-out"]
    assert problem["file"].endswith(name)
    assert str(secret) in problem["message"]
    assert not is_taken_up(archive)
    (archive / name).unlink()
    write(archive, "content/articles/figure.png", b"\x89PNG")
    assert tell("-C", archive, "build").status == 0


@pytest.mark.parametrize("kind", ["authors", "topics", "series", "sources"])
def test_a_record_that_is_linked_from_outside_is_refused_by_all_that_read_it(
    archive: Path, tell: Callable[..., Told], tmp_path: Path, kind: str
) -> None:
    write(tmp_path, "private/record.yaml", "name: 秘\n")
    write(archive, "raw/page.html", PAGE)
    (archive / "content" / kind).mkdir(parents=True, exist_ok=True)
    (archive / "content" / kind / "x.yaml").symlink_to(tmp_path / "private/record.yaml")
    expected = ("file/linked-out", f"content/{kind}/x.yaml")
    assert expected in tell("-C", archive, "--format", "json", "check").places
    if kind != "series":  # ingest has no use for those
        assert expected in tell("-C", archive, "--format", "json", "ingest", archive / "raw").places


def test_nothing_is_filed_in_a_folder_of_articles_that_is_linked_from_outside(
    archive: Path, tell: Callable[..., Told], tmp_path: Path
) -> None:
    write(archive, "raw/page.html", PAGE)
    (archive / "content/articles").rename(tmp_path / "elsewhere")
    (archive / "content/articles").symlink_to(tmp_path / "elsewhere")
    told = tell("-C", archive, "--format", "json", "ingest", archive / "raw")
    assert told.places == [("file/linked-out", "content/articles")]


def test_a_folder_whose_name_begins_like_that_of_the_archive_is_outside(
    archive: Path, tell: Callable[..., Told]
) -> None:
    write(archive.parent, f"{archive.name}-private/figure.png", b"\x89PNG")
    write(archive, "content/articles/shows.md", front("id: shows\ntitle: 図のある記事") + SHOWS)
    (archive / "content/articles/figure.png").symlink_to(f"{archive}-private/figure.png")
    assert tell("-C", archive, "--format", "json", "build").places == [
        ("file/linked-out", "content/articles/figure.png")
    ]


def test_a_picture_that_becomes_a_link_is_not_taken_for_the_one_it_was(
    archive: Path, tell: Callable[..., Told], secret: Path
) -> None:
    write(archive, "content/articles/shows.md", front("id: shows\ntitle: 図のある記事") + SHOWS)
    write(archive, "content/articles/figure.png", b"\x89PNG")
    assert tell("-C", archive, "build").status == 0
    (archive / "content/articles/figure.png").unlink()
    (archive / "content/articles/figure.png").symlink_to(secret)
    for _ in range(2):
        told = tell("-C", archive, "--format", "json", "build")
        assert told.places == [("file/linked-out", "content/articles/figure.png")]
    assert (archive / "site/articles/shows/figure.png").read_bytes() == b"\x89PNG"


@pytest.mark.parametrize("part", ["content", "templates"])
def test_a_whole_folder_linked_from_outside_is_refused(archive: Path, tell: Callable[..., Told], part: str) -> None:
    (archive / part).mkdir(exist_ok=True)
    (archive / part).rename(archive.parent / "elsewhere")
    (archive / part).symlink_to(archive.parent / "elsewhere")
    for verb in ("build", "check"):
        assert tell("-C", archive, "--format", "json", verb).places == [("file/linked-out", part)]


@pytest.mark.parametrize("inside", [True, False])
def test_a_template_behind_a_link_to_a_folder_is_not_found(
    archive: Path, tell: Callable[..., Told], secret: Path, inside: bool
) -> None:
    if inside:
        secret.parent.rename(archive / "private")
        secret = archive / "private/secret"
    write(archive, "templates/about.html", "{% include 'parts/secret' %}")
    (archive / "templates/parts").symlink_to(secret.parent)
    assert tell("-C", archive, "--format", "json", "build").places == [
        ("template/behind-link", str(archive / "templates/parts"))
    ]
    assert not is_taken_up(archive)
    write(archive, "templates/about.html", "{% include 'parts/secret' ignore missing %}fine")
    assert tell("-C", archive, "build").status == 0
    assert (archive / "site/about/index.html").read_text() == "fine"


def test_a_template_that_is_a_link_follows_what_it_leads_to(archive: Path, tell: Callable[..., Told]) -> None:
    write(archive, "parts/foot.html", "one")
    (archive / "templates").mkdir(exist_ok=True)
    (archive / "templates/foot.html").symlink_to("../parts/foot.html")
    write(archive, "templates/about.html", "{% include 'foot.html' %}")
    for text in ("one", "another"):
        write(archive, "parts/foot.html", text)
        assert tell("-C", archive, "build").status == 0
        assert (archive / "site/about/index.html").read_text() == text


def test_links_inside_the_archive_are_followed(archive: Path, tell: Callable[..., Told], tmp_path: Path) -> None:
    write(archive, "content/articles/shows.md", front("id: shows\ntitle: 図のある記事") + SHOWS)
    write(archive, "media/figure.png", b"\x89PNG")
    (archive / "content/articles/figure.png").symlink_to("../../media/figure.png")
    (archive / "content").rename(archive / "texts")
    (archive / "content").symlink_to("texts")
    (tmp_path / "behind").symlink_to(archive)
    for folder in (archive, tmp_path / "behind"):
        assert tell("-C", folder, "build").status == 0
    assert (archive / "site/articles/shows/figure.png").read_bytes() == b"\x89PNG"


def test_folders_that_the_settings_name_may_lie_elsewhere(archive: Path, tell: Callable[..., Told]) -> None:
    (archive / "content").rename(archive.parent / "texts")
    write(archive.parent, "texts/articles/shows.md", front("id: shows\ntitle: 図のある記事") + SHOWS)
    write(archive.parent, "texts/media/figure.png", b"\x89PNG")
    (archive.parent / "texts/articles/figure.png").symlink_to("../media/figure.png")
    write(archive, "archive.yaml", "title: 試\npaths: {content: ../texts}\n")
    assert tell("-C", archive, "build").status == 0
    assert (archive / "site/articles/shows/figure.png").read_bytes() == b"\x89PNG"


def test_what_a_saved_page_has_linked_from_outside_is_not_taken_in(
    archive: Path, tell: Callable[..., Told], tmp_path: Path
) -> None:
    write(tmp_path, "saved/page.html", PAGE)
    write(tmp_path, "private/figure.png", b"\x89PNG\r\n\x1a\n" + SECRET.encode())
    (tmp_path / "saved/page_files").symlink_to(tmp_path / "private")
    (tmp_path / "desk").symlink_to(tmp_path / "saved")
    told = tell("-C", archive, "--format", "json", "ingest", tmp_path / "desk")
    assert ("ingest/link", str(tmp_path / "desk/page_files")) in told.places
    assert "ingest/no-picture" in {code for code, _ in told.places}
    assert [path.name for path in archive.rglob("*.html") if "raw" in path.parts] == ["page.html"]
    assert not list(archive.rglob("*.png"))
