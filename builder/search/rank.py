"""The order of results. ``client/rank.js`` is its counterpart.

All arithmetic is on whole numbers, so that every machine and both languages agree to the last digit; equal scores are
ordered newest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .layout import BODY, NAMES
from .match import Places
from .reader import Index

ALL_IN_TITLE, ALL_IN_NAMES = 4_000_000, 2_000_000
"""Added where every word stands in the title, or in the names of author, topic and series."""
BY_THE_NAMED = 8_000_000
"""Added where the words are the whole name of the article's author."""
_TITLE, _TITLE_START, _NAMES = 800, 200, 600
_K, _B = 12, 75
"""BM25's k1 in tenths and b in hundredths."""


def rarity(articles: int, having: int) -> int:
    """Sixteen times the binary logarithm, about, of how few articles have a word; at least 16."""
    return max(16, log16(16 * (articles + 1) // (having + 1)) - 48)


def log16(n: int) -> int:
    """Sixteen times the binary logarithm of ``n``, interpolated between powers of two; exact in whole numbers."""
    power = n.bit_length() - 1
    return 16 * power + ((n << 4 >> power) & 15)


def density(times: int, length: int, average: int) -> int:
    """BM25's measure of how often a word occurs in a text for its length, from 0 to 220."""
    return 22 * 100 * times * average // (10 * times * average + _K * ((100 - _B) * average + _B * length) // 100)


def in_order(scores: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """(article number, score), best first, newest first among equals."""
    return sorted(scores, key=lambda pair: (-pair[1], -pair[0]))


def ranked(index: Index, words: Sequence[Places]) -> list[tuple[int, int]]:
    """The articles that have all words, best first, each with its score."""
    if not words:
        return []
    rarest = min(words, key=len)
    common = set(rarest)
    for places in words:
        common &= places.keys()
    rarities = [rarity(len(index.numbers), len(places)) for places in words]
    scores = []
    for number in common:
        length = index.length(number)
        score = 0
        titled = named = 0
        for places, rare in zip(words, rarities, strict=True):
            body, title, names = fields(places[number])
            score += rare * density(body, length, index.average)
            if title:
                titled += 1
                score += rare * (_TITLE + (_TITLE_START if places[number][0] == 0 else 0))
            if names:
                named += 1
                score += rare * _NAMES
        score += ALL_IN_TITLE * (titled == len(words)) + ALL_IN_NAMES * (named == len(words))
        scores.append((number, score))
    return in_order(scores)


def fields(places: Sequence[int]) -> tuple[int, int, int]:
    """How many of the positions lie in the body, the title, the names."""
    title = sum(place < NAMES for place in places)
    names = sum(NAMES <= place < BODY for place in places)
    return len(places) - title - names, title, names
