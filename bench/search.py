"""Search measured: ours, Pagefind and MiniSearch on one corpus, in Chromium, side by side.

    python -m bench.search --data DIR [--engines builtin,pagefind,minisearch] [--grown 10000] [--random 2000]

DIR holds corpus*.jsonl (an article a line: id, title, author, topic, date, lang, body) and queries*.json (id, cls, q,
truth, title); the environment variable RONDAN_BENCH_SEARCH names it as well. Pagefind needs its binary, MiniSearch
npm and node; what is missing is left out and said so. Then the browser's answers are laid beside the reference's, for
the queries and for random ones; and the built-in engine is measured on the corpus grown to many articles, as a site
and, in one process, as an index alone. Everything is made in a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from builder.search.reader import Index
from tests.browser.agreement import differences, random_queries, write_probe
from tests.browser.conftest import ARGUMENTS
from tests.browser.obtain import MISSING, chromium

from .search_corpus import Row, grown, read, write
from .search_grown import measured, table
from .search_host import CountingHost
from .search_measure import GROUPS, Asked, Cost, cost, quality
from .search_peers import minisearch

ENGINES = ("builtin", "pagefind", "minisearch")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("RONDAN_BENCH_SEARCH"))
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--grown", type=int, default=10_000, help="articles of the grown corpus; 0 for none")
    parser.add_argument("--random", type=int, default=2_000, help="random queries asked of browser and reference")
    given = parser.parse_args()
    if given.data is None or not given.data.is_dir():
        print("Say where the corpus is: --data DIR or RONDAN_BENCH_SEARCH=DIR (see the help).", file=sys.stderr)
        return 2
    path = chromium()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    articles = read(given.data)
    queries = json.loads(next(given.data.glob("queries*.json")).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        rows = {}
        for engine in given.engines.split(","):
            site = _site(engine, articles, Path(folder))
            if site:
                rows[engine] = _measured(browser, site, queries)
            if site and engine == "builtin":
                _agree(browser, site, articles, [query["q"] for query in queries], given.random)
        grown_cost = _grown(browser, articles, given.grown, Path(folder), queries) if given.grown else None
        browser.close()
    _print(rows)
    if grown_cost:
        print(f"\nGrown to {given.grown} articles: first search {grown_cost.cold_kb:.1f} KB in", end=" ")
        print(f"{grown_cost.requests:.1f} requests, {grown_cost.cold_ms:.0f} ms; per key {grown_cost.key_kb:.1f} KB\n")
        print(table(measured(given.data, given.grown, 1)))
    return 0


def _agree(browser: Browser, site: Path, articles: Sequence[Row], asked: Sequence[str], more: int) -> None:
    """Prints where the browser answers otherwise than the reference."""
    routes = [path.relative_to(site).as_posix() for path in (site / "search").rglob("*") if path.is_file()]
    folder = site.parent / "probe"
    write_probe({route: (site / route).read_bytes() for route in routes}, folder)
    index = Index(lambda route: (folder / route).read_bytes())
    queries = [*asked, *random_queries([f"{one['title']} {one['body']}" for one in articles], more)]
    with CountingHost(folder) as host:
        page = browser.new_page()
        page.goto(host.address + "probe.html")
        found = list(differences(page, index, queries))
        page.close()
    print(f"browser and reference: {len(queries)} queries, {len(found)} differences")
    for query, key, wanted, got in found[:5]:
        print(f"  {query!r}, {key}: {wanted!r} but {got!r}"[:400])


def _grown(
    browser: Browser, articles: list[Row], count: int, folder: Path, queries: list[dict[str, Any]]
) -> Cost | None:
    site = _site("builtin", list(grown(articles, count)), folder / "grown")
    if site is None:
        return None
    with CountingHost(site) as host:
        return cost(browser, host, queries)


def _site(engine: str, articles: list[dict[str, Any]], folder: Path) -> Path | None:
    """Builds an engine's site and tells what that took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        if engine == "minisearch":
            site = minisearch(articles, folder)
        else:
            site = folder / f"site-{engine}"
            archive = folder / "archive"
            if not archive.is_dir():
                write(articles, archive)
            command = [sys.executable, "-m", "builder", "-C", archive, "build"]
            subprocess.run([*command, "--search", engine, "--out", site], check=True, stdout=subprocess.DEVNULL)
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        print(f"{engine}: left out, {error}", file=sys.stderr)
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = [path for path in (site / "search").rglob("*") if path.is_file()]
    took = time.perf_counter() - start
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{engine}: site in {took:.1f} s ({cpu:.1f} CPU s), {len(files)} search files, {size:.1f} MB")
    return site


def _measured(browser: Browser, site: Path, queries: list[dict[str, Any]]) -> tuple[list[Asked], Cost]:
    with CountingHost(site) as host:
        return quality(browser, host, queries), cost(browser, host, queries)


def _print(rows: dict[str, tuple[list[Asked], Cost]]) -> None:
    table: list[tuple[str, dict[str, str]]] = []
    for name, belongs in GROUPS.items():
        cells = {}
        for engine, (asked, _) in rows.items():
            group = [one for one in asked if belongs(one.kind)]
            if name == "questions":
                cells[engine] = _mean([one.reciprocal for one in group], ".2f")
            else:
                recall, precision = [one.recall for one in group], [one.precision for one in group]
                cells[engine] = f"{_mean(recall, '.3f')} / {_mean(precision, '.3f')}"
        table.append((name + (" (MRR)" if name == "questions" else " (recall / precision at 10)"), cells))
    titled = {engine: [one.title for one in asked if one.title is not None] for engine, (asked, _) in rows.items()}
    table += [
        ("title first (MRR)", {engine: _mean(found, ".2f") for engine, found in titled.items()}),
        ("empty", {engine: _mean([one.empty for one in asked], ".0%") for engine, (asked, _) in rows.items()}),
    ]
    figures = {
        "cold, KB": "cold_kb",
        "cold, requests": "requests",
        "cold on 80 ms and 10 Mbit/s, ms": "cold_ms",
        "per key, KB": "key_kb",
    }
    for label, field in figures.items():
        cells = {engine: getattr(spent, field) for engine, (_, spent) in rows.items()}
        own = cells.get("builtin")
        shown = {}
        for engine, value in cells.items():
            times = f" ({value / own:.1f} x)" if own and engine != "builtin" else ""
            shown[engine] = f"{value:.1f}{times}"
        table.append((label, shown))
    print("| |", " | ".join(rows), "|\n|", " | ".join(["---"] * (len(rows) + 1)), "|")
    for label, shown in table:
        print("|", label, "|", " | ".join(shown[engine] for engine in rows), "|")


def _mean(values: Sequence[float], form: str) -> str:
    """A dash where there are no values: a file of queries need not have all classes."""
    return format(fmean(values), form) if values else "—"


if __name__ == "__main__":
    sys.exit(main())
