"""The names in a text that is known to hold names, without readings, honorifics and affiliations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from ..model import Contributor
from .facts import facts
from .names import is_latin_name, is_person_name
from .patterns import any_of

_SPLIT_EAST = re.compile(
    r"\s*(?:[、，,;；&＆/／]|\s(?:and|と|及び|および)\s)\s*(?![^（(]*[）)])"
    r"|(?<=[)）])\s+(?=[^()（）]{2,12}[(（][^()（）]+[)）]\s*(?:\Z|\s))"
)
"""Between two names; of two with a title each, 水野 遥（港湾史家） 沢村 実（記者）, a blank is enough."""
_SPLIT_LATIN = re.compile(r"\s*(?:[,;&]|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)\s*")
_READING = re.compile(r"[(（][ぁ-ゖァ-ヺー・\s]+[)）]")
WITH_TITLE = re.compile(
    r"(?P<name>[^()（）\]］】]{2,20}?)\s*[(（\[［【](?P<title>[^()（）\[\]［］【】]{2,40})[)）\]］】]"
)
"""A name and what stands in brackets behind it: 水野遥（港湾史家）, 水野 遥 [港湾史家]."""
_NO_TITLE = re.compile(r"[\dぁ-ゖー・\s歳]+|[ァ-ヺー]+[・\s][ァ-ヺー・\s]+|(?:id\s*[:：]\s*|@)[\w-]+", re.IGNORECASE)
"""What may stand in brackets behind a name and is no title: an age, a reading, a user name (id:harbour-cat)."""
_APART_FROM_POST = re.compile(r"\s*[・=＝/／：:|｜\s]\s*")
_NO_POST = re.compile("[×✕]|[（(](?![^（(]*[）)])")
"""In a post stands no mark between two names, and no bracket that is not closed."""
_BARS = frozenset("：:|｜")
"""A post stands behind these, and not before them."""
_KANJI = re.compile(r"[\u3400-\u9fff々]{3,5}")
_IN_TWO = re.compile(r"[\u3400-\u9fff々]{1,4} (?:[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4})")
"""A family name that need not be common, and a given name in kana."""


@dataclass(frozen=True, slots=True)
class Byline:
    """The contributors one line names, where in the line, and how sure that is."""

    contributors: tuple[Contributor, ...]
    start: int
    end: int
    confidence: float
    form: str
    """label, bracket, reporter, name-title, signature, initials, weak: which form was found."""


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of(facts('ja/bylines')['honorifics'])})$")


@cache
def _post() -> re.Pattern[str]:
    words = facts("ja/bylines")
    return re.compile(rf".*(?:{any_of([*words['occupations'], *words['desks']])})")


@cache
def _desk() -> re.Pattern[str]:
    return re.compile(rf"[^\s]*(?:{any_of(facts('ja/bylines')['desks'])})|(?:本誌)?記者")


def is_post(text: str) -> bool:
    """Whether ``text`` is an occupation or a desk, and nothing else: 港湾史家, 架空大学教授."""
    return 2 <= len(text) <= 40 and _post().fullmatch(text) is not None


def is_desk(text: str) -> bool:
    """Whether ``text`` is a newspaper's desk or bureau, and nothing else: 北陸支局."""
    return _desk().fullmatch(text) is not None


def clean_name(text: str) -> str:
    """A name without reading, honorific and surrounding marks; inner blanks as printed, one at most."""
    text = without_reading(text.replace("　", " ").replace("\u00a0", " "))
    text = re.sub(r"\s+", " ", text).strip(" \t:：・,，、。.＝=/／|｜-–—●■◆◇○▼▽()（）[]［］【】《》〈〉<>")
    shorter = _honorific().sub("", text)
    return shorter if len(shorter) >= 2 else text


def without_reading(text: str) -> str:
    """``text`` without readings in brackets: 水野遥（みずの・はるか）."""
    return _READING.sub("", text)


def names_one(name: str) -> bool:
    """Whether ``name`` is a person's name, where a post, an occupation or another speaker stands beside it."""
    return is_person_name(name, strict=True) or (_IN_TWO.fullmatch(name) is not None and is_person_name(name))


def is_announced(name: str) -> bool:
    """Whether ``name`` is a person's name where one is expected: three kanji or more, so no family name alone."""
    return _KANJI.fullmatch(name) is not None and is_person_name(name)


def posted(text: str, *, is_name: Callable[[str], bool] = names_one) -> Contributor | None:
    """A person named with an occupation or a desk, and nothing else: 評論家・水野遥, 社会部　水野遥, 水野遥：港湾史家.

    The occupation becomes the profile; a desk is nobody's profile.

    Args:
        text: One line, or a part of it.
        is_name: Tells what may be a name; one that is announced need not be common.
    """
    text = without_reading(text).strip(" \u3000\t")
    for post, named in _parts(text):
        if not _post().fullmatch(post) or _NO_POST.search(post):
            continue
        name = clean_name(named)
        if is_name(name) and not _post().fullmatch(name):
            return Contributor(name, profile="" if is_desk(post) else post)
    return None


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """What may be a post, and what a name: the post first, 心理学科 教授　水野 遥, or behind the name."""
    marks = list(_APART_FROM_POST.finditer(text)) if len(text) <= 60 else []
    sides = [(text[: mark.start()], text[mark.end() :], mark[0].strip()) for mark in marks]
    yield from ((one, other) for one, other, mark in sides if len(one) <= 24 and len(other) <= 14 and mark not in _BARS)
    yield from ((other, one) for one, other, _ in sides if len(one) <= 20 and 2 <= len(other) <= 32)


def east_names(text: str) -> list[Contributor]:
    """Persons in a list of Japanese or Chinese names; a title in brackets becomes the profile."""
    found = []
    for part in _SPLIT_EAST.split(text):
        m = WITH_TITLE.fullmatch(part.strip())
        title = m["title"] if m and not _NO_TITLE.fullmatch(m["title"]) else ""
        name = clean_name(m["name"] if m else part)
        several = name.split(" ")
        with_post = None if is_person_name(name, strict=True) else posted(part) or posted(part, is_name=is_announced)
        if len(several) == 1 and "・" in name:
            several = name.split("・")
        if len(several) > 1 and all(len(n) > 2 and is_person_name(n, strict=True) for n in several):
            found += [Contributor(n) for n in several]
        elif with_post:
            found.append(with_post)
        elif is_person_name(name):
            found.append(Contributor(name, profile=title))
    return found


def split_names(text: str) -> tuple[Contributor, ...]:
    """The persons named in ``text``, a value known to hold names: 'A and B', 'A、B', '小泉悠（軍事アナリスト）'."""
    text = text.strip()
    if re.search(r"[\u3040-\u30ff\u3400-\u9fff가-힣]", text):
        return tuple(east_names(text))
    found: list[Contributor] = []
    for part in _SPLIT_LATIN.split(re.sub(r"^(?:by|von|par|por)\s+", "", text, flags=re.IGNORECASE)):
        name = part.strip()
        if name.lower().strip(". ") in facts("en/bylines")["credentials"]:
            continue
        if not is_latin_name(name, single=not found):
            break  # what follows is a title or an affiliation
        found.append(Contributor(name))
    return tuple(found)
