"""Run in a virtual environment that has the peer: names of pages in, what it finds as JSON lines out.

python extract_peers.py PEER < names > results
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def trafilatura() -> Callable[[bytes], dict[str, Any]]:
    from trafilatura import bare_extraction  # type: ignore[import-not-found]

    def run(data: bytes) -> dict[str, Any]:
        found = bare_extraction(data, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
        return {"body": found.text or "", "title": found.title, "authors": authors, "date": found.date}

    return run


def readability() -> Callable[[bytes], dict[str, Any]]:
    import lxml.html
    from readability import Document  # type: ignore[import-not-found]

    def run(data: bytes) -> dict[str, Any]:
        document = Document(data)
        tree = lxml.html.fromstring(document.summary(html_partial=True))
        for element in tree.iter("p", "div", "li", "h1", "h2", "h3", "h4", "br", "td", "blockquote"):
            element.tail = "\n" + (element.tail or "")
        return {"body": tree.text_content(), "title": document.short_title()}

    return run


def main() -> None:
    run = {"trafilatura": trafilatura, "readability-lxml": readability}[sys.argv[1]]()
    for line in sys.stdin:
        data = gzip.decompress(Path(line.rstrip("\n")).read_bytes())
        started = time.process_time()
        try:
            found = run(data)
        except Exception as error:
            found = {"error": repr(error)}
        found["seconds"] = time.process_time() - started
        print(json.dumps(found, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
