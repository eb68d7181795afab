"""The lines of a result that show why it was found. ``client/snippet.js`` is its counterpart.

Offsets are of the text as published, in code points here, in UTF-16 units in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text.fold import LETTERS, fold_with_offsets
from .layout import BODY, FRAGMENT
from .match import Places
from .parse import Word
from .stem import stem

ROOM, LEAD = 130, 30
"""Full-width signs a snippet may have, and those before its first mark where it starts inside a sentence."""

Mark = tuple[int, int, int]
"""Start, end, which of the words."""

_LETTERS = re.compile(f"[{LETTERS}]+")
_CLOSED = frozenset("。！？…」』）】")
"""Signs that bring their own room: after anything else, such as a heading, a wide blank parts the lines."""
_LONG_END = re.compile("[ァ-ヺー]{2,}ー$")
_SENTENCE = re.compile(r"[^\n]*?(?:[。！？][」』）)\]”’\"]*|[.!?][\"”’)\]]*(?= )|(?=\n)|\Z)")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A window of a text."""

    text: str
    marks: tuple[tuple[int, int], ...]
    cut: tuple[bool, bool]
    """Whether a sentence was cut at its start, at its end."""


def best_fragment(places: Sequence[Places], number: int) -> int:
    """Which fragment of an article has most of the words: most different ones, then most at all, then the first."""
    different: dict[int, int] = {}
    every: dict[int, int] = {}
    for word in places:
        here = [(place - BODY) // FRAGMENT for place in word.get(number, ()) if place >= BODY]
        for fragment in here:
            every[fragment] = every.get(fragment, 0) + 1
        for fragment in set(here):
            different[fragment] = different.get(fragment, 0) + 1
    return min(every, key=lambda fragment: (-different[fragment], -every[fragment], fragment), default=0)


def marks(text: str, words: Sequence[Word]) -> list[Mark]:
    """Where the words stand in a text, in order, none inside another."""
    folded = fold_with_offsets(text)
    found: list[Mark] = []
    for which, word in enumerate(words):
        spans = _letters(folded.text, word) if _LETTERS.fullmatch(word.text) else _runs(folded.text, word)
        found += ((folded.starts[start], folded.ends[end - 1], which) for start, end in spans if end > start)
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark[0], -mark[1])):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _runs(text: str, word: Word) -> Iterator[tuple[int, int]]:
    wanted = word.text[:-1] if not word.exact and _LONG_END.search(word.text) else word.text
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        yield at, end + (wanted != word.text and text[end : end + 1] == "ー")
        at = text.find(wanted, at + 1)


def _letters(text: str, word: Word) -> Iterator[tuple[int, int]]:
    root = word.text + "s" if word.acronym else stem(word.text)
    for match in _LETTERS.finditer(text):
        name = match.group()
        inflected = not word.exact and (
            (name if word.acronym else stem(name)) == root or (word.open and name.startswith(word.text))
        )
        if name == word.text or inflected:
            yield match.span()


def snippet(text: str, words: Sequence[Word]) -> Snippet:
    """The window with most of the words: whole sentences where they fit."""
    found = marks(text, words)
    sentences = [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]
    best: tuple[int, int, list[Mark]] | None = None
    worth = (-1, -1)
    for k, (start, end) in enumerate(sentences):
        for _, later in sentences[k + 1 :]:
            if _width(text[start:later]) > ROOM:
                break
            end = later
        inside = [mark for mark in found if mark[0] >= start and mark[1] <= end]
        here = (len({mark[2] for mark in inside}), len(inside))
        if here > worth:
            best, worth = (start, end, inside), here
    if best is None:
        return Snippet("", (), (False, False))
    start, end, inside = best
    if _width(text[start:end]) <= ROOM:
        return _cut_out(text, start, end, inside, (False, False))
    first = inside[0][0] if inside else start
    begin = first - LEAD if first - start > 2 * LEAD else start
    stop, room = begin, float(ROOM)
    while stop < end and room > 0:
        room -= _width(text[stop])
        stop += 1
    inside = [mark for mark in inside if mark[0] >= begin and mark[1] <= stop]
    return _cut_out(text, begin, stop, inside, (begin > start, stop < end))


def _width(text: str) -> float:
    return sum(1 if sign > "\u2e7f" else 0.5 for sign in text)


def _cut_out(text: str, start: int, end: int, inside: Sequence[Mark], cut: tuple[bool, bool]) -> Snippet:
    while start < end and text[start].isspace():
        start += 1
    spans = tuple((mark[0] - start, mark[1] - start) for mark in inside)
    return Snippet(re.sub("\n", _joint, text[start:end]), spans, cut)


def _joint(match: re.Match[str]) -> str:
    """What stands for a line's end, one sign as it is: nothing to see after a Japanese sentence, else a blank."""
    before = match.string[match.start() - 1 : match.start()]
    return "\u200b" if before in _CLOSED else "\u3000" if before > "\u2e7f" else " "
