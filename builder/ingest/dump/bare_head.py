"""The head of a dump that somebody typed, or copied without all that is around it: a few short lines, then the text.

As nothing else stands on the page, each line is the title, an author, a day, the outlet, a section or a column, and
what cannot be one of the others is the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.bylines import find_byline
from ...text.facts import facts
from ...text.names import is_person_name, is_short_han_name
from ...text.sections import names_section
from .japanese_titles import fits, is_breadcrumbs
from .labels import is_menu, is_series, names_paper
from .model import Side
from .page import DumpPage
from .rows import Row

_LINES, _WIDEST = 6, 80
"""Lines that it has at most, and columns of one."""
_NAME = re.compile(
    r"[\u3400-\u9fff々ヶ]{3,5}|[\u3400-\u9fff々ヶ]{1,3}[ 　][\u3400-\u9fff々]{1,3}"
    r"|(?:[\u3400-\u9fff々ヶ]{2,3}|[\u3400-\u9fff々ヶ]{1,3}[ 　])(?!の|[ぁ-ゖ]*(?:より|から|にて|です)\Z)[ぁ-ゖ]{2,4}"
)
"""A family name and a given name, neither of which needs to be known; 祖父のこと and 旅先より are none."""
_SET_OFF = re.compile(r"[―—─〜～].*")
"""A subtitle, or what is asked."""
_PERIODICAL = re.compile(r"(?:隔?[月週]刊|季刊|旬刊)[ 　]?\S{1,12}")
_HONOURED = ("さん", "氏", "様")
_TWO_PARTS = re.compile(r"[ 　]|[ぁ-ゖ]{2,}\Z")
"""A blank, or kana at the end: the family name and the given name can be told."""
_WIDE = re.compile("\u3000+")
_LONGEST_NAMED = 40
"""Columns of a line that names people; a longer one in three pieces calls: PR　夏のキャンペーン　いまなら100円."""
_COLUMN = 2
"""Characters of the name of a column that looks like a person's: 余滴."""


def bare_head(page: DumpPage) -> range:
    """The rows of the head of a Japanese page that begins with it; none where it may be a page's furniture."""
    rows = page.rows
    long = next((i for i, row in enumerate(rows[: _LINES + 1]) if row.width > _WIDEST or row.look.solid), 0)
    if not page.is_japanese or not 0 < long <= _LINES or page.sides[long] is not Side.BODY:
        return range(0)
    return range(long) if all(map(_is_plain, rows[:long])) else range(0)


def _is_plain(row: Row) -> bool:
    named = row.cue and not names_section(row.text)
    calls = len(_WIDE.findall(row.text)) > 1 and row.width > _LONGEST_NAMED
    return not (named or calls or row.bullet or row.look.address or is_menu(row.text) or is_breadcrumbs(row.text))


def title_rows(page: DumpPage, head: Sequence[int]) -> list[int]:
    """Those of a bare head that cannot be anything but the title; of several, those that look like nothing else.

    The first of them is the title if it is the longest: columns stand over titles, pen names below, and both are short.
    """
    plain = [i for i in head if not _is_something_else(page.rows[i])]
    others = max((i for i in head if i not in plain), default=-1)
    above = [i for i in plain if i < others]
    signed = any(find_byline(text) or may_be_name(text) for text in (page.rows[i].text for i in head if i not in plain))
    if above and len(plain) - len(above) > (1 if signed else 2):  # several lines below the author or the day are verse
        plain = above
    plain = [i for i in plain if not _may_be_something_else(page.rows[i])] or plain
    is_longest = all(page.rows[plain[0]].width > page.rows[i].width for i in plain[1:])
    return plain[:1] if is_longest else plain


def _is_something_else(row: Row) -> bool:
    text = row.text
    if not fits(row) or row.look.date == "only" or text[-1] == "。" or _SET_OFF.fullmatch(text):
        return True
    labelled = names_section(text) or names_paper(text) or is_series(text)
    return bool(labelled or is_person_name(text, strict=True) or find_byline(text))


def _may_be_something_else(row: Row) -> bool:
    return may_be_name(row.text) or _PERIODICAL.fullmatch(row.text) is not None


def may_be_name(text: str) -> bool:
    """Whether the line has the shape of a Japanese person's name."""
    return _NAME.fullmatch(text) is not None and is_short_han_name(text)


def names_author(page: DumpPage, index: int, title: int) -> bool | None:
    """Whether a row of a bare head is the author's name and no more; None where the head does not tell.

    Over the title, where a column may stand, the name must be a usual one; below a title that nothing else may be, its
    shape is enough.
    """
    head = bare_head(page)
    if index not in head or title not in head:
        return None
    text = page.rows[index].text
    if index < title:
        return len(text) > _COLUMN and is_person_name(text, strict=True)
    is_usual = _TWO_PARTS.search(text) or text[-1] in facts("ja/names")["given_endings"]
    is_honoured = text.endswith(_HONOURED)  # of whom the text tells
    return bool(is_usual and not is_honoured and title_rows(page, head) == [title] and may_be_name(text)) or None
