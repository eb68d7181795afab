"""Pagefind (pagefind.app) as the site's search engine, for those who want it: behind the same page, by its own binary.

It indexes one small page an article, made for it alone: text in NFKC, so that widths do not matter, and all of it as
one language, without which the articles in the other language could not be reached. See docs/search.md for when it is
the better choice.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from ..diagnostics import ArchiveError, Diagnostic
from ..model import ArticleId
from . import bundle
from .engine import Done, SearchDocument, SearchEngine, SearchIndex, nobody
from .layout import FOLDER
from .state import digest

_TIMEOUT = 3600  # seconds; 10,000 articles take one or two minutes


class PagefindEngine(SearchEngine):
    """Runs the Pagefind binary over the published articles. Builds everything anew each time, as Pagefind does."""

    name = "pagefind"

    def index(
        self,
        documents: Sequence[SearchDocument],
        published_text: Callable[[ArticleId], str],
        cache: Path,
        jobs: int,
        done: Done = nobody,
    ) -> SearchIndex:
        """See ``SearchEngine.index``. Raises ArchiveError where the binary is missing or fails."""
        command = binary()
        if command is None:
            raise ArchiveError([Diagnostic("search/pagefind-missing")])
        files = dict(bundle.scripts(bundle.PAGEFINDS))
        if documents:
            with tempfile.TemporaryDirectory(dir=cache) as folder:
                site, made = Path(folder) / "site", Path(folder) / "bundle"
                for document in documents:
                    path = site / document.url / "index.html"
                    path.parent.mkdir(parents=True)
                    path.write_text(_page(document, published_text(document.id)), encoding="utf-8")
                _run([*command, "--site", str(site), "--output-path", str(made), "--force-language", "ja", "--silent"])
                for path in sorted(made.rglob("*")):
                    if path.is_file():
                        files[f"{FOLDER}pagefind/{path.relative_to(made).as_posix()}"] = path.read_bytes()
        return SearchIndex({route: digest(data) for route, data in files.items()}, files.__getitem__)


def binary() -> list[str] | None:
    """The command that runs Pagefind: npm's on the PATH, or that of the Python package; None where there is neither."""
    for name in ("pagefind_extended", "pagefind"):
        path = shutil.which(name)
        if path:
            return [path]
    if importlib.util.find_spec("pagefind"):
        return [sys.executable, "-m", "pagefind"]
    return None


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT, check=False)  # noqa: S603  # found by binary()
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ArchiveError([_failed(command, str(error))]) from None
    if done.returncode:
        raise ArchiveError([_failed(command, (done.stderr or done.stdout).strip()[-500:])])


def _failed(command: list[str], reason: str) -> Diagnostic:
    return Diagnostic("search/pagefind-failed", values={"command": command[0], "reason": reason})


def _page(document: SearchDocument, text: str) -> str:
    """What Pagefind reads of an article."""

    def folded(plain: str) -> str:
        return escape(unicodedata.normalize("NFKC", plain))

    filters = [("author", name) for _, name in document.authors] + [("topic", name) for _, name in document.topics]
    filters += [("series", document.series[1])] if document.series else []
    filters += [("year", document.date[:4])] if document.date else []
    names = [name for _, name in document.authors] + list(document.author_keys)
    names += [name.replace(" ", "") for name in names if " " in name]
    printed = "、".join(name for _, name in document.authors)
    lines = [
        "<!doctype html>",
        '<html lang="ja"><body data-pagefind-body>',
        *(f'<meta data-pagefind-filter="{kind}[content]" content="{escape(name)}">' for kind, name in filters),
        f'<meta data-pagefind-sort="date[content]" content="{escape(document.date or "0")}">',
        f'<meta data-pagefind-meta="date[content]" content="{escape(document.date)}">',
        f'<meta data-pagefind-meta="authors[content]" content="{escape(printed)}">',
        f"<h1>{folded(document.title)}</h1>",
        *(f"<p>{folded(line)}</p>" for line in text.split("\n")),
        f'<p data-pagefind-weight="5">{folded(" / ".join(names))}</p>',
        "</body></html>",
    ]
    return "\n".join(lines)
