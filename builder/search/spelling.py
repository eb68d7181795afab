"""Words that may have been meant, where nothing has the words as typed. ``client/spelling.js`` is its counterpart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .match import Places, occurrences, phrase, united
from .orthography import spellings
from .parse import Word
from .reader import Index

_SHORTEST = 4
_LONG = 8
"""From so many letters on two slips are forgiven, else one."""
_MOST = 6
_REPAIRABLE = re.compile(f"[a-z ]{{{_SHORTEST},}}")


def respelt(index: Index, words: Sequence[Word], places: Sequence[Places]) -> list[tuple[Word, Places]]:
    """The words with the unknown ones replaced by known ones that may be meant; empty where none could be."""
    repaired = False
    found: list[tuple[Word, Places]] = []
    for word, there in zip(words, places, strict=True):
        meant: Places = {}
        known = word
        if not there and not word.exact:
            for text in _meant(index, word.text):
                other = replace(word, text=text, open=False)
                having = occurrences(index, other)
                known = other if having and not meant else known
                meant = united(meant, having)
        repaired = repaired or bool(meant)
        found.append((known, meant or there))
    return found if repaired else []


def _meant(index: Index, text: str) -> list[str]:
    """What may be meant by a word: if it is Japanese, otherwise written; of letters, what is like it.

    What was typed in parts, as e-mail, is tried in one, and what was typed in one in two that stand so somewhere.
    """
    if not _REPAIRABLE.fullmatch(text):
        return spellings(text)
    return [text.replace(" ", "")] if " " in text else _parted(index, text) or similar(index, text)


def _parted(index: Index, word: str) -> list[str]:
    """A word in two, the first of them known, that stand side by side somewhere."""
    first = [name for name in index.vocabulary(word[0]) if word.startswith(name) and name != word]
    return [text for text in (f"{name} {word[len(name) :]}" for name in first) if phrase(index, text)]


def similar(index: Index, word: str) -> list[str]:
    """Known words as few slips away as any, at most six, in alphabetical order."""
    limit = 2 if len(word) >= _LONG else 1
    nearest = limit + 1
    found: list[str] = []
    for letter in sorted({word[0], word[1]}):
        for name in index.vocabulary(letter):
            slips = distance(word, name, min(limit, nearest))
            if slips < nearest:
                nearest, found = slips, []
            if slips == nearest and slips <= limit:
                found.append(name)
    return sorted(found)[:_MOST]


def distance(one: str, other: str, limit: int) -> int:
    """Slips between two words: letters left out, put in, mistaken or swapped with the next; counted up to limit + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            slips = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                slips = min(slips, last[j - 2] + 1)
            row.append(slips)
        if min(row) > limit:
            return limit + 1
    return row[-1]
