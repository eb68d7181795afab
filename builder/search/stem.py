"""English stems: the Porter2 algorithm (snowballstem.org, ``english``). ``client/stem.js`` is the same, line by line.

Only queries are stemmed: a word finds the words of its shard that have the same stem.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Kept as the text in which the rules are published: lists of quoted pairs would hide them.
_WHOLE_TEXT = """
    skis:ski skies:sky dying:die lying:lie tying:tie vying:vie idly:idl gently:gentl ugly:ugli early:earli only:onli
    singly:singl sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes inning:inning
    outing:outing canning:canning herring:herring earring:earring proceed:proceed exceed:exceed succeed:succeed
"""
_STEP_2_TEXT = """
    ational:ate tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ation:ate ator:ate alism:al
    aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ogist:og ogi:og
    fulli:ful lessli:less li:
"""
_STEP_3_TEXT = "ational:ate tional:tion alize:al icate:ic iciti:ic ical:ic ful: ness: ative:"
_STEP_4_TEXT = "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion"
_WHOLE = dict(pair.split(":") for pair in _WHOLE_TEXT.split())


def _by_length(rules: str) -> list[tuple[str, str]]:
    pairs = [(old, new) for old, _, new in (rule.partition(":") for rule in rules.split())]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


_SUFFIXES_2, _SUFFIXES_3, _SUFFIXES_4 = map(_by_length, (_STEP_2_TEXT, _STEP_3_TEXT, _STEP_4_TEXT))
_REGION = re.compile("[aeiouy][^aeiouy]")
_SHORT_END = re.compile("(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$")
_VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of a word in lower case, without apostrophes. Words of other than a to z stay as they are."""
    if len(word) < 3 or not re.fullmatch("[a-z]+", word):
        return word
    if word in _WHOLE:
        return _WHOLE[word]
    w = re.sub("(?<=[aeiouy])y|^y", "Y", word)
    start = re.match("gener|commun|arsen|past|univers|later|emerg|organ|inter", w)
    r1 = start.end() if start else _region(w, 0)
    r2 = _region(w, r1)

    # 1a: plurals
    if w.endswith("sses"):
        w = w[:-2]
    elif w.endswith(("ied", "ies")):
        w = w[:-2] if len(w) > 4 else w[:-1]
    elif w.endswith("s") and not w.endswith(("us", "ss")) and _VOWEL.search(w[:-2]):
        w = w[:-1]

    # 1b: past and progressive
    match = re.search("(eedly|eed|ingly|edly|ing|ed)$", w)
    if match:
        at = match.start()
        if match[1] in ("eed", "eedly"):
            if at >= r1:
                w = w[:at] + "ee"
        elif _VOWEL.search(w[:at]):
            w = _mended(w[:at], r1)

    # 1c: y behind a consonant
    w = re.sub("(?<=.[^aeiouy])[yY]$", "i", w)

    for old, new in _SUFFIXES_2:
        if w.endswith(old):
            at = len(w) - len(old)
            if at >= r1 and _step_2_holds(old, w, at):
                w = w[:at] + new
            break
    for old, new in _SUFFIXES_3:
        if w.endswith(old):
            at = len(w) - len(old)
            if at >= r1 and (old != "ative" or at >= r2):
                w = w[:at] + new
            break
    for old, _ in _SUFFIXES_4:
        if w.endswith(old):
            at = len(w) - len(old)
            if at >= r2 and (old != "ion" or w[at - 1 : at] in ("s", "t")):
                w = w[:at]
            break

    # 5: a last e, a double l
    at = len(w) - 1
    if (w.endswith("e") and (at >= r2 or (at >= r1 and not _SHORT_END.search(w[:at])))) or (
        w.endswith("ll") and at >= r2
    ):
        w = w[:at]
    return w.replace("Y", "y")


def _region(word: str, start: int) -> int:
    match = _REGION.search(word, start)
    return match.end() if match else len(word)


def _mended(w: str, r1: int) -> str:
    """What is left when -ed or -ing is gone, made whole."""
    if w.endswith(("at", "bl", "iz")):
        return w + "e"
    if re.search("(bb|dd|ff|gg|mm|nn|pp|rr|tt)$", w) and not re.fullmatch("[aeo].{2}", w):
        return w[:-1]
    if r1 >= len(w) and _SHORT_END.search(w):
        return w + "e"
    return w


def _step_2_holds(old: str, w: str, at: int) -> bool:
    if old == "li":
        return w[at - 1 : at] in tuple("cdeghkmnrt")
    return old != "ogi" or w[at - 1 : at] == "l"
