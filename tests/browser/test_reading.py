"""Reading the site as a person does: walking through it, with and without scripts, on a phone, from a disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.cli.app import main

from ..unit.pages.sample_site import build_site
from .conftest import Watched

pytestmark = pytest.mark.browser

PAGES = (
    "", "articles/walk-1/", "articles/hostile/", "articles/english/", "articles/excerpt/", "articles/gone/",
    "articles/part/", "authors/", "authors/mizuno/", "topics/", "topics/%E6%B5%B7/", "series/", "years/", "years/2013/",
    "publications/", "about/", "404.html",
)  # fmt: skip
TARGETS = "nav a, button, summary, .tags a, .names a, .people a, .bars a, .timeline a, .foot li a"
LINE_ENDS_AND_STARTS = """() => {
  const starts = [], ends = [];
  for (const block of document.querySelectorAll(".body p")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let top = null, last = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("rt, rp")) continue;
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        if (top === null || box.top > top + box.height / 2) {
          starts.push(node.data[i]);
          if (last) ends.push(last);
        }
        last = node.data[i];
        top = Math.max(top ?? box.top, box.top);
      }
    }
  }
  return [starts.join(""), ends.join("")];
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("reading"))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("english"), "en")


def walk(page: Page, home: str) -> None:
    """From the front page to an author, an article of theirs, and its topic."""
    page.goto(home)
    page.locator("main a", has_text="水野遥").first.click()
    expect(page.locator("h1")).to_have_text("水野遥")
    page.get_by_role("link", name="線路の終わり").click()
    expect(page.locator("h1")).to_have_text("線路の終わり")
    expect(page.locator(".body p").first).to_contain_text("行をまたいでも空きなく続く")
    page.locator(".subjects").get_by_role("link", name="海").click()
    expect(page.locator("h1")).to_have_text("海")
    expect(page.get_by_role("link", name="The courtesy of fog")).to_be_visible()


@pytest.mark.parametrize("base", ["/", "/sub/path/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_from_home_to_author_to_article_to_topic(
    site: Path, host: Callable[[Path, str], str], open_page: Watched, base: str, scripts: bool
) -> None:
    walk(open_page(java_script_enabled=scripts), host(site, base))


def test_the_copy_on_a_disk_can_be_walked(site: Path, open_page: Watched) -> None:
    page = open_page()
    walk(page, (site / "index.html").as_uri())
    assert page.url.endswith("index.html")


def test_a_former_address_leads_on(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page()
    page.goto(host(site, "/") + "old/walk.html")
    page.wait_for_url("**/articles/walk-1/")


def test_a_wrong_address_answers_with_ways_on(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page()
    page.goto(host(site, "/") + "no/such/page")
    open_page.console_errors.clear()  # the browser notes the 404 itself
    page.locator("main").get_by_role("link", name="筆者").click()
    expect(page.locator("h1")).to_have_text("筆者")


def test_no_page_runs_what_its_content_says(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    home, page, alerts = host(site, "/"), open_page(), []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    for path in PAGES:
        page.goto(home + path)
        if path == "":
            expect(page.get_by_text("{{ 7 * 7 }}").first).to_be_visible()
    assert alerts == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(
    site: Path, english: Path, host: Callable[[Path, str], str], open_page: Watched, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    for home in (host(site, "/"), host(english, "/")):
        for path in PAGES:
            page.goto(home + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_text_twice_as_large_fits_a_phone(
    site: Path, english: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    page = open_page(viewport={"width": 390, "height": 800})
    for home in (host(site, "/"), host(english, "/")):
        for path in PAGES:
            page.goto(home + path)
            page.evaluate("document.documentElement.style.fontSize = '212.5%'")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_no_line_begins_with_the_number_of_a_note(
    site: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    page = open_page(viewport={"width": 390, "height": 800})
    page.goto(host(site, "/") + "articles/walk-1/")
    before = page.locator(".body p:has(> .footnote-ref)").evaluate(
        """(p) => Array.from({ length: 60 }, (_, k) => {
          p.style.width = `${60 + k}px`;
          const last = document.createRange(), text = p.querySelector(".footnote-ref").previousSibling;
          last.setStart(text, text.length - 1);
          last.setEnd(text, text.length);
          return p.querySelector(".footnote-ref a").getBoundingClientRect().left - last.getBoundingClientRect().right;
        })"""
    )
    assert min(before) > -1


def test_a_table_on_a_phone_scrolls_rather_than_break_its_numbers(
    tmp_path: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "archive.yaml").write_text("title: 港\nlanguage: ja\n", encoding="utf-8")
    head, line = (
        "| 年度 | 路線名 | 営業キロ | 輸送密度 | 備考 |",
        "| 1987 | 汐見線 | 45.2 | 3,210 | 転換後も存続した。 |",
    )
    text = f"---\ntitle: 港\n---\n\n{head}\n|---|---|---|---|---|\n{line}\n"
    (tmp_path / "content/articles/a.md").write_text(text, encoding="utf-8")
    assert not main(["-C", str(tmp_path), "build", "--jobs", "1"])
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(host(tmp_path / "site", "/") + "articles/a/")
    lines = """(cells) => cells.map((cell) => {
      const inside = document.createRange();
      inside.selectNodeContents(cell);
      return inside.getClientRects().length;
    })"""
    assert page.locator("td:nth-child(-n+4), th:nth-child(-n+2)").evaluate_all(lines) == [1] * 6
    region = page.get_by_role("region", name="年度 路線名")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.table-scroll').scrollLeft > 0")


@pytest.mark.parametrize("width", [320, 357, 401, 768])
def test_no_line_begins_or_ends_against_the_rules(
    site: Path, host: Callable[[Path, str], str], open_page: Watched, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(host(site, "/") + "articles/walk-1/")
    starts, ends = page.evaluate(LINE_ENDS_AND_STARTS)
    assert len(ends) >= 8
    assert not set(starts) & set("、。）」』ー々ゃゅょっ！？…")
    assert not set(ends) & set("（「『")


def test_the_text_is_set_for_reading(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(host(site, "/") + "articles/walk-1/")
    style = page.locator(".body").evaluate(
        """(body) => {
          const style = getComputedStyle(body), size = parseFloat(style.fontSize);
          return {lines: parseFloat(style.lineHeight) / size, measure: body.clientWidth / size, size,
                  lineBreak: style.lineBreak, align: style.textAlign};
        }"""
    )
    assert 1.7 <= style["lines"] <= 2
    assert 35 <= style["measure"] <= 40
    assert style["size"] >= 16
    assert style["lineBreak"] == "strict"
    emphasis = page.locator(".body em").evaluate(
        "(em) => [getComputedStyle(em).fontStyle, getComputedStyle(em).textEmphasisStyle]"
    )
    assert emphasis[0] == "normal"
    assert emphasis[1] != "none"


def test_a_copied_paragraph_equals_its_source(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page()
    page.goto(host(site, "/") + "articles/walk-1/")
    text = page.locator(".body p").first.evaluate(
        "(p) => [...p.childNodes].map((n) => n.nodeName === 'RUBY' ? n.firstChild.data : n.textContent).join('')"
    )
    assert "軍事強化という語は行をまたいでも空きなく続く。これは「強調」である。北方領土と" in text
    assert "──ダッシュ……三点。" in text


def test_the_theme_is_remembered(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page(color_scheme="light")
    page.goto(host(site, "/"))
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    button = page.locator("button.theme")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    dark = page.evaluate(background)
    assert dark != light
    page.get_by_role("link", name="この論壇について").first.click()
    expect(page.locator("h1")).to_have_text("この論壇について")
    assert page.evaluate(background) == dark


def test_the_system_decides_where_nothing_is_remembered(
    site: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    home, seen = host(site, "/"), set()
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme, java_script_enabled=False)
        page.goto(home)
        seen.add(page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor"))
        expect(page.locator("button.theme")).to_be_hidden()
    assert len(seen) == 2


def test_references_can_be_copied_and_saved(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(host(site, "/") + "articles/walk-1/")
    page.get_by_text("RIS", exact=True).click()
    details = page.locator("details", has_text="TY  - NEWS")
    details.get_by_role("button", name="コピー RIS").click()
    expect(details.get_by_role("status")).to_have_text("コピーしました")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n").startswith("TY  - NEWS\n")
    with page.expect_download() as waiting:
        details.get_by_role("link", name="保存 RIS").click()
    assert waiting.value.suggested_filename == "walk-1.ris"
    assert Path(waiting.value.path()).read_bytes().endswith(b"ER  - \r\n")


def test_a_paragraph_has_an_address_to_cite_it_by(
    site: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    page = open_page(viewport={"width": 1280, "height": 900})
    home = host(site, "/")
    page.goto(home + "articles/walk-1/?q=")
    expect(page.locator(".pin").first).to_have_attribute("href", "/articles/walk-1/#p1")
    page.goto(home + "articles/walk-1/")
    texts = page.locator(".body p").all_inner_texts()
    page.locator("#p2").hover()
    page.get_by_role("link", name="段落 2").click()
    assert page.url.endswith("/articles/walk-1/#p2")
    assert page.locator(".body p").all_inner_texts() == texts


def test_all_addresses_of_paragraphs_can_be_asked_for(
    site: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    home = host(site, "/")
    page.goto(home + "articles/walk-1/")
    links = page.get_by_role("link", name="段落 ")
    expect(links).to_have_count(0)  # whoever does not ask has the text alone, by ear, too
    button = page.get_by_role("button", name="段落番号")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(links).to_have_count(page.locator(".body p[id]").count())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    links.nth(1).focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#p2")
    page.goto(home + "articles/part/")
    expect(links).to_have_count(1)  # remembered
    page.get_by_role("button", name="縦書き").click()
    pin, body = (page.locator(each).bounding_box() for each in (".pin", ".body"))
    assert pin is not None
    assert body is not None
    assert pin["y"] >= body["y"]
    page.emulate_media(media="print")
    expect(page.locator(".pin")).to_be_hidden()


def test_the_paragraph_one_was_sent_to_is_marked_in_forced_colours_too(
    site: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    page = open_page(forced_colors="active")
    page.goto(host(site, "/") + "articles/walk-1/#p2")
    expect(page.locator("#p2")).to_have_css("outline-style", "solid")
    expect(page.locator("#p1")).to_have_css("outline-style", "none")


def test_the_sign_beside_a_paragraph_covers_no_number_of_a_list(
    tmp_path: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "archive.yaml").write_text("title: 港\nlanguage: ja\n", encoding="utf-8")
    (tmp_path / "content/articles").mkdir()
    (tmp_path / "content/articles/a.md").write_text("---\ntitle: 港\n---\n\n1. 朝\n\n2. 夜\n", encoding="utf-8")
    assert not main(["-C", str(tmp_path), "build", "--jobs", "1"])
    page = open_page()
    page.goto(host(tmp_path / "site", "/") + "articles/a/")
    page.locator("#p2").hover()
    box = "each => each.getBoundingClientRect()"
    pin, whole = page.locator("#p2 .pin").evaluate(f"{box}.right"), page.locator(".body ol").evaluate(f"{box}.left")
    assert pin <= whole + 1


def test_the_note_can_be_copied_at_a_stroke(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(host(site, "/") + "articles/walk-1/")
    page.locator(".cite").get_by_role("button", name="コピー 引用").click()
    expect(page.get_by_role("status")).to_have_text("コピーしました")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".cite > .reference").inner_text()


def test_a_note_that_may_not_be_copied_is_selected(
    site: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    page = open_page()
    page.goto(host(site, "/") + "articles/walk-1/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.locator(".cite").get_by_role("button", name="コピー 引用").click()
    note = page.locator(".cite > .reference").inner_text()
    page.wait_for_function("note => getSelection().toString() === note", arg=note)
    expect(page.get_by_role("status")).to_have_text("")


def test_the_text_stands_still_while_pictures_load(
    tmp_path: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "archive.yaml").write_text("title: 港\nlanguage: ja\n", encoding="utf-8")
    text = '---\ntitle: 港\n---\n\n![図](fig.gif "図1")\n\n本文。\n'
    (tmp_path / "content/articles/a.md").write_text(text, encoding="utf-8")
    (tmp_path / "content/articles/fig.gif").write_bytes(b"GIF89a" + bytes([0x20, 3, 0x90, 1]))  # 800 by 400
    assert not main(["-C", str(tmp_path), "build", "--jobs", "1"])
    page = open_page(viewport={"width": 390, "height": 800})
    page.route("**/fig.gif", lambda route: None)  # it never comes
    page.goto(host(tmp_path / "site", "/") + "articles/a/", wait_until="domcontentloaded")
    box = page.locator("figure img").bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert box["height"] == pytest.approx(box["width"] / 2)


def test_controls_can_be_hit_and_seen(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    home, page = host(site, "/"), open_page(viewport={"width": 390, "height": 800})
    for path in PAGES:
        page.goto(home + path)
        small = page.evaluate(
            """(targets) => [...document.querySelectorAll(targets)]
              .filter((e) => e.checkVisibility())
              .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
              .filter(([, box]) => box.height < 24 || box.width < 12)
              .map(([text, box]) => `${text} ${box.width}x${box.height}`)""",
            TARGETS,
        )
        assert small == [], path


def test_the_keyboard_reaches_the_text_first(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page()
    page.goto(host(site, "/") + "articles/walk-1/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_print_leaves_out_what_paper_cannot_do(
    site: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    page = open_page()
    page.goto(host(site, "/") + "articles/walk-1/")
    page.emulate_media(media="print")
    for hidden in ("nav >> nth=0", ".theme", ".toc", ".cite details >> nth=0"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".record")).to_be_visible()
    expect(page.locator(".cite > .reference")).to_be_visible()


def test_paper_is_light_whatever_the_screen_is(
    site: Path, host: Callable[[Path, str], str], open_page: Watched
) -> None:
    page = open_page(color_scheme="dark")
    page.goto(host(site, "/") + "articles/walk-1/")
    for choice in ("system", "dark"):
        page.evaluate("(choice) => { document.documentElement.dataset.theme = choice; }", choice)
        page.emulate_media(media="print")
        expect(page.locator(".body")).to_have_css("color", "rgb(0, 0, 0)")
        page.emulate_media(media="screen")


def test_where_a_note_leads_back_to_is_told(site: Path, host: Callable[[Path, str], str], open_page: Watched) -> None:
    page = open_page()
    page.goto(host(site, "/") + "articles/walk-1/")
    page.get_by_role("link", name="[1]").click()
    page.get_by_role("link", name="本文の注1へ戻る").click()
    assert page.url.endswith("#fnref1")


@pytest.mark.parametrize("width", [390, 1000])
def test_japanese_may_be_read_vertically(
    site: Path, host: Callable[[Path, str], str], open_page: Watched, width: int
) -> None:
    home, page = host(site, "/"), open_page(viewport={"width": width, "height": 700})
    page.goto(home + "articles/walk-1/")
    button, body = page.get_by_role("button", name="縦書き"), page.locator(".body")
    text = body.inner_text()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(body).to_have_css("writing-mode", "vertical-rl")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert body.evaluate("(body) => body.scrollWidth > body.clientWidth && body.scrollHeight <= body.clientHeight")
    assert page.locator(".upright", has_text="2").first.is_visible()
    assert "".join(body.inner_text().split()) == "".join(text.split())
    body.hover()
    page.mouse.wheel(0, 200)
    page.wait_for_function("document.querySelector('.body').scrollLeft < 0")
    page.goto(home + "articles/part/")
    expect(page.locator(".body")).to_have_css("writing-mode", "vertical-rl")  # remembered
    page.emulate_media(media="print")
    expect(page.locator(".body")).to_have_css("writing-mode", "horizontal-tb")
    page.emulate_media(media="screen")
    page.goto(home + "articles/english/")
    expect(page.get_by_role("button", name="縦書き")).to_have_count(0)
    expect(page.locator(".body")).to_have_css("writing-mode", "horizontal-tb")
