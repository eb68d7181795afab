"""What the words of a line are for, such as sharing, a related article or the law (``data/cues.yaml``)."""

from __future__ import annotations

import re
from functools import cache

from ...text.facts import facts
from .page_text import PageText
from .phrases import Phrases

_WIDEST = 320
"""Width above which a line is a paragraph."""
_WHOLE = 60
"""Characters of a line that may be nothing but a cue."""
_MARKS = " \t\u3000:：>»›→▶▼▲■◆●★・|｜-–—[]［］【】()（）<＞≫."
_COMMENTS = re.compile(r"\d+\s+(?:comments?|replies|responses)")


@cache
def _inside() -> tuple[Phrases, tuple[str, ...]]:
    """The words that count wherever they stand, the most telling first, and the cues they are."""
    table = [(word, f"{name}~") for name, row in facts("cues").items() for word in row.get("has", ())]
    return Phrases([word for word, _ in table]), tuple(name for _, name in table)


@cache
def _starts() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """By their first character, the words that count at the beginning, and the cues they are; the first fit counts."""
    made: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for name, row in facts("cues").items():
        for word in sorted((*row.get("starts", ()), *row.get("starts_apart", ())), key=len, reverse=True):
            words, names = made.get(word[0], ((), ()))
            made[word[0]] = (*words, word), (*names, name)
    return made


@cache
def _apart() -> frozenset[str]:
    """Words at the beginning that count where no letter follows."""
    return frozenset(word for row in facts("cues").values() for word in row.get("starts_apart", ()))


def _begins(text: str, word: str) -> bool:
    """Does the word stand at the beginning, and not inside another, as 図 in 図書館?"""
    return text.startswith(word) and not (word in _apart() and text[len(word) : len(word) + 1].isalpha())


@cache
def _wholes() -> dict[str, str]:
    return {word: name for name, row in facts("cues").items() for word in row.get("whole", ())}


def cues_of(page: PageText) -> list[str]:
    """The cue of each line, with ~ where it stands somewhere inside; empty for none."""
    wholes, starts, marks = _wholes(), _starts(), frozenset(_MARKS)
    cues = [""] * page.count
    for at, cue in _cues_inside(page).items():
        cues[at] = cue
    for at, text in enumerate(page.low_text.split("\n")[:-1]):
        first = text[0]
        if len(text) < _WHOLE:
            bare = text.strip(_MARKS) if first in marks or text[-1] in marks else text
            if bare in wholes:
                cues[at] = wholes[bare]
                continue
            if first.isdigit() and _COMMENTS.fullmatch(bare):
                cues[at] = "comments"
                continue
        if first in starts and text.startswith(starts[first][0]) and page.widths[at] <= _WIDEST:
            fit = (name for word, name in zip(*starts[first], strict=True) if _begins(text, word))
            cues[at] = next(fit, cues[at])
    return cues


def _cues_inside(page: PageText) -> dict[int, str]:
    """The cue that the most telling word inside a line is, by line; paragraphs have none."""
    phrases, names = _inside()
    best: dict[int, int] = {}
    for phrase, line in phrases.on(page):
        best[line] = min(phrase, best.get(line, phrase))
    return {line: names[phrase] for line, phrase in best.items() if page.widths[line] <= _WIDEST}
