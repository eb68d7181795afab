"""Sketches of the articles' bodies, remembered in ``.rondan/`` so that one new page does not cost a whole archive's.

A sketch is found again by the digest of the file it was made from; the cache may be deleted at any time, and one
that cannot be read or written is done without.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from ..comparing.likeness import Sketch, runs, sketch
from ..shelf import Held, body_of

FILE = ".rondan/sketches.sqlite"
_VERSION = 1
"""Of the sketches; older ones are not asked for."""


def sketches_of(archive: Path, articles: Sequence[Held]) -> list[Sketch]:
    """The sketch of each article's body as it stands in its file."""
    keys = [f"{_VERSION}-{held.digest}" for held in articles]
    known = _recall(archive)
    fresh: dict[str, Sketch] = {}
    for held, key in zip(articles, keys, strict=True):
        if key not in known:
            known[key] = fresh[key] = sketch(runs(body_of(archive, held)))
    if fresh:
        _remember(archive, fresh, keys)
    return [known[key] for key in keys]


def _recall(archive: Path) -> dict[str, Sketch]:
    if not (archive / FILE).exists():
        return {}
    with suppress(sqlite3.Error, OSError), closing(sqlite3.connect(archive / FILE, timeout=2)) as base:
        return dict(base.execute("SELECT key, marks FROM sketch"))
    return {}


def _remember(archive: Path, fresh: dict[str, Sketch], keys: Sequence[str]) -> None:
    """Adds new sketches; where most of the old are of no use any more, begins anew."""
    with suppress(sqlite3.Error, OSError):
        (archive / FILE).parent.mkdir(exist_ok=True)
        with closing(sqlite3.connect(archive / FILE, timeout=2)) as base, base:
            base.execute("CREATE TABLE IF NOT EXISTS sketch (key TEXT PRIMARY KEY, marks BLOB NOT NULL)")
            (held,) = base.execute("SELECT count(*) FROM sketch").fetchone()
            if held > 2 * len(keys) + 1000:
                base.execute("DELETE FROM sketch")
            base.executemany("INSERT OR REPLACE INTO sketch VALUES (?, ?)", fresh.items())
