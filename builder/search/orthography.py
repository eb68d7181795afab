"""Other ways to write a Japanese word, tried where nothing has it as typed. ``client/orthography.js`` is its twin.

They are not folded together, as each of them means something by itself: ヴ begins ヴァ, 一 stands in 一般, のり is not
always ノリ. Only for a word that nothing has is any of them better than what comes near.
"""

from __future__ import annotations

import re

MOST = 12
"""Other spellings of a word that are tried."""
LONGEST = 12
"""Signs of a word that may be written otherwise. Whole questions would be in vain, in half as many files again."""

_HIRAGANA = {code + 0x60: code for code in range(0x3041, 0x3097)}
_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_V = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
"""As foreign names are written, and as they are written by the Cabinet's notice of 1991 for common words."""
_BY_B = {b: v for v, b in _V}
_DIGITS = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_KANJI_NUMBER = re.compile(f"[{_DIGITS}十百千]+")
_NUMBER = re.compile("(?<![0-9])[1-9][0-9]{0,3}(?![0-9])")
_COMPOUND = re.compile("(?:[一-鿿]+[いえきぎけげしせちてねびべみめりれわ]{1,2})+[一-鿿]+[ぁ-ん]{0,2}")
"""Two verbs in one, as 申し込み: its kana may be left out, by the Cabinet's notice of 1973."""


def spellings(text: str) -> list[str]:
    """Folded text in other kana, with ヴ or without, its numbers in other figures, without its verbs' endings.

    None for a sentence.
    """
    if len(text) > LONGEST:
        return []
    katakana = text.translate(_KATAKANA)
    found = [katakana, text.translate(_HIRAGANA)]
    for one in (text, katakana):
        found += _without_v(one), *_with_v(one)
    found += _in_figures(text), *_in_kanji(text)
    if _COMPOUND.fullmatch(text):
        found.append(re.sub("[ぁ-ん]", "", text))
    return [one for one in dict.fromkeys(found) if one != text][:MOST]


def _without_v(text: str) -> str:
    for v, b in _V:
        text = text.replace(v, b)
    return text


def _with_v(text: str) -> list[str]:
    """With ヴ for all that may stand for it, and for each alone."""
    places = [at for at, sign in enumerate(text) if sign in _BY_B]
    every = "".join(_BY_B.get(sign, sign) for sign in text)
    return [every, *(text[:at] + _BY_B[text[at]] + text[at + 1 :] for at in places)]


def _in_figures(text: str) -> str:
    return _KANJI_NUMBER.sub(lambda number: _value(number.group()), text)


def _value(number: str) -> str:
    if not any(unit in number for unit in _UNITS):
        return "".join(str(_DIGITS.index(sign)) for sign in number)
    total = figure = 0
    for sign in number:
        if sign in _UNITS:
            total, figure = total + (figure or 1) * _UNITS[sign], 0
        else:
            figure = _DIGITS.index(sign)
    return str(total + figure)


def _in_kanji(text: str) -> list[str]:
    """With 一九八〇 for 1980, and with 千九百八十."""
    return [
        _NUMBER.sub(lambda number: "".join(_DIGITS[int(figure)] for figure in number.group()), text),
        _NUMBER.sub(lambda number: _with_units(number.group()), text),
    ]


def _with_units(number: str) -> str:
    found = ""
    for figure, unit in zip(number, "千百十 "[-len(number) :], strict=True):
        if figure != "0":
            found += ("" if figure == "1" and unit != " " else _DIGITS[int(figure)]) + unit.strip()
    return found
