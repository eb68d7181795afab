"""A dump read once: its rows, the verdict on each, and where the body starts and ends. What the finders look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add

from ...text.dates import tells_source_book
from ...text.facts import facts
from ..cleaning.furniture import Furniture
from .lazy import lazy
from .model import Side, is_japanese, judge_rows
from .rows import Rows, rows

_EAST = re.compile("[\u3040-\U0010ffff]")
"""With one of these a line is read by pairs of characters."""
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_WORD = re.compile(r"[^\W_]{3,}")
_ASCII_WORD = re.compile("[a-z0-9]{3,}")
_LEAST_SMALL, _BEHIND_WORD = 2, " ,.;:!?)"
"""Letters of a word, at least, that is looked for in running text, and what may stand behind it there."""
_PAIR = 2
_MORE_LIKELY = 0.5


class Vocabulary:
    """The ``tokens`` of lines, told line by line as far as they are asked for: most of a title's stand in the first."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(lines).lower()
        self._untold = iter(lines)
        self._told: set[str] = set()

    def __contains__(self, word: str) -> bool:
        """``word``: one of the ``tokens`` of another text. A pair may have a mark between its characters here."""
        while word not in self._told:
            line = next(self._untold, None) if len(word) <= _PAIR or word in self._text else None
            if line is None:
                return False
            self._told.update(tokens(line))
        return True


@dataclass(frozen=True)
class DumpPage:
    """Rows of a dump with what the model says of them."""

    rows: Rows
    sides: Sequence[Side]
    """Where each row stands to the body."""
    chances: Sequence[float]
    """How likely each row is body, 0 to 1."""
    body: Sequence[int]
    """Indexes of the rows that are body, in order."""

    @lazy
    def first(self) -> int:
        """The first row of the body; -1 where no line is body."""
        return self.body[0] if self.body else -1

    @lazy
    def last(self) -> int:
        """The last row of the body; -1 where no line is body."""
        return self.body[-1] if self.body else -1

    def is_text(self, index: int) -> bool:
        """Whether a row is body, and more likely so than not."""
        return self.sides[index] is Side.BODY and self.chances[index] >= _MORE_LIKELY

    @lazy
    def is_japanese(self) -> bool:
        """Whether its lines hold kana as Japanese ones do."""
        return is_japanese(self.rows.text)

    @lazy
    def words(self) -> Vocabulary:
        """The words of the body's first part."""
        return Vocabulary([self.rows[i].text[:400] for i in self.body[:24]])

    @lazy
    def _running_text(self) -> str:
        """All running text, with one blank between words and at both ends."""
        text = " ".join([row.text for row in self.rows if row.look.solid])
        return f" {' '.join(text.split())} "

    def has_small(self, word: str) -> bool:
        """Whether ``word``, in small Latin letters, stands in running text; those that any text is full of do not."""
        if len(word) < _LEAST_SMALL or not word.isalpha() or word in facts("function_words")["words"]:
            return False
        return word in self.rows.text.text and any(f" {word}{mark}" in self._running_text for mark in _BEHIND_WORD)

    @lazy
    def books(self) -> list[int]:
        """The rows that open the account of a book that a text was copied from."""
        if not any(word in self.rows.text.text for word in facts("dates")["source_books"]):
            return []
        return [i for i, row in enumerate(self.rows) if tells_source_book(row.text)]

    @lazy
    def paragraphs(self) -> list[int]:
        """The rows of the body that read as running text."""
        return [i for i in self.body if self.rows[i].look.solid]

    @lazy
    def text_start(self) -> int:
        """The first row of the body that reads as running text; where none does, the body's first."""
        return self.paragraphs[0] if self.paragraphs else self.first


def tokens(text: str) -> list[str]:
    """Words of three letters or more, and pairs of neighbouring Japanese, Chinese or Korean characters."""
    low = text.lower()
    if low.isascii():
        return _ASCII_WORD.findall(low)
    if not _EAST.search(low):
        return _WORD.findall(low)
    found = _TOKEN.findall(low)
    pairs = [pair for pair in map(add, found, found[1:]) if len(pair) == 2 and not pair[0].isascii()]
    return pairs + [word for word in found if len(word) > 2]


def read_page(lines: Sequence[str], known: Furniture | None = None) -> DumpPage:
    """Read the lines of a dump. ``known``: what the pages of its source repeat."""
    found = rows(lines)
    return DumpPage(found, *judge_rows(found, known))
