"""The language of a text, by its script and its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from .facts import facts

_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_EAST = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile("[a-z]+")
_LOOKED_AT = 4_000


@cache
def _markers() -> dict[str, tuple[str, ...]]:
    """Small word -> the languages that have it."""
    table = facts("language_words")
    words = {word for small in table.values() for word in small}
    return {word: tuple(language for language, small in table.items() if word in small) for word in words}


def language_of(text: str, default: str = "") -> str:
    """ISO 639-1 code of the language ``text`` is written in; ``default`` where that cannot be told."""
    part = text[:_LOOKED_AT]
    kana = han = hangul = 0
    if _EAST.search(part):
        kana, han, hangul = len(_KANA.findall(part)), len(_HAN.findall(part)), len(_HANGUL.findall(part))
    if hangul > 20 and hangul > kana:
        return "ko"
    if kana >= 5 and kana * 20 > han:
        return "ja"
    found = (_ASCII_WORD if part.isascii() else _WORD).findall(part.lower())
    if han > 20 and han * 3 > len(found):
        return "zh"
    if len(found) < 8:
        return default
    scores = dict.fromkeys(facts("language_words"), 0)
    markers = _markers()
    for word, count in Counter(filter(markers.__contains__, found)).items():
        for language in markers[word]:
            scores[language] += count
    best = max(scores, key=lambda language: scores[language])
    if scores[best] >= 0.08 * len(found):
        return best
    return "ru" if len(_CYRILLIC.findall(part)) > 40 else default
