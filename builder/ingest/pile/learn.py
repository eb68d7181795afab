"""Learning from the pile: which lines the pages of one source (``origin``) repeat, told from a ``sample`` of them."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from ...progress import Progress, silent
from ..cleaning.furniture import Furniture, fingerprint, slots
from ..cleaning.repetition import LineMarks, PageLines, furniture_of
from ..comparing.identity import title_key
from ..dump.islands import substance
from ..dump.model import Side
from ..dump.page import read_page as read_dump
from ..extract import is_page_sized
from ..extraction import LineKind
from ..html.page import NoPage, page_of
from ..raw.read import binary_kind, read
from .collect import RawFile
from .in_order import in_order
from .kept import Kept, Memo
from .origin import folder_of, source_of
from .sample import read_each, sample_of

_ENOUGH = 30
"""Pages of a source from which on what they repeat is settled as soon as their folder is done."""
_LONG = 60
"""Characters from which a line may be prose of a work that is there several times."""
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of each source."""

    by_source: dict[str, Furniture]

    def furniture(self, name: str, data: bytes) -> Furniture | None:
        """What is known of the source of this page; None where that is nothing."""
        return self.by_source.get(source_of(name, data))


def learn(
    archive: Path,
    raw: str,
    files: Iterable[RawFile],
    executor: Executor | None = None,
    progress: Progress = silent,
    kept: Kept | None = None,
) -> Learned:
    """What the pages of every source in ``files`` repeat, counting the originals that lie beside them.

    ``kept``: where what was seen of a page before is found again.
    """
    sample = sample_of(archive, raw, files)
    settled: dict[str, Furniture] = {}
    waiting: defaultdict[str, list[PageLines]] = defaultdict(list)
    folder = ""
    memo: Memo[tuple[str, bytes], PageLines] | None = Memo(kept, "lines", _all_that_counts) if kept else None
    pages = in_order(page_lines, read_each(sample), executor, lambda task: len(task[1]), memo)
    for done, page in enumerate(pages, 1):
        progress("read", done, len(sample))
        if page.folder != folder:
            folder = page.folder
            _settle(waiting, settled, _ENOUGH)
        if page.source not in settled:
            waiting[page.source].append(page)
    _settle(waiting, settled, 1)
    return Learned(settled)


def _settle(waiting: dict[str, list[PageLines]], settled: dict[str, Furniture], enough: int) -> None:
    """What the sources of which enough pages were seen repeat; their pages are let go."""
    for source in [source for source, pages in waiting.items() if len(pages) >= enough]:
        settled[source] = furniture_of(waiting.pop(source))


def _all_that_counts(task: tuple[str, bytes]) -> tuple[str, str]:
    name, data = task
    return name, hashlib.sha256(data).hexdigest()


def page_lines(task: tuple[str, bytes]) -> PageLines:
    """The pure work on one page."""
    name, data = task
    source, folder = source_of(name, data), folder_of(name)
    raw = None if binary_kind(data) else read(data, name)[0]
    if raw is None or not is_page_sized(raw):
        return PageLines(source, folder, name, ())
    if raw.media_type == "text/html":
        title = _TITLE.search(raw.text, 0, 100_000)
        work = title_key(title.group(1)) if title else ""
        try:
            blocks = page_of(raw).blocks
        except NoPage:
            return PageLines(source, folder, name, ())
        lines = [_marks(block.as_repeated, is_whole=block.kind is LineKind.IMAGE) for block in blocks]
    else:
        page, work = read_dump(raw.text.split("\n")), ""
        lines = [
            _marks(row.text, chance=page.chances[at], columns=substance(row), is_body=page.sides[at] is Side.BODY)
            for at, row in enumerate(page.rows)
        ]
    return PageLines(source, folder, work or name, tuple(line for line in lines if line))


def _marks(
    text: str, *, is_whole: bool = False, chance: float = 0.0, columns: float = 0.0, is_body: bool = False
) -> LineMarks | None:
    """None for a line without text. ``is_whole``: no part of it tells anything, as of a picture's file name."""
    if not text.strip():
        return None
    parts = () if is_whole else slots(text)
    return LineMarks(fingerprint(text), len(text) >= _LONG, parts, chance, columns, is_body)
