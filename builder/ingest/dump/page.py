"""A dump read once: its rows, the verdict on each, and where the body starts and ends. What the finders look at."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..furniture import Furniture
from .model import Side, Verdict, judge_rows
from .rows import Row, rows

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_WORD = re.compile(r"[^\W_]+")
_ASCII_TOKEN = re.compile("[a-z0-9]{3,}")


@dataclass(frozen=True)
class DumpPage:
    """Rows of a dump with their verdicts. ``first`` and ``last`` are -1 where no line is body."""

    rows: Sequence[Row]
    verdicts: Sequence[Verdict]
    first: int
    last: int

    @cached_property
    def words(self) -> frozenset[str]:
        """Words (Latin) and pairs of characters (Japanese, Chinese, Korean) of the body's first part."""
        body = [self.rows[i].text for i in self.body()[:24]]
        return frozenset(word for text in body for word in tokens(text[:400]))

    @cached_property
    def text_start(self) -> int:
        """The first row of the body that reads as running text; where none does, the body's first."""
        return next((i for i in self.body() if self.rows[i].plain == "solid"), self.first)

    def body(self) -> list[int]:
        """Indexes of the rows that are body."""
        return [i for i, v in enumerate(self.verdicts) if v.side is Side.BODY]


def tokens(text: str) -> list[str]:
    """Words of three letters or more, and pairs of neighbouring Japanese, Chinese or Korean characters."""
    low = text.lower()
    if low.isascii():
        return _ASCII_TOKEN.findall(low)
    if max(low) < "\u3040":
        return [word for word in _WORD.findall(low) if len(word) > 2]
    found = _TOKEN.findall(low)
    pairs = [a + b for a, b in itertools.pairwise(found) if len(a) == len(b) == 1 and not a.isascii()]
    return pairs + [w for w in found if len(w) > 2]


def read_page(lines: Sequence[str], known: Furniture | None = None, *, following: bool = True) -> DumpPage:
    """Read the lines of a dump.

    ``known``: what the pages of its source repeat. ``following``: unlikely lines below the text that are set like it,
    as verse is, are taken for body, unless it is known what stands below.
    """
    found = rows(lines)
    verdicts = judge_rows(found, known=known, following=following)
    body = [i for i, v in enumerate(verdicts) if v.side is Side.BODY]
    return DumpPage(found, verdicts, body[0] if body else -1, body[-1] if body else -1)
