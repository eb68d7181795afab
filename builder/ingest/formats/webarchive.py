"""A page that Safari saved as one file: a binary property list with the page and what it shows."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import Any

from .mhtml import SavedPage

_MAGIC = b"bplist"


def archived_page(data: bytes) -> SavedPage | None:
    """Return the page in a .webarchive file; None where the bytes are no such file. Never raises on broken ones."""
    resources = list(_resources(data))
    if not resources or not str(resources[0].get("WebResourceMIMEType", "")).endswith(("html", "xhtml+xml")):
        return None
    pictures = frozenset(url for url, _ in archived_pictures(data))
    charset = str(resources[0].get("WebResourceTextEncodingName", ""))
    return SavedPage(resources[0]["WebResourceData"], charset, _address(resources[0]), pictures)


def archived_pictures(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The pictures in a .webarchive file, each with its address."""
    for resource in list(_resources(data))[1:]:
        if str(resource.get("WebResourceMIMEType", "")).startswith("image/") and _address(resource):
            yield _address(resource), resource["WebResourceData"]


def _resources(data: bytes) -> Iterator[dict[str, Any]]:
    """The page, then what it shows."""
    if not data.startswith(_MAGIC):
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


def _address(resource: dict[str, Any]) -> str:
    value = str(resource.get("WebResourceURL", ""))
    return value if value.startswith(("http://", "https://")) else ""
