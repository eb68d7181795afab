"""Cues as numbers: those that speak most against a line first, so that one bound parts many of them."""

from __future__ import annotations

from functools import cache

_ORDER = (
    "",
    "legal",
    "comments",
    "subscribe",
    "ranking",
    "related",
    "share",
    "nav",
    "follow",
    "ad",
    "bio",
    "product",
    "pager",
    "meta",
    "credit",
)
INSIDE = 20
"""Added to the number of a cue that stands somewhere in the line."""


@cache
def cue_number(name: str) -> int:
    """The number of a cue; 0 for none."""
    bare = name.removesuffix("~")
    at = _ORDER.index(bare) if bare in _ORDER else len(_ORDER)
    return at + (INSIDE if name.endswith("~") else 0)
