"""The section of a dump's text: in a label over the title, in the breadcrumbs, in a label below the title."""

from __future__ import annotations

import re

from ...text.bylines import find_byline
from ...text.names import is_organisation, is_person_name
from ...text.sections import (
    Breadcrumbs,
    breadcrumbs_in,
    breadcrumbs_of,
    is_button,
    is_general,
    is_home,
    labelled_section,
    names_nothing,
    names_section,
)
from .bare_head import bare_head, may_be_name
from .labels import is_series, names_paper
from .page import DumpPage

_LABEL = range(2, 29)
"""Columns of a label."""
_OVER, _FAR, _UNDER = 4, 12, 8
"""Rows over a title in which a label may stand, and a trail that ends in it, and rows below it in which a label may."""
_NEAR = 3
"""Rows over a title in which breadcrumbs may stand that do not say where they begin or end."""
_LISTED, _FEW = 7, 3
"""Rows of breadcrumbs with a step each, and steps of one without numbers, at most."""
_STEP_END = re.compile(r"[>＞›»]\Z")
_BETWEEN = " >＞›»/／|｜→"
"""What may stand at a step in a row of its own."""
_WIDE = 80
_WORDS = 4
"""Words in Latin letters of a label at most."""
_CUES = ("", "nav", "meta")
"""What the words of a label may be for."""
_NO_ENDS = ("stop", "dots", "comma", "colon")
_FRAMES = "【】［］[]■●◆"
_BREAK = re.compile(r"[\u3000|｜#＃]|\s{2,}|\s(?=[#＃])")
_TAGS = re.compile(r"\s[#＃]")
_IN_TITLE = re.compile(r"[【［〈＜\[（](?P<framed>[^】］〉＞\]）\d]{2,12})[】］〉＞\]）]|(?P<bare>[^\s\d]{2,8})\u3000")
Place = tuple[str, int]
"""A section and the row that names it; ("", -1) for none."""


def section_of(page: DumpPage, title: int) -> Place:
    """The section or column of the text whose title stands in row ``title``, and the row that names it."""
    return _over(page, title) or _in_trail(page, title) or _under(page, title) or _in_title(page, title) or ("", -1)


def _is_label(page: DumpPage, index: int) -> bool:
    """Whether the row may name a section by its look: a few words, no date, no button, no outlet, nobody's name."""
    text = page.rows[index].text.strip(_FRAMES)
    if page.rows[index].width not in _LABEL or not any(map(str.isalpha, text)):
        return False
    if names_section(text) or is_general(text):
        return True
    k = page.rows[index].look
    if k.date or k.address or k.end in _NO_ENDS or page.rows[index].cue not in _CUES:
        return False
    if is_button(text):
        return False
    if names_nothing(text) or any(map(is_home, text.split())):
        return False
    if k.script == "w" and not page.is_japanese and not _is_apart(page, index):
        return False
    if (k.has_digits and page.rows.text.times[text] == 1) or (index == 0 and _is_outlet(page, text)):
        return False
    named = k.case != "loud" and is_person_name(text, strict=True)
    if any(mark in text for mark in _FRAMES[:6]):  # 【面名】朝刊: a field of a record
        return False
    named = named or (index in bare_head(page) and may_be_name(text))
    return not (named or is_organisation(text) or find_byline(text))


def _is_apart(page: DumpPage, index: int) -> bool:
    """Whether a line of letters stands apart below a blank or a paragraph: in other languages labels look like names,
    buttons and headings."""
    row = page.rows[index]
    plain = not row.cue and not row.bullet and len(row.text.split()) <= _WORDS
    return plain and (row.gap > 0 or page.rows[index - 1].width > _WIDE // 2)


def _is_outlet(page: DumpPage, text: str) -> bool:
    """Whether what the page begins with is its outlet's name: lines about the law hold it, or others end in it."""
    named = (row for row in page.rows[1:] if row.width > len(text) and text in row.text)
    return names_paper(text) or any(row.cue.startswith("legal") or row.text.endswith(text) for row in named)


def _over(page: DumpPage, title: int) -> Place | None:
    """The label over the title, or over where it stands again; dates and by-lines may stand between."""
    text = page.rows[title].text
    below = range(title + 1, min(page.text_start, title + 1 + _OVER))
    again = [index for index in below if page.rows[index].text == text]
    for index in range(max([title, *again]) - 1, max(-1, title - 1 - _OVER), -1):
        row = page.rows[index]
        if row.look.date == "only" or is_series(row.text) or row.text == text:
            continue
        if breadcrumbs_in(row.text, text):
            return None
        if not _is_item(page, index) and _is_label(page, index) and not _ends_menu(page, index):
            return _lower_case(row.text.strip(_FRAMES)), index
        if not find_byline(row.text) and not is_person_name(row.text, strict=True):
            return None
    return None


def _is_item(page: DumpPage, index: int) -> bool:
    """Whether the row is an item of a list of several."""
    beside = page.rows[max(0, index - 1) : index + 2]
    return bool(page.rows[index].bullet) and sum(bool(row.bullet) for row in beside) > 1


def _ends_menu(page: DumpPage, index: int) -> bool:
    """Whether the row ends three or more short lines without a blank between: a menu."""
    near = page.rows[max(0, index - 2) : index + 1]
    short = all(row.width in _LABEL and not (row.look.date or row.bullet) for row in near)
    return len(near) == 3 and short and not (near[1].gap or near[2].gap or _STEP_END.search(near[1].text))


def _in_trail(page: DumpPage, title: int) -> Place | None:
    """The last step of breadcrumbs over the title that names a section, or of one right below it."""
    text = page.rows[title].text
    for index in range(title - 1, max(-1, title - 1 - _FAR), -1):
        crumbs = breadcrumbs_in(page.rows[index].text, text) or _listed(page, index, title)
        if crumbs and (crumbs.to_title or crumbs.from_home or title - index <= _NEAR) and crumbs.section:
            return crumbs.section, index
    for index in range(title + 1, min(page.text_start, title + _NEAR)):
        crumbs = breadcrumbs_in(page.rows[index].text, "")
        if crumbs and (crumbs.from_home or crumbs.from_section) and crumbs.section:
            return crumbs.section, index
    return None


def _listed(page: DumpPage, last: int, title: int) -> Breadcrumbs | None:
    """The breadcrumbs that the rows up to ``last`` are, a step each, from the outlet's first page to or near the title.

    Numbered ones may begin with a section instead. Those without numbers are told from menus: they are few, right over
    the title, and items of lists name what stands in a menu too.
    """
    kind = page.rows[last].bullet[:3]
    steps: list[str] = []
    for row in reversed(page.rows[max(0, last - _LISTED) : last + 1]):
        if row.bullet[:3] != kind or row.look.date == "only":
            break
        if step := row.text.strip(_BETWEEN):
            steps.insert(0, step)
        if is_home(step):
            break
    crumbs = breadcrumbs_of(steps, page.rows[title].text)
    if crumbs is None or not (crumbs.from_home or kind == "num"):
        return None
    if kind == "num":
        return crumbs if crumbs.from_home or crumbs.to_title or crumbs.from_section else None
    few = last == title - 1 and len(crumbs.steps) <= _FEW and not any(map(is_button, crumbs.steps))
    return crumbs if crumbs.to_title or (few and (not kind or _is_known(page, crumbs.steps[-1], 2))) else None


def _under(page: DumpPage, title: int) -> Place | None:
    """The label between the title and the text: labelled as such, or beside the date and on the page's menus too."""
    for index in range(title + 1, min(page.text_start, title + 1 + _UNDER)):
        row = page.rows[index]
        if row.width < _WIDE and (told := _told(page, index)) and not is_button(told):
            return told, index
        part = _BREAK.split(row.text)[0]
        if names_section(part) and _TAGS.search(row.text):
            return part, index
        if not _is_label(page, index):
            continue
        beside = page.rows[max(0, index - 1) : index + 2]
        if any(other.look.date == "only" for other in beside) and _is_known(page, part, 1 + (part == row.text)):
            return part, index
    return None


def _told(page: DumpPage, index: int) -> str:
    """文化 of カテゴリ：文化, in one row or two."""
    text = page.rows[index].text
    if text.endswith((":", "：")) and index + 1 < len(page.rows):
        text += page.rows[index + 1].text
    return labelled_section(text)


def _is_known(page: DumpPage, name: str, times: int) -> bool:
    """Whether it is a section's usual name, or stands ``times`` in rows of its own: menus name the sections."""
    return names_section(name) or page.rows.text.times[name] >= times


def _in_title(page: DumpPage, title: int) -> Place | None:
    """The column that the title begins with, where it is known: 【時評】…."""
    found = _IN_TITLE.match(page.rows[title].text)
    name = (found["framed"] or found["bare"]) if found else ""
    return (name, title) if name and not is_button(name) and _is_known(page, name, 1) else None


def _lower_case(label: str) -> str:
    """A label set in capitals as it would be written: Village life. Short words may be abbreviations and stay."""
    words = label.split()
    return label.capitalize() if label.isascii() and label.isupper() and min(map(len, words)) > 3 else label
