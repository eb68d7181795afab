"""Who wrote it, from one printed line: labels (著者：, 聞き手・, By …), brackets (【X】, [X，agency], 《KT》), X記者.

The words are data (``data/*/bylines.yaml``); here are the labels, in ``signatures`` the forms without one.
Photographers, editors and desks are no authors.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import zip_longest

from ..model import Contributor
from .byline_names import Byline, clean_name, east_names, names_one, split_names, without_reading
from .chinese_bylines import find_chinese
from .facts import facts
from .korean_bylines import find_korean
from .names import is_named_desk, is_person_name
from .numerals import NARROW
from .patterns import any_of
from .roles import HELPERS, JOINED, role_of, words_of
from .roles_behind import find_roles_behind
from .scripts import is_western
from .signatures import find_signature, who_talks

__all__ = ["HELPERS", "Byline", "clean_name", "find_byline", "split_names"]

_LONGEST_LINE = 240
"""A longer line is a paragraph: only its tail can hold a by-line."""
_LATIN_HEAD = 120
_VALUE_END = re.compile(
    r"[|｜。]|\s{2,}|　　|[\[［【][^\]］】]{1,4}[\]］】](?=\S)"
    r"|(?<=\S)[(（](?=聞き手|構成|訳)|\d{4}[年/.-]|\s+[^\s:：]{3,12}\s*[:：]|[:：](?=\S)"
)
_CLOSING = ")）]］】〉》"
_EAST_WORD = re.compile(r"[^\s|｜:：,，(（\d]{2,16}")
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:Published|Updated|Posted|Staff|Senior|Contribut|Writer|Editor|Report|Corresp|Data|Special"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)"
)
_BOOK = re.compile(r"『[^』]+』\s*[（(][^（）()]*(?:著|訳|編)[^（）()]*[）)]")
"""A book and who made it: 『港の本』（アダ・ブラント著／水野遥訳）."""
_BAR = "\u4e28"
"""A character that Chinese pages print as a bar: 作者丨张倩."""
_OUTLET = re.compile(r"\s+(?:For|for|FOR)\s.*$")
"""By Jane Doe For The Valley News."""
_EAST_NAME = re.compile(r"[ぁ-ヺー\u3400-\u9fff々 \u3000]{2,12}")
_MONTH = re.compile(r"\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?$")
"""Of a date only where a number follows; else it is a name: Tom May."""


@cache
def _east_label(*, glued: bool) -> re.Pattern[str]:
    """A label behind a mark or a blank; where ``glued``, one with a colon anywhere too."""
    words = words_of("ja/bylines", "zh/bylines")
    either = any_of(words)
    anywhere = rf"|(?P<glued>(?=(?:{any_of(w for w in words if len(w) > 1)})[:：]))" if glued else ""
    return re.compile(
        rf"(?:(?<=^)|(?<=[\s\[(（［【〈《|｜/／、,，。・●■◆○▼▲※]){anywhere})(?P<label>(?:{either})(?:(?:{JOINED.pattern})(?:{either}))*)"
        r"(?P<sep>\s*[:：＝=●■◆◎/／|｜・]|(?<=[^\s])[】\]］)）〉》]|\s*\b(?:by|By|BY)\b|(?<=[A-Za-z]),\s+|\s+(?=[^\s]{2,}))\s*(?=\S)"
    )


@cache
def _latin_label() -> re.Pattern[str]:
    either = any_of(words_of("en/bylines"))
    return re.compile(rf"(?<![\w'’])(?P<label>{either})(?:\s*:\s*|\s+|(?=[A-ZÀ-Þ][a-zà-ÿ])|\.(?=[A-Z]))", re.IGNORECASE)


@cache
def _name_run() -> re.Pattern[str]:
    small = any_of(facts("en/bylines")["particles"])
    word = r"[A-ZÀ-ÖØ-Þ](?:\.(?:\s?[A-Z]\.)*|[^\W\d_]*(?:['’\-][^\W\d_]+)*)"
    name = rf"{word}(?:[ \u00a0]+(?:(?:{small})[ \u00a0]+){{0,2}}{word}){{0,4}}"
    return re.compile(rf"{name}(?:\s*(?:,\s*(?:and\s+)?|&|;|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)\s*{name}){{0,5}}")


def _labelled(line: str) -> Byline | None:
    """Japanese and Chinese labels: 取材・文／山田太郎　写真／鈴木花子."""
    marks = _labels(line)
    found: list[Contributor] = []
    stand_in: list[Contributor] = []
    spans: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []  # of those who did not write: 写真／沢村実
    for mark, following in zip_longest(marks, marks[1:]):
        role = role_of(mark["label"])
        end = following.start() if following else len(line)
        value = _VALUE_END.split(without_reading(line[mark.end() : end]))[0]
        spaced = mark["sep"].strip() in ("", *_CLOSING)
        if len(value) > 60 or (spaced and len(line) > 40):
            continue
        if role == "none":
            others.append((mark.start(), end))
            continue
        first = re.split(r"[／/|｜●]", value)[0].strip()
        names = east_names(first)
        if spaced or mark["label"] in facts("ja/bylines")["heads_too"]:
            names = [c for c in names if is_person_name(c.name, strict=True)]
        if not names and not spaced and is_named_desk(first):
            names = [Contributor(first)]
        if names:
            printed = role if role not in ("author", "weak") else ""
            (stand_in if role == "weak" else found).extend(Contributor(c.name, printed, c.profile) for c in names)
            spans.append((mark.start(), end))
    if not found:
        return Byline(tuple(stand_in), spans[0][0], spans[-1][1], 0.35, "weak") if spans else None
    helped = _named_first(line[: spans[0][0]]) if all(c.role in HELPERS for c in found) else ()
    if helped:
        found, spans = [*helped, *found], [(0, spans[0][1]), *spans[1:]]
    starts, ends = zip(*spans, *others, strict=True)
    return Byline(tuple(_once(found)), min(starts), max(ends), 0.9, "label")


def _once(people: list[Contributor]) -> list[Contributor]:
    """Each person once, an author who also asked or put it together as author: 聞き手：水野遥／文：水野遥."""
    kept: dict[str, Contributor] = {}
    for person in people:
        if person.name not in kept or (kept[person.name].role and not person.role):
            kept[person.name] = person
    return list(kept.values())


def _labels(line: str) -> list[re.Match[str]]:
    """The labels of a line; one with a colon needs no blank behind another or a time: 来源：港口网作者：张倩."""
    if sum(map(line.count, ":：")) < 2:
        return list(_east_label(glued=False).finditer(line))
    marks = list(_east_label(glued=True).finditer(line))
    first = next((n for n, m in enumerate(marks) if m["glued"] is None or line[m.start() - 1].isdigit()), len(marks))
    return marks[first:]


def _named_first(text: str) -> tuple[Contributor, ...]:
    """Who is named before the first label of the line, アダ・ブラント（原文／訳：水野遥）, or who talks there."""
    if talking := who_talks(text.rstrip("（( \u3000")):
        return talking
    first = east_names(text)[:1] or [Contributor(clean_name(re.sub(r"\s*[（(][^（）()]*[）)]?\s*$", "", text)))]
    name = first[0].name
    return (first[0],) if 3 <= len(name) <= 20 and is_person_name(name, strict=True) else ()


def _is_all_names(line: str, mark: re.Match[str]) -> bool:
    """Is the line a label and full names, and nothing else: Autoren Ada Brandt und Tom May."""
    names = _name_run().fullmatch(line.strip(" :"), mark.end()) if mark.start() == 0 else None
    return names is not None and " " in names[0].strip()


def _east_name(text: str) -> re.Match[str] | None:
    """What ``text`` begins with up to a mark, a figure or a blank; a blank may stand in a name: 水野 遥."""
    whole = _EAST_NAME.match(text)
    if whole and names_one(clean_name(whole[0])):
        return whole
    return _EAST_WORD.match(text)


def _latin(line: str) -> Byline | None:
    """By A and B, of European languages; the label stands first on the line or behind a mark."""
    roles = words_of("en/bylines")
    for mark in _latin_label().finditer(line, 0, _LATIN_HEAD):
        label = re.sub(r"\s+", " ", mark["label"].lower())
        head = line[: mark.start()].strip()
        if roles.get(label, "none") == "none":
            return None
        role = "" if roles[label] == "author" else roles[label]
        if label in facts("en/bylines")["with_colon"] and ":" not in mark[0] and not _is_all_names(line, mark):
            continue
        glued = line[mark.end() - 1 : mark.end()].isalpha()
        if glued and len(mark["label"]) > 2:
            continue
        if head and not re.search(r"(?:[|•·—–:,*]|\d[日分]?)$", head) and not (head.istitle() and len(head) < 12):
            continue
        run = _name_run().match(line, mark.end())
        if run is None:
            east = _east_name(line[mark.end() :])
            if east and label.endswith(("by", "writer")) and is_person_name(east[0]):
                end = mark.end() + east.end()
                return Byline((Contributor(clean_name(east[0]), role),), mark.start(), end, 0.8, "label")
            continue
        # names are often glued to the next words: By Jane DoePublished: Dec 20
        text = _OUTLET.sub("", _GLUED.split(run[0])[0])
        if re.match(r"\.?\s*\d", line[mark.end() + len(text) :]):
            text = _MONTH.sub("", text)
        while " " in text and text.rsplit(" ", 1)[1].lower() in facts("en/bylines")["not_names"]:
            text = text.rsplit(" ", 1)[0]
        names = split_names(text)
        follows = line[mark.end() + len(text) :]
        if names and (role or not re.match(r"\s+[a-z]{2,}\s+[a-z]", follows) or len(line) < 60):
            single = all(" " not in c.name for c in names)
            confidence = 0.6 if single else 0.9
            found = tuple(Contributor(c.name, role) for c in names)
            return Byline(found, mark.start(), mark.end() + len(text), confidence, "label")
    return None


@lru_cache(maxsize=4096)
def find_byline(line: str) -> Byline | None:
    """The by-line printed in ``line``, or None. Long lines are paragraphs: only what closes them is looked at."""
    text = line if line.isascii() else unicodedata.normalize("NFC", line)
    if not is_western(text):
        if _BOOK.fullmatch(text):
            return None
        text = text.replace(_BAR, "｜")
        if told := find_korean(text) or find_chinese(text) or find_roles_behind(text):
            return told
    found = find_signature(text)
    if len(text) > _LONGEST_LINE:
        return found
    labelled = None if text.isascii() or (found and found.confidence >= 0.9) else _labelled(text)
    if labelled and (found is None or labelled.confidence > found.confidence):
        found = labelled
    if found is None or found.form == "weak":
        found = _latin(text.translate(NARROW)) or found
    return found
