"""One file as an HTTP answer: all of it, a part (RFC 9110, section 14; one range), or the word that it is unchanged.

The file is opened once and measured through that opening: a build may put another in its place at any moment.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from .files import Found

FRESH = {"cache-control": "no-cache"}
"""Browsers ask again each time, and get 304 where nothing changed."""
_RANGE = re.compile(r"\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$", re.IGNORECASE)
_AT_ONCE = 1 << 20
"""Bytes that are read in one go; more is sent piece by piece."""


def answer(request: Request, found: Found) -> Response:
    """The answer for ``found``. Raises OSError where the file cannot be opened any more."""
    file = found.path.open("rb")
    stat = os.fstat(file.fileno())
    etag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}-{stat.st_ino:x}"'
    headers = {**FRESH, "etag": etag, "accept-ranges": "bytes"}
    if is_known(request, etag):
        file.close()
        return Response(status_code=304, headers=headers)
    part = _part(request, etag, stat.st_size)
    if part is None:
        return _body(file, 0, stat.st_size, found.status, headers, found.media_type)
    if not part:
        file.close()
        return Response(status_code=416, headers={**headers, "content-range": f"bytes */{stat.st_size}"})
    headers["content-range"] = f"bytes {part.start}-{part.stop - 1}/{stat.st_size}"
    return _body(file, part.start, len(part), 206, headers, found.media_type)


def is_known(request: Request, etag: str) -> bool:
    """Whether the browser has what it would be sent."""
    known = request.headers.get("if-none-match", "")
    return known == "*" or etag in (tag.strip().removeprefix("W/") for tag in known.split(","))


def _part(request: Request, etag: str, size: int) -> range | None:
    """The bytes that are wanted; None for all, also where the request makes no sense; empty where there are none."""
    match = _RANGE.match(request.headers.get("range", ""))
    if not match or match.group(0).strip().endswith("=-") or request.headers.get("if-range", etag) != etag:
        return None
    first, last = match.groups()
    if not first:
        return range(max(size - int(last), 0), size) if last else None
    stop = min(int(last) + 1, size) if last else size
    return None if last and int(last) < int(first) else range(int(first), stop)


def _body(file: BinaryIO, start: int, length: int, status: int, headers: dict[str, str], media_type: str) -> Response:
    file.seek(start)
    if length <= _AT_ONCE:
        with file:
            return Response(file.read(length), status, headers, media_type)
    return StreamingResponse(_pieces(file, length), status, {**headers, "content-length": str(length)}, media_type)


def _pieces(file: BinaryIO, length: int) -> Iterator[bytes]:
    with file:
        while length and (piece := file.read(min(length, _AT_ONCE))):
            length -= len(piece)
            yield piece
