"""Chinese by-lines: 本报记者 张倩 通讯员 李伟明, 記者王小明／台北報導, [ 张倩 ] 来源：…, haiyan 发表于 2005-9-15."""

from __future__ import annotations

import re
from functools import cache

from ..model import Contributor
from .byline_names import Byline
from .facts import facts
from .names import is_person_name
from .patterns import any_of

_HAN = r"[\u3400-\u9fff]"
_BLANK = r"[ \t\u3000\u00a0]"
_BETWEEN = rf"(?:{_BLANK}*[、，,]{_BLANK}*|{_BLANK}+)"
_OUTLET = r"[^\s，。：:；;、！？!?|｜／/()（）\[\]【】〔〕《》“”]{0,8}?"
"""Whose reporter: 总台记者, 新华社记者."""
_FRAMED = re.compile(r"[(（\[【〔]\s*([^()（）\[\]【】〔〕]{3,40}?)\s*[)）\]】〕]")
_LONGEST, _LONGEST_BESIDE = 60, 120


@cache
def _who() -> str:
    return any_of(facts("zh/bylines")["reporters"])


@cache
def _reporter() -> re.Pattern[str]:
    return re.compile(_who())


@cache
def _names() -> str:
    """One name, and more of them; none is what was filed, a further one no other post and no place reported from."""
    filed = any_of(facts("zh/bylines")["filed"])
    name = rf"(?:{_HAN}{{2,4}}|{_HAN}{_BLANK}{_HAN}(?!{_HAN}))"
    further = rf"(?!{_HAN}{{0,6}}(?:{_who()}))(?!{_HAN}{{0,6}}(?:{filed})(?!{_HAN}))"
    return rf"(?!{_HAN}{{0,2}}(?:{filed})(?!{_HAN})){name}(?:{_BETWEEN}{further}{name})*"


@cache
def _part() -> re.Pattern[str]:
    """A post with the names that follow it, and where they reported from: 記者王小明／台北3日電."""
    filed = any_of(facts("zh/bylines")["filed"])
    place = rf"(?:[／/]|{_BLANK})*{_HAN}{{2,6}}?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:{filed})"
    apart = rf"{_BLANK}*[:：|｜／/]?{_BLANK}*"
    dateline = rf"(?:{_HAN}{{2,10}}\d{{1,2}}月\d{{1,2}}日[电電]{_BLANK}*)?"
    label = rf"(?:(?:{any_of(facts('zh/bylines')['labels']['author'])}){_BLANK}*[:：|｜／/]{_BLANK}*)?"
    return re.compile(
        rf"{label}{dateline}{_OUTLET}(?P<who>{_who()})(?P<apart>{apart})(?P<names>{_names()})(?:{place})?(?:{_BETWEEN}|$)"
    )


@cache
def _beside() -> re.Pattern[str]:
    """A name in square brackets before its outlet, or before the day on which it posted."""
    sources, posted = any_of(facts("zh/bylines")["sources"]), any_of(facts("zh/bylines")["posted"])
    return re.compile(
        rf"[\[［【]\s*(?P<name>{_HAN}{{2,4}})\s*[\]］】][\s\ue000-\uf8ff]*(?:{sources})\s*[:：]"
        rf"|^\s*(?P<poster>[a-z][a-z0-9_.-]{{2,19}}|{_HAN}{{2,4}})\s*(?:{posted})\s*[:：]?\s*\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d"
    )


def find_chinese(line: str) -> Byline | None:
    """The reporters of a line that is nothing but a by-line, or whom brackets in it name behind their post.

    Also who stands in brackets before an outlet, and who posted on a day.
    """
    if line.isascii():
        return None
    beside = _beside().search(line) if len(line) <= _LONGEST_BESIDE else None
    name = (beside["name"] or beside["poster"]) if beside else ""
    if beside and (name.isascii() or is_person_name(name, strict=True)):
        return Byline((Contributor(name),), beside.start(), beside.end(), 0.8, "reporter")
    if not _reporter().search(line):
        return None
    bare = line.strip()
    if len(bare) <= _LONGEST and (names := _people(bare)):
        return Byline(names, 0, len(line), 0.9, "reporter")
    for frame in _FRAMED.finditer(line):
        if names := _people(frame[1]):
            at_edge = not line[: frame.start()].strip() or not line[frame.end() :].strip()
            return Byline(names, frame.start(), frame.end(), 0.85 if at_edge else 0.75, "reporter")
    return None


def _people(text: str) -> tuple[Contributor, ...]:
    """Those whom a text of nothing but posts and names names; nobody where something else stands in it."""
    found: list[str] = []
    place = 0
    while place < len(text):
        part = _part().match(text, place)
        names = _joined(re.split(_BETWEEN, part["names"])) if part else []
        if part is None or not all(_is_name(name, part) for name in names) or _may_be_one(names, part):
            return ()
        found += names
        place = part.end()
    return tuple(map(Contributor, dict.fromkeys(found)))


def _joined(names: list[str]) -> list[str]:
    """A name of two characters may be printed with a blank between them: 张 倩."""
    if len(names) == 2 and all(len(name) == 1 for name in names):
        return [" ".join(names)]
    return names


def _is_japanese(part: re.Match[str]) -> bool:
    """Whether Japanese by-lines have the same word for the post."""
    return part["who"] in facts("ja/bylines")["labels"]["author"]


def _may_be_one(names: list[str], part: re.Match[str]) -> bool:
    """Whether two names of two characters may be the one of a Japanese: 記者　小泉　一郎."""
    return _is_japanese(part) and [len(name) for name in names] == [2, 2] and "、" not in part["names"]


def _is_name(name: str, part: re.Match[str]) -> bool:
    """Whether it is a name, by its characters where no blank sets it off or the post is also a Japanese word."""
    photographed = name.endswith(tuple(facts("zh/bylines")["labels"]["none"]))
    return not photographed and is_person_name(name, strict=not part["apart"] or _is_japanese(part))
