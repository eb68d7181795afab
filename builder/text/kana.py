"""The order of Japanese readings: rows of the kana table, and a sort key after JIS X 4061.

Readings are kana; they are never guessed from kanji.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ROWS = (
    ("あ", "あいうえお"),
    ("か", "かきくけこ"),
    ("さ", "さしすせそ"),
    ("た", "たちつてと"),
    ("な", "なにぬねの"),
    ("は", "はひふへほ"),
    ("ま", "まみむめも"),
    ("や", "やゆよ"),
    ("ら", "らりるれろ"),
    ("わ", "わゐゑをん"),
)
ROWS = tuple(label for label, _ in _ROWS)
"""The ten rows, あ to わ, in order."""
_ROW_OF = {kana: label for label, row in _ROWS for kana in row}
_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_VOICED, _SEMI = "\u3099", "\u309a"
_VOWEL = {
    kana: vowel
    for vowel, column in zip(
        "あいうえお",
        (
            "あかさたなはまやらわ",
            "いきしちにひみりゐ",
            "うくすつぬふむゆる",
            "えけせてねへめれゑ",
            "おこそとのほもよろを",
        ),
        strict=True,
    )
    for kana in column
}
_LONG, _REPEAT = "ー", "ゝ"
_TYPE_LONG, _TYPE_SMALL, _TYPE_REPEAT, _TYPE_PLAIN = range(4)

Key = tuple[str, bytes, bytes, bytes, str]
"""Letters; voicing; long mark, small kana, repeat mark or plain; katakana after hiragana; the reading itself."""


def hiragana(text: str) -> str:
    """``text`` with katakana (full or half width) as hiragana; everything else by NFKC."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(
        chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else "ゝ" if c == "ヽ" else "ゞ" if c == "ヾ" else c for c in folded
    )


@lru_cache(maxsize=65536)
def sort_key(reading: str) -> Key:
    """The key by which readings sort as in a Japanese dictionary: はは before はば before はぱ.

    The levels of JIS X 4061: first the letters alone; then unvoiced before voiced before half-voiced; then the long
    mark (which stands for the vowel before it) before small kana before repeat marks before plain kana; then hiragana
    before katakana. Blanks and middle dots do not count.
    """
    letters: list[str] = []
    voicing, types, scripts = bytearray(), bytearray(), bytearray()
    for char in unicodedata.normalize("NFKC", reading):
        if char.isspace() or char in "・=-'":
            continue
        kana = hiragana(char)
        base, *marks = list(unicodedata.normalize("NFD", kana))
        if _VOICED in marks or _SEMI in marks or base in _SMALL or base in _ROW_OF or base in (_LONG, _REPEAT):
            kind = _TYPE_PLAIN
            if base == _LONG and letters:
                base, kind = _VOWEL.get(letters[-1], _LONG), _TYPE_LONG
            elif base == _REPEAT and letters:
                base, kind = letters[-1], _TYPE_REPEAT
            elif base in _SMALL:
                base, kind = _SMALL[base], _TYPE_SMALL
            letters.append(base)
            voicing.append(1 if _VOICED in marks else 2 if _SEMI in marks else 0)
            types.append(kind)
            scripts.append(0 if kana == char else 1)
        else:
            letters.append(char.casefold())
            voicing.append(0)
            types.append(_TYPE_PLAIN)
            scripts.append(0)
    return "".join(letters), bytes(voicing), bytes(types), bytes(scripts), reading


def row(reading: str) -> str:
    """The row of the kana table under which a reading stands: あ, か … わ; empty where it does not begin with kana."""
    key = sort_key(reading)[0]
    return _ROW_OF.get(key[0], "") if key else ""


def initial(name: str) -> str:
    """The letter A to Z under which a Latin name stands (diacritics left aside); empty for any other."""
    for char in unicodedata.normalize("NFKD", name):
        if char.isalpha():
            upper = char.upper()
            return upper if "A" <= upper <= "Z" and len(upper) == 1 else ""
    return ""
