"""What a block of text looks like: endings, capitals, words of the interface."""

from __future__ import annotations

import re
from bisect import bisect_right

from ...text.facts import facts

SENTENCE = re.compile(r"[。．！？｡]|[.!?…](?=[\s\"'”’»)\]」]|$)")
COMMA = re.compile(r"[,、，；;:]")
_LETTER = re.compile(r"[a-zà-ÿа-я]")
_UPPER = re.compile(r"[A-ZÀ-ÞА-Я]")
_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0590-\u0dff]")
DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-zà-ÿ-]+")
_INTERFACE_WORDS = frozenset(facts("interface_words")["latin"])
_INTERFACE_CJK = re.compile("|".join(facts("interface_words")["east"]))
RIGHTS = re.compile("|".join(facts("interface_words")["rights"]))
CLOCK = re.compile(
    r"\b\d{1,2}[:：]\d{2}\b|\b\d{4}[-./年]\s?\d{1,2}[-./月]|\d+\s?(?:hours?|minutes?|mins?|days?|weeks?|months?) ago"
    r"|\d+\s?(?:時間|分|日)前|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}"
    r"|\d{1,2} [a-z]{3,9} \d{4}"
)
ENDS = dict.fromkeys(".。．｡", 1) | dict.fromkeys("!?！？", 2) | dict.fromkeys(":：", 3) | dict.fromkeys(",、，;；", 4)
ENDS |= dict.fromkeys("\"'”’»」』", 5) | dict.fromkeys(")）]】〕", 6) | dict.fromkeys("…›→>»＞≫▶", 7)


_NO_LETTERS = re.compile(r"[\W_]+")
_NO_ASCII_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())


def squeeze(text: str) -> str:
    """Return the letters and digits only, lower case: for comparing texts set differently."""
    lower = text.lower()
    if lower.isascii():
        return lower.encode().translate(None, _NO_ASCII_LETTERS).decode()
    return _NO_LETTERS.sub("", lower)


def interface(lower: str, size: int) -> int:
    """Do words of buttons and credits stand in a short block: at its start (1 to 3 by length), or within (4 to 6)?"""
    if size > 300:
        return 0
    long = 1 if size < 40 else 2 if size < 120 else 3
    words = _WORD.findall(lower)
    match = _INTERFACE_CJK.search(lower)
    if (words and words[0] in _INTERFACE_WORDS) or (match and match.start() < 4):
        return long
    return long + 3 if match or not _INTERFACE_WORDS.isdisjoint(words) else 0


def capitals(text: str, lower: str) -> int:
    """Bin the share of capitals; scripts without them count as ordinary sentences do."""
    letters = len(_LETTER.findall(lower))
    if letters * 3 < len(text):
        return 2 if _SCRIPT.search(text) else 5
    return 1 + bisect_right((0.02, 0.15, 0.5), len(_UPPER.findall(text)) / letters)


def start(text: str) -> int:
    """Bin the first character: 1 digit, 2 lower, 3 letter, 4 bracket or quote, 5 bullet."""
    first = text[:1]
    if first.isdigit():
        return 1
    if first.islower():
        return 2
    if first in "「『“\"'‘«【（(":
        return 4
    if first in "•・■●◆▼▶★☆→※*-–—|>":
        return 5
    return 3 if first.isalpha() else 0


def same_title(squeezed: str, titles: frozenset[str]) -> int:
    """Is the block a stated title (2), or a part of one (1)?"""
    if not squeezed:
        return 0
    if squeezed in titles:
        return 2
    return int(len(squeezed) > 12 and any(squeezed in t or (t in squeezed and len(t) > 12) for t in titles))


def known(squeezed: str, body: str) -> int:
    """Is the block in the body that JSON-LD states: 0 unknown, 1 yes, 2 begins there, 3 no, 4 too short to tell."""
    if not body:
        return 0
    if len(squeezed) < 8:
        return 4
    if squeezed in body:
        return 1
    return 2 if squeezed[:24] in body or squeezed[-24:] in body else 3
