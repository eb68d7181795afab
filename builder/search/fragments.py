"""The published text in small pieces, for the lines a search result shows.

The articles of 64 numbers share a file; in it each fragment is deflated by itself and padded to a multiple of UNIT
bytes, so that one byte of the meta file tells its place, and a browser asks for a fragment by a range of bytes. A
fragment reads, before it is deflated: id, title, subtitle, authors, date, topics, series, a line each, then text. It
is UTF-16 where most of it is Japanese, which deflates a tenth smaller, else UTF-8; ids are ASCII, so the second byte
tells which.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from .deflation import QUICK, deflate
from .engine import SearchDocument

UNIT = 256
HEADER_LINES = 7
LONGEST = 255
"""Units a fragment may take, for its place is told by bytes."""


def head(document: SearchDocument) -> str:
    """The lines before the text."""
    fields = (
        document.id,
        document.title,
        document.subtitle,
        "、".join(name for _, name in document.authors),
        document.date,
        "、".join(name for _, name in document.topics),
        document.series[1] if document.series else "",
    )
    return "".join(" ".join(field.split())[:300] + "\n" for field in fields)


def pack(header: str, fragments: Iterable[str]) -> tuple[bytes, bytes]:
    """An article's fragments as stored, and the number of units of each."""
    stored: list[bytes] = []
    units = bytearray()
    for fragment in fragments:
        text = header + fragment
        data = text.encode("utf-8", "replace")
        if len(data) > 2 * len(text):
            data = text.encode("utf-16-le", "replace")
        packed = deflate(data, QUICK)
        size = min(-(-len(packed) // UNIT), LONGEST)
        units.append(size)
        stored.append(packed[: size * UNIT].ljust(size * UNIT, b"\0"))
    return b"".join(stored), bytes(units)


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a search result shows, read back."""

    id: str
    title: str
    subtitle: str
    authors: str
    date: str
    topics: str
    series: str
    text: str


def unpack(stored: bytes) -> Fragment:
    """One stored fragment."""
    data = zlib.decompressobj(-15).decompress(stored)
    text = data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-8")
    return Fragment(*text.split("\n", HEADER_LINES))
