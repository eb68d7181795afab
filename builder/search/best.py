"""Articles that come nearest to a query of which no article has all words, such as a question.

``client/best.js`` is its counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.fold import IDEOGRAPHS, KANA, KATAKANA, LETTERS
from . import rank
from .layout import BODY, FRAGMENT
from .match import Places, occurrences, phrase
from .parse import Word
from .reader import Index

_MOST_PARTS = 24
_TITLE, _NAMES, _TOGETHER = 50, 50, 400
_RUN = re.compile(f"[{LETTERS}]+|[0-9]+|[{KATAKANA}]+|[^\\s{LETTERS}0-9{KATAKANA}{KANA}]+[{KANA}]?")
_TAIL = re.compile(f"(?<=.)[{KANA}]$")
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
SHOWN = 30


def parts(words: Sequence[Word]) -> list[str]:
    """What the words are about: runs of kanji, of katakana, of digits, of letters, and the pairs inside the runs."""
    found: dict[str, None] = {}
    for word in words:
        for whole in _RUN.findall(word.text):
            run = _TAIL.sub("", whole)
            if len(run) == 1:
                run = whole  # a verb or adjective of one kanji: 降る
            if len(run) > 1:
                found[run] = None
            if len(run) > 2 and not re.match(f"[{LETTERS}]", run):
                found |= {run[at : at + 2]: None for at in range(len(run) - 1)}
    if not found:
        found = {run[at : at + 2]: None for run in (word.text for word in words) for at in range(len(run) - 1)}
    return list(found)[:_MOST_PARTS]


def best(index: Index, words: Sequence[Word]) -> tuple[list[tuple[int, int]], list[str]]:
    """The articles nearest to the words, best first, each with its score; and the parts they were found by.

    Where none has any part of several signs, single signs are looked for.
    """
    found = parts(words)
    hits = _nearest(index, found)
    if not hits:
        found = list(dict.fromkeys(sign for word in words for sign in word.text if _IDEOGRAPH.match(sign)))[
            :_MOST_PARTS
        ]
        hits = _nearest(index, found)
    return hits, found


def _nearest(index: Index, found: Sequence[str]) -> list[tuple[int, int]]:
    """What counts most is that parts stand together: those of the best fragment are worth more than all the rest."""
    scores: dict[int, int] = {}
    together: dict[int, dict[int, int]] = {}
    for part in found:
        places = _places(index, part)
        rare = rank.rarity(len(index.numbers), len(places))
        for number, there in places.items():
            body, title, names = rank.fields(there)
            worth = (
                rank.density(body, index.length(number), index.average) + _TITLE * (title > 0) + _NAMES * (names > 0)
            )
            scores[number] = scores.get(number, 0) + rare * worth
            fragments = together.setdefault(number, {})
            for fragment in {place // FRAGMENT for place in there if place >= BODY}:
                fragments[fragment] = fragments.get(fragment, 0) + rare
    return rank.in_order(
        (number, score + _TOGETHER * max(together[number].values(), default=0)) for number, score in scores.items()
    )[:SHOWN]


def _places(index: Index, part: str) -> Places:
    if re.fullmatch(f"[{LETTERS}]+", part):
        return occurrences(index, Word(part, False, False, False))
    return phrase(index, part)
