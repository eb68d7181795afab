"""Text that was decoded in a wrong encoding before it was saved: 港の朝 that has become 貂ｯ縺ｮ譛 or æ¸¯ã®."""

from __future__ import annotations

import re

_SIGNS = re.compile(
    "[縺繧繝縲]"  # kana and punctuation of UTF-8, read as Shift_JIS
    "|ã[\x80-\xbf€‚ƒ]|[‚ƒ\x80-\x9f]|[¤¥][\xa1-\xfe]"  # UTF-8, Shift_JIS, EUC-JP, read as Latin
    "|\ufffd"
)
_BEGINNINGS = "縺繧繝縲‚ƒ\ufffd"
_NO_BEGINNINGS = bytes(set(range(256)) - set(range(0x80, 0xA0)) - set("ã¤¥".encode("latin-1")))
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HALF_KANA_BEGINNINGS = (b"\xef\xbd", b"\xef\xbe")
"""How all of them begin in UTF-8, as some other wide signs do."""
_ASCII = bytes(range(0x80))
_LOOKED_AT = 200_000
_FEWEST = 20
_SHARE = 0.12
"""Share of the characters beyond ASCII. Of 1,500 saved pages and dumps, none that can be read has more than 0.09."""
_KANA_SHARE = 0.5
"""The same for half-width kana, EUC-JP read as Shift_JIS; some old texts are rich in them."""


def _most_signs(text: str) -> int:
    """An upper bound for the number of signs: the characters that could begin one. Counting is far faster."""
    latin = text.encode("latin-1", "ignore").translate(None, _NO_BEGINNINGS)
    return len(latin) + sum(map(text.count, _BEGINNINGS))


def is_mojibake(text: str) -> bool:
    """True for text of which too much is garbled for anybody to read it."""
    sample = text[:_LOOKED_AT]
    if sample.isascii():
        return False
    data = sample.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    rest = data.decode("utf-8", "surrogatepass")
    foreign = len(rest)
    if foreign < _FEWEST:
        return False
    signs = len(_SIGNS.findall(sample)) if _most_signs(rest) >= _FEWEST else 0
    kana = len(_HALF_KANA.findall(rest)) if any(beginning in data for beginning in _HALF_KANA_BEGINNINGS) else 0
    return (signs >= _FEWEST and signs >= _SHARE * foreign) or (kana >= _FEWEST and kana >= _KANA_SHARE * foreign)
