"""Lines that say who somebody is: 水野遥（みずの・はるか）　1970年生まれ。港湾史家。, at the end of what they wrote."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from ..model import Contributor
from .byline_names import clean_name, is_post
from .facts import facts
from .names import is_person_name
from .patterns import spaced

READING = re.compile(r"[（(](?:[ぁ-ゖー・\s]{2,24}|[ァ-ヺー]+[・\s]+[ァ-ヺー]+)[）)]")
"""In katakana only with its two parts told apart: （コラムニスト） is what somebody does."""
_MARKS = r"[■●◆◇○▼▲▽△※＊*＝=\s]*"
KANA_NAME = r"[ぁ-ゖァ-ヺー]{2,6}[・･\s　][ぁ-ゖァ-ヺー]{2,6}"
"""Pattern of a full name in kana, its two parts told apart."""
_NAMED = re.compile(
    rf"{_MARKS}(?P<name>[^（(\s。、]{{2,8}}(?:[ 　][^（(\s。、]{{1,5}})?)\s*"
    rf"[（(]\s*(?:{KANA_NAME}|[ぁ-ゖァ-ヺー]{{4,12}})\s*[）)]"
    r"[\s:：=＝、]*(?P<told>.{12,})",
    re.DOTALL,
)
_BY_READING = re.compile(rf"{_MARKS}{KANA_NAME}[\s　:：=＝／/]+(?P<told>.{{12,}})", re.DOTALL)
_END = r"[（(［\[／/|｜@＠:：。、\u3000]"
"""What stands behind a name, or before it, where a line goes on."""
_ASIDE = re.compile(r"[（(［\[]([^（()）［\[\]］]*)[）)］\]]")
_BLANK, _UNSURE = "\u3000", ("。", "、", ":", "：")
_LONGEST_PART = 4
"""Characters of a family name, or a given name, at most."""


def opening_name(text: str, *, known: bool = False) -> tuple[str, str]:
    """The name with which a line of a profile begins, and what it tells behind: 水野　遥（みずの・はるか）港湾史家。

    Both are empty where it begins with none. A name before a stop, a comma or a colon must look like one: no 北陸在住。
    ``known``: whatever the line begins with is given, for a caller who knows the name.
    """
    ends = [*(mark.start() for mark in islice(re.finditer(_END, text), 2)), len(text)]
    at = ends[1] if text[ends[0] :].startswith(_BLANK) and _is_whole(text[: ends[1]]) else ends[0]
    name = clean_name(text[:at])
    if not known and not is_person_name(name, strict=text[at:].startswith(_UNSURE)):
        return "", ""
    told = READING.sub("", text[at:]).strip(" \u3000／/|｜@＠:：、").removeprefix("。")
    aside = _ASIDE.fullmatch(told)
    return name, aside[1] if aside else told


def _is_whole(text: str) -> bool:
    """Whether a blank parts family name and given name, 水野　遥, not a name and what the person does, 水野遥　作家."""
    family, _, given = text.partition(_BLANK)
    if max(len(family), len(given)) > _LONGEST_PART or is_post(given):
        return False
    return is_person_name(f"{family} {given}", strict=True)


def sets_apart(text: str, name: str) -> bool:
    """Whether ``name`` stands in a line with a mark or nothing on either side; blanks in the name do not count."""
    return re.search(rf"(?:\A|{_END}){spaced(name)}(?:\Z|{_END})", text) is not None


@cache
def _biography() -> re.Pattern[str]:
    words = [*facts("ja/notes")["biography"], *map(re.escape, facts("ja/bylines")["occupations"])]
    return re.compile("|".join(words))


def tells_of_a_life(text: str) -> bool:
    """Whether a line has a word typical of biographies: 生まれ, 専攻, 経て, an occupation."""
    return _biography().search(text) is not None


def told_of(text: str) -> tuple[Contributor | None, str] | None:
    """The person whom a profile describes (None where it gives only the reading of a name) and what it says."""
    if not 20 <= len(text) <= 900:
        return None
    named = _NAMED.match(text)
    if named and tells_of_a_life(named["told"][:160]):
        name = clean_name(named["name"])
        return (Contributor(name), named["told"].strip()) if is_person_name(name) else None
    read = _BY_READING.match(text)
    if read and tells_of_a_life(read["told"][:160]):
        return None, read["told"].strip()
    return None
