"""Searching as a person does: the page, its filters and address, the box in the head, marks in an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from builder.cli.app import main

from .conftest import Watched
from .search_site import build_search_site

pytestmark = pytest.mark.browser
Host = Callable[[Path, str], str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_search_site(tmp_path_factory.mktemp("search"))


@pytest.fixture
def page(site: Path, host: Host, open_page: Watched) -> Page:
    opened = open_page(base_url=host(site, "/sub/path/"))
    opened.goto("search/")
    return opened


def settled(page: Page) -> list[str]:
    """The titles of the results, once there are no more to come."""
    page.wait_for_timeout(150)
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")
    return page.locator("#results h2").all_inner_texts()


def ask(page: Page, query: str) -> list[str]:
    page.fill("#q", query)
    return settled(page)


def test_typing_finds_and_marks(page: Page) -> None:
    assert ask(page, "新幹線")
    assert page.locator("#results mark").first.inner_text() == "新幹線"
    expect(page.get_by_role("status")).to_have_text(re.compile("件の記事$"))
    links = page.locator("#results a")
    assert links.count() == page.locator("#results li").count()
    assert all("/articles/" in (links.nth(k).get_attribute("href") or "") for k in range(links.count()))


@pytest.mark.parametrize(
    "query", ["國鐵", "国鉄", "ｺﾝﾋﾟｭｰﾀ", "コンピューター", "ＮＡＴＯ加盟", "みずの", "Oe Wataru", "𠮷野", "吉野", "CAFE"]
)
def test_spellings_of_one_thing_find_it(page: Page, query: str) -> None:
    assert ask(page, query)
    assert page.locator("#note").is_hidden()


@pytest.mark.parametrize("query", ["-鉄道", "・", "🚃"])
def test_a_query_without_a_word_is_answered_in_words(page: Page, query: str) -> None:
    assert not ask(page, query)
    expect(page.locator("#note")).not_to_be_empty()


def test_fallbacks_say_so(page: Page) -> None:
    assert ask(page, "rehabilitatino")
    expect(page.locator("#note")).to_contain_text("rehabilitation")
    assert ask(page, "新幹線はどの港で見直されましたか")
    expect(page.locator("#note")).to_be_visible()
    assert ask(page, "齉齉齉") == []
    expect(page.locator("#note")).to_be_visible()


def test_phrases_and_exclusion(page: Page) -> None:
    everything = ask(page, "図書館")
    without = ask(page, "図書館 -夜の図書館")
    assert page.get_by_role("status").inner_text() != ""
    assert len(without) <= len(everything)
    ask(page, "「夜の図書館」")
    assert set(page.locator("#results .open mark, #results h2 mark").all_inner_texts()) == {"夜の図書館"}


def test_filters_follow_the_query_and_stand_in_the_address(page: Page) -> None:
    ask(page, "移転")
    button = page.locator("#facets button").first
    expect(button).to_be_visible()  # the filters come behind the results
    name, count = button.locator("span").all_inner_texts()
    button.click()
    settled(page)
    expect(page.get_by_role("status")).to_have_text(f"{count}件の記事")
    assert "author=" in page.url
    assert "q=" in page.url
    expect(page.locator("#chips button")).to_contain_text(name)
    page.locator("#years button").first.click()
    settled(page)
    assert "year=" in page.url
    page.go_back()
    settled(page)
    assert "year=" not in page.url
    page.go_back()
    settled(page)
    assert page.locator("#chips").is_hidden()
    page.go_forward()
    settled(page)
    expect(page.locator("#chips button")).to_contain_text(name)
    page.locator("#chips button").click()
    settled(page)
    assert "author=" not in page.url


def test_the_years_of_a_long_time_are_told_by_decades(tmp_path: Path, host: Host, open_page: Watched) -> None:
    articles = tmp_path / "content/articles"
    articles.mkdir(parents=True)
    (tmp_path / "archive.yaml").write_text("title: 長い論壇\nlanguage: ja\n", encoding="utf-8")
    for year in (1931, *range(1960, 1980), 2024):
        text = f"---\ntitle: 港\ndate: {year}-05-01\n---\n\n港の朝は早い。\n"
        (articles / f"{year}.md").write_text(text, encoding="utf-8")
    assert not main(["-C", str(tmp_path), "build", "--jobs", "1"])
    page = open_page(base_url=host(tmp_path / "site", "/"))
    page.goto("search/?q=港")
    settled(page)
    rows = page.locator("#years button")
    expect(rows).to_have_text(["2020年代 1", "1970年代 10", "1960年代 10", "1930年代 1"])
    assert all(
        height >= 24 for height in rows.evaluate_all("all => all.map(row => row.getBoundingClientRect().height)")
    )
    page.get_by_role("button", name="1960年代 10").click()
    settled(page)
    expect(page.get_by_role("status")).to_have_text("10件の記事")
    expect(page.locator("#chips button")).to_contain_text("1960年代")
    expect(rows).to_have_count(10)
    page.get_by_role("button", name="1968年 1").click()
    settled(page)
    assert "year=1968" in page.url
    page.get_by_role("button", name="1968年 1").click()
    settled(page)
    assert page.url.endswith("year=196")
    page.goto("search/?q=港&year=19")
    expect(page.get_by_role("status")).to_have_text("見つかりませんでした。")
    expect(rows).to_have_count(4)


def test_bars_of_the_years_are_seen_in_forced_colours_too(site: Path, host: Host, open_page: Watched) -> None:
    page = open_page(base_url=host(site, "/"), forced_colors="active")
    page.goto("search/?q=図書館")
    settled(page)
    bar = page.locator("#years .bar").first
    expect(bar).to_be_visible()
    colours = [each.evaluate("e => getComputedStyle(e).backgroundColor") for each in (bar, page.locator("body"))]
    assert colours[0] != colours[1]


def test_how_to_ask_is_told_until_something_is_found(page: Page) -> None:
    page.goto("search/")
    hint = page.locator(".hint")
    expect(hint).to_be_visible()
    ask(page, "図書館")
    expect(hint).to_be_hidden()
    ask(page, "無い無い無い")
    expect(hint).to_be_visible()


def test_a_filter_keeps_the_focus_when_it_was_pressed(page: Page) -> None:
    ask(page, "移転")
    button = page.locator("#facets button").first
    name = button.locator("span").first.inner_text()
    button.focus()
    page.keyboard.press("Enter")
    settled(page)
    focused = page.locator("#facets button:focus")
    expect(focused).to_have_attribute("aria-pressed", "true")
    expect(focused).to_contain_text(name)
    page.locator("#chips button").focus()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_role("status")).to_be_focused()


def test_of_two_filters_of_one_name_the_pressed_one_keeps_the_focus(
    tmp_path: Path, host: Host, open_page: Watched
) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "archive.yaml").write_text("title: 港の論壇\nlanguage: ja\n", encoding="utf-8")
    text = "---\ntitle: 朝\nauthors: [港]\ntopics: [港]\n---\n\n朝は早い。\n"
    (tmp_path / "content/articles/a.md").write_text(text, encoding="utf-8")
    assert not main(["-C", str(tmp_path), "build", "--jobs", "1"])
    page = open_page(base_url=host(tmp_path / "site", "/"))
    page.goto("search/?q=朝")
    settled(page)
    topic = page.locator("#facets section", has=page.get_by_role("heading", name="主題")).get_by_role("button")
    topic.focus()
    page.keyboard.press("Enter")
    settled(page)
    expect(topic).to_have_attribute("aria-pressed", "true")
    expect(topic).to_be_focused()


def test_a_deep_link_restores_everything(page: Page) -> None:
    page.goto("search/?q=移転&sort=old")
    settled(page)
    expect(page.locator("#q")).to_have_value("移転")
    expect(page.locator("#sort")).to_have_value("old")
    dates = page.locator("#results time").evaluate_all("all => all.map(one => one.dateTime)")
    assert dates == sorted(dates)
    page.select_option("#sort", "new")
    settled(page)
    dates = page.locator("#results time").evaluate_all("all => all.map(one => one.dateTime)")
    assert dates == sorted(dates, reverse=True)
    page.goto("search/?author=mizuno")
    assert settled(page)


def test_more_results_on_demand(page: Page) -> None:
    page.goto("search/?q=は")
    assert len(settled(page)) == 10
    page.click("#more")
    assert len(settled(page)) == 20
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#results li')[10]")


def test_back_leads_to_what_was_asked_before_and_shows_as_much(page: Page) -> None:
    ask(page, "図書館")
    page.press("#q", "Enter")
    for more in ("港", "港の", "港の組合"):
        ask(page, more)  # typed: one step, not three
    page.press("#q", "Enter")
    page.click("#more")
    shown = len(settled(page))
    assert shown > 10
    page.locator("#results a").last.click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    assert len(settled(page)) == shown
    page.go_back()
    settled(page)
    expect(page.locator("#q")).to_have_value("図書館")
    assert page.locator("#results li").count() == 10
    page.go_forward()
    settled(page)
    expect(page.locator("#q")).to_have_value("港の組合")


def test_who_goes_to_a_place_on_the_page_keeps_the_results(page: Page) -> None:
    page.goto("search/?q=図書館")
    settled(page)
    page.click("#more")
    shown = len(settled(page))
    assert shown > 10
    page.locator(".skip").press("Enter")
    page.wait_for_url("**#main")
    page.wait_for_timeout(200)
    assert len(settled(page)) == shown
    page.reload()
    assert len(settled(page)) == shown


def test_hostile_text_and_queries_stay_text(page: Page) -> None:
    assert ask(page, "題名")
    assert ask(page, '"><img src=x onerror="globalThis.broken=1">題名')
    for query in ("-", "「", '"', "((", "\\", "%", "\ud800", "[a-", "$&", "あ" * 400, "a" * 400, "-新幹線"):
        page.evaluate(
            "q => { const i = document.querySelector('#q'); i.value = q; i.dispatchEvent(new InputEvent('input')); }",
            query,
        )
        settled(page)
    assert page.evaluate("globalThis.broken") is None
    page.goto("search/?q=%3Cimg src=x onerror=globalThis.broken=1%3E&author=%3Cb%3E&year=x&sort=y")
    settled(page)
    assert page.evaluate("globalThis.broken") is None


def test_nothing_is_searched_while_an_input_method_composes(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    page.focus("#q")
    before = page.url
    for text in ("し", "しん", "しんかん", "しんかんせん"):
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    page.wait_for_timeout(300)
    assert page.url == before
    assert page.locator("#results li").count() == 0
    session.send("Input.insertText", {"text": "新幹線"})
    assert settled(page)
    assert page.input_value("#q") == "新幹線"


def test_an_article_marks_what_one_came_for(page: Page) -> None:
    ask(page, "図書館")
    page.locator("#results a").first.click()
    page.wait_for_url("**/articles/**")
    marks = page.locator("main mark")
    expect(marks.first).to_have_text("図書館")
    told = page.get_by_role("region", name="検索語の印").get_by_role("status")
    expect(told).to_have_text(re.compile(r"1 / \d+"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # behind the link to the text
    expect(page.get_by_role("button", name="前の検索語")).to_be_focused()
    page.get_by_role("button", name="次の検索語").click()
    page.get_by_role("button", name="強調を消す").click()
    expect(page.locator("main")).to_be_focused()
    expect(marks).to_have_count(0)


def test_the_box_in_the_head_is_a_combobox(page: Page) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto("authors/")
    page.wait_for_timeout(300)
    assert not [url for url in requested if "/search/" in url]
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    box.press_sequentially("みずの")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("水野 遥")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "proposal-0")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    expect(options.first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/authors/mizuno/")


def test_the_box_guesses_at_no_words(page: Page) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto("authors/")
    page.fill("#find", "electoin")
    expect(page.get_by_role("option")).to_have_text("「electoin」をすべて検索")
    assert not [url for url in requested if "/search/v/" in url]
    page.press("#find", "Enter")
    page.wait_for_url("**/search/?q=*")
    settled(page)
    assert [url for url in requested if "/search/v/" in url]


def test_enter_in_the_box_leads_to_the_page(page: Page) -> None:
    page.goto("authors/")
    page.keyboard.press("Control+k")
    page.keyboard.type("図書館")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert settled(page)


def test_keys_are_not_stolen_from_what_one_types(page: Page) -> None:
    for key in ("/", "Control+k"):
        page.goto("authors/")
        page.keyboard.press(key)
        expect(page.get_by_role("combobox")).to_be_focused()
        page.keyboard.type("a/b")
        assert page.get_by_role("combobox").input_value() == "a/b"


def test_the_single_key_can_be_turned_off(page: Page) -> None:
    page.goto("search/")
    page.get_by_role("button", name="「/」キーで検索欄へ", pressed=True).click()
    page.goto("authors/")
    page.keyboard.type("/k")  # as dictation may, or a slip of the hand (WCAG 2.1.4)
    expect(page.locator("body")).to_be_focused()
    page.goto("search/")
    page.get_by_role("button", name="「/」キーで検索欄へ", pressed=False).click()
    page.goto("authors/")
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()


def test_without_scripts_the_page_offers_the_lists(site: Path, host: Host, open_page: Watched) -> None:
    page = open_page(base_url=host(site, "/"), java_script_enabled=False)
    page.goto("search/?q=図書館")
    for name in ("authors", "topics", "years"):
        assert page.locator(f"main a[href$='{name}/']").count() == 1


def test_a_copy_opened_from_a_folder_searches(site: Path, open_page: Watched) -> None:
    page = open_page()
    page.goto((site / "search" / "index.html").as_uri())
    assert ask(page, "新幹線")
    page.locator("#results a").first.click()
    expect(page.locator("main mark").first).to_have_text("新幹線")


def test_the_box_of_a_copy_opened_from_a_folder_leads_on(site: Path, open_page: Watched) -> None:
    page = open_page()
    page.goto((site / "index.html").as_uri())
    page.fill("#find", "水野")
    page.locator("#proposals li").first.click()
    expect(page.locator("h1")).to_have_text("水野 遥")
    page.fill("#find", "図書館")
    page.press("#find", "Enter")
    expect(page.locator("#results h2").first).to_be_visible()


def test_what_was_found_stands_undimmed_while_the_filters_are_still_loading(page: Page) -> None:
    held: list[Route] = []
    page.route("**/facets.bin*", lambda route: held.append(route))
    assert ask(page, "新幹線")
    page.wait_for_timeout(600)  # longer than it takes until "searching" is said
    expect(page.get_by_role("status")).to_have_text(re.compile("件の記事$"))
    assert held
    held[0].continue_()
    expect(page.locator("#facets button").first).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile("件の記事$"))


def test_where_only_the_filters_are_lost_the_results_stay(page: Page, open_page: Watched) -> None:
    page.route("**/facets.bin*", lambda route: route.fulfill(status=404))
    assert ask(page, "新幹線")
    expect(page.locator("#note")).to_contain_text("絞り込み")
    expect(page.get_by_role("status")).to_have_text(re.compile("件の記事$"))
    assert page.locator("#results li").count()
    page.unroute("**/facets.bin*")
    page.locator("#note button").click()
    expect(page.locator("#facets button").first).to_be_visible()
    expect(page.locator("#note")).to_be_hidden()
    open_page.console_errors.clear()


def test_what_is_otherwise_written_is_found_and_said(page: Page) -> None:
    assert ask(page, "こんぴゅーたー")
    expect(page.locator("#note")).to_contain_text("コンピューター")
    assert page.locator("#results mark").first.inner_text().startswith("コンピュータ")


def test_a_lost_index_is_told_and_can_be_tried_again(page: Page, open_page: Watched) -> None:
    page.route("**/search/k/**", lambda route: route.abort())
    page.fill("#q", "新幹線")
    expect(page.locator("#note button")).to_be_visible()
    page.unroute("**/search/k/**")
    page.locator("#note button").click()
    assert settled(page)
    open_page.console_errors.clear()
