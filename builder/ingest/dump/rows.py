"""The lines of a dump as rows: bullet, indent and the blank lines above told apart from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .looks import Look, look

_BULLET = re.compile(r"(?P<indent>\s*)(?P<mark>[•*・･●○■□◆◇▪▸►»\-–—](?=\s)|[•・･](?=\S)|\d{1,3}[.)](?=\s))\s*(?=\S)")
_MAY_START_ITEM = frozenset(" \t•*-–—・･●○■□◆◇▪▸►»\u00a00123456789")


@dataclass(frozen=True, slots=True)
class Row:
    """One non-blank line of a dump with what is known of it before any judgement."""

    index: int
    """0-based line of the text."""
    text: str
    """Without indent and bullet."""
    bullet: str
    """Empty for none, else dot or number; with > where it is indented by four or more."""
    indent: str
    """Empty for none, else wide (an ideographic space), some or deep."""
    gap: int
    """Blank lines above: 0, 1, 2 (or more)."""
    look: Look
    plain: str
    """solid (running text), list, long or short."""


def rows(lines: Sequence[str]) -> list[Row]:
    """The non-blank lines among ``lines``."""
    found: list[Row] = []
    gap = 2
    for index, raw in enumerate(lines):
        text = raw.strip()
        if not text:
            gap = min(2, gap + 1)
            continue
        head = raw[0]
        bullet = indent = ""
        if head in _MAY_START_ITEM and (m := _BULLET.match(raw)):
            bullet = ("number" if m["mark"][0].isdigit() else "dot") + (">" if len(m["indent"]) > 3 else "")
            text = raw[m.end() :].strip()
        elif head == "\u3000":
            indent = "wide"
        elif head.isspace():
            indent = "deep" if raw[:4].isspace() else "some"
        k = look(text)
        plain = "solid" if k.solid else "list" if bullet else "long" if k.length >= 7 else "short"
        found.append(Row(index, text, bullet, indent, gap, k, plain))
        gap = 0
    return found
