"""What the names of an element (id, classes, role) say about its content, in the words page makers use."""

from __future__ import annotations

import re
from functools import lru_cache

from ...text.facts import facts

NAMES = tuple(facts("html_names"))
_PATTERNS = tuple(re.compile("|".join(words)) for words in facts("html_names").values())
_TAGS: dict[str, tuple[str, ...]] = {
    "article": ("article",),
    "main": ("content",),
    "aside": ("sidebar",),
    "nav": ("nav",),
    "menu": ("nav",),
    "header": ("header",),
    "footer": ("footer",),
    "form": ("form",),
    "button": ("form", "tool"),
    "figcaption": ("caption",),
    "figure": ("media",),
    "label": ("form",),
}
BIT: dict[str, int] = {name: 1 << n for n, name in enumerate(NAMES)}


def hints_of(tag: str, names: str, role: str) -> int:
    """Return what an element's tag, names (lower case) and role say, as a set of ``BIT``."""
    bits = 0
    for name in _TAGS.get(tag, ()):
        bits |= BIT[name]
    if names or role:
        for word in f"{names} {role}".split():
            bits |= _word_hints(word)
    return bits


@lru_cache(maxsize=16384)
def _word_hints(word: str) -> int:
    """Class names repeat within a page and from page to page of a site, so that most are met only once."""
    bits = 0
    for number, pattern in enumerate(_PATTERNS):
        if pattern.search(word):
            bits |= 1 << number
    return bits
