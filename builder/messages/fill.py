"""Sentence templates and the values that fill them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}")
"""``{count}``, or ``{count:page|pages}`` for the count with its noun."""


def placeholders(template: str) -> frozenset[str]:
    """The names a template wants filled."""
    return frozenset(name for name, _, _ in _PLACEHOLDER.findall(template))


def fill(template: str, values: Mapping[str, str]) -> str:
    """The sentence. A passage in ``[[double brackets]]`` is left out when one of its values is empty or absent.

    Values are shown as they are, save for characters that would act on a terminal. A value that is missing outside
    double brackets shows its name: a message with a gap helps more than a failure while reporting one.
    """

    def optional(match: re.Match[str]) -> str:
        passage = match.group(1)
        return passage if all(values.get(name) for name in placeholders(passage)) else ""

    def value(match: re.Match[str]) -> str:
        name, one, many = match.groups()
        shown = visible(values.get(name, f"{{{name}}}"))
        return shown if one is None else f"{shown} {one if shown == '1' else many}"

    return _PLACEHOLDER.sub(value, _OPTIONAL.sub(optional, template)).strip()


def visible(text: str) -> str:
    """``text`` with control and direction characters spelled out: content must not steer a reader's terminal."""
    if text.isprintable():
        return text
    return "".join(_spelled(c) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)


_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Control characters but tabs and line feeds, separators of lines, and what turns the direction of text."""


def harmless(text: str) -> str:
    """``text`` with what would act on a terminal spelled out (``\\x1b``); what is merely invisible stays.

    For whole lines of output, with content in them, that may be copied from there; ``visible`` is for values in a
    sentence, of which all should be seen.
    """
    return _ACTING.sub(lambda found: _spelled(found.group()), text)


_HARMLESS = frozenset("\u200c\u200d")
"""Joiners inside emoji and Indic words."""


def _spelled(character: str) -> str:
    if character in _HARMLESS:
        return character
    if character in "\t\n":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
