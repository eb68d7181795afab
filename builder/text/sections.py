"""Sections as a page prints them: breadcrumbs (ホーム > 論壇 > 時評), labels (カテゴリ：文化), usual names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .facts import facts
from .patterns import any_of

_HERE = re.compile(r"\s*(?:現在(?:の?位置|地|のページ)|you are here)\s*[:：]?\s*", re.IGNORECASE)
_ARROWS = re.compile(r"\s*(?:>>?|＞|›|»|≫|→|▶|❯)\s*")
_SLASHES = re.compile(r"\s*[/／]\s*")
_BARS = re.compile(r"\s*[|｜]\s*")
_GAPS = re.compile(r"\s*\u3000\s*")
_BACK = re.compile(r"[<＜«≪‹←]")
"""Where a line leads back as well, these are no breadcrumbs: « 前の題 | ホーム | 次の題 »."""
_TRAIL, _STEPS, _STEP = 160, 7, 40
"""Characters of breadcrumbs before its title, its steps, and the characters of one, at most."""
_FEW = 2
"""Steps parted by bars that are no menu."""
_WORD = re.compile(r"[^\W\d_]+")
_NAME = 40
"""Letters of a section's name at most; of Japanese characters, half of that."""
_CUT, _CUT_MARKS = 10, "…. "
"""Characters from which on a step may be a title cut short, or said in a title."""
_LABELLED = re.compile(
    r"(?:(?:カテゴリ(?:ー|(?!ー))|ジャンル|分類)(?:\s*[:：]|(?![ぁ-ん]))"
    r"|(?<![a-z])(?:(?:categor(?:y|ies)|genre)\s*[:：]|(?:filed under|posted in|rubrik)\s*[:：]?))"
    r"\s*([^\s|｜,、:：][^|｜\n,、\u3000]{1,23}?)\s*(?:$|[|｜\n,、\u3000])",
    re.IGNORECASE,
)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(facts("sections")[key])


@cache
def _names() -> frozenset[str]:
    return frozenset(word for words in facts("sections")["labels"].values() for word in words)


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile(any_of(facts("sections")["no_label"]), re.IGNORECASE)


@cache
def _button_words() -> frozenset[str]:
    return frozenset(facts("interface_words")["latin"])


def is_home(step: str) -> bool:
    """Whether a step of breadcrumbs is the outlet's first page, or the first of a part of it (ニューストップ)."""
    return step.lower() in _words("home") or step.endswith("トップ")


def is_general(step: str) -> bool:
    """Whether a step names all that is new, as ニュース does."""
    return step.lower() in _words("general")


def names_nothing(step: str) -> bool:
    """Whether a step of breadcrumbs says what is read or how it is found, not what it is about: ホーム, 記事, 一覧."""
    return is_home(step) or step.lower() in _words("no_section")


def _may_name(step: str) -> bool:
    """Whether a step of breadcrumbs may name a section: it is no number, and not as long as a title."""
    short = len(step) <= (_NAME if step.isascii() else _NAME // 2)
    return short and not (names_nothing(step) or step[:1].isdigit())


def names_section(text: str) -> bool:
    """Whether the line is a section's usual name, alone or before what it is about (特集　端から見る)."""
    low = text.lower()
    return low in _names() or ("\u3000" in low and low.split("\u3000")[0] in _names())


def is_button(text: str) -> bool:
    """Whether a short line is a button, the head of a box or a notice (ログイン, 関連記事, Read more)."""
    words = _WORD.findall(text.lower())
    return _buttons().search(text) is not None or not _button_words().isdisjoint(words)


@cache
def _neighbours() -> re.Pattern[str]:
    main = f"(?:メイン|main|{any_of(_words('home'))})"
    return re.compile(
        r"[<＜«≪‹←].*[|｜/／\s].*[>＞»≫›→].{0,6}"
        rf"|.+[|｜]\s*{main}\s*[|｜].+|[<＜«≪‹←].+[|｜]\s*{main}|{main}\s*[|｜].+[>＞»≫›→]",
        re.IGNORECASE,
    )


def leads_to_neighbours(line: str) -> bool:
    """Whether a line leads to the posts before and after one: « 前の題 | ホーム | 次の題 »."""
    return len(line) <= _TRAIL and _neighbours().fullmatch(line) is not None


def labelled_section(text: str) -> str:
    """文化 of カテゴリ：文化; empty where no such label stands in ``text``."""
    found = _LABELLED.search(text)
    return found[1] if found else ""


def is_title(step: str, title: str) -> bool:
    """Whether the last step of breadcrumbs is the article itself, whole, cut short or with more around it."""
    bare = step.rstrip(_CUT_MARKS)
    return step == title or (len(bare) >= _CUT and bare in title) or (len(title) >= _CUT and title in step)


@dataclass(frozen=True, slots=True)
class Breadcrumbs:
    """The trail of links to an article."""

    steps: tuple[str, ...]
    """Without the outlet's first page and the article."""
    from_home: bool
    """Whether it begins at the outlet's first page; else its first step may be the outlet."""
    to_title: bool
    """Whether it ends in the article."""

    @property
    def from_section(self) -> bool:
        """Whether its first step is a section's usual name, not perhaps the outlet."""
        return is_general(self.steps[0]) or names_section(self.steps[0])

    @property
    def section(self) -> str:
        """The last step that names a section, rather one that does not hold all that is new; empty for none."""
        outlet = not (self.from_home or self.from_section)
        named = [step for step in self.steps[outlet:] if _may_name(step)]
        special = [step for step in named if not is_general(step)]
        return ["", *named, *special][-1]


def breadcrumbs_in(line: str, title: str) -> Breadcrumbs | None:
    """The breadcrumbs to the article ``title`` that ``line`` is; None for other lines.

    Arrows part its steps. Slashes, bars and blanks do where it ends in the title; slashes too, where it begins at the
    outlet's first page, and bars, where it is short and begins there or with a section: menus and dates hold them too.
    """
    if len(line) > _TRAIL + len(title) or _BACK.search(line):
        return None
    text = _HERE.sub("", line, count=1) if _HERE.match(line) else line
    whole = bool(title) and text.endswith(title)  # which may hold marks as those between steps
    for parting in (_ARROWS, _SLASHES, _BARS, _GAPS):
        *steps, last = parting.split(text.removesuffix(title) if whole else text)
        crumbs = breadcrumbs_of([*steps, *([last] if last else [title] if whole else [])], title)
        if crumbs and (crumbs.to_title or _is_sure(crumbs, parting)):
            return crumbs
    return None


def _is_sure(crumbs: Breadcrumbs, parting: re.Pattern[str]) -> bool:
    """Whether steps with ``parting`` between them are breadcrumbs although they do not end in the title."""
    if parting is _BARS:
        return (crumbs.from_home or crumbs.from_section) and len(crumbs.steps) <= _FEW
    return parting is _ARROWS or (parting is _SLASHES and crumbs.from_home)


def breadcrumbs_of(steps: Sequence[str], title: str) -> Breadcrumbs | None:
    """The breadcrumbs that ``steps`` are; None where they are too few or too long, or nothing is between its ends."""
    to_title = len(steps) > 1 and is_title(steps[-1], title)
    between = steps[: len(steps) - to_title]
    from_home = bool(between) and is_home(between[0])
    between = between[from_home:]
    if len(steps) < 2 or not 0 < len(between) <= _STEPS or not all(0 < len(step) <= _STEP for step in between):
        return None
    return Breadcrumbs(tuple(between), from_home, to_title)
