"""The lines above the body in their usual order: section, series, title, subtitle. Which of them is which."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from ...text.bylines import find_byline
from ...text.names import is_person_name
from ...text.sections import breadcrumbs_in, is_button, names_section
from .labels import is_menu, is_series
from .page import DumpPage, tokens
from .rows import Row
from .sections import section_of
from .titles import best_candidate, fits, is_heading, is_sentence

_CRUMB_MARK = re.compile(r"\s[>›»＞≫|｜-]\s|^#")
_MARK = re.compile(r"\s[|｜/>›»–—-]\s")
"""What stands between a title and the outlet's name or the steps of a trail."""
_REPEATED, _LEAST_TITLE = 8, 8
"""Rows below a title in which it may stand again by itself, and its characters at least."""
_SUBTITLE_WIDTHS = range(16, 161)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over the body, each text with its row (-1: none)."""

    title: str = ""
    title_row: int = -1
    subtitle: str = ""
    subtitle_row: int = -1
    section: str = ""
    section_row: int = -1


def read_head(page: DumpPage, taken: Set[int] = frozenset()) -> Head:
    """Title, subtitle and section of ``page``; ``taken`` are the rows that a rule takes."""
    best = best_candidate(page)
    if best is None or _is_item(page, best.row) or is_sentence(page, best) or is_heading(page, best, taken):
        return Head()
    title = best.row - 1 if _is_subtitle_below(page, best.row) else _without_site(page, best.row)
    subtitle = title + 1 if _is_subtitle(page, title + 1) else -1
    section, section_row = section_of(page, title)
    return Head(
        best.text if title == best.row else page.rows[title].text,
        title,
        page.rows[subtitle].text if subtitle >= 0 else "",
        subtitle,
        section,
        section_row,
    )


def _is_item(page: DumpPage, index: int) -> bool:
    """Whether the row is an item of a list that is text, with one more below it."""
    below = page.rows[index + 1 : index + 2]
    return bool(page.rows[index].bullet and index in page.body and below and below[0].bullet and index + 1 in page.body)


def _without_site(page: DumpPage, title: int) -> int:
    """The row below ``title``, and above the text, that says it without the outlet or the trail: A wall | News."""
    text = page.rows[title].text
    for index in range(title + 1, min(page.first + 1, title + 1 + _REPEATED)):
        shorter = page.rows[index].text
        if len(shorter) < _LEAST_TITLE or len(shorter) == len(text):
            continue
        if text.startswith(shorter) and _MARK.match(text, len(shorter)):
            return index
        if text.endswith(shorter) and _MARK.search(text[-len(shorter) - 3 : len(text) - len(shorter)]):
            return index
    return title


def _is_subtitle(page: DumpPage, index: int) -> bool:
    """Whether the row, right below the title, stands between it and the date or the by-line, and is neither."""
    if not 0 < index < page.text_start:
        return False
    row = page.rows[index]
    k = row.look
    if k.width not in _SUBTITLE_WIDTHS or not _is_plain(row) or _repeats(row.text, page.rows[index - 1].text):
        return False
    if _CRUMB_MARK.search(row.text) or is_person_name(row.text) or (k.script == "w" and len(row.text.split()) < 5):
        return False
    following = page.rows[index + 1 : index + 3]
    return any(line.look.date in ("date", "only") or _signs(line.text) for line in following)


def _signs(text: str) -> bool:
    return find_byline(text) is not None or is_person_name(text, strict=True)


def _repeats(text: str, title: str) -> bool:
    """Whether most words of the line are the title's."""
    words = set(tokens(text))
    return 2 * len(words & set(tokens(title))) >= len(words)


def _is_plain(row: Row) -> bool:
    """Whether nothing about the line says that it is anything but words."""
    k = row.look
    plain = not (row.bullet or row.cue or k.date or k.address or k.case == "loud") and k.end not in ("comma", "colon")
    return plain and not is_menu(row.text) and not is_series(row.text) and find_byline(row.text) is None


def _is_subtitle_below(page: DumpPage, index: int) -> bool:
    """Whether the row is a subtitle, and the one above it the title: that one stands right below the section's name.

    Below a trail that leads through a section to a column only the title does; below a section's usual name the
    column's may, too. The day may stand between.
    """
    above = index - 1
    over = above - 1 - (above > 1 and page.rows[above - 1].look.date == "only")
    if (
        over < 0
        or not _is_subtitle(page, index)
        or page.rows.text.text.count(page.rows[index].text) > 1
        or not fits(page.rows[above])
        or not _is_plain(page.rows[above])
    ):
        return False
    title, label = page.rows[above].text, page.rows[over].text
    if names_section(title) or is_button(title) or is_person_name(title, strict=True):
        return False
    below = breadcrumbs_in(label, page.rows[index].text)
    if below and below.to_title:
        return False
    crumbs = breadcrumbs_in(label, title)
    if crumbs and crumbs.from_section and not names_section(crumbs.section):
        return title not in crumbs.steps
    return bool(crumbs or names_section(label)) and any(word in page.words for word in tokens(title))
