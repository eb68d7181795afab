"""The terms of one article and where they stand, without arrays: a few articles are done before numpy is loaded.

It finds what ``gather`` finds (tests/laws/test_search_incremental.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from typing import Any

from ..text.fold import KATAKANA, LETTERS
from . import keys
from .layout import BODY, FRAGMENT, RUN_END, SINGLE, WORD, WORD_LENGTH
from .scan import Scanned
from .terms import IN_NAMES, IN_TITLE, LAST_FRAGMENT, family_of_pair, is_sign, pair_codes, units

Terms = Mapping[str, MutableMapping[Any, list[int]]]
"""Family -> term -> its occurrences in order: the article's number in the upper 32 bits, the position in the lower."""

_LETTER_RUN = re.compile(f"[{LETTERS}]+")
_KATAKANA_RUN = re.compile(f"[{KATAKANA}]{{2,}}")
_family_of_pair = lru_cache(1 << 16)(family_of_pair)


def add_terms(number: int, scanned: Scanned, into: Terms) -> None:
    """Adds an article's terms to those of articles with lower numbers; ``into`` makes a list for every new term."""
    for start, text in scanned.sections:
        base = number << 32 | start
        found = [(at, code) for at, code in enumerate(pair_codes(text)) if _family_of_pair(code)]
        ends = [run.end() - 1 for run in _KATAKANA_RUN.finditer(text)]
        found += [(at, keys.code(ord(text[at]), ord(RUN_END))) for at in ends if text[at] != "ー"]
        for at, code in found:
            into[_family_of_pair(code)][code].append(base + at)
        for run in _LETTER_RUN.finditer(text):
            into[WORD][run.group()[:WORD_LENGTH]].append(base + run.start())
    for unit, position in _signs(scanned).items():
        into[SINGLE][keys.code(unit)].append(number << 32 | position)


def _signs(scanned: Scanned) -> dict[int, int]:
    """Each single sign with ``note << 8 | first fragment``."""
    found: dict[int, int] = {}
    for start, text in reversed(scanned.sections):
        if start >= BODY:
            found.update(dict.fromkeys(units(text), min((start - BODY) // FRAGMENT, LAST_FRAGMENT)))
    for field, bit in ((scanned.title, IN_TITLE << 8), (scanned.names, IN_NAMES << 8)):
        for unit in set(units(field)):
            found[unit] = found.get(unit, 0) | bit
    return {unit: position for unit, position in found.items() if is_sign(unit)}
