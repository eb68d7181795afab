"""What the names of an element (id, classes, role) say about its content, in the words page makers use."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from ...text.facts import facts
from ..html.block import Place

NAMES = tuple(facts("html_names"))
BIT: dict[str, int] = {name: 1 << n for n, name in enumerate(NAMES)}
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
_TAG_BITS = {tag: sum(BIT[name] for name in names) for tag, names in _TAGS.items()}
_NO_CERTAIN_LETTER = re.compile(r"\(\?[^)]*\)\??|\[[^]]*\]\??|.\?")
"""Parts of a pattern that need not stand in a name as they are written."""
_MOST = 16384
"""Words remembered: class names repeat within a page and from page to page of a site."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A pattern that speaks for a hint."""

    bit: int
    pattern: re.Pattern[str]
    certain: str
    """Letters that stand in all that match; empty where the pattern has none for certain."""


def certain_letters(pattern: str) -> str:
    """Letters that stand in a row in all that ``pattern`` matches; it may have groups, sets and ``?``, and no more."""
    return max(_NO_CERTAIN_LETTER.sub(" ", pattern).split(), key=len, default="")


def _signs() -> Iterable[_Sign]:
    for name, patterns in facts("html_names").items():
        for pattern in patterns:
            yield _Sign(BIT[name], re.compile(pattern), certain_letters(pattern))


_SIGNS = tuple(_signs())
_known: dict[str, int] = {}
"""What the words met so far say."""


def hints_of(tag: str, names: str, role: str) -> int:
    """Return what an element's tag, names (lower case) and role say, as a set of ``BIT``."""
    return _TAG_BITS.get(tag, 0) | (_said(names, role) if names or role else 0)


def hints_of_places(places: Sequence[Place]) -> list[int]:
    """Return the same for each place. The words of a page are read together, far faster than each by itself."""
    _learn({word for said in {f"{p.names} {p.role}" for p in places} for word in said.split()})
    return [hints_of(place.tag, place.names, place.role) for place in places]


@lru_cache(maxsize=_MOST)
def _said(names: str, role: str) -> int:
    words = f"{names} {role}".split()
    _learn(set(words))
    bits = 0
    for word in words:
        bits |= _known[word]
    return bits


def _learn(words: set[str]) -> None:
    """Read those of the words that are not known yet."""
    new = {word for word in words if word not in _known}
    if len(_known) + len(new) > _MOST:
        _known.clear()
        new = words
    if new:
        _known.update(_read(sorted(new)))


def _read(words: Sequence[str]) -> dict[str, int]:
    """Return what each word says: every pattern is tried only on words that hold its letters."""
    joined = "\n".join(words)
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    bits = [0] * len(words)
    for sign in _SIGNS:
        at = joined.find(sign.certain)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            if sign.pattern.search(words[number]):
                bits[number] |= sign.bit
            at = joined.find(sign.certain, starts[number + 1])
    return dict(zip(words, bits, strict=True))
