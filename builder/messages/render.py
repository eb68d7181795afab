"""A diagnostic as a person sees it in a terminal, and as a program reads it.

error[article/unknown-key] there is no key “topcs”
  content/articles/2011/20110503-k7xq.md:4:1
  4 | topcs: [外交]
    | ^^^^^
  did you mean “topics”?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..diagnostics import Diagnostic, Location, Severity
from .fill import visible
from .sentences import sentences
from .wrap import cell_width, cells

_MARK = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36;1"}
_WIDTH = 96
"""Cells of an excerpt; longer lines are cut around the place in question."""
_BLANK = " \t\r\n\u3000"
"""What is not shown at the end of a line; a form feed there is."""


def place(at: Location) -> str:
    """``file``, ``file:line`` or ``file:line:column``, as editors and terminals understand it."""
    parts = [at.path, *(str(number) for number in (at.line, at.column) if number)]
    return visible(":".join(parts if at.line else parts[:1]))


def text(diagnostic: Diagnostic, language: str, colour: bool = False) -> str:
    """Several lines without a closing line feed."""
    what, hint = sentences(diagnostic, language)
    label = f"{diagnostic.severity}[{diagnostic.code}]"
    lines = [f"\x1b[{_MARK[diagnostic.severity]}m{label}\x1b[0m {what}" if colour else f"{label} {what}"]
    if diagnostic.at is not None:
        lines.append("  " + place(diagnostic.at))
        lines += ["  " + line for line in excerpt(diagnostic)]
    lines += ["  " + line for line in hint.splitlines()]
    return "\n".join(lines)


def data(diagnostic: Diagnostic, language: str) -> dict[str, object]:
    """The same for JSON; ``line`` and ``column`` count from 1, 0 means the file as a whole."""
    what, hint = sentences(diagnostic, language)
    at = diagnostic.at or Location("")
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": what,
        "hint": hint,
        "file": at.path,
        "line": at.line,
        "column": at.column,
        "excerpt": diagnostic.excerpt,
        "values": dict(diagnostic.values),
    }


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file and place, so that a person can walk through them; those without a place first."""

    def key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
        at = diagnostic.at or Location("")
        return at.path, at.line, at.column, diagnostic.code

    return sorted(diagnostics, key=key)


def counts(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """How many there are of each severity."""
    return Counter(diagnostic.severity for diagnostic in diagnostics)


def excerpt(diagnostic: Diagnostic) -> list[str]:
    """The source line with its number, and below it carets under the place; empty where there is no line to show."""
    at, line = diagnostic.at, diagnostic.excerpt
    if at is None or not at.line or not line.strip(_BLANK):
        return []
    number = str(at.line)
    start = max(at.column - 1, 0)
    length = max(at.length, 1)
    shown, start = _window(line, start)
    before, marked = visible(shown[:start]), visible(shown[start : start + length])
    rows = [f"{number} | {before}{marked}{visible(shown[start + length :])}"]
    if at.column:
        rows.append(f"{' ' * len(number)} | {' ' * cells(before)}{'^' * max(cells(marked), 1)}")
    return rows


def _window(line: str, start: int) -> tuple[str, int]:
    """The part of a long line around ``start``, and where ``start`` then is."""
    if cells(line[:4000]) <= _WIDTH and len(line) <= 4000:
        return line.rstrip(_BLANK), start
    left = start
    room = _WIDTH // 3
    while left > 0 and room > 0:
        left -= 1
        room -= cell_width(line[left])
    right, room = left, _WIDTH
    while right < len(line) and room > 0:
        room -= cell_width(line[right])
        right += 1
    head = "…" if left else ""
    tail = "…" if right < len(line) else ""
    return head + line[left:right].rstrip(_BLANK) + tail, start - left + len(head)
