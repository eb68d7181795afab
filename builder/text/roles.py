"""What the words of by-lines say of the person named: 文 writes, 訳 translates, 写真 did not write."""

from __future__ import annotations

import re
from functools import cache

from .facts import facts

HELPERS = ("訳", "構成", "監修", "聞き手")
"""Roles beside an author."""
JOINED = re.compile(r"\s*[・／/＆&]\s*|と")
"""What joins the words of one label: 取材と文."""
_OF_SEVERAL = ("聞き手", "author", "訳", "構成", "監修", "weak", "none")
"""Of 文／写真 or 翻訳・編集, the first of these that a part has is the role."""


@cache
def words_of(*tables: str) -> dict[str, str]:
    """Return the labels of the tables of by-lines (``ja/bylines``), each with its role."""
    return {w: role for t in tables for role, words in facts(t)["labels"].items() for w in words}


def role_of(label: str) -> str:
    """The role a Japanese or Chinese label gives, also one made of several: 文と写真, 翻訳・編集."""
    known = words_of("ja/bylines", "zh/bylines")
    if label in known:
        return known[label]
    parts = {known.get(part, "none") for part in JOINED.split(label)}
    return next((role for role in _OF_SEVERAL if role in parts), "none")
