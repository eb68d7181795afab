"""Who wrote it, from a dump: by-lines near the body's head and tail, and the profile block below it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Contributor
from ...text.bylines import Byline, clean_name, find_byline
from ...text.facts import facts
from ...text.names import is_agency, is_latin_name, is_nobody
from ...text.roles import words_of
from .author_profiles import key_of, profile_of
from .bare_head import names_author
from .bare_names import bare_names, name_and_date
from .labels import heads_widget
from .model import Side
from .page import DumpPage

_HEAD, _TAIL = 10, 12
_AGENCY_WIDTH = 80
"""Width up to which a line may be nothing but an agency's name."""
_BIO = re.compile(
    r"^(?P<name>(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w.'’-]+),? (?:is|was|has been|covers|writes) (?:an? |the )?"
)
_REVIEWER = "評者"
_PARAGRAPHS = 2
"""Paragraphs between the title and a name that signs no text if another line follows."""
_BY = re.compile(r"^(?:by|von|por|par|di|door|av|af)\s+", re.IGNORECASE)

Signed = tuple[int, Byline]
"""A row and the by-line it is."""


@dataclass(frozen=True, slots=True)
class People:
    """Contributors, the rows that name them, and how sure that is."""

    contributors: tuple[Contributor, ...] = ()
    rows: tuple[int, ...] = ()
    """Rows that are nothing but by-line or profile."""
    confidence: float = 0.0
    row: int = -1
    """The row that names the first of them."""


def _zone(page: DumpPage, title: int) -> Iterator[int]:
    """Rows in which a by-line may stand: from the title to the body's first lines, the body's end, and some below."""
    start = title if 0 <= title <= page.first + 2 else max(0, page.first - 8)
    head = min(len(page.rows), max(page.first + 2, start + _HEAD))
    for index in range(max(0, start - 3), head):
        if index > page.last and heads_widget(page.rows[index]):
            return
        if index < page.first + 2 or page.sides[index] is not Side.BODY or page.rows[index].width < 60:
            yield index
    for index in range(max(head, page.last - 2), min(len(page.rows), page.last + _TAIL)):
        if index > page.last and heads_widget(page.rows[index]):
            return
        yield index


def _without_label(page: DumpPage, index: int, date: int, title: int) -> Byline | None:
    """A name beside a date, or alone on its line: only its place makes it a by-line."""
    role = _role_above(page, index)
    if role == "none" or (role != "author" and _is_of_text(page, index, title)):
        return None
    line = name_and_date(page.rows[index])
    if line is None and index <= page.last:
        line = _bare_name(page, index, date, title, role == "author")
    return line if line and (role == "author" or not any(_is_phrase(page, c.name) for c in line.contributors)) else None


def _is_phrase(page: DumpPage, name: str) -> bool:
    """Whether most of the words stand on the page without a capital too: a heading, such as Surge Protective Devices.

    One may be a word that is a name as well: Will, Stone, Banks.
    """
    words = re.split("[ -]", name.lower()) if name.isascii() else ()
    return 2 * sum(map(page.has_small, words)) > len(words)


def _is_of_text(page: DumpPage, index: int, title: int) -> bool:
    """Whether the row stands below text, and is body more likely than not or stands between paragraphs: a heading, a
    person told of. Above all text it belongs to the head, however likely."""
    if page.sides[index] is not Side.BODY:
        return False
    above = bisect_left(page.paragraphs, index) - bisect_right(page.paragraphs, title)
    return above > 0 and (page.is_text(index) or (above >= _PARAGRAPHS and index < page.last))


def _role_above(page: DumpPage, index: int) -> str:
    """The role that the line above gives to this one where it is a label and no more: By, Edited by.

    What stands over sections and in menus too (コラム, インタビュー) is none.
    """
    above = page.rows[index - 1].text.lower().strip(" :：") if index else ""
    if above in facts("ja/bylines")["heads_too"]:
        return ""
    return words_of("en/bylines", "ja/bylines", "zh/bylines").get(above, "")


def _bare_name(page: DumpPage, index: int, date: int, title: int, announced: bool) -> Byline | None:
    """A line that is a name and stands by the date, below the title, or in more than one place."""
    row = page.rows[index]
    told = names_author(page, index, title)
    if told is not None:
        return Byline((Contributor(clean_name(row.text)),), 0, len(row.text), 0.6, "bare") if told else None
    if row.bullet.startswith("number") or index > max(page.first, title) + _HEAD:
        return None
    beside = (date >= 0 and abs(index - date) <= 2) or 0 < index - title <= 4 or announced
    if not beside and (index <= title or page.rows.text.times[row.text] == 1):
        return None
    return bare_names(row, announced=announced, by_date=date >= 0 and abs(index - date) == 1)


def _by_lines(page: DumpPage, title: int, date: int) -> Iterator[Signed]:
    """The rows that name who may have written the text, and what each says."""
    for index in _zone(page, title):
        row = page.rows[index]
        line = find_byline(row.text)
        if row.cue.startswith("credit"):  # of a picture, unless a label says who wrote: 写真／沢村実　文／水野遥
            line = line if line and line.form == "label" else None
        else:
            line = line or _without_label(page, index, date, title)
        if index != title and line and not all(is_nobody(c.name) for c in line.contributors):
            yield index, line


def find_people(page: DumpPage, title: int, date: int) -> People:
    """The contributors of the page."""
    if page.first < 0:
        return People()
    found = list(_by_lines(page, title, date))
    best = max((line.confidence for _, line in found), default=0.0)
    sure = [(i, line) for i, line in found if line.confidence >= best - 0.1]
    chosen = [(i, line) for i, line in sure if i <= max(page.first + 1, title + _HEAD)] or sure[:2]
    chosen = _of_review(page, [*_translated(found, chosen, range(title + 1, page.first + 1)), *chosen])
    names: dict[str, Contributor] = {}
    for _, line in chosen:
        for c in line.contributors:
            names.setdefault(key_of(c.name), c)
    profile = profile_of(page, names.values())
    if profile:
        key = key_of(profile.name)
        if not names:
            names, best = {key: Contributor(profile.name)}, 0.8
        if key in names and profile.text:
            names[key] = replace(names[key], profile=profile.text)
    used = tuple(i for i, b in chosen if b.end - b.start > 0.6 * len(page.rows[i].text)) + (
        profile.rows if profile else ()
    )
    if not names:
        single = _from_bio(page) or _agency(page, title)
        return People((single[0],), (), 0.5, single[1]) if single else People()
    first = chosen[0][0] if chosen else profile.rows[0] if profile else -1
    return People(tuple(names.values()), used, best, first)


def _translated(found: Sequence[Signed], chosen: Sequence[Signed], head: range) -> list[Signed]:
    """The less sure line of the head that names whom those chosen, all translators, have put into Japanese."""
    if not chosen or any(c.role != "訳" for _, line in chosen for c in line.contributors):
        return []
    return [
        (i, line) for i, line in found if i in head and i < chosen[0][0] and not any(c.role for c in line.contributors)
    ][-1:]


def _of_review(page: DumpPage, chosen: list[Signed]) -> list[Signed]:
    """Of a review that names its writer as such (評者：水野遥) that line alone: the others tell who made the book."""
    reviewers = [(i, line) for i, line in chosen if page.rows[i].text.startswith(_REVIEWER)]
    return reviewers or chosen


def _agency(page: DumpPage, title: int) -> tuple[Contributor, int] | None:
    """The news agency that the head names where it names no person: Associated Press, Von dpa."""
    for index in range(max(0, title), min(len(page.rows), page.first + 2)):
        if page.rows[index].width > _AGENCY_WIDTH:
            continue
        text = clean_name(_BY.sub("", page.rows[index].text))
        if is_agency(text):
            return Contributor(text), index
    return None


def _from_bio(page: DumpPage) -> tuple[Contributor, int] | None:
    """Jane Doe of "Jane Doe is a reporter who covers …", below the body or its last line."""
    for index in range(max(0, page.last - 1), min(len(page.rows), page.last + _TAIL)):
        row = page.rows[index]
        m = _BIO.match(row.text) if row.cue.startswith("bio") else None
        if m and is_latin_name(m["name"]):
            return Contributor(m["name"], profile=row.text), index
    return None
