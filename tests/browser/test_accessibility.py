"""axe has nothing to complain of: search page, marked article, open box, other pages; on a phone, on a desk, dark."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from ..unit.pages.sample_site import build_site
from .conftest import Watched
from .search_site import build_search_site

pytestmark = pytest.mark.browser
Host = Callable[[Path, str], str]
LOOKS: list[tuple[Literal["light", "dark"], ViewportSize]] = [
    ("light", {"width": 390, "height": 844}),
    ("dark", {"width": 1280, "height": 900}),
]
RUN = """() => {
  const rules = { "target-size": { enabled: true } };
  return globalThis.axe.run(document, { resultTypes: ["violations"], rules }).then((found) => found.violations);
}"""


@cache
def axe() -> str:
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Of the page at rest: what fades in is not yet what a reader sees."""
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished))")
    page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate(RUN)
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def searched(page: Page) -> None:
    page.goto("search/?q=図書館&author=mizuno")
    expect(page.locator("#results li").first).to_be_visible()
    expect(page.locator("#facets button").first).to_be_visible()


def marked(page: Page) -> None:
    page.goto("search/?q=図書館")
    page.locator("#results a").first.click()
    expect(page.locator("main mark").first).to_be_visible()


def proposing(page: Page) -> None:
    page.goto("authors/")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").press_sequentially("図書館")
    page.get_by_role("combobox").press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()


def fallen_back(page: Page) -> None:
    page.goto("search/?q=rehabilitatino")
    expect(page.locator("#note")).to_be_visible()


def opened(address: str) -> Callable[[Page], None]:
    return lambda page: page.goto(address) and None


VISITS: dict[str, Callable[[Page], None]] = {
    "results": searched,
    "fallback": fallen_back,
    "nothing asked": opened("search/"),
    "marked article": marked,
    "open box": proposing,
    "home": opened(""),
    "authors": opened("authors/"),
    "author": opened("authors/mizuno/"),
    "years": opened("years/"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_search_site(tmp_path_factory.mktemp("accessible"))


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("accessible"))


@pytest.mark.parametrize(("colours", "size"), LOOKS, ids=["light phone", "dark desk"])
@pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS.keys())
def test_axe_finds_no_violation(
    site: Path,
    host: Host,
    open_page: Watched,
    visit: Callable[[Page], None],
    colours: Literal["light", "dark"],
    size: ViewportSize,
) -> None:
    page = open_page(base_url=host(site, "/"), viewport=size, color_scheme=colours)
    visit(page)
    assert violations(page) == []


@pytest.mark.parametrize(("colours", "size"), LOOKS, ids=["light phone", "dark desk"])
def test_axe_finds_no_violation_in_what_is_read(
    reading: Path, host: Host, open_page: Watched, colours: Literal["light", "dark"], size: ViewportSize
) -> None:
    page = open_page(base_url=host(reading, "/"), viewport=size, color_scheme=colours)
    for path in ("articles/walk-1/", "articles/excerpt/", "topics/", "series/", "publications/", "about/", "404.html"):
        page.goto(path)
        for button in page.locator(".numbers, .cite summary").all():
            button.click()
        assert violations(page) == [], path
        if page.locator(".turn").is_visible():
            page.locator(".turn").click()
            expect(page.get_by_role("region", name="縦書き")).to_have_attribute("tabindex", "0")
            assert violations(page) == []
            page.locator(".turn").click()
            expect(page.locator(".body")).not_to_have_attribute("tabindex", "0")


def test_axe_does_complain_of_what_is_wrong(site: Path, host: Host, open_page: Watched) -> None:
    page = open_page(base_url=host(site, "/"))
    page.goto("authors/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert len(violations(page)) == 1
    page.goto("authors/")
    page.locator(".rows a").evaluate_all(
        "all => all.map(({ style }) => Object.assign(style, { width: '9px', minWidth: 0, height: '9px', padding: 0 }))"
    )
    assert "target-size" in violations(page)[0]
