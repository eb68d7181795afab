"""The language of a text, by its script and its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from .facts import facts

_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4_000


@cache
def _markers() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in facts("language_words").items()}


def language_of(text: str, default: str = "") -> str:
    """ISO 639-1 code of the language ``text`` is written in; ``default`` where that cannot be told."""
    part = text[:_LOOKED_AT]
    kana, han, hangul = len(_KANA.findall(part)), len(_HAN.findall(part)), len(_HANGUL.findall(part))
    found = _WORD.findall(part.lower())
    letters = len(found)
    if hangul > 20 and hangul > kana:
        return "ko"
    if kana >= 5 and kana * 20 > han:
        return "ja"
    if han > 20 and han * 3 > letters:
        return "zh"
    words = Counter(found)
    total = words.total()
    if total < 8:
        return default
    scores = {language: sum(words[w] for w in small) for language, small in _markers().items()}
    best = max(scores, key=lambda language: scores[language])
    if scores[best] >= 0.08 * total:
        return best
    return "ru" if len(_CYRILLIC.findall(part)) > 40 else default
