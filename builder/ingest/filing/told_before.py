"""What an earlier ingest told already, so that a report says it once: files that hold what the archive has.

It is remembered with what else ``.rondan/`` keeps; without that, all is told again, and nothing else is different.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from ..pile.kept import Kept
from ..report import Duplicate

_KIND = "told"


def parted(kept: Kept, found: Iterable[Duplicate]) -> tuple[tuple[Duplicate, ...], tuple[Duplicate, ...]]:
    """Those that are new, and those told before: the same file, of the same article, as like it as then."""
    new: list[Duplicate] = []
    again: list[Duplicate] = []
    for one in found:
        digest = blake2b(f"{one.of}\0{one.likeness}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if kept.get(_KIND, one.original, digest):
            again.append(one)
        else:
            kept.put(_KIND, one.original, digest, 1)
            new.append(one)
    return tuple(new), tuple(again)
