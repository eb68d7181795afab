"""Markup that an article's page shows as text, and notes that it does not show.

For the mark of a footnote that has no note, and a link that was refused, the page is asked, not the source: what is
markup, and what is text with brackets in it, the parser has decided. A note to which no mark leads is in no page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from ..diagnostics import Diagnostic, Location, Severity

_MARK = re.compile(r"\[\^[^\s\[\]\\]+\]")
_REFUSED = re.compile(r"\]\([^()\s]{1,500}\)")
_NOTE = re.compile(r" {0,3}(\[\^[^\s\[\]]+\]):")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_AS_IT_IS = frozenset(("code", "pre", "script", "style"))


def left_over(page: bytes, file: Path, path: str) -> Iterator[Diagnostic]:
    """What ``page``, a finished article, shows of the markup of ``file``, which messages call ``path``."""
    lines = file.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    yield from _unused_notes(lines, path)
    if b"[^" not in page and b"](" not in page:
        return
    shown = list(_texts(page))
    for code, pattern, severity in (
        ("check/no-note", _MARK, Severity.WARNING),
        ("check/refused-link", _REFUSED, Severity.ERROR),
    ):
        for text in dict.fromkeys(found for each in shown for found in pattern.findall(each)):
            place = next(_places(lines, text), None)
            if place:
                number, column, length = place
                line = lines[number - 1]
                values = {"text": line[column : column + length], "target": text[2:-1]}
                yield Diagnostic(code, Location(path, number, column + 1, length), severity, values, line)


def _unused_notes(lines: list[str], path: str) -> Iterator[Diagnostic]:
    """Notes of the source to which no mark leads: they are not shown."""
    if not any(line.lstrip(" ").startswith("[^") for line in lines):
        return
    text, is_code = "\n".join(lines), False
    for number, line in enumerate(lines, 1):
        is_code ^= _FENCE.match(line) is not None
        note = None if is_code else _NOTE.match(line)
        if note and not re.search(rf"{re.escape(note[1])}(?!:)", text):
            at = Location(path, number, note.start(1) + 1, len(note[1]))
            yield Diagnostic("check/unused-note", at, Severity.WARNING, {"text": note[1]}, line)


def _texts(page: bytes) -> Iterator[str]:
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in root.iter(etree.Element):
        if element.tag not in _AS_IT_IS and element.text:
            yield element.text
        if element.tail:
            yield element.tail


def _places(lines: list[str], text: str) -> Iterator[tuple[int, int, int]]:
    """(line from 1, column from 0, length) where the source has it; not where a backslash makes text of it."""
    for number, line in enumerate(lines, 1):
        at = line.find(text)
        while at >= 0:
            start = line.rfind("[", 0, at) if text.startswith("]") else at
            if start >= 0 and line[start - 1 : start] != "\\" and line[at - 1 : at] != "\\":
                yield number, start, at + len(text) - start
            at = line.find(text, at + 1)
