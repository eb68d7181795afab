"""A search page asked as a person asks it, in Chromium: what it finds, what it costs."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from .search_host import CountingHost

_TIMED = """new MutationObserver((_, watcher) => {
  if (!document.querySelector("#results a")) return;
  globalThis.shownAt = performance.now();
  watcher.disconnect();
}).observe(document, { childList: true, subtree: true });"""
"""Notes when the first results stand on the page, in milliseconds after the page was asked for."""
_SLOW = {"offline": False, "latency": 80, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
_ID = re.compile(r"/articles/([^/]+)/")
_ASK = """async (query) => {
  const box = document.querySelector("input[type=search][name=q]"), results = document.querySelector("#results");
  const read = () => [...results.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  box.focus();
  box.value = query;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const start = performance.now();
  await new Promise((done) => setTimeout(done, 20));
  for (let last = null, since = start; performance.now() - start < 10000; ) {
    const now = JSON.stringify(read());
    if (now !== last || results.getAttribute("aria-busy") === "true") (last = now), (since = performance.now());
    if (performance.now() - since > 150) break;
    await new Promise((done) => setTimeout(done, 15));
  }
  return read();
}"""

GROUPS: dict[str, Callable[[str], bool]] = {
    "plain Japanese": lambda c: (
        c[:2] in ("a2", "a3", "a4", "b1", "b2", "i1", "i2") or c[0] in "cdgh" or c == "t title ja"
    ),
    "variants": lambda c: c[0] == "e",
    "English": lambda c: c[0] in "fj" or c.startswith("i3") or c == "t title en",
    "authors": lambda c: c[0] == "u",
    "questions": lambda c: c[0] == "q",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One query and what came of it."""

    kind: str
    recall: float
    precision: float
    reciprocal: float
    title: float | None
    empty: bool


def quality(browser: Browser, host: CountingHost, queries: Iterable[dict[str, Any]]) -> list[Asked]:
    """Every query asked on one page."""
    page = _opened(browser, host)
    asked = []
    for query in queries:
        got = _ids(page, query["q"])[:10]
        truth, titles = set(query["truth"]), set(query["title"])
        right = [name for name in got if name in truth]
        asked.append(
            Asked(
                query["cls"],
                len(right) / min(10, len(truth)),
                len(right) / len(got) if got else 0.0,
                _reciprocal(got, truth),
                _reciprocal(got, titles) if titles else None,
                not got,
            )
        )
    page.context.close()
    return asked


@dataclass(frozen=True, slots=True)
class Cost:
    """What a search costs: medians of ten first searches; means over the keys of some words."""

    cold_kb: float
    requests: float
    cold_ms: float
    key_kb: float


def cost(browser: Browser, host: CountingHost, queries: Sequence[dict[str, Any]]) -> Cost:
    """First searches from an empty cache, bytes on a quick link and time on one of 80 ms and 10 Mbit/s; then keys."""
    pick = [query["q"] for query in queries if query["cls"][0] in "abcg"] or [query["q"] for query in queries]
    pick = pick[:: max(1, len(pick) // 10)][:10]
    kilobytes, requests = [], []
    for query in pick:
        host.taken()
        page = _opened(browser, host)
        _ids(page, query)
        count, wire = host.taken()
        page.context.close()
        kilobytes.append(wire / 1024)
        requests.append(count)
    times = [_first_results_ms(browser, host, query) for query in pick]
    page = _opened(browser, host)
    _ids(page, "日本")
    host.taken()
    keys = 0
    for word in [query for query in pick if 2 <= len(query) <= 8][:6]:
        for length in range(1, len(word) + 1):
            _ids(page, word[:length])
            keys += 1
    per_key = host.taken()[1] / 1024 / max(1, keys)
    page.context.close()
    return Cost(statistics.median(kilobytes), statistics.median(requests), statistics.median(times), per_key)


def _first_results_ms(browser: Browser, host: CountingHost, query: str) -> float:
    """From asking for a deep link, nothing cached, on Chromium's emulation of a slow link, to the results."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_TIMED)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _SLOW)
    page.goto(f"{host.address}search/?q={quote(query)}", wait_until="commit")
    page.wait_for_function("() => globalThis.shownAt")
    took: float = page.evaluate("() => globalThis.shownAt")
    context.close()
    return took


def _opened(browser: Browser, host: CountingHost) -> Page:
    page = browser.new_context().new_page()
    page.goto(host.address + "search/", wait_until="load")
    return page


def _ids(page: Page, query: str) -> list[str]:
    found: list[str] = []
    for address in page.evaluate(_ASK, query):
        match = _ID.search(address or "")
        if match and match[1] not in found:
            found.append(match[1])
    return found


def _reciprocal(got: Sequence[str], wanted: set[str]) -> float:
    return next((1 / (k + 1) for k, name in enumerate(got) if name in wanted), 0.0)
