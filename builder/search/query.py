"""The reference search: what a query finds, in which order. The browser's ``client/engine.js`` must answer the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ..text.fold import fold
from . import best, rank, spelling
from .match import Places, occurrences, phrase
from .parse import Word, parse
from .reader import Index

_PHRASE_FROM = 4
"""Words of letters in a row from which on an article with exactly that row makes the others beside the point."""


class Mode(StrEnum):
    """What the results have to do with the query."""

    ALL = "all"
    """They have all its words."""
    ROW = "row"
    """They have its words in this very row; others have them, but not so."""
    SPELLING = "spelling"
    """Nothing has its words; these have words spelt much like them."""
    BEST = "best"
    """Nothing has all its words; these have the most of what it says."""
    NOTHING = "nothing"
    """Nothing has anything of it."""
    EMPTY = "empty"
    """It asks for nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query finds."""

    mode: Mode
    hits: tuple[tuple[int, int], ...]
    """(article number, score), best first."""
    words: tuple[Word, ...]
    """What was looked for in the end; with ``SPELLING``, the words that replaced those typed, with ``BEST`` parts."""


def search(index: Index, query: str, wide: bool = False) -> Answer:
    """What ``query`` finds. ``wide`` asks for all words wherever they stand, never for their row only."""
    return _found(index, parse(query), wide)


def _found(index: Index, words: Sequence[Word], wide: bool) -> Answer:
    wanted = [word for word in words if not word.excluded]
    if not wanted:
        return Answer(Mode.EMPTY, (), tuple(words))
    unwanted: set[int] = set()
    for word in words:
        if word.excluded:
            unwanted |= occurrences(index, word).keys()
    places = [occurrences(index, word) for word in wanted]
    hits = _without(rank.ranked(index, places), unwanted)
    if hits:
        hits = _by_the_named(index, wanted, hits)
        row = None if wide else _row(index, wanted, hits)
        if row:
            return Answer(Mode.ROW, tuple(row), tuple(wanted))
        return Answer(Mode.ALL, tuple(hits), tuple(wanted))
    if any(word.acronym for word in wanted):  # or only shouted
        return _found(index, [word if word.excluded else replace(word, acronym=False) for word in words], wide)
    respelt = spelling.respelt(index, wanted, places)
    if respelt:
        hits = _without(rank.ranked(index, [found for _, found in respelt]), unwanted)
        if hits:
            return Answer(Mode.SPELLING, tuple(hits), tuple(word for word, _ in respelt))
    nearest, found = best.best(index, wanted)
    hits = _without(nearest, unwanted)
    parts = tuple(Word(part, False, False, False) for part in found)
    return Answer(Mode.BEST if hits else Mode.NOTHING, tuple(hits), parts)


def _without(hits: Sequence[tuple[int, int]], unwanted: set[int]) -> list[tuple[int, int]]:
    return [hit for hit in hits if hit[0] not in unwanted]


def _by_the_named(index: Index, words: Sequence[Word], hits: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The hits, those first that are by an author of whose name the words are the whole."""
    scores = [score for _, score in hits]
    if scores[0] < rank.ALL_IN_TITLE or not any(rank.ALL_IN_NAMES <= score < rank.ALL_IN_TITLE for score in scores):
        return hits  # no title comes before a name
    name = "".join(word.text for word in words).replace(" ", "")
    facets = index.facets()
    rows = enumerate(facets.names["authors"])
    named = {at for at, (_, *names) in rows if any(fold(one).replace(" ", "") == name for one in names)}
    authors = facets.columns["authors"]
    return rank.in_order(
        (number, score + rank.BY_THE_NAMED * (not named.isdisjoint(authors[index.ordinal(number)])))
        for number, score in hits
    )


def _row(index: Index, words: Sequence[Word], hits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The hits that have many words in exactly this row, which is how a copied title is typed; fewer than all."""
    if len(words) < _PHRASE_FROM or len(hits) < 2:
        return []
    having: Places = phrase(index, " ".join(word.text for word in words), True)
    row = [hit for hit in hits if hit[0] in having]
    return row if len(row) < len(hits) else []
