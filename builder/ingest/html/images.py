"""Which address an image element stands for: of lazy-loading attributes and sizes, the one that shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from lxml import etree

from ..raw.embedded import SCHEME
from ..saved_pages import COMPANIONS

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-srcset", "srcset", "src")
_COMPANION = re.compile(rf"(?:{'|'.join(map(re.escape, COMPANIONS))})/")
"""The folder a browser saves beside a page; references into it stay as they are."""
_SMALLEST = 40
_MOST_SIZES = 30


def image_source(element: etree._Element, stored: Set[str], resolve: Callable[[str], str]) -> str:
    """Return the address of the picture; empty for spacers, counters and elements without one.

    Args:
        element: The img element.
        stored: Addresses of the pictures that came in one file with the page; one of these is taken first.
        resolve: Makes an address absolute.
    """
    if _is_dot(element):
        return ""
    own = (element.get("src") or "").strip()
    if _COMPANION.search(own):
        return _resolved(own, resolve)
    if stored:
        for name in ("src", *_LAZY):
            for size in (element.get(name) or "").split(",")[:_MOST_SIZES]:
                address = resolve(size.strip().split(" ")[0])
                if address in stored:
                    return address
    written = next((s for s in map(element.get, _LAZY) if s and not s.startswith(("data:", "about:", SCHEME))), "")
    if not written and own.startswith(SCHEME):
        return own
    return _resolved(written.split(",")[0].strip().split(" ")[0], resolve)


def _resolved(source: str, resolve: Callable[[str], str]) -> str:
    is_saved = _COMPANION.search(source) and "://" not in source
    return source if is_saved or not source else resolve(source)


def _is_dot(element: etree._Element) -> bool:
    """Is this a spacer or a counter?"""
    for side in ("width", "height"):
        size = (element.get(side) or "").removesuffix("px")
        if size.isdecimal() and int(size[:6]) < _SMALLEST:
            return True
    return False
