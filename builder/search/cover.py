"""Which pairs prove that a phrase stands in a text. ``client/cover.js`` is its counterpart.

Every sign of a run has to lie in one of the chosen pairs; as all stand at known distances, finding each of them where
it belongs is finding the run. Pairs of kanji or katakana cost least to fetch, so they are preferred.
"""

from __future__ import annotations

from dataclasses import dataclass

from .layout import HIRAGANA, KANJI, MIXED, RUN_END
from .terms import family_of_pair, is_sign, pair_codes, units

_COST = {KANJI: 2, MIXED: 3, HIRAGANA: 4}
_FAR = 1 << 30


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be looked up for a phrase, each with its place in it."""

    pairs: tuple[tuple[int, int], ...]
    """(place, code)."""
    words: tuple[tuple[int, str], ...]
    """(place, word of letters)."""
    signs: tuple[int, ...]
    """Single signs between blanks, which have no place."""


def plan(text: str) -> Plan:
    """What to look up for a folded phrase."""
    signs = [is_sign(unit) or unit == ord(RUN_END) for unit in units(text)]
    pairs: list[tuple[int, int]] = []
    words: list[tuple[int, str]] = []
    lonely: list[int] = []
    at = 0
    while at < len(signs):
        end = at + 1
        if signs[at]:
            while end < len(signs) and signs[end]:
                end += 1
            run = _cover(text, at, end)
            pairs += run
            if not run:
                lonely.append(units(text)[at])
        elif text[at] != " ":
            while end < len(signs) and not signs[end] and text[end] != " ":
                end += 1
            words.append((at, text[at:end]))
        at = end
    return Plan(tuple(pairs), tuple(words), tuple(lonely))


def _cover(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The cheapest pairs that cover the signs from ``start`` to ``stop``; none where there is only one, alone."""
    first = start - 1 if start and text[start - 1] != " " else start
    last = stop - 1 if stop < len(text) and text[stop] != " " else stop - 2
    codes = pair_codes(text)
    cost = [0] + [_FAR] * (stop - start)
    via: list[tuple[int, int, int]] = [(0, 0, 0)] * (stop - start + 1)
    for at in range(first, last + 1):
        code = codes[at]
        price = _COST[family_of_pair(code)]
        reached = min(at + 2, stop) - start
        for before in range(max(at - start, 0), min(at + 1, stop - 1) - start + 1):
            if cost[before] + price < cost[reached]:
                cost[reached] = cost[before] + price
                via[reached] = (before, at, code)
    if cost[-1] >= _FAR:
        return []
    chosen: list[tuple[int, int]] = []
    at = stop - start
    while at:
        at, place, code = via[at]
        chosen.append((place, code))
    return chosen[::-1]
