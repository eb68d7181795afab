"""What a build does and does not do again, and what it says."""

import errno
import os
import signal
import sys
import threading
import time
import unicodedata
from pathlib import Path

import pytest

from builder.archive.load import load
from builder.config import Config
from builder.diagnostics import Location
from builder.pages.page import Page
from builder.processes import may_fork
from builder.publish import planning, work
from builder.publish.inputs import scan, template_folders
from builder.publish.lock import locked
from builder.publish.tree import Tree
from builder.render.markdown import Rendered
from builder.render.templates import Templates
from builder.search.builtin import BuiltinEngine
from builder.search.query import search
from builder.search.reader import Index
from tests.laws.small_archive import SmallArchive, tree

LONG = "一文である。" * 60


@pytest.fixture
def archive(tmp_path: Path) -> SmallArchive:
    made = SmallArchive(tmp_path)
    for number in range(5):
        article(made, number, f"題{number}", "本文。")
    return made


def article(archive: SmallArchive, number: int, title: str, body: str, **more: str) -> None:
    front = "".join(f"{key}: {value}\n" for key, value in more.items())
    archive.replace(
        f"content/articles/2020/a{number}.md",
        f"---\ntitle: {title}\ndate: 2018-02-0{number + 1}\nauthors: [森]\n{front}---\n\n{body}\n",
    )


def changed(archive: SmallArchive, **options: object) -> set[str]:
    report = archive.build(**options)
    assert report.published
    return {page.route for page in (*report.new, *report.changed)} | set(report.removed)


def test_nothing_is_done_twice(archive: SmallArchive) -> None:
    first = archive.build()
    assert first.new
    assert not first.changed
    assert first.drawn
    second = archive.build()
    assert (second.new, second.changed, second.removed, second.drawn) == ((), (), (), 0)
    assert second.published
    assert second.unchanged == first.unchanged + len(first.new)


def test_a_touched_file_is_read_and_nothing_more(archive: SmallArchive) -> None:
    archive.build()
    os.utime(archive.folder / "content/articles/2020/a1.md")
    assert archive.build().drawn == 0


def test_a_body_changes_its_own_page_alone(archive: SmallArchive) -> None:
    archive.build()
    article(archive, 2, "題2", "別の本文。")
    assert "articles/a2/index.html" in changed(archive)
    article(archive, 2, "題2", "本文そ。")
    article(archive, 2, "題2", LONG)
    archive.build()
    article(archive, 2, "題2", LONG + "追記。")
    assert changed(archive) == {"articles/a2/index.html"}


def test_the_body_of_the_first_lead_changes_the_front_page_too(archive: SmallArchive) -> None:
    article(archive, 4, "題4", LONG)
    archive.build()
    article(archive, 4, "題4", LONG + "追記。")
    assert changed(archive) == {"articles/a4/index.html", "index.html"}


def test_a_title_changes_the_lists_it_stands_in(archive: SmallArchive) -> None:
    archive.build()
    article(archive, 2, "新しい題", "本文。")
    routes = changed(archive)
    assert {"articles/a2/index.html", "index.html", "feed.xml", "authors/森/index.html"} <= routes
    assert "404.html" not in routes


@pytest.mark.parametrize("body", ["別の本文。", LONG])
def test_a_title_or_an_opening_costs_the_pages_that_show_it(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    resident = archive.builder("resident", search="builtin")
    resident.build()
    archive.build(search="builtin")
    article(archive, 2, "新しい題", body)
    with monkeypatch.context() as patched:
        patched.delattr(planning, "make")
        patched.delattr(BuiltinEngine, "index")
        assert "authors/森/index.html" in changed(archive, search="builtin")
        resident.build({"content/articles/2020/a2.md"})
    resident.build()  # the index follows
    archive.build("clean", search="builtin")
    assert tree(archive.folder / "site") == tree(archive.folder / "resident") == tree(archive.folder / "clean")


def test_an_opening_that_comes_or_goes_may_change_what_leads(archive: SmallArchive) -> None:
    archive.build()
    for body in ("", "本文。"):
        article(archive, 4, "題4", body)
        archive.build()
        archive.build("clean")
        assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_an_article_moved_to_another_folder_is_still_followed(archive: SmallArchive) -> None:
    article(archive, 2, "題2", LONG)
    archive.build()
    old, new = archive.folder / "content/articles/2020/a2.md", archive.folder / "content/articles/a2.md"
    old.rename(new)
    assert changed(archive) == set()
    new.write_text(new.read_text(encoding="utf-8") + "追記。", encoding="utf-8")
    assert changed(archive) == {"articles/a2/index.html"}


def test_a_corrected_text_is_all_that_the_search_engine_is_given(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        article(archive, number, f"題{number}", LONG)
    archive.build(search="builtin")
    article(archive, 2, "題2", LONG + "ひとつめ。")
    article(archive, 3, "題3", LONG + "ふたつめ。")
    monkeypatch.delattr(BuiltinEngine, "index")
    assert {"articles/a2/index.html", "articles/a3/index.html", "search/meta.js"} <= changed(archive, search="builtin")
    assert changed(archive, search="builtin") == set()
    monkeypatch.undo()
    archive.build("clean", search="builtin")
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_an_index_that_is_behind_catches_up_with_all(archive: SmallArchive) -> None:
    for number in range(5):
        article(archive, number, f"題{number}", LONG)
    preview = archive.builder(search="builtin")
    preview.build()
    article(archive, 2, "題2", LONG + "ひとつめ。")
    preview.build({"content/articles/2020/a2.md"})  # somebody waits for the page: the index follows later
    article(archive, 3, "題3", LONG + "ふたつめ。")
    preview.build()
    archive.build("clean", search="builtin")
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_a_template_changes_the_pages_it_draws(archive: SmallArchive) -> None:
    archive.build()
    archive.write("templates/feed.xml", "新 {{ page.name }}")
    assert changed(archive) == {"feed.xml", "authors/森/feed.xml"}
    archive.write("templates/part.html", "{% macro card(c) %}札 {{ c.id }}{% endmacro %}")
    routes = changed(archive)
    assert {"articles/a1/index.html", "authors/森/index.html"} <= routes
    assert not routes & {"feed.xml", "index.html"}


def test_a_template_that_draws_few_pages_costs_these_alone(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build(search="builtin")
    archive.write("templates/feed.xml", "新 {{ page.name }}{% for c in page.cards %}{{ c.title }}{% endfor %}")
    with monkeypatch.context() as patched:
        patched.delattr(planning, "make")
        patched.delattr(BuiltinEngine, "index")
        assert changed(archive, search="builtin") == {"feed.xml", "authors/森/feed.xml"}
    assert changed(archive, search="builtin") == set()
    archive.build("clean", search="builtin")
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_an_article_shown_nowhere_any_more_is_removed(archive: SmallArchive) -> None:
    archive.build()
    (archive.folder / "content/articles/2020/a3.md").unlink()
    assert "articles/a3/index.html" in changed(archive)
    assert not (archive.folder / "site/articles/a3").exists()


def test_a_faulty_file_stops_the_build_and_the_site_stays(archive: SmallArchive) -> None:
    archive.build()
    before = tree(archive.folder / "site")
    archive.write("content/articles/2020/a1.md", "---\ntitel: x\n---\n")
    archive.write("content/articles/2020/a2.md", "---\ntitle: a: b\n---\n")
    report = archive.build()
    assert not report.published
    assert [problem.code for problem in report.diagnostics] == ["field/unknown-key", "article/no-title", "yaml/colon"]
    assert tree(archive.folder / "site") == before


def test_all_faulty_templates_are_told_in_one_go(archive: SmallArchive) -> None:
    archive.write("templates/feed.xml", "{{ page.nothing }}\n")
    archive.write("templates/about.html", "\n{% if %}")
    archive.write("templates/home.html", "{% include 'no.html' %}")
    report = archive.build()
    assert {(p.code, Path(p.at.path).name, p.at.line) for p in report.diagnostics if p.at} == {
        ("template/failed", "feed.xml", 1),
        ("template/syntax", "about.html", 2),
        ("template/missing", "home.html", 1),
    }
    assert not (archive.folder / "site").exists()


def test_what_a_killed_build_of_the_index_left_is_swept(archive: SmallArchive) -> None:
    archive.write(".rondan/site/search/tmp1/1.spill", "terms")
    archive.build(search="builtin")
    assert [path.name for path in (archive.folder / ".rondan/site/search").iterdir()] == ["index.sqlite"]


def test_what_a_full_disk_cut_short_gives_its_room_back(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.write(".rondan/site/standby/articles/a1/index.html", "left by a build that was killed")
    write, room = Tree.write, iter(range(3))

    def filled(self: Tree, route: str, data: bytes) -> os.stat_result:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(self, route, data)

    with monkeypatch.context() as patch:
        patch.setattr(Tree, "write", filled)
        assert archive.outcome() == (False, {"build/cannot-write"})
    assert not [*(archive.folder / ".rondan").rglob("index.html")]
    assert archive.build().published


def test_a_template_in_another_encoding_is_named(archive: SmallArchive) -> None:
    archive.write("templates/home.html", "{% include 'old.html' %}")
    (archive.folder / "templates/old.html").write_bytes("論壇".encode("shift_jis"))
    (problem,) = archive.build().diagnostics
    assert problem.code == "file/not-utf8"
    assert problem.at
    assert Path(problem.at.path).name == "old.html"


@pytest.mark.skipif(not may_fork(), reason="elsewhere a process does not know of the patch")
def test_a_process_that_is_killed_is_told_of(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.build()
    before, here = tree(archive.folder / "site"), os.getpid()
    for number in range(3):
        archive.write(f"content/articles/2020/new{number}.md", f"---\ntitle: 新{number}\n---\n\n本文。\n")
    monkeypatch.setattr(work, "_FEW", 0)
    monkeypatch.setattr(work, "_CHUNK", 1)

    def killed(self: Templates, page: Page, body: Rendered | None) -> str:
        assert os.getpid() != here
        os.kill(os.getpid(), signal.SIGKILL)
        return ""

    with monkeypatch.context() as patch:
        patch.setattr(Templates, "draw", killed)
        assert archive.outcome(jobs=2) == (False, {"build/process-ended"})
    assert tree(archive.folder / "site") == before
    assert archive.build(jobs=2).published


def test_a_dry_run_says_what_would_be_done(archive: SmallArchive) -> None:
    report = archive.build(dry_run=True)
    assert report.new
    assert not (archive.folder / "site").exists()
    archive.build()
    before = tree(archive.folder / "site")
    article(archive, 2, "新しい題", "本文。")
    (archive.folder / "content/articles/2020/a4.md").unlink()
    would = archive.build(dry_run=True)
    assert tree(archive.folder / "site") == before
    assert "articles/a4/index.html" in would.removed
    assert changed(archive) <= {page.route for page in (*would.new, *would.changed)} | set(would.removed)


def test_a_dry_run_leaves_the_index_where_it_is(archive: SmallArchive) -> None:
    archive.write("archive.yaml", "title: 試\nsearch: {engine: builtin}\n")
    archive.build()
    files = sum(path.is_file() for path in (archive.folder / "site").rglob("*"))
    article(archive, 2, "新しい題", "本文。")
    would = archive.build(dry_run=True)
    assert (would.new, would.removed) == ((), ())
    assert len(would.changed) + would.unchanged == files - 1  # all but the list of files


def test_a_dry_run_without_search_says_that_the_index_would_go(archive: SmallArchive) -> None:
    archive.build(search="builtin")
    would = archive.build(dry_run=True, search="none")
    assert would.removed
    assert would.removed == archive.build(search="none").removed


def test_an_archive_without_an_article_is_told_of(archive: SmallArchive) -> None:
    assert not archive.build().diagnostics
    archive.write("archive.yaml", "title: 試\nsearch: {engine: none}\npaths: {content: contnet}\n")
    assert [problem.code for problem in archive.build().diagnostics] == ["build/no-articles"]
    assert [problem.code for problem in archive.build().diagnostics] == ["build/no-articles"]


def test_drafts_are_for_the_preview_alone(archive: SmallArchive) -> None:
    article(archive, 1, "題1", "本文。", status="draft")
    archive.build()
    assert not (archive.folder / "site/articles/a1").exists()
    archive.build(drafts=True)
    assert (archive.folder / "site/articles/a1/index.html").exists()


@pytest.mark.parametrize("rights", ["excerpt", "citation"])
def test_a_withheld_text_is_nowhere_in_the_site(archive: SmallArchive, rights: str) -> None:
    article(archive, 1, "題1", "ひらかれた一文。" + "あ" * 200 + "ひみつの一文。", rights=rights)
    archive.build(search="builtin")
    for path in (archive.folder / "site").rglob("*"):
        assert not path.is_file() or "ひみつ".encode() not in path.read_bytes(), path
    index = Index(lambda route: (archive.folder / "site" / route).read_bytes())  # its files are packed
    assert len(search(index, "題1").hits) == 1
    assert search(index, "ひみつ").hits == ()


@pytest.mark.parametrize(
    ("told", "path"),
    [(None, "/mine/"), ("https://example.org/a/b/", "/a/b/"), ("https://example.org/", "/"), ("", "/")],
)
def test_the_page_for_wrong_addresses_links_by_the_path_of_the_site(
    archive: SmallArchive, told: str | None, path: str
) -> None:
    archive.write("archive.yaml", "title: 試\nbase_url: https://example.org/mine/\nsearch: {engine: none}\n")
    archive.write("templates/404.html", "{{ root }} {{ site.base_path }}")
    archive.build(base_url=told)
    assert (archive.folder / "site/404.html").read_text(encoding="utf-8") == f"{path} {path}"


def test_nothing_of_a_withdrawn_article_but_its_note_is_in_the_site(archive: SmallArchive) -> None:
    archive.write("content/articles/2020/fig.png", "png")
    article(archive, 1, "取り下げた題", "ひみつの一文。![図](fig.png)", status="withdrawn", note="終えました。")
    archive.build(search="builtin")
    files = {path: path.read_bytes() for path in (archive.folder / "site").rglob("*") if path.is_file()}
    assert not [path for path, data in files.items() if "ひみつ".encode() in data or path.name == "fig.png"]
    assert "終えました。" in (archive.folder / "site/articles/a1/index.html").read_text(encoding="utf-8")


def test_a_picture_of_another_size_has_its_article_drawn_again(archive: SmallArchive) -> None:
    (archive.folder / "templates/article.html").unlink()  # Rondan's own
    small, large, wide = (f"GIF89a{chr(width)}\0{chr(height)}\0" for width, height in ((4, 3), (8, 6), (9, 6)))
    for number, body in ((1, "本文。![図](fig.gif)"), (2, '![図](./fig.gif "題")')):
        article(archive, number, "題", body)
    archive.write("content/articles/2020/fig.gif", small)
    archive.build()
    for number in (1, 2):
        page = (archive.folder / f"site/articles/a{number}/index.html").read_text(encoding="utf-8")
        assert 'fig.gif" width="4" height="3"' in page
    archive.write("content/articles/2020/fig.gif", large)
    both = {f"articles/a{number}/{name}" for number in (1, 2) for name in ("index.html", "fig.gif")}
    assert changed(archive) == both
    assert 'width="8" height="6"' in (archive.folder / "site/articles/a1/index.html").read_text(encoding="utf-8")
    archive.write("content/articles/2020/fig.gif", f"{large} and more")
    assert changed(archive) == {"articles/a1/fig.gif", "articles/a2/fig.gif"}
    article(archive, 1, "題", f"{LONG}\n\n![図](fig.gif)")
    archive.build()
    article(archive, 1, "題", f"{LONG}\n\n別の文。![図](fig.gif)")
    assert changed(archive) == {"articles/a1/index.html"}
    assert 'width="8" height="6"' in (archive.folder / "site/articles/a1/index.html").read_text(encoding="utf-8")
    resident = archive.builder()
    resident.build()
    archive.write("content/articles/2020/fig.gif", wide)
    assert resident.build({"content/articles/2020/fig.gif"}).published
    assert 'width="9" height="6"' in (archive.folder / "site/articles/a1/index.html").read_text(encoding="utf-8")


def test_articles_that_say_the_same_are_told_apart_when_their_files_change_places(archive: SmallArchive) -> None:
    older, newer = (f"title: 題\ndate: 2019-02-0{day}\n---\n\n{LONG}\n" for day in (3, 4))
    for three, four in (
        (f"---\n{older}", f"---\n{newer}"),
        (f"---\nid: a4\n{newer}", f"---\nid: a3\n{older}"),
        (f"---\nid: a4\n{newer}", f"---\nid: a3\n{older}つけたし。\n"),
    ):
        archive.replace("content/articles/2020/a3.md", three)
        archive.replace("content/articles/2020/a4.md", four)
        archive.build()
    archive.clean()
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_pictures_stand_beside_their_article(archive: SmallArchive) -> None:
    article(archive, 1, "題1", "本文。\n\n図は ![図](fig/一.png) である。")
    (archive.folder / "content/articles/2020/fig").mkdir()
    (archive.folder / "content/articles/2020/fig/一.png").write_bytes(b"png")
    archive.build()
    assert (archive.folder / "site/articles/a1/fig/一.png").read_bytes() == b"png"
    (archive.folder / "content/articles/2020/fig/一.png").unlink()
    (problem,) = archive.build().diagnostics
    assert (problem.code, problem.excerpt) == ("build/no-image", "図は ![図](fig/一.png) である。")
    assert problem.at
    assert problem.excerpt[problem.at.column - 1 :].startswith("fig/一.png")
    assert problem.at.line == (archive.folder / problem.at.path).read_text().splitlines().index(problem.excerpt) + 1


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("con.png", "con.png"),
        ("fig/AUX.jpg", "fig/AUX.jpg"),
        ("lpt1", "lpt1"),
        ("fig..", "fig.."),
        ("fig.png ", "fig.png%20"),
        ("fig /a.png", "fig%20/a.png"),
        ("a:b.png", "a%3Ab.png"),
        ("a?.png", "a%3F.png"),
        ("a\\b.png", "a%5Cb.png"),
        ("../p.png", "../../../content/articles/p.png"),
    ],
)
def test_names_of_pictures_that_not_every_disk_can_have(archive: SmallArchive, name: str, written: str) -> None:
    archive.write(f"content/articles/2020/{name}", "png")
    article(archive, 1, "題1", f"本文。\n\n![図]({written})")
    for _ in range(2):
        (problem,) = archive.build().diagnostics
        assert (problem.code, problem.severity, problem.excerpt) == ("build/file-name", "error", f"![図]({written})")
    assert not (archive.folder / "site").exists()
    assert len(list(archive.folder.rglob(name.rpartition("/")[2]))) == 1


def test_names_of_static_files_that_not_every_disk_can_have(archive: SmallArchive) -> None:
    archive.write("templates/static/aux.css", "p { color: red }")
    (problem,) = archive.build().diagnostics
    assert problem.code == "build/file-name"
    assert problem.at
    assert problem.at.path.endswith("/templates/static/aux.css")


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="its disks have no such names")
def test_a_static_file_whose_name_is_in_another_encoding(archive: SmallArchive) -> None:
    archive.write(os.fsdecode("templates/static/図.png".encode("cp932")), "png")
    (problem,) = archive.build().diagnostics
    assert problem.code == "build/file-name"


@pytest.mark.parametrize("other", ["FIG.png", "fi\N{LATIN SMALL LETTER G WITH BREVE}.png"])
def test_pictures_that_are_one_file_on_some_disks(archive: SmallArchive, other: str) -> None:
    one = "fig.png" if other.isascii() else unicodedata.normalize("NFD", other)
    for name in (one, other):
        archive.write(f"content/articles/2020/{name}", name)
    article(archive, 1, "題1", f"![図]({one})![図]({other})")
    (problem,) = archive.build().diagnostics
    assert problem.code == "build/same-address"
    assert {problem.values["first"], problem.values["second"]} == {
        f"content/articles/2020/{name}" for name in (one, other)
    }


@pytest.mark.parametrize(("there", "written"), [("fig.png", "Fig.PNG"), ("が.png", "か\u3099.png")])
def test_a_picture_under_another_name_for_some_disks(archive: SmallArchive, there: str, written: str) -> None:
    archive.write(f"content/articles/2020/{there}", "png")
    article(archive, 1, "題1", f"![図]({written})")
    (problem,) = archive.build().diagnostics
    assert (problem.code, problem.values["near"]) == ("build/no-image", there)


def test_the_list_of_files_is_no_address(archive: SmallArchive) -> None:
    article(archive, 1, "題1", "本文。", aliases="[/.rondan-files]")
    assert [problem.code for problem in archive.build().diagnostics] == ["build/own-address"]


def test_two_pages_at_one_address(archive: SmallArchive) -> None:
    article(archive, 1, "題1", "本文。", aliases="[/articles/a2/]")
    report = archive.build()
    assert [problem.code for problem in report.diagnostics] == ["build/same-address"]
    assert "content/articles/2020/a2.md" in "".join(report.diagnostics[0].values.values())


def test_a_former_address_that_cannot_be_answered_is_told(archive: SmallArchive) -> None:
    article(archive, 1, "題1", "本文。", aliases="\n- https://example.org/old\n- /old/2.html")
    (problem,) = archive.build().diagnostics
    assert (problem.code, problem.severity) == ("build/no-alias", "warning")
    assert problem.at == Location("content/articles/2020/a1.md", 6, 3, 23)
    assert problem.values == {"alias": "https://example.org/old"}
    assert [again.code for again in archive.build().diagnostics] == ["build/no-alias"]
    assert (archive.folder / "site/old/2.html").exists()


def test_files_that_nothing_reads_are_told_together_as_long_as_they_are_there(archive: SmallArchive) -> None:
    archive.build()
    strays = [
        "articles/2020/note.MD",
        "articles/essay.markdown",
        "author/mori.yaml",
        "authors/mori.yml",
        "topics/a/b.yaml",
    ]
    for name in (*strays, "README.md", "articles/2020/notes.txt", "authors/mori.yaml.bak", "sources/s.yaml"):
        archive.write(f"content/{name}", "name: 森\n")
    for _ in range(2):
        (problem,) = archive.build().diagnostics
        assert (problem.code, problem.severity) == ("file/of-no-kind", "warning")
        assert problem.values == {
            "count": "5",
            "files": ", ".join(f"content/{name}" for name in strays),
            "more": "",
        }
    assert load(archive.folder, Config())[1] == (problem,)
    for name in strays:
        (archive.folder / "content" / name).unlink()
    assert archive.build().diagnostics == ()


def test_a_link_to_a_folder_of_articles_is_told(archive: SmallArchive) -> None:
    article(archive, 1, "題1", "本文。")
    archive.write("elsewhere/c.md", "---\ntitle: 題\n---\n")
    for name in ("articles/2021", "authors/more.yaml", "articles/2022.md", "articles/.hidden"):
        (archive.folder / "content" / name).symlink_to(archive.folder / "elsewhere")
    for _ in range(2):
        report = archive.build()
        (problem,) = report.diagnostics
        assert report.published
        assert (problem.code, problem.values["files"]) == (
            "file/of-no-kind",
            "content/articles/2021/, content/articles/2022.md/, content/authors/more.yaml/",
        )
    assert load(archive.folder, Config())[1] == (problem,)


@pytest.mark.parametrize("name", ["static/fonts", "static", "parts"])
def test_a_link_to_a_folder_of_templates_is_told_as_long_as_it_is_there(archive: SmallArchive, name: str) -> None:
    link, others = archive.folder / "templates" / name, archive.folder / "elsewhere"
    (archive.folder / "templates/static").rename(others)
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(others)
    for _ in range(2):
        report = archive.build()
        assert [(p.code, p.severity, p.at) for p in report.diagnostics] == [
            ("file/folder-behind-link", "warning", Location(str(link)))
        ]
        assert report.published
    link.unlink()
    others.rename(link)
    assert "file/folder-behind-link" not in {problem.code for problem in archive.build().diagnostics}


def test_an_article_without_an_opening_leads_no_longer(archive: SmallArchive) -> None:
    archive.build()
    article(archive, 4, "題4", "")
    archive.build()
    archive.build("clean")
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_one_build_waits_for_another(archive: SmallArchive) -> None:
    archive.build()
    with locked(archive.folder / ".rondan/site/lock"):
        article(archive, 1, "別の題", "本文。")
        done: list[object] = []
        waiting = threading.Thread(target=lambda: done.append(archive.build()))
        waiting.start()
        time.sleep(0.2)
        assert not done
    waiting.join(30)
    assert done


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_many_builds_at_once_end_in_one_site(archive: SmallArchive) -> None:
    children = []
    for number in range(8):
        article(archive, 1, f"題{number}", "本文。")
        child = os.fork()
        if not child:
            status = 70
            try:
                status = 0 if archive.build().published else 1
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 8
    archive.build()
    archive.build("clean")
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_lock_whose_holder_died_holds_nobody_up(archive: SmallArchive) -> None:
    archive.build()
    child = os.fork()
    if not child:
        with locked(archive.folder / ".rondan/site/lock"):
            os._exit(9)
    os.waitpid(child, 0)
    with locked(archive.folder / ".rondan/site/lock", waiting=lambda: pytest.fail("the lock is held by nobody")):
        pass
    assert archive.build().published


@pytest.mark.parametrize(
    ("name", "near"),
    [("articel.html", "article.html"), ("local.css", "static/local.css"), ("sub/article.html", "article.html")],
)
def test_a_template_that_no_page_is_made_with_is_told(archive: SmallArchive, name: str, near: str) -> None:
    archive.write(f"templates/{name}", "x")
    for _ in range(2):
        (told,) = (problem for problem in archive.build().diagnostics if problem.code == "template/unread")
        assert (told.at, told.values) == (Location(str(archive.folder / "templates" / name)), {"near": near})


@pytest.mark.parametrize("name", ["article-note.html", "mine.html", "README.md", "static/articel.html", "static/x.js"])
def test_a_template_that_is_named_or_like_no_other_is_not(archive: SmallArchive, name: str) -> None:
    archive.write(f"templates/{name}", "x")
    archive.write("templates/about.html", "{% include 'article-note.html' ignore missing %}")
    assert archive.build().diagnostics == ()


def test_a_template_that_is_a_link_out_is_not_opened(tmp_path: Path) -> None:
    made = SmallArchive(tmp_path / "archive")
    made.write("templates/articel.html", "x")
    made.write("../elsewhere.html", "{% include 'articel.html' %}")
    (made.folder / "templates/mine.html").symlink_to(tmp_path / "elsewhere.html")
    found = scan(made.folder, "content", template_folders(made.folder, "templates"))
    assert found.unread_templates == ((str(made.folder / "templates/articel.html"), "article.html"),)
