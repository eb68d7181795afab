"""Addresses as pages write them: what is none (http://[bad/) joins to nothing instead of raising."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

_NONE = urlsplit("")


def joined(base: str, reference: str) -> str:
    """``reference`` resolved against ``base``; empty where the two make no address."""
    try:
        return urljoin(base, reference)
    except ValueError:
        return ""


def parts_of(url: str) -> SplitResult:
    """The parts of an address; all empty where it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return _NONE
