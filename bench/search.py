"""Search measured: ours, Pagefind and MiniSearch on one corpus, in Chromium, side by side.

    python -m bench.search --data DIR [--engines builtin,pagefind,minisearch]

DIR holds corpus*.jsonl (an article a line: id, title, author, topic, date, lang, body) and queries*.json (id, cls, q,
truth, title); the environment variable RONDAN_BENCH_SEARCH names it as well. Pagefind needs its binary, MiniSearch
npm and node; what is missing is left out and said so. Everything is made in a temporary folder.
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
from pathlib import Path
from statistics import fmean
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.obtain import MISSING, chromium

from .search_host import CountingHost
from .search_measure import GROUPS, Asked, Cost, cost, quality
from .search_peers import minisearch

ENGINES = ("builtin", "pagefind", "minisearch")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("RONDAN_BENCH_SEARCH"))
    parser.add_argument("--engines", default=",".join(ENGINES))
    given = parser.parse_args()
    if given.data is None or not given.data.is_dir():
        print("Say where the corpus is: --data DIR or RONDAN_BENCH_SEARCH=DIR (see the help).", file=sys.stderr)
        return 2
    path = chromium()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    articles = _lines(next(given.data.glob("corpus*.jsonl")))
    queries = json.loads(next(given.data.glob("queries*.json")).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        rows = {}
        for engine in given.engines.split(","):
            site = _site(engine, articles, Path(folder))
            if site:
                rows[engine] = _measured(browser, site, queries)
        browser.close()
    _print(rows)
    return 0


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _site(engine: str, articles: list[dict[str, Any]], folder: Path) -> Path | None:
    """Builds an engine's site and tells what that took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        if engine == "minisearch":
            site = minisearch(articles, folder)
        else:
            site = folder / f"site-{engine}"
            command = [sys.executable, "-m", "builder", "-C", _archive(articles, folder), "build"]
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


def _archive(articles: list[dict[str, Any]], folder: Path) -> Path:
    """The corpus as an archive."""
    archive = folder / "archive"
    content = archive / "content" / "articles"
    if not content.is_dir():
        content.mkdir(parents=True)
        (archive / "archive.yaml").write_text("title: 検索の測定\nlanguage: ja\n", encoding="utf-8")
        for one in articles:
            keys = {"title": one["title"], "authors": [one["author"]], "topics": [one["topic"]], "date": one["date"]}
            keys["language"] = one["lang"]
            head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())
            (content / f"{one['id']}.md").write_text(f"---\n{head}---\n\n{one['body']}\n", encoding="utf-8")
    return archive


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
                cells[engine] = f"{fmean(one.reciprocal for one in group):.2f}"
            else:
                cells[engine] = (
                    f"{fmean(one.recall for one in group):.3f} / {fmean(one.precision for one in group):.3f}"
                )
        table.append((name + (" (MRR)" if name == "questions" else " (recall / precision at 10)"), cells))
    titled = {engine: [one.title for one in asked if one.title is not None] for engine, (asked, _) in rows.items()}
    table += [
        ("title first (MRR)", {engine: f"{fmean(found):.2f}" for engine, found in titled.items()}),
        ("empty", {engine: f"{100 * fmean(one.empty for one in asked):.0f} %" for engine, (asked, _) in rows.items()}),
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


if __name__ == "__main__":
    sys.exit(main())
