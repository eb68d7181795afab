"""The size of a picture in pixels, read from its head: PNG, GIF, JPEG (turned as its Exif says) and WebP.

Sources: PNG 11.2.2, GIF89a 18, JFIF / ITU-T T.81 B.2.2, Exif 2.3 4.6.4 (tag 274), RFC 9649 2.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

_HEAD = 32
_SIDEWAYS = (5, 6, 7, 8)
"""Orientations in which width and height change places."""
_MOST_SEGMENTS = 1000
"""Of a JPEG, looked at before its frame; no camera or editor writes a tenth of them."""


def picture_size(file: BinaryIO) -> tuple[int, int] | None:
    """(width, height) as a browser shows the picture; None for another format, or a damaged file."""
    try:
        size = _size(file)
    except struct.error:  # it ends too soon
        return None
    return size if size and all(size) else None


def _size(file: BinaryIO) -> tuple[int, int] | None:
    head = file.read(_HEAD)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _two(">II", head, 16)
    if head.startswith((b"GIF87a", b"GIF89a")):
        return _two("<HH", head, 6)
    if head.startswith(b"\xff\xd8"):
        return _jpeg(file)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp(head)
    return None


def _two(form: str, data: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, data, at)
    return first, second


def _webp(head: bytes) -> tuple[int, int] | None:
    kind = head[12:16]
    if kind == b"VP8 ":
        width, height = _two("<HH", head, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", head, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return None


def _jpeg(file: BinaryIO) -> tuple[int, int] | None:
    file.seek(2)
    sideways = False
    for _ in range(_MOST_SEGMENTS):
        mark, kind, length = struct.unpack(">BBH", file.read(4))
        if mark != 0xFF or length < 2:
            return None
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):  # the head of a frame
            height, width = _two(">HH", file.read(5), 1)
            return (height, width) if sideways else (width, height)
        if kind == 0xDA:  # the picture itself, before any head
            return None
        data = file.read(length - 2) if kind == 0xE1 else b""
        sideways |= data.startswith(b"Exif\0\0") and _orientation(data[6:]) in _SIDEWAYS
        file.seek(length - 2 - len(data), 1)
    return None


def _orientation(tiff: bytes) -> int:
    order = "<" if tiff.startswith(b"II") else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (entries,) = struct.unpack_from(f"{order}H", tiff, first)
    for at in range(first + 2, first + 2 + 12 * entries, 12):
        tag, kind, count, value = struct.unpack_from(f"{order}HHIH", tiff, at)
        if (tag, kind, count) == (274, 3, 1):
            return int(value)
    return 1
