"""Sizes of pictures are read from their heads, in every usual format, and never from a damaged one."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.publish.picture_size import picture_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480) + b"\x08\x02\0\0\0"
GIF = b"GIF89a" + struct.pack("<HH", 640, 480) + b"\xf7\0\0"
FRAME = b"\xff\xc2" + struct.pack(">HBHHB", 17, 8, 480, 640, 3) + bytes(9)
TABLE = b"\xff\xc4" + struct.pack(">H", 300) + b"\xff\xc0" * 149
"""A table whose bytes look like the head of a frame."""


def exif(order: str, orientation: int) -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    other = struct.pack(f"{order}HHII", 271, 2, 1, 0)
    turned = struct.pack(f"{order}HHIHH", 274, 3, 1, orientation, 0)
    tiff = mark + struct.pack(f"{order}IH", 8, 2) + other + turned + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff


def webp(kind: bytes, data: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(data) + 12) + b"WEBP" + kind + struct.pack("<I", len(data)) + data


FORMATS = {
    "png": PNG,
    "gif": GIF,
    "jpeg": b"\xff\xd8" + TABLE + FRAME,
    "jpeg, upright": b"\xff\xd8" + exif("<", 3) + FRAME,
    "webp": webp(b"VP8 ", b"\x30\x01\0\x9d\x01\x2a" + struct.pack("<HH", 640 | 1 << 14, 480) + bytes(8)),
    "webp lossless": webp(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 479 << 14 | 1 << 28) + bytes(8)),
    "webp extended": webp(b"VP8X", bytes(4) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")),
}
SIDEWAYS = [b"\xff\xd8" + exif(order, orientation) + FRAME for order in "<>" for orientation in (5, 6, 7, 8)]


@pytest.mark.parametrize("data", FORMATS.values(), ids=FORMATS)
def test_the_size_is_read(data: bytes) -> None:
    assert picture_size(io.BytesIO(data)) == (640, 480)


@pytest.mark.parametrize("data", SIDEWAYS)
def test_a_photograph_turned_by_its_camera_is_as_high_as_it_was_wide(data: bytes) -> None:
    assert picture_size(io.BytesIO(data)) == (480, 640)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg width='1' height='1'/>",
        GIF[:6] + bytes(4),
        b"\xff\xd8\xff\xda\0\x08" + FRAME,
        b"\xff\xd8abcd",
        b"\xff\xd8" + b"\xff\xe0\0\2" * 1000 + FRAME,
    ],
    ids=["empty", "another format", "without extent", "picture before its head", "no segments", "segments without end"],
)
def test_what_tells_no_size_has_none(data: bytes) -> None:
    assert picture_size(io.BytesIO(data)) is None


@given(st.sampled_from([*FORMATS.values(), *SIDEWAYS]), st.data())
def test_a_damaged_head_raises_nothing(whole: bytes, data: st.DataObject) -> None:
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    picture_size(io.BytesIO(cut))
    at = data.draw(st.integers(0, len(whole) - 1))
    picture_size(io.BytesIO(whole[:at] + data.draw(st.binary(min_size=1, max_size=4)) + whole[at + 1 :]))
