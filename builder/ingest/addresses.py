"""Addresses as pages write them. An invalid one (http://[bad/) gives an empty result; nothing here raises."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

_NONE = urlsplit("")
UNSAFE = re.compile(r"[\s<>()\\]")
"""Characters that would end the address in Markdown."""
SAVED_FROM = r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)"
"""The comment with its address that browsers (and SingleFile) put at the head of a page they save."""


def joined(base: str, reference: str) -> str:
    """``reference`` resolved against ``base``; empty where that gives no valid address."""
    try:
        return urljoin(base, reference)
    except ValueError:
        return ""


def parts_of(url: str) -> SplitResult:
    """The parts of an address; all empty where it is invalid."""
    try:
        return urlsplit(url)
    except ValueError:
        return _NONE


def address_of(href: str, base_url: str) -> str:
    """Where ``href`` leads from the page at ``base_url``, safe to write into Markdown.

    Empty for scripts and for places in the page. Without a ``base_url`` it stays as written.
    """
    href = href.strip()
    if href.lower().startswith(("javascript:", "#", "data:", "vbscript:", "about:")):
        return ""
    if base_url and not href.startswith(("http://", "https://")):
        if href.startswith("/") and not href.startswith("//"):
            href = "/".join(base_url.split("/")[:3]) + href
        else:
            href = joined(base_url, href)
    return UNSAFE.sub(lambda m: "".join(f"%{b:02X}" for b in m.group().encode("utf-8", "replace")), href)
