"""Pictures that single-file savers write into a page: named in its text, and found again in its bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

SCHEME = "embedded:"
"""How the name of such a picture begins."""
_EMBEDDED = re.compile(rb"data:([\w/+.-]{1,60});base64,([A-Za-z0-9+/=%\r\n]{100,})")
_PICTURES = frozenset((b"image/png", b"image/jpeg", b"image/jpg", b"image/gif", b"image/webp", b"image/avif"))
_LEAST = 4_000
"""Characters of a picture that is none of a button, a letter or a blur that another takes the place of."""


def without_embedded(data: bytes) -> bytes:
    """The page with the name of each picture, or with nothing, where its bytes stand written out."""
    return _EMBEDDED.sub(lambda found: _name(found) or b"data:,", data) if b";base64," in data else data


def embedded(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The pictures that stand in the page, each with its name."""
    for found in _EMBEDDED.finditer(data):
        name = _name(found)
        if name:
            try:
                yield name.decode(), base64.b64decode(unquote_to_bytes(found[2]) + b"==")
            except binascii.Error:
                continue


def _name(found: re.Match[bytes]) -> bytes:
    """Empty for what is no picture to be kept."""
    if found[1] not in _PICTURES or len(found[2]) < _LEAST:
        return b""
    return SCHEME.encode() + hashlib.sha256(found[2]).hexdigest()[:16].encode()
