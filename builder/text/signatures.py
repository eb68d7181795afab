"""By-lines that no label announces: 【X】, （論説委員・X）, [X，agency], 《KT》, 評論家・X."""

from __future__ import annotations

import re
from functools import cache

from ..model import Contributor
from .byline_names import (
    WITH_TITLE,
    Byline,
    clean_name,
    east_names,
    is_announced,
    is_desk,
    is_post,
    names_one,
    posted,
    without_reading,
)
from .dates import find_dates
from .facts import facts
from .names import is_organisation, is_person_name, is_short_han_name
from .patterns import any_of
from .roles import credits_another
from .scripts import is_western

_MAY_BE = re.compile(r"[【［\[(（《]")
_TAIL = 56
"""A signature stands within the last characters of a line."""
_BRACKET = re.compile(r"[\[［]\s*(?P<names>[^\]］\[［]{2,30}?)\s*[,，、]\s*(?P<desk>[^\]］,，、]{2,30})[\]］]")
_CORNER = re.compile(r"(?P<open>[【(（])(?P<inner>[^】)）【(（]{2,48})[】)）]\s*$")
_PLACED = re.compile(r"(?P<post>[^=＝・]{1,12})[=＝・](?P<name>[^=＝・]{2,14})")
_PLACE_GLUED = re.compile(r"[ァ-ヺー]{2,}・?(?=[\u3400-\u9fff]{3,5}$)")
_IN_CHARGE = re.compile(r"^(?:この|本)(?:連載|企画|特集|記事)は、?|が(?:担当|執筆|取材)しました。?$")
"""（この連載は、水野遥が担当しました）, below the last part of a series."""
_INITIALS = re.compile(r"^\s*《(?P<name>[^《》\s]{1,10})》\s*$")
_LONGEST_POST = 60
_BESIDE = re.compile(r"\s*[、，・×✕／/＆&]\s*|[\s\u3000]+(?=\S{3})")
_CROSS = re.compile(r"\s*[×✕]\s*")
_GIVEN_NAME = re.compile(
    r"(?:[郎男雄也哉彦之弘昭浩裕輝吾敏俊聡哲剛稔宏亮淳敦毅雅紗晃朗]|(?<!工)夫|(?<![一二三四五六七八九十百])[二三])\Z"
)
"""What ends a given name and hardly a word; 介, 治, 義, 美 and others end both (紹介, 自治, 主義)."""
_HONOURED = ("氏", "さん")


def find_signature(line: str) -> Byline | None:
    """The surest signature in ``line``: in brackets anywhere they may stand, else a whole line with an occupation."""
    found = _bracketed(line) if _MAY_BE.search(line) else None
    if found and found.confidence >= 0.9:
        return found
    whole = None if len(line) > _LONGEST_POST or is_western(line) else _whole_line(line.strip(" \u3000"))
    return whole if whole and (found is None or whole.confidence > found.confidence) else found


def _bracketed(line: str) -> Byline | None:
    if m := _BRACKET.search(line):
        names = east_names(m["names"])
        if names and (is_organisation(m["desk"]) or re.fullmatch(r"[A-Za-z .＋+]+", m["desk"])):
            return Byline(tuple(names), m.start(), m.end(), 0.9, "bracket")
    tail = max(0, len(line) - _TAIL)
    if (m := _CORNER.search(line, tail)) and not credits_another(m["inner"]) and (found := _signed(m["inner"])):
        people, placed = found
        if m["open"] == "【" or placed:
            return Byline(people, m.start(), m.end(), 0.8, "bracket")
        before = line[: m.start()].rstrip()
        if not before or before[-1] in "。」！？!?":
            return Byline(people, m.start(), m.end(), 0.7, "signature")
    if (m := _INITIALS.match(line)) and (m["name"].isascii() or is_person_name(m["name"], strict=True)):
        return Byline((Contributor(m["name"]),), m.start(), m.end(), 0.7, "initials")
    return None


def _signed(inner: str) -> tuple[tuple[Contributor, ...], bool] | None:
    """The persons in brackets, and whether a place, desk or occupation stands with one of them."""
    for day in reversed(find_dates(inner) if re.search(r"\d", inner) else []):
        inner = f"{inner[: day.start]}{inner[day.end :]}".strip(" \u3000、，,")
    people: list[Contributor] = []
    placed = False
    inner = _IN_CHARGE.sub("", inner)
    for part in re.split(r"[、，,]", inner):
        name = clean_name(part)
        person = Contributor(name) if is_person_name(name, strict=True) or _is_full_name(name) else None
        if person is None and (person := posted(part) or _with_place(part)):
            placed = True
        further = clean_name(_without_place(part.strip()))
        if person is None and people and is_person_name(further):
            person = Contributor(further)
        if person is None:
            return None
        people.append(person)
    return tuple(people), placed


def _is_full_name(name: str) -> bool:
    """Whether four kanji or five end as little but given names do: enough in brackets that close a text, 村雨健二."""
    return len(name) > 3 and is_announced(name) and _GIVEN_NAME.search(name) is not None


def _with_place(text: str) -> Contributor | None:
    """水野遥 of パリ＝水野遥 and of パリ水野遥: correspondents are named behind their post."""
    placed = _PLACED.fullmatch(text.strip())
    if placed and placed["post"] in facts("ja/bylines")["labels"]["none"]:
        return None
    name = clean_name(placed["name"] if placed else _without_place(text.strip()))
    if placed and is_desk(placed["post"]) and is_short_han_name(name):
        return Contributor(name)
    return Contributor(name) if name != clean_name(text) and is_person_name(name, strict=True) else None


def _without_place(text: str) -> str:
    place = _PLACE_GLUED.match(text)
    return text[place.end() :] if place else text


@cache
def _talk() -> re.Pattern[str]:
    return re.compile(rf"\A[【\[［]?[^\s【\[［]{{0,2}}(?:{any_of(facts('ja/bylines')['talks'])})[】\]］\s:：]+")


def who_talks(line: str) -> tuple[Contributor, ...]:
    """水野遥氏、沢村実氏 or 水野遥×沢村実: those who talk, where nothing else stands on the line."""
    people: list[Contributor] = []
    crossed = _CROSS.search(line) is not None
    for piece in _CROSS.split(_talk().sub("", line, count=1)) if crossed else _BESIDE.split(line):
        titled = WITH_TITLE.fullmatch(without_reading(piece))
        told = titled["name"] if titled else piece
        if not (told.endswith(_HONOURED) or crossed):
            return ()
        name = clean_name(told)
        is_told = told.endswith(_HONOURED) or (titled is not None and " " in name)
        if not (names_one(name) or (crossed and is_told and is_person_name(name))):
            return ()
        title = titled["title"] if titled and not credits_another(titled["title"]) else ""
        people.append(Contributor(name, profile=title))
    return tuple(people) if len(people) > 1 else ()


@cache
def _marks() -> frozenset[str]:
    """What headlines have in brackets: 水野遥【前編】 leads to an article about someone."""
    return frozenset(mark for kind in ("parts", "marks", "kinds") for mark in facts("titles")[kind])


def _whole_line(line: str) -> Byline | None:
    """小泉悠（軍事アナリスト）, 軍事アナリスト・小泉悠, 小泉悠　軍事アナリスト."""
    titled = WITH_TITLE.fullmatch(line)
    if titled and titled["title"].lower() in _marks():
        return None
    if titled:
        name = clean_name(titled["name"])
        named = names_one(name) or (is_post(titled["title"]) and is_announced(name))
        if named and not re.search(r"\d", titled["title"]):
            found = east_names(line)
            return Byline(tuple(found), 0, len(line), 0.75, "name-title") if found else None
    if honoured := who_talks(line):
        return Byline(honoured, 0, len(line), 0.75, "name-title")
    person = posted(line.strip("●■◆◇○◎▼▽☆★・ \u3000"))
    return Byline((person,), 0, len(line), 0.75, "name-title") if person else None
