"""A query as typed, taken apart. ``client/parse.js`` is its counterpart.

Blanks divide words, of which all must occur. A phrase stands in ", “” or 「」. A minus before a word or a phrase
excludes it. A word with signs inside divides further: data.gov is the phrase "data gov", 猫、犬 are two words. A word
all of capitals is an acronym, which has no forms but that of many: AIDS is not aid.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..text.fold import JAPANESE, fold

LONGEST = 300
"""Characters of a query that are read."""
MOST = 24
"""Words of a query that are looked for."""

_PART = re.compile('([-－−]?)(?:["“”]([^"“”]*)["“”]|「([^」]*)」|『([^』]*)』|([^\\s"“”「」『』]+))')
_ACRONYM = re.compile("[A-Z]{2,}")
_JAPANESE = re.compile(f"[{JAPANESE}]")


@dataclass(frozen=True, slots=True)
class Word:
    """Something to look for: folded text, with blanks in it only where it is a phrase."""

    text: str
    exact: bool
    """In quotes: neither inflected nor completed."""
    excluded: bool
    open: bool
    """The last of the query, perhaps not typed to its end."""
    acronym: bool = False
    """All of capitals: not inflected."""


def parse(query: str) -> list[Word]:
    """The words of a query, in order."""
    found: list[tuple[str, bool, bool, bool]] = []
    for minus, straight, corner, double, plain in _PART.findall(query[:LONGEST]):
        quoted = straight or corner or double
        text = fold((quoted or plain).replace("\n", " "))
        if not text:
            continue
        if quoted or not _JAPANESE.search(text):
            acronym = bool(_ACRONYM.fullmatch(unicodedata.normalize("NFKC", plain)))
            found.append((text, bool(quoted), bool(minus), acronym))
        else:
            found += ((part, False, bool(minus), False) for part in text.split(" "))
    last = len(found) - 1
    ended = query[-1:].isspace()
    return [
        Word(text, exact, excluded, at == last and not exact and not ended, acronym)
        for at, (text, exact, excluded, acronym) in enumerate(found[:MOST])
    ]
