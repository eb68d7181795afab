"""The YAML that most front matter is, read many times as fast: a scalar a line, below a key a list or mapping of them.

Whatever else YAML can do is left to ``yaml_source``: where a line is not plainly one of these forms, none is given.
A law in tests/laws holds every answer equal to that of ``yaml_source``.
"""

from __future__ import annotations

import re
from typing import Any

_ODD = r"\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
"""Characters that YAML refuses, or that are line ends to some."""
_LINE = re.compile(
    r"(?P<indent>[ ]{0,8})(?:(?P<dash>-)|(?P<key>[A-Za-z_][A-Za-z0-9_]{0,99}+):)(?:[ ]+(?:"
    # An unquoted scalar: it starts with no sign of anything else, holds no ": " and no " #", ends in no blank.
    # (Its pieces exclude each other, so the group need not be possessive, which Python 3.11.2 gets wrong.)
    rf"(?P<plain>[^ \-?:,\[\]{{}}#&*!|>'\"%@`~={_ODD}](?:[^ :#{_ODD}]++|:(?=[^ \n])|(?<! )\#|[ ]++(?=[^ #\n]))*)"
    # Quoted text without escapes.
    rf"|\"(?P<double>[^\"\\{_ODD}]*+)\"|'(?P<single>[^'{_ODD}]*+)'))?\n"
)
_TYPED = re.compile(r"[0-9tTfFnN]")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,17})\Z")
_WORDS = {"true": True, "True": True, "false": False, "False": False, "null": None, "Null": None}


def load(text: str) -> dict[str, Any] | None:
    """The mapping in ``text``, whose lines end in line feeds; None where this module does not know."""
    values: dict[str, Any] = {}
    inner: list[Any] | dict[str, Any] | None = None
    waiting, inner_indent, at, end = "", "", 0, len(text)
    while at < end:
        line = _LINE.match(text, at)
        if not line:
            return None
        at = line.end()
        indent, dash, key, plain, double, single = line.groups()
        value = double if double is not None else single if plain is None else plain
        if plain is not None and _TYPED.match(plain):
            value = _typed(plain)
        if key is not None and not indent:
            if key in values:
                return None
            values[key] = value
            inner, waiting = None, key if plain is None and double is None and single is None else ""
            continue
        if inner is None:
            if not waiting:
                return None
            inner = values[waiting] = [] if dash else {}
            inner_indent = indent
        elif indent != inner_indent:
            return None
        if isinstance(inner, list):
            if not dash:
                return None
            inner.append(value)
        else:
            if dash or key in inner:
                return None
            inner[key] = value
    return values


def _typed(text: str) -> str | int | bool | None:
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _NUMBER.match(text) else text
