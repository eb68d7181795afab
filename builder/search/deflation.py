"""Raw deflate (RFC 1951), in which all files of the index are written (docs/decisions/0023-libdeflate.md).

The bytes depend on the version of the library alone (see ``program``), not on the processor or the system.
"""

from __future__ import annotations

import zlib

import deflate as libdeflate

QUICK = 1
"""For what makes many megabytes: planes of numbers, and fragments."""
USUAL = 8
"""For what is written at every edit."""
THOROUGH = 10
"""For what is small and seldom written."""


def deflate(data: bytes, effort: int) -> bytes:
    """``data`` deflated; ``effort`` as above."""
    return bytes(libdeflate.deflate_compress(data, effort))


def inflate(data: bytes) -> bytes:
    """Undoes ``deflate``. Raises zlib.error."""
    return zlib.decompress(data, -15)
