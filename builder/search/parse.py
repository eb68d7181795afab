"""A query as typed, taken apart. ``client/parse.js`` is its counterpart.

Blanks divide words, of which all must occur. A phrase stands in ", “” or 「」. A minus before a word or a phrase
excludes it. A word with signs inside divides further: data.gov is the phrase "data gov", 猫、犬 are two words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..text.fold import JAPANESE, fold

LONGEST = 300
"""Characters of a query that are read."""
MOST = 24
"""Words of a query that are looked for."""

_PART = re.compile('([-－−]?)(?:["“”]([^"“”]*)["“”]|「([^」]*)」|『([^』]*)』|([^\\s"“”「」『』]+))')
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


def parse(query: str) -> list[Word]:
    """The words of a query, in order."""
    found: list[tuple[str, bool, bool]] = []
    for minus, straight, corner, double, plain in _PART.findall(query[:LONGEST]):
        quoted = straight or corner or double
        text = fold((quoted or plain).replace("\n", " "))
        if not text:
            continue
        if quoted or not _JAPANESE.search(text):
            found.append((text, bool(quoted), bool(minus)))
        else:
            found += ((part, False, bool(minus)) for part in text.split(" "))
    last = len(found) - 1
    ended = query[-1:].isspace()
    return [
        Word(text, exact, excluded, at == last and not exact and not ended)
        for at, (text, exact, excluded) in enumerate(found[:MOST])
    ]
