"""The search page where Pagefind is the engine, with a stand-in for it: the form, the address and the filters."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from builder.cli.app import main

from .conftest import Watched
from .search_site import build_search_site

pytestmark = pytest.mark.browser

ENGINE = """export const options = async () => {}, init = async () => {};
export const search = async (query) => ({
  results: [{ data: async () => ({ url: "../", meta: { title: "港" }, excerpt: `<mark>${query}</mark>` }) }],
  filters: { author: { 水野遥: 1 } },
});
"""
PROGRAM = f"""#!{sys.executable}
import pathlib, sys
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
out = pathlib.Path(given["--output-path"]); out.mkdir()
(out / "pagefind.js").write_text({ENGINE!r}, encoding="utf-8")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_what_is_asked_stands_in_the_address_and_comes_back(
    tmp_path: Path, host: Callable[[Path, str], str], open_page: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_search_site(tmp_path)
    (tmp_path / "pagefind").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "pagefind").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    site = tmp_path / "other"
    assert main(["-C", str(tmp_path), "build", "--out", str(site), "--search", "pagefind"]) == 0
    page = open_page(base_url=host(site, "/sub/path/"))
    page.goto("search/")

    def asked() -> str:
        return unquote(page.url.partition("?")[2])

    page.fill("#q", "港")
    expect(page.locator("#results mark")).to_have_text('"港"')
    assert asked() == "q=港"
    page.press("#q", "Enter")
    page.select_option("#sort", "new")
    page.focus("#facets button")
    page.keyboard.press("Enter")
    expect(page.locator("#facets button")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#facets button")).to_be_focused()
    assert asked() == "q=港&author=水野遥&sort=new"
    page.go_back()
    expect(page.locator("#facets button")).to_have_attribute("aria-pressed", "false")
    assert asked() == "q=港&sort=new"
    page.go_back()
    expect(page.locator("#sort")).to_have_value("")
    assert (asked(), page.input_value("#q")) == ("q=港", "港")
    page.goto("search/?q=港&year=196")
    page.get_by_role("button", name="196 0", pressed=True).click()
    expect(page.get_by_role("button", pressed=True)).to_have_count(0)
    assert asked() == "q=港"
