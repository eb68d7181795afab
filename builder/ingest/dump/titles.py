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
from .bare_head import bare_head, title_rows
from .japanese_titles import SeenJapanese
from .labels import is_menu, is_series, labelled_title, names_paper
from .page import DumpPage
from .rows import Row
from .title_clues import Seen, end_of, ready_clues, span, word_clues

_CRUMBS = re.compile(r"\s[>›»＞]\s")
_FRAMES = "■□◆◇●○【】［］ \u3000"
_HEADLINE, _NEAR = 60, 4
"""Columns of a line that is the title wherever it stands so, at most, and rows from it to the text."""


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
        self.first = self._japanese.begins(page) if self._japanese else 0

    def fits(self, index: int) -> bool:
        """Whether a row could be a title at all."""
        row = self._page.rows[index]
        return japanese_titles.fits(row) if self._japanese else fits(row)

    def ends_trail(self, index: int) -> bool:
        """Whether a trail over the text ends in a row of a Japanese page, and not in a section."""
        return (
            self._japanese is not None and index < self._page.text_start and self._japanese.is_proved(self._page, index)
        )

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
            yield from japanese_titles.place_clues(self._page, index, self._japanese)

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
    return fits(below) and not (below.bullet or below.cue or _is_name(below) or _is_by_line(below))


def _is_name(row: Row) -> bool:
    return not row.text.isascii() and is_person_name(row.text, strict=True)


def _is_by_line(row: Row) -> bool:
    """Whether the row is a by-line, and nothing else."""
    line = find_byline(row.text) if row.width < 90 else None
    return line is not None and line.form != "weak" and line.end - line.start > 0.8 * len(row.text)


def _names_writer(page: DumpPage, index: int) -> bool:
    """Whether the row names who wrote the text: a Japanese name, or a by-line below a line that may be the title."""
    row = page.rows[index]
    return (page.is_japanese and _is_name(row)) or (index > 0 and fits(page.rows[index - 1]) and _is_by_line(row))


def _is_first_sentence(page: DumpPage, index: int) -> bool:
    """Whether the row is a sentence of a body that something stands over: in other languages, a title and a by-line."""
    row = page.rows[index]
    if not index >= page.first > 0 or end_of(row) != "stop":
        return False
    return row.look.script in "jc" or any(_names_writer(page, above) for above in range(span(page).start, page.first))


def best_candidate(page: DumpPage) -> Titled | None:
    """The line for which most speaks, of several the first; None where no line may be the title."""
    if not span(page):
        return None
    for index in range(page.text_start):
        if title := labelled_title(page.rows[index].text):
            again = (i for i in range(index + 1, page.text_start) if page.rows[i].text.strip(_FRAMES) == title)
            return Titled(next(again, index), title, 0.0)
    alone = title_rows(page, bare_head(page))
    if len(alone) == 1:
        return Titled(alone[0], page.rows[alone[0]].text, 0.0)
    weighing = Weighing(page)
    rows = [index for index in span(page) if index >= weighing.first and weighing.fits(index)]
    rows = [index for index in rows if weighing.ends_trail(index)] or rows
    rows = [index for index in rows if index in alone] or rows
    scored = [(weighing.sum(weighing.ready(index)), -index) for index in rows]
    of_words, of_places = _most(_OF_WORDS, weighing.language), _most(_OF_PLACES, weighing.language)
    best: Titled | None = None
    for score, place in sorted(scored, reverse=True):
        if best and score + of_words + of_places < best.score:
            break
        index = -place
        row = page.rows[index]
        if _heads_title(page, index) or _names_writer(page, index) or _is_first_sentence(page, index):
            continue
        score += weighing.sum(weighing.places(index))
        if best and score + of_words < best.score:
            continue
        score += weighing.sum(weighing.words(index))
        if best is None or (score, place) > (best.score, -best.row):
            best = Titled(index, row.text, score)
    if best and page.is_japanese and not alone and not _may_be_title(page, best, weighing):
        return None
    return best


def _may_be_title(page: DumpPage, best: Titled, weighing: Weighing) -> bool:
    """Whether the best line of a Japanese page is a title rather than that the page has none."""
    none = weighing.sum(japanese_titles.clues_of_none(page)) - _DOUBT
    is_posts = 0 < weighing.first <= best.row < page.first
    return best.score >= none or is_posts or _stands_over_text(page, best.row)


def _stands_over_text(page: DumpPage, index: int) -> bool:
    """Whether the row is a short line that opens the page, apart from the text below it, or stands over its day."""
    row, below = page.rows[index], page.rows[index + 1 : index + 2]
    if row.cue or row.bullet or row.look.date or row.width > _HEADLINE or end_of(row) == "stop" or not below:
        return False
    if below[0].look.date == "only":
        return row.gap > 0 and index < page.first <= index + _NEAR and not names_section(row.text)
    return index == 0 and below[0].gap > 0 and below[0].look.solid


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
