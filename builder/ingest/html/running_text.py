"""The text of the block being read, piece by piece, with its inline marks and the size of its type.

A mark that is open where a block ends closes there and opens again in the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from . import inline
from .type_size import PLAIN, step_behind

_SENTENCE_END = re.compile(rf"[。．！？!?」』）…][\s{inline.MARKS}]*\Z")
_LAST = 4
"""Pieces of a block, text or mark, in which its last sentence ends."""
_HUGE = 99


@dataclass(slots=True)
class Passage:
    """What stands between two ends of a block."""

    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    link_chars: int = 0
    strong_chars: int = 0
    named: list[tuple[str, str]] = field(default_factory=list)
    size: int = _HUGE
    """The smallest type so far."""
    enlarged: bool = False
    """Some of it stood in an old element for type larger than around."""
    marked: str = ""
    """All of it, settled, with its marks (``inline``); empty until it has ended."""
    text: str = ""
    """The same as plain text."""


class RunningText:
    """The passage being read, and what goes on from one to the next."""

    def __init__(self) -> None:
        self.size = PLAIN
        """Step of the type that is set at this place."""
        self._passage = Passage()
        self._marks: list[tuple[str, str, str]] = []
        """Inline marks that are open: start, end, link target."""
        self._in_link = self._in_strong = 0

    def add(self, text: str) -> None:
        """Text as the page has it."""
        if not text.isascii() and inline.ANY_MARK.search(text):
            text = inline.ANY_MARK.sub("", text)
        passage = self._passage
        passage.pieces.append(text)
        if self.size < passage.size and not text.isspace():
            passage.size = self.size
        if self._in_link or self._in_strong:
            length = len(text) if not text.isspace() else 0
            if self._in_link:
                passage.link_chars += length
            if self._in_strong:
                passage.strong_chars += length

    def add_mark(self, *pieces: str) -> None:
        """Pieces of a mark that is not left open."""
        self._passage.pieces += pieces

    def add_name(self, what: str, text: str) -> None:
        """What an element says that it holds."""
        self._passage.named.append((what, text))

    def open(self, start: str, end: str, target: str) -> None:
        """Begin a mark."""
        self._in_link += start == inline.LINK
        self._in_strong += start == inline.STRONG
        self._marks.append((start, end, target))
        self._begin(start, target)

    def close(self) -> None:
        """End the mark that was opened last."""
        start, end, _ = self._marks.pop()
        self._in_link -= start == inline.LINK
        self._in_strong -= start == inline.STRONG
        self._passage.pieces.append(end)

    def _begin(self, start: str, target: str) -> None:
        self._passage.pieces.append(start)
        if start == inline.LINK:
            self._passage.links.append(target)

    def note_larger_type(self, around: int) -> None:
        """An old element for type ends; ``around`` is the step of the type around it."""
        if self.size > around:
            self._passage.enlarged = True

    def take_break(self, br: etree._Element) -> bool:
        """Read a break: True where it ends the block, else it is a part of it.

        A single break stays in the paragraph. What ends the paragraph: two breaks; a break between a sentence's end and
        an indented line; a break behind a line in larger type (``font``, ``big``), unless the next line is as large.
        """
        pieces = self._passage.pieces
        if self._passage.enlarged and step_behind(br, self.size) < self._passage.size:
            return True
        is_indented = (br.tail or "").lstrip(" \t\r\n").startswith("\u3000")
        if is_indented and _SENTENCE_END.search("".join(pieces[-_LAST:])):
            return True
        if next((piece for piece in reversed(pieces) if not piece.isspace()), "") == inline.BREAK:
            return True
        pieces.append(inline.BREAK)
        return False

    def take(self) -> Passage | None:
        """End the passage and begin another; None for one without text."""
        passage = self._passage
        if not passage.pieces:
            return None
        body = "".join(passage.pieces)
        if not body or body.isspace():
            passage.pieces.clear()
            return None
        if self._marks:
            body += "".join(end for _, end, _ in reversed(self._marks))
        passage.marked = inline.settle(body)
        passage.text = inline.plain(passage.marked)
        self._passage = Passage()
        for start, _, target in self._marks:
            self._begin(start, target)
        return passage if passage.text else None
