"""The title of a dump, found by comparing candidates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ...text.bylines import find_byline
from ...text.names import is_person_name
from ...text.sections import names_section
from . import japanese_titles
from .japanese_titles import SeenJapanese, stands_over_text, tells_of
from .labels import is_menu, is_series, names_paper
from .page import DumpPage
from .rows import Row
from .title_clues import Seen, end_of, ready_clues, span, word_clues

_CRUMBS = re.compile(r"\s[>›»＞]\s")
_UNDER_LABEL = 2.5
"""What speaks for a line right under the name of a section or column, beside the learned clues."""
_BARE_NAME, _BY_LINE = 1.5, 3.0
"""What speaks against a name, and against a by-line, right under a line that may be the title."""
_NEAR = 5
"""Rows below a candidate that are looked at."""
_OVER = 3
"""Rows over the body among which a short headline keeps the body's first sentence from being the title."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A candidate for the title: its row, its text, and how much speaks for it."""

    row: int
    text: str
    score: float


_OF_WORDS, _OF_PLACES = ("shared ", "by-line"), ("times ", "page's first ", "named ", "trail's end", "name")
"""How the clues of what a line says begin, and those of where it is said, of which one each can speak for it."""
_DOUBT = 2.0
"""How much less may speak for a Japanese title than for there being none."""


@cache
def _weights(language: str = "") -> dict[str, float]:
    """By clue, of Japanese (ja) pages or of all others."""
    name = f"title_weights_{language}.tsv" if language else "title_weights.tsv"
    text = (files("builder.data") / name).read_text(encoding="utf-8")
    rows = [line.rsplit("\t", 1) for line in text.splitlines() if not line.startswith("#")]
    return {clue: float(weight) for clue, weight in rows}


@cache
def _most(starts: tuple[str, ...], language: str) -> float:
    """The most that clues which begin so can speak for a line."""
    weights = _weights(language)
    return sum(max([0.0, *(said for clue, said in weights.items() if clue.startswith(start))]) for start in starts)


class Weighing:
    """What speaks for the rows of a page being its title, in its language."""

    def __init__(self, page: DumpPage) -> None:
        self._page = page
        self._seen = Seen.on(page)
        self._japanese = SeenJapanese.on(page) if page.is_japanese else None
        self.language = "ja" if page.is_japanese else ""

    def fits(self, index: int) -> bool:
        """Whether a row could be a title at all."""
        row = self._page.rows[index]
        return japanese_titles.fits(row) if self._japanese else fits(row)

    def ready(self, index: int) -> list[str]:
        """Clues of how a row looks and what is around it."""
        clues = ready_clues(self._page, index, self._seen)
        if self._japanese:
            clues += japanese_titles.ready_clues(self._page, index, self._japanese)
        return clues

    def words(self, index: int) -> Iterator[str]:
        """Clues of what it says: they take longer to find, and only the best need them."""
        yield from word_clues(self._page, index)

    def places(self, index: int) -> Iterator[str]:
        """Clues of where else that is said, and who is named below, on Japanese pages."""
        if self._japanese:
            yield from japanese_titles.place_clues(self._page, index)

    def sum(self, clues: Iterable[str]) -> float:
        """What the clues weigh."""
        return sum(filter(None, map(_weights(self.language).get, clues)), 0.0)


@lru_cache(maxsize=256)
def fits(row: Row) -> bool:
    """Whether a row could be a title at all; in Japanese one character can (旅)."""
    spoken = row.text[-1] in "」』" and row.look.solid
    least = 5 if row.text.isascii() else 2
    return (
        least <= row.width <= 280
        and row.look.date != "only"
        and not spoken
        and not _CRUMBS.search(row.text)
        and not is_menu(row.text)
    )


def _heads_title(page: DumpPage, index: int) -> bool:
    """Whether the row names the newspaper, the section or the column, and the headline stands below."""
    text = page.rows[index].text
    if index + 1 >= page.first or not (is_series(text) or names_section(text) or names_paper(text)):
        return False
    below = page.rows[index + 1]
    plain = fits(below) and not below.bullet and not below.cue
    if not plain or find_byline(below.text) is not None:
        return False
    return not _names_author(below) or (page.is_japanese and tells_of(page, below.text))


def _is_under_label(page: DumpPage, index: int) -> bool:
    """Whether the row stands, between blank lines, right under the name of a section or column and near the body."""
    if not 0 < index < page.first <= index + _NEAR or not all(row.gap for row in page.rows[index - 1 : index + 2]):
        return False
    return _heads_title(page, index - 1)


def _may_head(page: DumpPage, index: int) -> bool:
    """Whether the row above the body is plain words: no by-line or name, no date, no part of the furniture."""
    row = page.rows[index]
    plain = fits(row) and not (row.bullet or row.cue or row.look.date or row.look.address)
    return plain and row.look.end != "stop" and not _heads_title(page, index) and not _names_author(row)


def _is_below_head(page: DumpPage, index: int) -> bool:
    """Whether the row stands right below one that may be the title, or below the day that stands there."""
    above = index - 1
    while above > 0 and page.rows[above].look.date == "only":
        above -= 1
    return above >= 0 and _may_head(page, above)


def _names_author(row: Row) -> float:
    """How much speaks against the row because it is a by-line, or nothing but a name."""
    line = find_byline(row.text) if row.width < 90 else None
    if line and line.form != "weak" and line.end - line.start > 0.8 * len(row.text):
        return _BY_LINE
    return _BARE_NAME if not row.text.isascii() and is_person_name(row.text, strict=True) else 0.0


def _is_first_sentence(page: DumpPage, index: int) -> bool:
    """Whether the row is a Japanese sentence of the body, and a line that may be the title stands over the body."""
    row = page.rows[index]
    if index < page.first or row.look.script not in "jc" or end_of(row) != "stop":
        return False
    return any(_may_head(page, above) for above in range(max(0, page.first - _OVER), page.first))


def _is_writer(page: DumpPage, row: Row) -> bool:
    """Whether the row of a Japanese page is the name of somebody the text does not tell of."""
    return page.is_japanese and is_person_name(row.text, strict=True) and not tells_of(page, row.text)


def best_candidate(page: DumpPage) -> Titled | None:
    """The line for which most speaks, of several the first; None where no line may be the title."""
    if not span(page):
        return None
    weighing = Weighing(page)
    scored = [
        (weighing.sum(weighing.ready(index)) + (_UNDER_LABEL if _is_under_label(page, index) else 0.0), -index)
        for index in span(page)
        if weighing.fits(index)
    ]
    of_words, of_places = _most(_OF_WORDS, weighing.language), _most(_OF_PLACES, weighing.language)
    best: Titled | None = None
    for score, place in sorted(scored, reverse=True):
        if best and score + of_words + of_places < best.score:
            break
        index = -place
        row = page.rows[index]
        if _heads_title(page, index) or _is_first_sentence(page, index) or _is_writer(page, row):
            continue
        score += weighing.sum(weighing.places(index))
        if best and score + of_words < best.score:
            continue
        score += weighing.sum(weighing.words(index))
        score -= _names_author(row) if _is_below_head(page, index) else 0.0
        if best is None or (score, place) > (best.score, -best.row):
            best = Titled(index, row.text, score)
    if best and page.is_japanese and not _may_be_title(page, best, weighing):
        return None
    return best


def _may_be_title(page: DumpPage, best: Titled, weighing: Weighing) -> bool:
    """Whether the best line of a Japanese page is a title rather than that the page has none."""
    none = weighing.sum(japanese_titles.clues_of_none(page)) - _DOUBT
    return best.score >= none or stands_over_text(page, best.row)


def is_sentence(page: DumpPage, candidate: Titled) -> bool:
    """Whether the candidate is the body's own first sentence, or running text and all of the body: no title then."""
    row = page.rows[candidate.row]
    ends = end_of(row) == "stop" or page.first == page.last
    return candidate.row >= page.first and row.look.solid and ends and row.width > 90


def is_heading(page: DumpPage, candidate: Titled, taken: Set[int] = frozenset()) -> bool:
    """Whether the candidate is a heading of the text: body more likely than not, below running text that is too.

    ``taken``: rows that a rule takes are no text.
    """
    if not page.is_text(candidate.row):
        return False
    above = (i for i in page.body if i < candidate.row and i not in taken)
    return any(page.rows[i].look.solid and page.is_text(i) for i in above)
