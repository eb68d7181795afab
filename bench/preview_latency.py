"""``python -m bench.preview_latency ARCHIVE [--edits 30]``: from saving an article to having its new page.

Does what the browser's script does: listens to the events, is told to reload, asks for the page. Works on the archive
itself and puts every article back as it was.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from pathlib import Path
from urllib.request import urlopen

from tests.serving import Serving


def measure(serving: Serving, article: Path, number: int) -> float:
    """Seconds from the save to the last byte of the new page."""
    before = article.read_text(encoding="utf-8")
    identifier = re.search(r"^(?:id|slug): *(\S+)", before, re.MULTILINE)
    address = f"/articles/{identifier.group(1).strip(chr(34)) if identifier else article.stem}/"
    page = serving.get(address)[1]
    build = re.search(r'data-build="(\d+)"', page)
    assert build, f"{address} is not there"
    events = f"{serving.address}/.rondan/events?build={build.group(1)}&route={address[1:]}index.html"
    token = f"計測{number}"
    try:
        with urlopen(events) as stream:
            for line in stream:
                if line == b"event: fine\n":
                    break
            started = time.perf_counter()
            article.write_text(f"{before}\n\n{token}\n", encoding="utf-8")
            for line in stream:
                if line == b"event: reload\n" and token in serving.get(address)[1]:
                    return time.perf_counter() - started
            raise AssertionError("serve has ended")
    finally:
        article.write_text(before, encoding="utf-8")
        while token in serving.get(address)[1]:
            time.sleep(0.02)
        time.sleep(1.0)  # the preview's second look


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--edits", type=int, default=30)
    wanted = parser.parse_args()
    articles = sorted((wanted.archive / "content" / "articles").rglob("*.md"))
    step = max(len(articles) // wanted.edits, 1)
    started = time.perf_counter()
    with Serving(wanted.archive) as serving:
        print(f"{len(articles)} articles; first page after {time.perf_counter() - started:.1f} s")
        measure(serving, articles[0], 0)  # the first edit loads what draws pages
        times = sorted(measure(serving, article, n) for n, article in enumerate(articles[::step][: wanted.edits], 1))
    p95 = times[min(round(len(times) * 0.95), len(times) - 1)]
    print(f"save to page: median {statistics.median(times):.3f} s, p95 {p95:.3f} s, worst {times[-1]:.3f} s")


if __name__ == "__main__":
    main()
