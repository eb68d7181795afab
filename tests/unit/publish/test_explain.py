"""What is said about a page and about a file is what a build then does."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from builder import config
from builder.diagnostics import ArchiveError
from builder.publish import explain as explaining
from builder.publish import run
from builder.publish.attempts import ATTEMPTS
from builder.publish.explain import Explanation, explain
from builder.publish.report import BuildOptions
from tests.laws.small_archive import PICTURES, SmallArchive, tree

LONG = "一文である。" * 60


@pytest.fixture
def archive(tmp_path: Path) -> SmallArchive:
    made = SmallArchive(tmp_path)
    for number in range(4):
        author = ["森", "林"][number % 2]
        front = f"title: 題{number}\ndate: 2018-02-0{number + 1}\nauthors: [{author}]\ntopics: [海]"
        made.write(f"content/articles/2020/a{number}.md", f"---\n{front}\n---\n\n{LONG}\n")
    made.write("content/authors/mori.yaml", "name: 森\nreading: もり\n")
    made.write("content/topics/sea.yaml", "name: 海\ndescription: 青い。\n")
    made.write("content/series/walk.yaml", "name: 歩く\n")
    made.write("content/articles/2020/b.md", f"---\ntitle: 題\nseries: 歩く\n---\n\n{LONG}\n")
    made.write("content/articles/2020/p.md", "---\ntitle: 図\n---\n\n![図](<図 1.gif>)\n")
    made.write("content/articles/2020/図 1.gif", PICTURES[0])
    made.write("content/about.md", "この文庫。")
    made.build()
    return made


def said(archive: SmallArchive, subject: str) -> Explanation:
    options = BuildOptions(out=archive.folder / "site", jobs=1)
    return explain(archive.folder, config.load(archive.folder), options, subject)


def test_a_page(archive: SmallArchive) -> None:
    page = said(archive, "/articles/a1/")
    assert page.subject == "articles/a1/index.html"
    assert page.template == "article.html"
    assert page.templates == ("article.html", "base.html", "part.html")
    assert "content/articles/2020/a1.md" in page.sources
    assert (page.drawn_because, page.stale_because) == ("new", "")
    assert said(archive, "authors/mori/").sources == (
        "content/articles/2020/a0.md",
        "content/articles/2020/a2.md",
        "content/authors/mori.yaml",
        "content/topics/sea.yaml",
    )
    assert said(archive, "/articles/p/").sources == ("content/articles/2020/p.md", "content/articles/2020/図 1.gif")


@pytest.mark.parametrize("told", [{"search": "builtin"}, {"base_url": "https://example.org/"}, {"drafts": True}])
def test_the_next_build_is_taken_to_be_told_what_the_last_was(archive: SmallArchive, told: dict[str, object]) -> None:
    archive.build(**told)
    assert said(archive, "/articles/a1/").stale_because == ""
    archive.write("content/articles/2020/a1.md", "---\ntitle: 別\ndate: 2018-02-02\nauthors: [林]\n---\n\n本文。\n")
    assert said(archive, "/articles/a1/").stale_because == "content"


def test_why_a_page_will_be_drawn(archive: SmallArchive) -> None:
    archive.write("templates/feed.xml", "{{ page.name }}")
    assert said(archive, "feed.xml").stale_because == "template"
    archive.build()
    assert said(archive, "feed.xml").drawn_because == "template"
    (archive.folder / "site/feed.xml").unlink()
    assert said(archive, "feed.xml").stale_because == "damaged"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/articles/2020/a1.md", "題1\n", "題1+\n"),
        ("content/authors/mori.yaml", "もり", "もりん"),
        ("content/authors/mori.yaml", "森", "杜"),
        ("content/topics/sea.yaml", "海", "海洋"),
        ("content/topics/sea.yaml", "青い", "赤い"),
        ("content/series/walk.yaml", "歩く", "走る"),
        ("content/about.md", "文庫", "別の文庫"),
        ("content/articles/2020/図 1.gif", *PICTURES),
        ("templates/part.html", "<li>", "<li><b>"),
        ("templates/static/site.css", "red", "blue"),
    ],
)
def test_what_an_edit_would_touch(archive: SmallArchive, path: str, old: str, new: str) -> None:
    touches = set(said(archive, path).touches)
    text = (archive.folder / path).read_text(encoding="utf-8")
    archive.write(path, text.replace(old, new))
    report = archive.build()
    changed = {page.route for page in (*report.new, *report.changed)} | set(report.removed)
    assert changed
    assert changed <= touches


@pytest.mark.parametrize(
    ("front", "added", "shown"),
    [
        ("status: withdrawn\naliases: [/old/]", "note: 訂正のため", "articles/c/index.html"),
        ("date: 2018-02-09", "updated: 2018-03-01", "sitemap.xml"),
    ],
)
def test_an_edit_of_what_no_list_shows(archive: SmallArchive, front: str, added: str, shown: str) -> None:
    archive.write("templates/withdrawn.html", "{{ page.note }}")
    archive.write("templates/sitemap.xml", "{{ page.addresses }}")
    path = "content/articles/2020/c.md"
    archive.write(path, f"---\ntitle: 題\n{front}\n---\n")
    archive.build(base_url="https://example.org/")
    touches = said(archive, path).touches
    archive.write(path, f"---\ntitle: 題\n{front}\n{added}\n---\n")
    changed = {page.route for page in archive.build(base_url="https://example.org/").changed}
    assert shown in changed
    assert changed <= set(touches)


def test_what_a_tombstone_and_a_former_address_are_made_of(archive: SmallArchive) -> None:
    path = "content/articles/2020/c.md"
    archive.write(path, "---\ntitle: 題\nstatus: withdrawn\naliases: [/old/]\n---\n")
    archive.build()
    assert said(archive, "/articles/c/").sources == said(archive, "/old/").sources == (path,)


def test_a_file_of_the_search_index(archive: SmallArchive) -> None:
    archive.build(search="builtin")
    index = {*tree(archive.folder / "site")} - {"search/index.html"}
    found = [said(archive, f"site/{route}") for route in index if route.startswith("search/")]
    assert found
    assert all(one.is_page and one.is_of_index for one in found)


def test_what_an_edit_would_not_touch(archive: SmallArchive) -> None:
    touches = set(said(archive, "content/about.md").touches)
    assert touches == {"about/index.html"}
    assert "404.html" not in said(archive, "content/articles/2020/a1.md").touches


@pytest.mark.parametrize("path", ["content/sources/minato.yaml", "raw/page.html", "content/authors/mori.yml"])
def test_a_file_that_the_site_is_not_made_from(archive: SmallArchive, path: str) -> None:
    archive.write(path, "name: 港日報\n")
    assert (said(archive, path).subject, said(archive, path).touches) == (path, ())


def test_a_page_named_by_its_file_in_the_output(archive: SmallArchive) -> None:
    assert said(archive, "site/articles/a1/index.html") == said(archive, "/articles/a1/")


def test_nothing_of_that_name(archive: SmallArchive) -> None:
    with pytest.raises(ArchiveError) as caught:
        said(archive, "/articles/zz/")
    assert caught.value.diagnostics[0].code == "build/nothing-there"


@pytest.mark.parametrize(("times", "found"), [(ATTEMPTS - 1, True), (ATTEMPTS, False)])
def test_files_that_change_while_they_are_read(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch, times: int, found: bool
) -> None:
    path, other = archive.folder / "content/articles/2020/a1.md", "---\ntitle: 別\n---\n"
    path.write_text(other, encoding="utf-8")  # so that it is read, however long ago the archive was built
    scan, left = run.scan, [times]

    def scanned(*arguments: Any) -> Any:
        inputs = scan(*arguments)
        if left[0]:
            left[0] -= 1
            path.unlink()
        return inputs

    def look(*arguments: Any) -> Any:
        if not path.exists():
            path.write_text(other, encoding="utf-8")
        return look_once(*arguments)

    look_once = explaining.look
    monkeypatch.setattr(run, "scan", scanned)
    monkeypatch.setattr(explaining, "look", look)
    if found:
        assert said(archive, "/articles/a1/").stale_because == "content"
        return
    with pytest.raises(ArchiveError) as caught:
        said(archive, "/articles/a1/")
    assert [(d.code, d.at and d.at.path) for d in caught.value.diagnostics] == [
        ("build/disturbed", "content/articles/2020/a1.md")
    ]


def test_what_was_kept_may_be_gone(archive: SmallArchive) -> None:
    before = said(archive, "/articles/a1/")
    shutil.rmtree(archive.folder / ".rondan/site/store")
    assert said(archive, "/articles/a1/") == before


def test_where_a_template_of_rondan_lies(archive: SmallArchive) -> None:
    (archive.folder / "templates/article.html").unlink()
    found = said(archive, "article.html")
    assert Path(found.subject).is_file()
    assert not Path(found.subject).is_relative_to(archive.folder)
    assert "articles/a1/index.html" in found.touches
