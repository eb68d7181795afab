"""The words of the command line itself: help, summaries, progress."""

from __future__ import annotations

from collections.abc import Mapping

from .fill import fill


def words(language: str) -> Mapping[str, str]:
    """All words of ``ja`` or ``en``; loads only the language asked for."""
    if language == "ja":
        from .words_ja import WORDS
    else:
        from .words_en import WORDS
    return WORDS


def say(language: str, key: str, **values: object) -> str:
    """The words under ``key``, filled in; numbers get thousands separators."""
    shown = {name: f"{value:,}" if isinstance(value, int) else str(value) for name, value in values.items()}
    return fill(words(language)[key], shown)
