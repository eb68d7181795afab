"""A page saved as one MHTML file: the page among its parts, and what it shows.

Source: RFC 2557 (MIME encapsulation of aggregate documents), as Chromium and Internet Explorer write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import Message

from ..addresses import joined
from ..saved_pages import FRAMESET

_TAG = re.compile(rb"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page itself, still encoded as it was served."""

    data: bytes
    charset: str
    """As its part declares it; empty where it does not."""
    url: str
    """Where it was saved from; empty where the file does not say."""
    pictures: frozenset[str] = frozenset()
    """Addresses of the pictures in the file."""


def page_part(data: bytes) -> SavedPage | None:
    """Return the first HTML part of an MHTML file, of a frameset the longest of its frames; None where there is none.

    Never raises on broken files.
    """
    message = message_from_bytes(data)
    pages = list(_html_parts(message))
    if not pages:
        return None
    pictures = frozenset(
        _address(part, "Content-Location") for part in message.walk() if part.get_content_maintype() == "image"
    )
    pages = [replace(page, pictures=pictures - {""}) for page in pages]
    first = replace(pages[0], url=_address(message, "Snapshot-Content-Location") or pages[0].url)
    if len(pages) > 1 and FRAMESET.search(first.data):
        frame = max(pages[1:], key=lambda page: len(_TAG.sub(b"", page.data)))
        return replace(frame, url=frame.url or first.url)
    return first


def attached(data: bytes) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """Yield what is no text in an MHTML file, each with the names under which the page may refer to it."""
    base = ""
    for part in message_from_bytes(data).walk():
        if part.is_multipart():
            continue
        location = str(part.get("Content-Location", "")).strip()
        if part.get_content_maintype() == "text":
            base = base or location
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            identity = str(part.get("Content-ID", "")).strip("<> ")
            names = (location, joined(base, location), f"cid:{identity}" if identity else "")
            yield tuple(filter(None, names)), payload


def _html_parts(message: Message) -> Iterator[SavedPage]:
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield SavedPage(content, part.get_content_charset("") or "", _address(part, "Content-Location"))


def _address(part: Message, header: str) -> str:
    value = str(part.get(header, "")).strip()
    return value if value.startswith(("http://", "https://")) else ""
