"""Who wrote it, from one printed line: labels (著者：, 聞き手・, By …), brackets (【X】, [X，agency], 《KT》), X記者.

The words are data (``data/*/bylines.yaml``); here are the mechanisms. Photographers, editors and desks are no authors.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest

from ..model import Contributor
from .facts import facts
from .names import is_latin_name, is_organisation, is_person_name
from .numerals import NARROW

_LONGEST_LINE = 240
"""A longer line is a paragraph: only its tail can hold a by-line."""
_LATIN_HEAD = 120
_MAY_BE_BRACKETED = re.compile(r"[【［\[(（《〈]|記者|记者|特派員|기자|实习生|通讯员")
_SPLIT_EAST = re.compile(r"\s*(?:[、，,;；&＆/／]|\s(?:and|と|及び|および)\s)\s*")
_SPLIT_LATIN = re.compile(r"\s*(?:[,;&]|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)\s*")
_READING = re.compile(r"[(（][ぁ-ゖァ-ヺー・\s]+[)）]")
_VALUE_END = re.compile(r"[\])）】〉》］|｜。]|\s{2,}|　　|(?<=\S)[(（](?=聞き手|構成|訳)|\d{4}[年/.-]|[:：](?=\S)")
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:Published|Updated|Posted|Staff|Senior|Contribut|Writer|Editor|Report|Corresp|Data|Special"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)"
)
_DATE_WORD = re.compile(r"\s+(?:Published|Updated|Posted|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?$")
_TITLE = re.compile(r"^(?P<name>[^()（）]{2,20}?)\s*[(（](?P<title>[^()（）]{2,40})[)）]$")


@dataclass(frozen=True, slots=True)
class Byline:
    """The contributors one line names, where in the line, and how sure that is."""

    contributors: tuple[Contributor, ...]
    start: int
    end: int
    confidence: float
    form: str
    """label, bracket, reporter, name-title, initials, weak: which form was found."""


@cache
def _words(*tables: str) -> dict[str, str]:
    return {w: role for t in tables for role, words in facts(t)["labels"].items() for w in words}


def _either(words: dict[str, str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@cache
def _east_label() -> re.Pattern[str]:
    either = _either(_words("ja/bylines", "zh/bylines"))
    return re.compile(
        rf"(?:(?<=^)|(?<=[\s\[(（［【〈《|｜/／、,，・●■◆○▼▲※]))(?P<label>{either})"
        r"\s*(?P<sep>[:：＝=●■◆◎]|(?<!文)[/／|｜・]|(?<=文)[/／|｜]|[\s]+(?=[^\s]{2,}))\s*(?=\S)"
    )


@cache
def _latin_label() -> re.Pattern[str]:
    either = _either(_words("en/bylines"))
    return re.compile(rf"(?<![\w'’])(?P<label>{either})(?:\s*:\s*|\s+|(?=[A-ZÀ-Þ][a-zà-ÿ])|\.(?=[A-Z]))", re.IGNORECASE)


@cache
def _name_run() -> re.Pattern[str]:
    small = "|".join(sorted(facts("en/bylines")["particles"], key=len, reverse=True))
    word = r"[A-ZÀ-ÖØ-Þ](?:\.(?:\s?[A-Z]\.)*|[^\W\d_]*(?:['’\-][^\W\d_]+)*)"
    name = rf"{word}(?:[ \u00a0]+(?:(?:{small})[ \u00a0]+){{0,2}}{word}){{0,4}}"
    return re.compile(rf"{name}(?:\s*(?:,\s*(?:and\s+)?|&|;|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)\s*{name}){{0,5}}")


@cache
def _honorific() -> re.Pattern[str]:
    words = "|".join(sorted(facts("ja/bylines")["honorifics"], key=len, reverse=True))
    return re.compile(rf"\s*(?:{words})$")


def clean_name(text: str) -> str:
    """A name without reading, honorific and surrounding marks; inner blanks as printed, one at most."""
    text = _READING.sub("", text.replace("　", " ").replace("\u00a0", " "))
    text = re.sub(r"\s+", " ", text).strip(" \t:：・,，、。.＝=/／|｜-–—●■◆()（）[]［］【】《》〈〉<>")
    shorter = _honorific().sub("", text)
    return shorter if len(shorter) >= 2 else text


def _east_names(text: str) -> list[Contributor]:
    """Persons in a list of Japanese or Chinese names; a title in brackets becomes the profile."""
    found = []
    for part in _SPLIT_EAST.split(text):
        m = _TITLE.match(part.strip())
        title = m["title"] if m and not re.fullmatch(r"[\dぁ-ゖァ-ヺー・\s歳]+", m["title"]) else ""
        name = clean_name(m["name"] if m else part)
        several = name.split(" ")
        if len(several) > 1 and all(len(n) > 2 and is_person_name(n, strict=True) for n in several):
            found += [Contributor(n) for n in several]
        elif is_person_name(name):
            found.append(Contributor(name, profile=title))
    return found


def split_names(text: str) -> tuple[Contributor, ...]:
    """The persons named in ``text``, a value known to hold names: 'A and B', 'A、B', '小泉悠（軍事アナリスト）'."""
    text = text.strip()
    if re.search(r"[\u3040-\u30ff\u3400-\u9fff가-힣]", text):
        return tuple(_east_names(text))
    found: list[Contributor] = []
    for part in _SPLIT_LATIN.split(re.sub(r"^(?:by|von|par|por)\s+", "", text, flags=re.IGNORECASE)):
        name = part.strip()
        if name.lower().strip(". ") in facts("en/bylines")["credentials"]:
            continue
        if not is_latin_name(name, single=not found):
            break  # what follows is a title or an affiliation
        found.append(Contributor(name))
    return tuple(found)


def _labelled(line: str) -> Byline | None:
    """Japanese and Chinese labels: 取材・文／山田太郎　写真／鈴木花子."""
    roles = _words("ja/bylines", "zh/bylines")
    marks = list(_east_label().finditer(line))
    found: list[Contributor] = []
    spans: list[tuple[int, int]] = []
    weak = False
    for mark, following in zip_longest(marks, marks[1:]):
        role = roles[mark["label"]]
        end = following.start() if following else len(line)
        value = _VALUE_END.split(_READING.sub("", line[mark.end() : end]))[0]
        spaced = not mark["sep"].strip()
        if role == "none" or len(value) > 60 or (spaced and (len(line) > 40 or not marks)):
            continue
        names = _east_names(re.split(r"[／/|｜●]", value)[0] if role != "none" else value)
        if spaced:
            names = [c for c in names if is_person_name(c.name, strict=True)]
        if names:
            printed = role if role not in ("author", "weak") else ""
            weak = weak or role == "weak"
            found += [Contributor(c.name, printed, c.profile) for c in names]
            spans.append((mark.start(), end))
    if not found:
        return None
    form, confidence = ("weak", 0.35) if weak and len(spans) == 1 else ("label", 0.9)
    return Byline(tuple(found), spans[0][0], spans[-1][1], confidence, form)


def _latin(line: str) -> Byline | None:
    """By A and B, of European languages; the label stands first on the line or behind a mark."""
    roles = _words("en/bylines")
    for mark in _latin_label().finditer(line, 0, _LATIN_HEAD):
        label = re.sub(r"\s+", " ", mark["label"].lower())
        head = line[: mark.start()].strip()
        if roles.get(label, "none") == "none":
            return None
        if label in facts("en/bylines")["with_colon"] and ":" not in mark[0]:
            continue
        glued = line[mark.end() - 1 : mark.end()].isalpha()
        if glued and len(mark["label"]) > 2:
            continue
        if head and not re.search(r"(?:[|•·—–:,*]|\d)$", head) and not (head.istitle() and len(head) < 12):
            continue
        run = _name_run().match(line, mark.end())
        if run is None:
            east = re.match(r"[^\s|｜:：,，(（\d]{2,16}", line[mark.end() :])
            handle = east is not None and line.strip().lower() == f"by {east[0].lower()}"
            if east and label == "by" and (handle or is_person_name(east[0])):
                end = mark.end() + east.end()
                return Byline((Contributor(clean_name(east[0])),), mark.start(), end, 0.8, "label")
            continue
        # names are often glued to the next words: By Jane DoePublished: Dec 20
        text = _DATE_WORD.sub("", _GLUED.split(run[0])[0])
        while " " in text and text.rsplit(" ", 1)[1].lower() in facts("en/bylines")["not_names"]:
            text = text.rsplit(" ", 1)[0]
        names = split_names(text)
        follows = line[mark.end() + len(text) :]
        if names and (roles[label] != "author" or not re.match(r"\s+[a-z]{2,}\s+[a-z]", follows) or len(line) < 60):
            role = "" if roles[label] == "author" else roles[label]
            single = all(" " not in c.name for c in names)
            confidence = 0.6 if single else 0.9
            found = tuple(Contributor(c.name, role) for c in names)
            return Byline(found, mark.start(), mark.end() + len(text), confidence, "label")
    return None


_BRACKET = re.compile(r"[\[［]\s*(?P<names>[^\]］\[［]{2,30}?)\s*[,，、]\s*(?P<desk>[^\]］,，、]{2,30})[\]］]")
_CORNER = re.compile(r"[【(（](?:[^】)）=＝]{1,12}[=＝・])?(?P<names>[^】)）【(（=＝]{2,30})[】)）]\s*$")
_ONE_REPORTER = r"[^\s【】()（）。、]{2,8}"
_REPORTER = re.compile(
    rf"(?:^|[【(（\s。])(?P<names>{_ONE_REPORTER}(?:[ 　][^\s【】()（）。、]{{1,4}})?(?:、{_ONE_REPORTER})*)"
    r"\s*(?:記者|特派員|기자)(?:\s*[】)）]|\s*$)"
)
_CHINESE_LINE = re.compile(
    r"^[^\s]{0,8}?(?:记者|記者|实习生|通讯员)[ 　]+(?P<names>[\u3400-\u9fff]{2,4}(?:[ 　、]+[\u3400-\u9fff]{2,4})*)\s*$"
)
_CHINESE_REPORTER = re.compile(
    r"[(（]\s*(?:本报|新华社|记者|記者|通讯员)*(?:记者|記者)\s*(?P<names>[^()（）]{2,20})[)）]"
)
_INITIALS = re.compile(r"^\s*《(?P<name>[^《》\s]{1,10})》\s*$")


def _bracketed(line: str) -> Byline | None:
    if m := _BRACKET.search(line):
        names = _east_names(m["names"])
        if names and (is_organisation(m["desk"]) or re.fullmatch(r"[A-Za-z .＋+]+", m["desk"])):
            return Byline(tuple(names), m.start(), m.end(), 0.9, "bracket")
    tail = max(0, len(line) - 48)
    if m := _REPORTER.search(line, tail):
        parts = re.split(r"、", m["names"])
        names = [Contributor(clean_name(_without_place(p))) for p in parts]
        if all(is_person_name(c.name, strict=True) for c in names):
            return Byline(tuple(names), m.start("names"), m.end(), 0.85, "reporter")
    if m := _CHINESE_LINE.match(line.strip()):
        names = [Contributor(n) for n in re.split(r"[ 　、]+", m["names"]) if is_person_name(n)]
        if names:
            return Byline(tuple(names), 0, len(line), 0.85, "reporter")
    if m := _CHINESE_REPORTER.search(line, 0, 200):
        names = _east_names(m["names"])
        if names:
            return Byline(tuple(names), m.start(), m.end(), 0.75, "reporter")
    if (m := _CORNER.search(line, tail)) and (m[0][0] == "【" or "=" in m[0] or "＝" in m[0] or "・" in m[0]):
        names = [Contributor(clean_name(_without_place(p))) for p in re.split(r"[、，]", m["names"])]
        if all(is_person_name(c.name, strict=c is names[0]) for c in names):
            return Byline(tuple(names), m.start(), m.end(), 0.8, "bracket")
    if (m := _INITIALS.match(line)) and (m["name"].isascii() or is_person_name(m["name"], strict=True)):
        return Byline((Contributor(m["name"]),), m.start(), m.end(), 0.7, "initials")
    return None


def _without_place(text: str) -> str:
    """松岡大地 of エルサレム松岡大地: correspondents are named behind their post."""
    m = re.match(r"[ァ-ヺー]{2,}・?(?=[\u3400-\u9fff]{3,5}$)", text)
    return text[m.end() :] if m else text


def _name_with_title(line: str) -> Byline | None:
    """小泉悠（軍事アナリスト）, 軍事アナリスト・小泉悠, Jane Doe 기자: the whole line."""
    m = _TITLE.match(line.strip())
    if m and is_person_name(clean_name(m["name"]), strict=True) and not re.search(r"\d", m["title"]):
        found = _east_names(line.strip())
        return Byline(tuple(found), 0, len(line), 0.75, "name-title") if found else None
    return None


@lru_cache(maxsize=4096)
def find_byline(line: str) -> Byline | None:
    """The by-line printed in ``line``, or None. Long lines are paragraphs: only what closes them is looked at."""
    text = unicodedata.normalize("NFC", line)
    found = _bracketed(text) if _MAY_BE_BRACKETED.search(text) else None
    if len(text) > _LONGEST_LINE:
        return found
    if not text.isascii():
        for look in (_labelled, _name_with_title):
            other = None if found and found.confidence >= 0.9 else look(text)
            if other and (found is None or other.confidence > found.confidence):
                found = other
    if found is None or found.form == "weak":
        found = _latin(text.translate({**NARROW, 0xFF3B: "［", 0xFF3D: "］"})) or found
    return found
