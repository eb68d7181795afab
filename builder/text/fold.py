"""Folding: the one form in which text and queries meet, so that ＮＡＴＯ finds NATO, 國 finds 国 and ｶﾞｽ finds ガス.

Everything that is a fact stands in ``builder/data/fold.json``; ``builder/search/client/fold.js`` does the same from
the same table; ``tests/browser/test_search_agreement.py`` holds both to each other.

Folded text holds word characters, single blanks between words, and the newlines it was given, nothing else:

1. One code point with the marks that follow it becomes its NFKC form in lower case, without Latin accents, old and
   variant kanji replaced by the usual ones. What is not seen (soft hyphens, selectors of a kanji's form, joiners, the
   comma in 1,000) vanishes. White space becomes a blank, all other signs a separator.
2. A blank between two Japanese characters vanishes (山田 太郎 = 山田太郎), and so does a middle dot between katakana.
3. Blanks and separators that remain close up to one blank; none is left at the end of a line.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

SEPARATOR = "|"
"""Never a word character itself, so it can stand for all that separates."""
DOT = "・"


@cache
def table() -> dict[str, Any]:
    """The folding table as it stands in fold.json."""
    loaded: dict[str, Any] = json.loads((resources.files("builder.data") / "fold.json").read_text(encoding="utf-8"))
    return loaded


def pairs() -> dict[str, str]:
    """Old or variant character -> the usual one, of all groups of the table."""
    lines = [line for group in table().values() if isinstance(group, dict) for line in group.get("pairs", ())]
    return {pair[0]: pair[1] for line in lines for pair in line.split()}


_CLASSES: dict[str, str] = table()["classes"]
KANA = _CLASSES["kana"]
KATAKANA = _CLASSES["katakana"]
DIGITS = _CLASSES["digits"]
LETTERS = _CLASSES["letters"]
IDEOGRAPHS = _CLASSES["ideographs"]
JAPANESE = KANA + KATAKANA + IDEOGRAPHS
"""As the inside of a regular expression's class; Chinese and Korean are found in the same way."""
GRAM = JAPANESE + DIGITS
"""Characters that are found by any run of them, not by words."""


SURROGATES = "\ud800-\udfff"
"""Halves of characters beyond the first 65,536."""


def units_of(characters: str) -> Iterator[slice]:
    """The UTF-16 units of a class's characters, as slices of a table of all units; those beyond are left out."""
    for first, last in re.findall("(.)(?:-(.))?", characters):
        if ord(first) < 0x10000:
            yield slice(ord(first), min(ord(last or first), 0xFFFF) + 1)


_WORD = re.compile(f"[{GRAM}{LETTERS}{DOT}\n]")
UNSEEN: str = table()["unseen"]
_MARKS = table()["marks"] + UNSEEN
_CLUSTER = re.compile(f"([\\s\\S])([{_MARKS}]+)")
_MARK = re.compile(f"[{_MARKS}]")
_UNSEEN = re.compile(f"[{UNSEEN}]")
_ACCENTS = re.compile("[\u0300-\u036f]")
# Each begins with its literal sign, and looks back over it: so the search for that sign is a plain byte search.
_BLANK_IN_JAPANESE = re.compile(f" (?<=[{JAPANESE}] ) *(?=[{JAPANESE}])")
_DOT_IN_KATAKANA = re.compile(f"{DOT}(?<=[{KATAKANA}]{DOT})(?=[{KATAKANA}])")
_BLANKS = re.compile("  +")
_AT_LINE_END = re.compile(" *\n *")
_RUN = re.compile(f"[ {SEPARATOR}{DOT}]+")


def _comma(comma: str) -> re.Pattern[str]:
    digit = f"[{table()['thousands']['digits']}]"
    return re.compile(f"{comma}(?<={digit}{comma})(?={digit}{{3}}(?!{digit}))")


_COMMAS = {comma: _comma(comma) for comma in table()["thousands"]["commas"]}
"""Between thousands."""


class _Characters(dict[int, str]):
    """What each code point folds to, found out when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs = pairs()

    def __missing__(self, code: int) -> str:
        folded = self.cluster(chr(code))
        self[code] = folded
        return folded

    def cluster(self, text: str) -> str:
        text = _UNSEEN.sub("", text)
        if text == "\n":
            return text
        if text.isspace():
            return " "
        text = unicodedata.normalize("NFKC", text).lower()
        text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
        text = "".join(self._pairs.get(c, c) for c in text)
        return "".join(c if _WORD.match(c) else " " if c.isspace() else SEPARATOR for c in text)


_CHARACTERS = _Characters()


def is_mark(character: str) -> bool:
    """Whether a character changes the one before it, or is not seen."""
    return bool(_MARK.match(character))


def without_thousands(text: str) -> str:
    """A text without the commas that part its thousands."""
    for comma, between in _COMMAS.items():
        if comma in text:
            text = between.sub("", text)
    return text


def characters(text: str) -> str:
    """Each character of a text folded; blanks and separators stay, the latter as SEPARATOR or DOT. Folding again
    changes nothing."""
    text = without_thousands(text)
    if _MARK.search(text):
        text = _CLUSTER.sub(lambda m: _CHARACTERS.cluster(m.group()), text)
    return text.translate(_CHARACTERS)


def fold(text: str) -> str:
    """Folded text, see the module's docstring."""
    text = characters(text)
    if " " in text:
        text = _BLANK_IN_JAPANESE.sub("", text)
    if DOT in text:
        text = _DOT_IN_KATAKANA.sub("", text).replace(DOT, " ")
    text = _BLANKS.sub(" ", text.replace(SEPARATOR, " "))
    if " \n" in text or "\n " in text:
        text = _AT_LINE_END.sub("\n", text)
    return text.strip(" ")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text that remembers where each of its characters came from."""

    text: str
    starts: tuple[int, ...]
    """Offset in the original of each folded character."""
    ends: tuple[int, ...]
    """Offset in the original just behind each folded character."""


def fold_with_offsets(text: str) -> Folded:
    """The same text as ``fold`` gives, with a way back to the original; for marking hits. Slower."""
    commas = {found.start() for between in _COMMAS.values() for found in between.finditer(text)}
    raw: list[tuple[str, int, int]] = []
    for match in re.finditer(f"[\\s\\S][{_MARKS}]*", text):
        if match.start() not in commas:
            raw += ((c, match.start(), match.end()) for c in characters(match.group()))
    plain = "".join(c for c, _, _ in raw)
    kept: list[tuple[str, int, int]] = []
    at = 0
    for match in _RUN.finditer(plain):
        kept += raw[at : match.start()]
        if _stays(match, plain):
            kept.append((" ", raw[match.start()][1], raw[match.end() - 1][2]))
        at = match.end()
    kept += raw[at:]
    return Folded("".join(c for c, _, _ in kept), tuple(s for _, s, _ in kept), tuple(e for _, _, e in kept))


_IS_JAPANESE = re.compile(f"[{JAPANESE}]{{2}}")
_IS_KATAKANA = re.compile(f"[{KATAKANA}]{{2}}")


def _stays(run: re.Match[str], text: str) -> bool:
    """Whether a run of blanks and separators leaves a blank behind."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if not before or not after or "\n" in (before, after):
        return False
    if run.group().isspace() and _IS_JAPANESE.match(before + after):
        return False
    return not (run.group() == DOT and _IS_KATAKANA.match(before + after))
