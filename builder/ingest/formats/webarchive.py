"""A page that Safari saved as one file: a binary property list with the page and what it shows."""

from __future__ import annotations

import plistlib
import struct
from collections.abc import Iterator
from typing import Any

from .mhtml import SavedPage

_MAGIC = b"bplist"
_MOST_OBJECTS = 100_000
"""Of a property list; a resource has about ten."""
_NUMBERS = (1, 8)
"""Kinds of objects that name their length by its logarithm."""
_TRAILER = struct.Struct(">6xBBQ8xQ")
"""Its last bytes: the sizes of an offset and of a reference, the number of objects, where their offsets begin."""


def archived_page(data: bytes) -> SavedPage | None:
    """Return the page in a .webarchive file; None where the bytes are no such file. Never raises on broken ones."""
    resources = list(_resources(data))
    if not resources or not _text(resources[0], "WebResourceMIMEType").endswith(("html", "xhtml+xml")):
        return None
    pictures = frozenset(_address(picture) for picture in filter(_is_picture, resources[1:]))
    charset = _text(resources[0], "WebResourceTextEncodingName")
    return SavedPage(resources[0]["WebResourceData"], charset, _address(resources[0]), pictures)


def archived_pictures(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The pictures in a .webarchive file, each with its address."""
    for picture in filter(_is_picture, list(_resources(data))[1:]):
        yield _address(picture), picture["WebResourceData"]


def _resources(data: bytes) -> Iterator[dict[str, Any]]:
    """The page, then what it shows."""
    if not data.startswith(_MAGIC) or not _is_sound(data):
        return
    try:
        archive = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
    except (plistlib.InvalidFileException, ValueError, TypeError, KeyError, RecursionError, MemoryError):
        return
    if not isinstance(archive, dict) or "WebMainResource" not in archive:
        return
    others = archive.get("WebSubresources")
    for resource in (archive["WebMainResource"], *(others if isinstance(others, list) else ())):
        if isinstance(resource, dict) and isinstance(resource.get("WebResourceData"), bytes):
            yield resource
        elif resource is archive["WebMainResource"]:
            return


def _is_sound(data: bytes) -> bool:
    """Whether the objects need no more room than there is: many that lie in one place are more than memory holds."""
    if len(data) < _TRAILER.size:
        return False
    offset_size, reference, count, table = _TRAILER.unpack(data[-_TRAILER.size :])
    if count > _MOST_OBJECTS:
        return False
    widths = {4: 1, 5: 1, 6: 2, 10: reference, 11: reference, 12: reference, 13: 2 * reference}
    held = 0
    for begin in range(table, table + count * offset_size, offset_size or 1):
        at = int.from_bytes(data[begin : begin + offset_size], "big")
        kind, size = divmod(int.from_bytes(data[at : at + 1], "big"), 16)
        if size == 15 and kind in widths:
            length = 1 << int.from_bytes(data[at + 1 : at + 2], "big") % 4
            size = int.from_bytes(data[at + 2 : at + 2 + length], "big")
        held += 1 << size if kind in _NUMBERS else size * widths.get(kind, 0)
    return held <= len(data)


def _is_picture(resource: dict[str, Any]) -> bool:
    return _text(resource, "WebResourceMIMEType").startswith("image/") and bool(_address(resource))


def _text(resource: dict[str, Any], key: str) -> str:
    value = resource.get(key)
    return value if isinstance(value, str) else ""


def _address(resource: dict[str, Any]) -> str:
    value = _text(resource, "WebResourceURL")
    return value if value.startswith(("http://", "https://")) else ""
