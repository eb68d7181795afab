"""A page saved as one MHTML file: the page among its parts.

Source: RFC 2557 (MIME encapsulation of aggregate documents), as Chromium and Internet Explorer write it.
"""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page itself, still encoded as it was served."""

    data: bytes
    charset: str
    """As its part declares it; empty where it does not."""
    url: str
    """Where it was saved from; empty where the file does not say."""


def page_part(data: bytes) -> SavedPage | None:
    """Return the first HTML part of an MHTML file; None where there is none. Never raises on broken files."""
    message = message_from_bytes(data)
    url = _address(message, "Snapshot-Content-Location")
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return SavedPage(content, part.get_content_charset("") or "", url or _address(part, "Content-Location"))
    return None


def _address(part: Message, header: str) -> str:
    value = str(part.get(header, "")).strip()
    return value if value.startswith(("http://", "https://")) else ""
