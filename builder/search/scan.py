"""One article as the index reads it: its fields, folded and laid out, and its text in fragments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..text.fold import fold, fold_with_offsets
from .engine import SearchDocument
from .layout import BODY, FRAGMENT, NAMES, NAMES_ROOM, TITLE, TITLE_ROOM

_STOP = re.compile('([.!?]["”’)\\]]*)(?= +[A-Z“"(])')
_CLOSED = re.compile('\r\r*([」』）)\\]”’"]+)\r*')


_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
"""Readings stand in hiragana; some readers type them in katakana."""

FoldAll = Callable[[Sequence[str]], list[str]]
"""``fold`` of each text: one after the other, or all at once."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What an article gives to search."""

    title: str
    names: str
    sections: tuple[tuple[int, str], ...]
    """(position, folded text); a section's positions are contiguous and no pair crosses from one into the next."""
    fragments: tuple[str, ...]
    """The text as published, cut at sentence ends; never empty."""


def scan(document: SearchDocument, text: str) -> Scanned:
    """The article's fields, folded and laid out. ``text`` is what its page shows, one block a line."""
    return scan_many([(document, text)], lambda texts: list(map(fold, texts)))[0]


def scan_many(articles: Sequence[tuple[SearchDocument, str]], fold_all: FoldAll) -> list[Scanned]:
    """The same of several articles."""
    titles = [f"{document.title}\n{document.subtitle}".strip() for document, _ in articles]
    folded_titles = _in_units(fold_all(titles))
    marked = []
    for (document, text), title in zip(articles, folded_titles, strict=True):
        if len(title) > TITLE_ROOM:  # no title is that long; whatever this is, it is found like text
            text = f"{document.title}\n{document.subtitle}\n{text}"
        marked.append(_marked(text))
    folded_texts = _in_units(fold_all([text.replace("\r", "\n") for text in marked]))
    found = []
    for (document, _), title, text, folded in zip(articles, folded_titles, marked, folded_texts, strict=True):
        title, names = title[:TITLE_ROOM], _names(document)
        fragments, sections = _cut(text, folded)
        found.append(Scanned(title, names, ((TITLE, title), (NAMES, names), *sections), fragments))
    return found


def _names(document: SearchDocument) -> str:
    """The names under which an article is found, folded, a line each."""
    printed = [name for _, name in document.authors] + [name for _, name in document.topics]
    series = [document.series[1]] if document.series else []
    keys = [*document.author_keys, *(key.translate(_KATAKANA) for key in document.author_keys)]
    return "\n".join(dict.fromkeys(map(_folded_name, (*printed, *series, *keys))))[:NAMES_ROOM]


@lru_cache(4096)
def _folded_name(name: str) -> str:
    return _in_units([fold(name)])[0]


def _in_units(texts: Iterable[str]) -> list[str]:
    """Folded texts in which every character is one UTF-16 unit, so that an index means the same in the browser."""
    found = []
    for text in texts:
        data = text.encode("utf-16-le")
        found.append(text if 2 * len(text) == len(data) else "".join(map(chr, memoryview(data).cast("H"))))
    return found


def _cut(marked: str, folded: str) -> tuple[tuple[str, ...], list[tuple[int, str]]]:
    """Fragments of published text, and their folded sections."""
    sentences = marked.replace("\n", "\n\r").split("\r")  # each keeps its newline
    folded += "\n"  # behind each of them
    fragments: list[str] = []
    sections: list[tuple[int, str]] = []
    at, first, start = BODY, 0, 0
    while start < len(folded):
        end = folded.rfind("\n", start, start + FRAGMENT) + 1
        if end:
            stop = first + folded.count("\n", start, end)
            parts = ["".join(sentences[first:stop]).strip("\n")]
        else:  # one that is longer than a fragment
            stop, end = first + 1, folded.index("\n", start) + 1
            parts = _chunks(sentences[first].removesuffix("\n"), end - 1 - start)
        fragments += parts
        sections.append((at, folded[start : end - 1]))
        at, first, start = at + FRAGMENT * len(parts), stop, end
    return tuple(fragments), sections


def _marked(text: str) -> str:
    """The text with a carriage return behind every sentence."""
    text = text.replace("\r", " ")
    for stop in "。！？":
        if stop in text:
            text = text.replace(stop, stop + "\r")
    if "\r" in text:
        text = _CLOSED.sub(lambda closers: closers[1] + "\r", text)
    if ". " in text or "? " in text or "! " in text:
        text = _STOP.sub(lambda stop: stop[1] + "\r", text)
    return text.replace("\r\n", "\n")


def _chunks(sentence: str, length: int) -> list[str]:
    """A sentence longer than a fragment, cut where its folded form reaches a fragment's end."""
    starts = fold_with_offsets(sentence).starts
    cuts = [0, *(starts[min(at, len(starts) - 1)] for at in range(FRAGMENT, length, FRAGMENT)), len(sentence)]
    return [sentence[a:b] for a, b in pairwise(cuts)]
