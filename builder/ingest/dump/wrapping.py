"""Text with a line break at the same column throughout, as it is copied out of PDF files and mails: paragraphs again.

Most lines are full: of Japanese, they end within the same few columns and amidst a sentence; of letters, the first word
of the next line would not have fitted. Sentences begin and end within them, as they do not in verse, lists and tables.
A line that is not full, an indent or a blank line ends a paragraph. What stands between two pages, amidst a sentence,
is their number and their running head.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...text.bylines import find_byline
from ...text.dates import find_dates
from ...text.names import is_person_name
from ..cleaning.furniture import fingerprint
from .bare_head import may_be_name

_NARROWEST, _WIDEST, _WIDEST_OF_LETTERS = 30, 140, 100
"""Columns of a full line."""
_PULLED_IN, _HUNG = 4, 2
"""Columns by which a full line may be shorter, or longer, so that no mark of punctuation begins the next."""
_LEAST = 6
"""Full lines of a text that is taken for broken so."""
_FULL, _AMIDST = 0.5, 0.6
"""Shares of the longer lines that are full, and of those, that end amidst a sentence."""
_RUNNING = 0.3
"""Share of the full lines of running text that have a mark of punctuation inside."""
_SMALL = 0.5
"""Share of the lines behind full ones of letters that begin with no capital."""
_FITTING = 0.8
"""Share of the pairs of lines of letters that are broken where they had to be."""
_LONGEST = 0.05
"""Share of the lines that may be longer than a full one."""
_EAST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff01-\uff60]")
_ENDS = "。．.！？!?」』…"
_INSIDE = re.compile(r"[、。，．]\S")
_BEGINS = re.compile(r"\s|[•*・･●○■□◆◇▪▸►»※◎▼▽★☆]|[-–—]\s|\d{1,3}[.)]\s|>")
"""What a line that goes on does not begin with."""
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:p|page|第)?\.?\s*\d{1,4}\s*(?:頁|ページ)?(?:\s*[/／]\s*\d{1,4})?)[\W_]*", re.IGNORECASE
)
_BETWEEN = 4
"""Lines between two pages at most."""


@dataclass(slots=True)
class Unwrapped:
    """The lines of a dump with each paragraph in its first line, and the others of it empty."""

    lines: list[str]
    joined: dict[int, int] = field(default_factory=dict)
    """The lines that are empty now, each with the one that holds its text."""
    running: list[int] = field(default_factory=list)
    """Lines between two pages: empty, too."""


def unwrapped(source: Sequence[str]) -> Unwrapped:
    """The lines with paragraphs put together where the text is broken at one column; as they were elsewhere."""
    found = Unwrapped(list(source))
    filled = [n for n, line in enumerate(source) if line.strip()]
    if len(filled) < _LEAST or max(map(len, source)) > _WIDEST:
        return found
    full = _full_lines(source, filled)
    if not full:
        return found
    heads = _between_pages(source, filled, full)
    found.running = sorted(heads)
    above = -1
    for number in filled:
        if number in heads:
            continue
        between = range(above + 1, number)
        is_near = not between or any(n in heads for n in between)
        goes_on = is_near and above in full and not _BEGINS.match(source[number])
        if goes_on and (number in full or not _says_who_or_when(source[number])):
            first = found.joined.get(above, above)
            found.lines[first] = _together(found.lines[first], source[number])
            found.joined[number] = first
        above = number
    for number in (*found.joined, *found.running):
        found.lines[number] = ""
    return found


def _together(above: str, below: str) -> str:
    above, below = above.rstrip(), below.strip()
    return above + ("" if _EAST.match(above[-1]) or _EAST.match(below) else " ") + below


def _ends(line: str) -> bool:
    """Whether a sentence ends with the line."""
    return line.rstrip()[-1] in _ENDS


def _says_who_or_when(line: str) -> bool:
    """Whether the line stands for itself below a title that fills its own, or below a text: an author, a day."""
    text = line.strip()
    named = find_byline(text) is not None or is_person_name(text, strict=True) or may_be_name(text)
    return not _ends(line) and (named or bool(find_dates(text)))


def _columns(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _full_lines(source: Sequence[str], filled: Sequence[int]) -> set[int]:
    """The lines that are broken because they are full; none where the text is not broken at one column."""
    widths = {n: _columns(source[n].rstrip()) for n in filled}
    if not any(_EAST.search(source[n]) for n in filled):
        return _full_of_letters(source, filled, widths)
    longer = [width for width in widths.values() if width >= _NARROWEST]
    if not longer:
        return set()
    column = max(set(longer), key=lambda width: (longer.count(width), width))
    full = {n for n, width in widths.items() if column - _PULLED_IN <= width <= column + _HUNG}
    beyond = sum(width > column + _HUNG for width in longer)
    amidst = sum(not _ends(source[n]) for n in full)
    running = sum(_INSIDE.search(source[n]) is not None for n in full)
    is_broken = len(full) >= max(_LEAST, _FULL * len(longer)) and amidst >= _AMIDST * len(full)
    return full if is_broken and running >= _RUNNING * len(full) and beyond <= _LONGEST * len(longer) else set()


def _full_of_letters(source: Sequence[str], filled: Sequence[int], widths: dict[int, int]) -> set[int]:
    column = max(widths.values())
    if not _NARROWEST <= column <= _WIDEST_OF_LETTERS:
        return set()
    pairs = [n for n in filled if n + 1 in widths and not _BEGINS.match(source[n + 1]) and " " in source[n].strip()]
    full = {n for n in pairs if widths[n] + 1 + len(source[n + 1].split(maxsplit=1)[0]) > column}
    is_broken = len(full) >= max(_LEAST, _FITTING * len(pairs))
    amidst = sum(not _ends(source[n]) for n in full)
    small = sum(not source[n + 1].lstrip()[0].isupper() for n in full)
    return full if is_broken and amidst >= _AMIDST * len(full) and small >= _SMALL * len(full) else set()


def _between_pages(source: Sequence[str], filled: Sequence[int], full: set[int]) -> set[int]:
    """The numbers and running heads of pages: between a full line and one that goes on with its sentence; and the same
    elsewhere."""
    found: set[int] = set()
    for place, number in enumerate(filled):
        if number not in full or _ends(source[number]):
            continue
        after = filled[place + 1 : place + 2 + _BETWEEN]
        end = next((at for at, n in enumerate(after) if n in full or _ends(source[n])), 0)
        between = after[:end]
        goes_on = bool(between) and not _BEGINS.match(source[after[end]])
        if goes_on and any(_PAGE_NUMBER.fullmatch(source[n].strip()) for n in between):
            found.update(between)
    known = {fingerprint(source[n]) for n in found}
    return found | {n for n in filled if fingerprint(source[n]) in known}
