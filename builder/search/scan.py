"""One article as the index reads it: its fields, folded and laid out, and its text in fragments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ..text.fold import fold, fold_with_offsets
from .engine import SearchDocument
from .layout import BODY, FRAGMENT, NAMES, NAMES_ROOM, TITLE, TITLE_ROOM

_STOP = re.compile('([.!?]["”’)\\]]*)(?= +[A-Z“"(])')
_CLOSED = re.compile('\r+([」』）)\\]”’"]+)\r*')


_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
"""Readings stand in hiragana; some readers type them in katakana."""


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
    title = _folded(f"{document.title}\n{document.subtitle}".strip())
    if len(title) > TITLE_ROOM:  # no title is that long; whatever this is, it is found like text
        text, title = f"{document.title}\n{document.subtitle}\n{text}", title[:TITLE_ROOM]
    printed = [name for _, name in document.authors] + [name for _, name in document.topics]
    series = [document.series[1]] if document.series else []
    keys = [*document.author_keys, *(key.translate(_KATAKANA) for key in document.author_keys)]
    names = "\n".join(dict.fromkeys(map(_folded, [*printed, *series, *keys])))[:NAMES_ROOM]
    fragments, sections = _cut(text)
    return Scanned(title, names, ((TITLE, title), (NAMES, names), *sections), fragments)


def _folded(text: str) -> str:
    """Folded text in which every character is one UTF-16 unit, so that an index means the same in the browser."""
    folded = fold(text)
    if len(folded) == len(folded.encode("utf-16-le")) >> 1:
        return folded
    return "".join(map(chr, memoryview(folded.encode("utf-16-le")).cast("H")))


def _cut(text: str) -> tuple[tuple[str, ...], list[tuple[int, str]]]:
    """Fragments of published text, and their folded sections."""
    marked = _marked(text)
    folded = iter(_folded(marked.replace("\r", "\n")).split("\n"))
    pieces: list[list[str]] = [[]]
    sections: list[list[str]] = [[]]
    at, starts, room = BODY, [BODY], FRAGMENT
    for paragraph in marked.split("\n"):
        for sentence in paragraph.split("\r"):
            line = next(folded)
            if len(line) + 1 > room and room < FRAGMENT:
                pieces.append([])
                sections.append([])
                at += FRAGMENT
                starts.append(at)
                room = FRAGMENT
            if len(line) + 1 > FRAGMENT:
                parts = _chunks(sentence, len(line))
                sections[-1].append(line)
                pieces[-1].append(parts[0])
                pieces += [[part] for part in parts[1:]]
                at += FRAGMENT * (len(parts) - 1)
                room = 0
            else:
                pieces[-1].append(sentence)
                sections[-1].append(line)
                room -= len(line) + 1
        if pieces[-1]:
            pieces[-1].append("\n")
    fragments = tuple("".join(piece).strip("\n") for piece in pieces)
    return fragments, list(zip(starts, ("\n".join(section) for section in sections), strict=True))


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
