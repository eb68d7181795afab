"""Who the author of a dump is, as told beside the text: below a heading such as プロフィール, or in one line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ...model import Contributor
from ...text.notes import heads_profile
from ...text.profile_lines import opening_name, tells_of_a_life, told_of
from .labels import heads_widget
from .model import Side
from .page import DumpPage
from .rows import Row

_LINES, _ENOUGH = 8, 25
"""Rows below the heading at most; characters after which a blank line ends what is told."""
_NAME_LINE = 60
"""Columns up to which a row that begins with a name need not tell of a life."""
_BELOW = 3
"""Rows below the text of which one may tell who its author is."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a page tells of one person."""

    name: str
    text: str
    rows: tuple[int, ...]
    """Rows that are nothing else."""


def key_of(name: str) -> str:
    """A name without its blanks, by which two are the same person's."""
    return name.replace(" ", "")


def profile_of(page: DumpPage, names: Collection[Contributor]) -> Profile | None:
    """The profile of one whom the by-line ``names``, or of the author where it names nobody."""
    return _headed(page, {key_of(c.name) for c in names}) or _told_below(page, names)


def _headed(page: DumpPage, keys: Collection[str]) -> Profile | None:
    """The block under プロフィール: the name, then who that is.

    It ends above a widget's heading, and above any row without a sentence's end below one that has it.
    """
    for start in range(max(0, page.first), len(page.rows)):
        if (page.sides[start] is Side.BODY and start < page.last) or not heads_profile(page.rows[start].text):
            continue
        name = ""
        said: list[str] = []
        used = [start]
        for index in range(start + 1, min(len(page.rows), start + 1 + _LINES)):
            row = page.rows[index]
            told = sum(map(len, said)) > _ENOUGH
            above = page.rows[index - 1].look.end if said else ""
            heading = heads_widget(row) or (above == "stop" and row.look.end != "stop")
            if heading or (told and row.gap) or row.bullet or row.look.date == "only":
                break
            if not name:
                name, text = _opening(row, keys)
                if not name:
                    break
                said += [text] if text else []
            elif row.text != name:
                said.append(row.text)
            used.append(index)
        if name:
            return Profile(name, "\n".join(said), tuple(used))
    return None


def _opening(row: Row, keys: Collection[str]) -> tuple[str, str]:
    """The name with which the first row below a heading begins, and what it tells of the person's life.

    What begins a long row is one only where a life follows, and the name is one of ``keys``.
    """
    name, rest = opening_name(row.text)
    text = rest if tells_of_a_life(rest) else ""
    if row.width > _NAME_LINE and not (text and key_of(name) in keys):
        return "", ""
    return name, text


def _told_below(page: DumpPage, names: Collection[Contributor]) -> Profile | None:
    """The line right below the text that tells who its one author is, under the name or its reading alone.

    It does not tell of one who asks or translates (聞き手), and of none where more such lines stand there.
    """
    names = tuple(names)
    if len(names) != 1 or names[0].role:
        return None
    near = range(max(0, page.last), min(len(page.rows), page.last + 1 + _BELOW))
    told = [(index, found) for index in near if (found := told_of(page.rows[index].text))]
    if len(told) != 1:
        return None
    index, (person, text) = told[0]
    if person and key_of(person.name) != key_of(names[0].name):
        return None
    return Profile(names[0].name, text, () if page.is_text(index) else (index,))
