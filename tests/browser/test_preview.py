"""The preview as a person at a browser sees it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.cli.scaffold import lay

from ..serving import Serving, until
from .conftest import Watched

pytestmark = pytest.mark.browser

ARTICLE = """---
id: {id}
title: {title}
date: 2024-05-0{day}
authors: [見本 太郎]
topics: [見本]
---

{body}
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    lay(folder, "ja")
    write(folder, "a", "一つめ", 1, "\n\n".join(f"第{number}段落の本文です。" for number in range(80)))
    write(folder, "b", "二つめ", 2, "別の本文です。")
    return folder


@pytest.fixture
def serving(archive: Path) -> Iterator[Serving]:
    with Serving(archive) as serving:
        yield serving


def write(archive: Path, name: str, title: str, day: int, body: str) -> Path:
    path = archive / "content" / "articles" / f"{name}.md"
    path.write_text(ARTICLE.format(id=name, title=title, day=day, body=body), encoding="utf-8")
    return path


def edit(path: Path, old: str, new: str) -> None:
    """As editors save: a new file beside it, put in its place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    draft = path.with_name(f".{path.name}.swp")
    draft.write_text(text.replace(old, new), encoding="utf-8")
    draft.replace(path)


def marked(page: Page) -> bool:
    """Whether the page is still the one that was marked, not a reloaded one."""
    return bool(page.evaluate("window.marked === true"))


def listening(page: Page, address: str) -> Page:
    """Opens ``address``, waits until it listens, and marks it."""
    with page.expect_response("**/.rondan/events*"):
        page.goto(address)
    page.wait_for_function("window.marked = true")  # unlike evaluate, this outlives a reload
    return page


def test_a_saved_article_is_shown_at_once_and_the_place_kept(
    serving: Serving, archive: Path, open_page: Watched
) -> None:
    page = listening(open_page(), f"{serving.address}/articles/a/")
    page.evaluate("window.scrollTo(0, 900)")
    edit(archive / "content/articles/a.md", "第5段落の本文です。", "書き直した段落です。")
    expect(page.get_by_text("書き直した段落です。")).to_be_attached()
    assert not marked(page)
    until(lambda: page.evaluate("window.scrollY") == 900, "the scroll position")


def test_a_page_that_does_not_change_is_left_alone(serving: Serving, archive: Path, open_page: Watched) -> None:
    page = listening(open_page(), f"{serving.address}/articles/a/")
    other = listening(open_page(), f"{serving.address}/articles/b/")
    edit(archive / "content/articles/b.md", "別の本文です。", "別の、新しい本文です。")
    expect(other.get_by_text("別の、新しい本文です。")).to_be_attached()
    assert marked(page)


def test_style_sheets_are_swapped_without_a_reload(serving: Serving, archive: Path, open_page: Watched) -> None:
    css = archive / "templates" / "static" / "site.css"
    css.parent.mkdir(parents=True, exist_ok=True)
    css.write_text("h1 { color: rgb(1, 2, 3) }")
    until(lambda: "rgb(1, 2, 3)" in _style(serving), "the first style sheet")
    page = listening(open_page(), f"{serving.address}/articles/a/")
    css.write_text("h1 { color: rgb(4, 5, 6) }")
    expect(page.locator("h1")).to_have_css("color", "rgb(4, 5, 6)")
    assert marked(page)
    assert page.locator('link[rel~="stylesheet"]').count() == 1


def _style(serving: Serving) -> str:
    page = serving.get("/")[1]
    return serving.get("/" + page.split('rel="stylesheet" href="')[1].split('"')[0].removeprefix("./"))[1]


def test_a_fault_is_shown_over_the_last_good_page_until_it_is_mended(
    serving: Serving, archive: Path, open_page: Watched
) -> None:
    page = listening(open_page(), f"{serving.address}/articles/a/")
    edit(archive / "content/articles/a.md", "topics:", "topcs:")
    overlay = page.locator("rondan-problems")
    expect(overlay.locator(".place")).to_have_text("content/articles/a.md:6:1")
    expect(overlay.locator(".excerpt")).to_contain_text("6 | topcs: [見本]\n  | ^^^^^")
    expect(overlay.locator(".what")).to_contain_text("topcs")
    expect(overlay.locator(".hint")).to_contain_text("topics")
    expect(page.get_by_text("第5段落の本文です。")).to_be_attached()
    assert marked(page)

    fresh = listening(open_page(), f"{serving.address}/articles/b/")
    expect(fresh.locator("rondan-problems .place")).to_have_text("content/articles/a.md:6:1")

    edit(archive / "content/articles/a.md", "topcs:", "topics:")
    expect(overlay).to_have_count(0)
    expect(fresh.locator("rondan-problems")).to_have_count(0)


def test_the_overlay_can_be_put_away(serving: Serving, archive: Path, open_page: Watched) -> None:
    page = listening(open_page(), f"{serving.address}/")
    edit(archive / "archive.yaml", "title:", "titel:")
    expect(page.locator("rondan-problems .place")).to_contain_text("archive.yaml:")
    page.get_by_role("button", name="Close").click()
    expect(page.locator("rondan-problems")).to_have_count(0)


def test_a_broken_template_names_its_own_line(serving: Serving, archive: Path, open_page: Watched) -> None:
    page = listening(open_page(), f"{serving.address}/")
    (archive / "templates" / "home.html").write_text('{% extends "base.html" %}\n{% block main %}\n{{ nosuchthing }}\n')
    expect(page.locator("rondan-problems .place").first).to_contain_text("home.html")
    (archive / "templates" / "home.html").unlink()
    expect(page.locator("rondan-problems")).to_have_count(0)


def test_drafts_are_shown_and_marked(serving: Serving, archive: Path, open_page: Watched) -> None:
    edit(archive / "content/articles/b.md", "topics:", "status: draft\ntopics:")
    until(lambda: "notice" in serving.get("/articles/b/")[1], "the draft's mark")
    page = listening(open_page(), f"{serving.address}/articles/b/")
    expect(page.locator(".notice")).to_be_visible()


def test_a_deleted_page_is_gone_and_comes_back(serving: Serving, archive: Path, open_page: Watched) -> None:
    watched = open_page()
    page = listening(watched, f"{serving.address}/articles/b/")
    file = archive / "content/articles/b.md"
    kept = file.read_bytes()
    file.unlink()
    expect(page.get_by_text("別の本文です。")).to_have_count(0)
    assert serving.get("/articles/b/")[0] == 404
    until(lambda: open_page.console_errors, "the browser's own note of the 404")
    open_page.console_errors.clear()
    file.write_bytes(kept)
    expect(page.get_by_text("別の本文です。")).to_be_visible()


def test_the_whole_content_folder_may_go_and_come_back(serving: Serving, archive: Path, open_page: Watched) -> None:
    page = listening(open_page(), f"{serving.address}/")
    expect(page.get_by_role("link", name="一つめ").first).to_be_visible()
    shutil.move(archive / "content", archive.parent / "away")
    expect(page.get_by_role("link", name="一つめ")).to_have_count(0)
    shutil.move(archive.parent / "away", archive / "content")
    expect(page.get_by_role("link", name="一つめ").first).to_be_visible()


def test_a_storm_of_renames_ends_in_the_right_state(serving: Serving, archive: Path, open_page: Watched) -> None:
    page = listening(open_page(), f"{serving.address}/articles/a/")
    here, there = archive / "content/articles/a.md", archive / "content/articles/moved.md"
    for _ in range(25):
        here.rename(there)
        there.rename(here)
    edit(here, "第0段落の本文です。", "嵐のあとの本文です。")
    expect(page.get_by_text("嵐のあとの本文です。")).to_be_visible()


def test_the_back_button_never_shows_an_old_page(serving: Serving, archive: Path, open_page: Watched) -> None:
    page = listening(open_page(), f"{serving.address}/articles/b/")
    listening(page, f"{serving.address}/")
    edit(archive / "content/articles/b.md", "別の本文です。", "留守の間に直した本文です。")
    expect(page.get_by_text("留守の間に直した本文です。")).to_be_visible()  # the home page has reloaded by itself
    page.evaluate("void setTimeout(() => history.back(), 100)")
    expect(page.get_by_text("留守の間に直した本文です。")).to_be_visible()


def test_the_page_being_written_is_followed(archive: Path, open_page: Watched) -> None:
    with Serving(archive, "--follow") as serving:
        page = listening(open_page(), f"{serving.address}/")
        edit(archive / "content/articles/b.md", "別の本文です。", "追いかける本文です。")
        page.wait_for_url("**/articles/b/")
        expect(page.get_by_text("追いかける本文です。")).to_be_visible()
        page.close()  # before its server goes
