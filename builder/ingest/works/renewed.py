"""Better saves: an original that was replaced, or taken away in favour of another save of the same page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..comparing.identity import clean_url, title_key
from ..comparing.likeness import runs
from ..pile.originals import Originals
from ..pile.stock import Stock
from ..shelf import Held, Shelf, body_of

STILL = 0.8
"""Share of an article's text that its new originals hold at least: else they are another work, or only a part of it."""


def renewed(archive: Path, shelf: Shelf, stock: Stock, originals: Originals) -> Shelf:
    """The shelf, on which articles have the new saves of the pile for originals of theirs that are gone.

    A new save has the name of the old one, or is alone with the article's address, or with its title in that folder.
    """
    fresh = [page for page in stock.pages.values() if page.sha256 not in shelf.by_sha256]
    by_name = {page.name: page for page in fresh}
    times = Counter(mark for page in fresh for mark in _marks(page.url, page.title, page.name))
    by_mark = {m: page for page in fresh for m in _marks(page.url, page.title, page.name) if times[m] == 1}

    def now(held: Held, name: str, sha256: str) -> tuple[str, str]:
        marks = _marks(clean_url(held.url), title_key(held.title), name) if len(held.files) == 1 else ()
        new = next(filter(None, (by_name.get(name), *map(by_mark.get, marks))), None)
        is_gone = new and sha256 not in stock.pages and originals.read(name, sha256) is None
        return (new.name, new.sha256) if new and is_gone else (name, sha256)

    def again(held: Held) -> Held:
        if not held.files or len(held.files) != len(held.sha256):
            return held
        places = map(partial(now, held), held.files, held.sha256)
        files, digests = zip(*places, strict=True)
        if digests == held.sha256:
            return held
        saved = replace(held, files=files, sha256=digests)
        return saved if _holds(archive, saved, stock) else held

    return Shelf(map(again, shelf.articles), shelf.unreadable) if fresh else shelf


def _marks(url: str, title: str, name: str) -> tuple[str, ...]:
    """What tells another save of a page: its address, and its title in the folder of the file ``name``."""
    return tuple(filter(None, (url, title and f"{name.rpartition('/')[0]}/{title}")))


def _holds(archive: Path, held: Held, stock: Stock) -> bool:
    """True where the originals hold the text of the article's file."""
    text = runs(body_of(archive, held))
    if not text or not stock.bring(held):
        return False
    there = set().union(*(runs(stock.extraction(stock.pages[sha256]).body) for sha256 in held.sha256))
    return len(text & there) >= STILL * len(text)
