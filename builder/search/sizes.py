"""How large the files of a family may grow, by the number of articles.

A query pays for whole files, a host counts them: so files grow, but slower than the archive. The limit changes only
where the number of articles passes a power of two, and then all files are written anew.
"""

from __future__ import annotations

from .layout import HIRAGANA, KANJI, MIXED, SINGLE, WORD

_AT_2048 = {KANJI: 11_000, MIXED: 22_000, HIRAGANA: 32_000, SINGLE: 28_000, WORD: 10_000}
"""Limits in units of ``shard.weight``, which deflates to about three quarters, of single signs to a quarter."""
_GROWTH = {KANJI: 0.47, MIXED: 0.77, HIRAGANA: 0.95, SINGLE: 0.8, WORD: 0.85}
"""By what power of the number of articles they grow; the files most asked for grow least."""


def limit(family: str, articles: int) -> int:
    """The greatest weight of a leaf of the family's tree."""
    doublings = max(articles - 1, 255).bit_length() - 11
    return int(_AT_2048[family] * 2 ** (_GROWTH[family] * doublings))
