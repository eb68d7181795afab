"""Plain text -> Markdown that shows exactly that text."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*\[\]<])|(?<!\w)_|_(?!\w)|\{(?=[^{}|]*\|)|&(?=#?\w+;)")
_SPECIAL_MARKS = "\\`*[]<_{&"
_START = re.compile(r"^(#{1,6}(?= )|[>+-](?= )|>|(?:-{3,}|={3,})\s*$|\d{1,9}(?=[.)] ))")


def escape(text: str) -> str:
    """``text``, a part of a line, with everything escaped that Markdown would read as markup within one."""
    return _SPECIAL.sub(lambda m: "\\" + m[0], text) if any(map(text.__contains__, _SPECIAL_MARKS)) else text


def escape_start(line: str) -> str:
    """A line that is escaped but for its beginning, where other marks count."""
    first = line[:1]
    if first.isalpha() or not (first in "#>+-=" or first.isdigit()):
        return line
    return _START.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], line)


def escape_line(text: str) -> str:
    """``text``, one line of a paragraph, with everything escaped that Markdown would read as markup."""
    return escape_start(escape(text))
