"""Where the words of a query occur. ``client/match.js`` is its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..text.fold import KATAKANA, LETTERS
from . import keys
from .cover import Plan, plan
from .layout import BODY, FRAGMENT, NAMES, RUN_END, SINGLE, TITLE
from .parse import Word
from .reader import Index, Occurrences
from .stem import stem
from .terms import IN_NAMES, IN_TITLE, family_of_pair, units

Places = dict[int, list[int]]
"""Article number -> positions, ascending."""

_PAGE = 10
_LETTERS = re.compile(f"[{LETTERS}]+")
_LONG_END = re.compile(f"[{KATAKANA}]{{2,}}ー$")


def occurrences(index: Index, word: Word) -> Places:
    """Where a word of a query occurs: exactly, and unless it is in quotes in its other forms."""
    if _LETTERS.fullmatch(word.text):
        return grouped(_word(index, word.text, word.exact, word.open, word.acronym))
    found = phrase(index, word.text, word.open)
    if not word.exact and _LONG_END.search(word.text):
        found = united(found, phrase(index, word.text[:-1] + RUN_END, False)) or phrase(index, word.text[:-1])
    return found


def phrase(index: Index, text: str, is_open: bool = False) -> Places:
    """Where a folded phrase occurs. Where ``is_open``, its last word may go on."""
    if len(units(text)) == 1:
        return _signs(index, units(text)[0])
    needed = plan(text)
    rows = [(place, _pairs(index, code)) for place, code in needed.pairs]
    for place, word in needed.words:
        goes_on = is_open and place + len(word) == len(text)
        rows.append((place, _word(index, word, not goes_on, goes_on)))
    found = grouped(_together(rows)) if rows else _signs(index, needed.signs[0]) if needed.signs else {}
    return _with_signs(index, needed, found)


def _together(rows: list[tuple[int, Occurrences]]) -> Occurrences:
    """Where all of these stand at their places; each is (place, occurrences)."""
    rows.sort(key=lambda row: len(row[1]))
    place, first = rows[0]
    starts = {(number, position - place) for number, position in first if position >= place}
    for place, other in rows[1:]:
        starts &= {(number, position - place) for number, position in other}
    return sorted(starts)


def _with_signs(index: Index, needed: Plan, found: Places) -> Places:
    for unit in needed.signs:
        having = _signs(index, unit)
        found = {number: places for number, places in found.items() if number in having}
    return found


def _pairs(index: Index, code: int) -> Occurrences:
    return index.code(family_of_pair(code), code)


def _signs(index: Index, unit: int) -> Places:
    """Where a single sign occurs, once for each field."""
    found: Places = {}
    for number, value in index.code(SINGLE, keys.code(unit)):
        note, fragment = value >> 8, value & 255
        places = found[number] = []
        if note & IN_TITLE:
            places.append(TITLE)
        if note & IN_NAMES:
            places.append(NAMES)
        places.append(BODY + fragment * FRAGMENT)
    return found


def _word(index: Index, word: str, exact: bool, is_open: bool, acronym: bool = False) -> Occurrences:
    """A word of letters: itself and its inflections; where it is open and they are few, words that begin so."""
    if exact:
        return _all(index.words(word, lambda name: name == word))
    if acronym:
        found = _all(index.words(word, (word, word + "s").__contains__))
    else:
        root = stem(word)
        found = _all(index.words(_beginning(word, root), lambda name: name == word or stem(name) == root))
    if is_open and len(word) > 1 and len({number for number, _ in found}) < _PAGE:
        found = sorted({*found, *_all(index.words(word, lambda name: True))})
    return found


def _beginning(word: str, root: str) -> str:
    """Letters that all words with this stem begin with."""
    same = 0
    while same < min(len(word), len(root)) and word[same] == root[same]:
        same += 1
    return word if len(word) < 3 else word[: max(2, same - 1)]


def _all(words: Iterable[tuple[str, Occurrences]]) -> Occurrences:
    return sorted(occurrence for _, found in words for occurrence in found)


def grouped(found: Occurrences) -> Places:
    """Occurrences by article."""
    places: Places = {}
    for number, position in found:
        places.setdefault(number, []).append(position)
    return places


def united(one: Places, other: Places) -> Places:
    """Where either occurs."""
    return {number: sorted({*one.get(number, ()), *other.get(number, ())}) for number in one.keys() | other.keys()}
