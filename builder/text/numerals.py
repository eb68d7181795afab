"""Numbers as Japanese text writes them: half and full width, kanji by place (二〇一七) or by value (二千十七)."""

from __future__ import annotations

NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "\u3000\u00a0\u2009\u202f"), " "
)
"""For ``str.translate``: full-width ASCII and odd spaces to their plain forms, one character for one character."""

KANJI_DIGITS = "〇零一二三四五六七八九"
KANJI = KANJI_DIGITS + "十廿卅百千"
"""The kanji ``number`` reads, as the inside of a character class."""

_VALUE = {"〇": 0} | {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_UNIT = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}


def number(text: str) -> int | None:
    """The value of ``text`` if all of it is one number below ten thousand, in digits of one kind; else None."""
    text = text.translate(NARROW)
    if text.isascii():
        return int(text) if text.isdecimal() else None
    if all(c in _VALUE for c in text):
        return int("".join(str(_VALUE[c]) for c in text))
    total, digit = 0, None
    for c in text:
        if c in _UNIT:
            total += (1 if digit is None else digit) * _UNIT[c]
            digit = None
        elif c in _TENS and digit is None:
            total += _TENS[c]
        elif c in _VALUE and digit is None:
            digit = _VALUE[c]
        else:
            return None
    return total + (digit or 0)
