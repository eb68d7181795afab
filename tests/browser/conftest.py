"""A Chromium for the session, pages that watch what goes wrong, and built sites served as hosts serve them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .obtain import MISSING, chromium
from .static_host import StaticHost

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


class Watched:
    """Opens pages, and notes what no page of ours may do."""

    def __init__(self, browser: Browser, stack: ExitStack) -> None:
        self._browser, self._stack = browser, stack
        self.console_errors: list[str] = []
        self.outside: list[str] = []

    def __call__(self, **context: object) -> Page:
        """A page in a fresh context; keywords as ``browser.new_context`` takes them."""
        context.setdefault("locale", "ja-JP")
        made = self._browser.new_context(**context)  # type: ignore[arg-type]
        self._stack.callback(made.close)
        page = made.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        page.on("request", lambda request: self._request(request.url))
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind == "error":
            self.console_errors.append(text)

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost"):
            self.outside.append(url)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Watched]:
    """Call it for a Page. At the end of the test there must be no console error and no request to the outside;
    a test that provokes one empties ``console_errors`` itself."""
    with ExitStack() as stack:
        watched = Watched(browser, stack)
        yield watched
    assert watched.console_errors == []
    assert watched.outside == []


@pytest.fixture(scope="session")
def host() -> Iterator[Callable[[Path, str], str]]:
    """``host(folder, "/")`` or ``host(folder, "/sub/path/")``: serves a built site there and gives its address."""
    with ExitStack() as stack:

        def serve(folder: Path, base: str = "/") -> str:
            return stack.enter_context(StaticHost(folder, base)).address

        yield serve
