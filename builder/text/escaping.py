"""Plain text -> Markdown that shows exactly that text."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*\[\]<])|(?<!\w)_|_(?!\w)|\{(?=[^{}|]*\|)|&(?=#?\w+;)")
_SPECIAL_MARKS = "\\`*[]<_{&"
_START = re.compile(r"^(#{1,6}(?= )|[>+-](?= )|>|(?:-{3,}|={3,})\s*$|\d{1,9}(?=[.)] ))")


def escape_line(text: str) -> str:
    """``text``, one line of a paragraph, with everything escaped that Markdown would read as markup."""
    escaped = _SPECIAL.sub(lambda m: "\\" + m[0], text) if any(map(text.__contains__, _SPECIAL_MARKS)) else text
    first = text[:1]
    if first.isalpha() or not (first in "#>+-=" or first.isdigit()):
        return escaped
    return _START.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], escaped)
