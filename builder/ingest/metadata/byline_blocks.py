"""By-lines of one block: what its elements are named for, and the forms its lines have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.bylines import HELPERS, find_byline
from ...text.dates import find_dates
from ...text.names import is_person_name
from ..extraction import LineKind
from ..html.block import Block
from .author_marks import Hit
from .persons import Persons

_LOGIN = re.compile(r"[a-z][a-z0-9_-]{2,19}")
"""What a writer is called where readers post; an element named for the author holds it."""
_LONGEST_WITH_DAYS = 80
_OF_THE_DAY = re.compile(r"\A[\s)）\]】]*(?:公開|掲載|更新|配信|投稿)?")
"""What is said of a day behind it; what follows may be glued to it."""
_ACCOUNT = re.compile(r"\Aid:\s*")
_POST_BELOW = re.compile(r"\n(?=[（(][^（()）\n]+[）)]$)")
"""Before what somebody is, in brackets on a line of its own below the name."""
_CLOCK_BEHIND = re.compile(r"\s+at\s+\d{1,2}:\d\d$")


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a block stands."""

    named: bool
    """Its element is named as a by-line's."""
    in_body: bool
    """Behind the body's first block, which may be the by-line itself."""
    early: bool
    at_end: bool
    last: bool
    """The body's last block, or the next but one at most: 水野遥・架空新聞編集委員 closes the text."""
    heading: bool
    """A heading that only ends in a by-line names the maker of what it tells of: 3. A lamp by Ada Brandt."""


def read_block(number: int, block: Block, persons: Persons, stand: Stand) -> Hit | None:
    """Return the surest that one block says."""
    text = block.text
    whole = number if len(text) < 120 else -1
    for what, value in block.named:
        names = persons.stated(value) if what == "author" and len(value) < 80 else ()
        if names:
            return names, f"block {number + 1} rel=author", 0.8, whole
    for what, value in block.named:
        names = persons.printed(value) if what == "byline" else ()
        if names:
            return names, f"block {number + 1} byline", 0.76, whole
    for what, value in block.named:
        if (
            what == "byline"
            and _LOGIN.fullmatch(bare := _ACCOUNT.sub("", _CLOCK_BEHIND.sub("", value)))
            and (names := persons.stated(bare))
        ):
            return names, f"block {number + 1} login", 0.66, whole
    if stand.named:
        labels = (persons.printed(label) for label, _ in block.named_links())
        names = next(filter(None, labels), ()) or persons.printed(text)
        if names:
            return names, f"block {number + 1} byline", 0.76, whole
    if stand.in_body and len(text) > 400 and not stand.at_end:
        return None
    found: Hit | None = None
    over = ""
    for line in _lines(block):
        told = _line(number, line, text, persons, stand)
        if told and found is None:
            found = _with_author_over(over, told, persons) if stand.early else told
        elif told and found and all(c.role for c in told[0]):
            found = ((*found[0], *told[0]), *found[1:])
        over = line
    return found


def _lines(block: Block) -> list[str]:
    """The first lines that may be by-lines; a row of a table as its head and its value: 筆者：水野遥."""
    lines = _POST_BELOW.sub("", block.text).split("\n")[:6]
    if block.kind is LineKind.TABLE:
        return [line.replace(" ", "：", 1) for line in lines]
    return [piece for line in lines for piece in _beside_days(line)]


def _beside_days(line: str) -> list[str]:
    """``line``, and what is labelled beside its days where the whole is no by-line: 2021/02/24 掲載回答者：水野遥."""
    if len(line) > _LONGEST_WITH_DAYS or find_byline(line):
        return [line]
    days = find_dates(line)
    if not days:
        return [line]
    edges = [0, *(edge for day in days for edge in (day.start, day.end)), len(line)]
    pieces = (_OF_THE_DAY.sub("", line[a:b]).strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
    labelled = [piece for piece in pieces if (byline := find_byline(piece)) and byline.form == "label"]
    return [line, *labelled]


def _with_author_over(line: str, told: Hit, persons: Persons) -> Hit:
    """Who translated or asked, with the author whose bare name is the line above: アダ・ブラント / 水野遥 訳."""
    if not all(c.role in HELPERS for c in told[0]) or not is_person_name(line.strip(), strict=True):
        return told
    return ((*persons.bare(line), *told[0]), *told[1:])


def _line(number: int, line: str, text: str, persons: Persons, stand: Stand) -> Hit | None:
    """Read the by-line in one line of a block; ``text`` is the block's."""
    byline = find_byline(line)
    if byline is None or byline.form == "weak" or (byline.form == "signature" and not stand.at_end):
        return None
    if stand.heading and byline.start > 0:
        return None
    names = persons.believed(byline.contributors)
    if not names:
        return None
    under_title = not stand.in_body and not stand.at_end and byline.end - byline.start > 0.8 * len(text)
    closing = stand.last and byline.end - byline.start > 0.8 * len(text)
    sure = byline.confidence - 0.05 - (0.2 if byline.form == "name-title" and not (under_title or closing) else 0.0)
    if len(text) < 80 and byline.confidence < 0.8 and find_dates(text):
        sure += 0.15
    if stand.in_body and byline.form == "label" and (len(line) > 80 or not (stand.early or stand.at_end)):
        sure -= 0.15
    days = sum(day.end - day.start for day in find_dates(line))
    alone = byline.end - byline.start > 0.6 * (len(line) - days) and len(text) < 90
    return names, f"block {number + 1}", sure, number if alone else -1
