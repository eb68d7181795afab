"""What the words of by-lines say of the person named: 文 writes, 訳 translates, 写真 did not write."""

from __future__ import annotations

import re
from functools import cache

from .facts import facts
from .patterns import any_of

HELPERS = ("訳", "構成", "監修", "選", "聞き手")
"""Roles beside an author."""
JOINED = re.compile(r"\s*[・／/＆&]\s*|と")
"""What joins the words of one label: 取材と文."""
_OF_SEVERAL = ("聞き手", "author", "訳", "構成", "監修", "選", "weak", "none")
"""Which role counts in a label made of several words, such as 文／写真 or 翻訳・編集: the first of these."""


@cache
def words_of(*tables: str) -> dict[str, str]:
    """The labels in these tables of by-lines (``ja/bylines``), each with its role."""
    return {w: role for t in tables for role, words in facts(t)["labels"].items() for w in words}


@cache
def _author_label() -> re.Pattern[str]:
    tables = ("en/bylines", "ja/bylines", "zh/bylines")
    heads = facts("ja/bylines")["heads_too"]
    words = {w.lower() for w, role in words_of(*tables).items() if role == "author" and w not in heads}
    return re.compile(rf"(?:{any_of(words)})(?:\s*[:：・･]\s*|\s+)", re.IGNORECASE)


def without_label(text: str) -> str:
    """``text``, a value known to name authors, without the label it begins with: by Ada Brandt, 著者：水野遥."""
    label = _author_label().match(text)
    return text[label.end() :] if label else text


@cache
def _any_label() -> re.Pattern[str]:
    word = any_of(words_of("ja/bylines", "zh/bylines"))
    return re.compile(rf"(?P<label>(?:{word})(?:(?:{JOINED.pattern})(?:{word}))*)(?:\s*[:：=＝／/|｜・]\s*|\s+)\S")


def credits_another(text: str) -> bool:
    """Whether ``text`` begins with the label of somebody who did not write: 撮影 水野遥, 责任编辑：林清."""
    label = _any_label().match(text)
    return label is not None and role_of(label["label"]) in ("none", "weak")


def translates(role: str) -> bool:
    """Whether a role of a by-line is that of a translator, in any language: 訳, 翻訳, translator."""
    return bool(role) and (role_of(role) == "訳" or words_of("en/bylines").get(role.lower()) == "translator")


def role_of(label: str) -> str:
    """The role a Japanese or Chinese label gives, also one made of several: 文と写真, 翻訳・編集."""
    known = words_of("ja/bylines", "zh/bylines")
    if label in known:
        return known[label]
    parts = {known.get(part, "none") for part in JOINED.split(label)}
    return next((role for role in _OF_SEVERAL if role in parts), "none")
