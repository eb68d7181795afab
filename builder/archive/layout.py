"""What a file of content/ is, as its path alone tells (docs/content-format.md)."""

from __future__ import annotations

import re
from enum import Enum, auto

from .records import KINDS as RECORDS

ABOUT = "about.md"
"""The text of the about page, in the content folder itself."""
ARTICLES = "articles"
"""The folder of articles, and of the files that they show."""
STATE_FOLDER = ".rondan"
"""Beneath the archive's folder: what Rondan remembers and proposes."""
_SOURCES = "sources"
"""Records that ingest reads."""
_UNDECODED = re.compile(r"[\ud800-\udfff]")
"""What stands in a name for a byte that is not UTF-8 (PEP 383)."""


class Kind(Enum):
    """The kinds of files."""

    ARTICLE = auto()
    RECORD = auto()
    """Of an author, a topic or a series."""
    ABOUT = auto()
    BESIDE = auto()
    """A file among articles, for these to show."""
    SOURCE = auto()
    OTHER = auto()


READ = frozenset((Kind.ARTICLE, Kind.RECORD, Kind.ABOUT))
"""The kinds that an archive is made of."""


def is_text(path: str) -> bool:
    """False for a path whose bytes are no UTF-8, as of names in Shift_JIS that an archive (.zip) was unpacked to."""
    return path.isascii() or not _UNDECODED.search(path)


def kind_of(path: str, content: str) -> Kind:
    """The kind of the file ``path``, named like the folder ``content``; OTHER for one that is not beneath it, and for a
    folder, whose path ends in a slash."""
    if path.endswith(".md") and path.startswith(f"{content}/{ARTICLES}/"):  # most are
        return Kind.ARTICLE
    if not path.startswith(f"{content}/") or path.endswith("/"):
        return Kind.OTHER
    folder, _, rest = path[len(content) + 1 :].partition("/")
    if folder == ARTICLES and rest:
        return Kind.BESIDE
    if rest.endswith(".yaml") and "/" not in rest:
        return Kind.RECORD if folder in RECORDS else Kind.SOURCE if folder == _SOURCES else Kind.OTHER
    return Kind.ABOUT if folder == ABOUT and not rest else Kind.OTHER
