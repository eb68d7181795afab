"""Text set to the width of a terminal: how wide it is, and where its lines break (Japanese nearly anywhere)."""

from __future__ import annotations

import re
import unicodedata

_NOT_FIRST = frozenset("、。，．・：；？！）」』】〕々ー…)]}!?,.:;ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_NOT_LAST = frozenset("（「『【〔([{")
_PIECE = re.compile(r"\s+|[\x21-\x7e“”‘’–—]+|.", re.DOTALL)


def cells(line: str) -> int:
    """Columns a terminal gives to ``line``: two for a wide character, none for a combining one."""
    if line.isascii():
        return len(line)
    return sum(cell_width(c) for c in line)


def cell_width(character: str) -> int:
    """Two for a wide character, none for a combining or invisible one."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` cells (a piece that cannot be broken may be longer)."""
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        needed = cells(piece)
        if line and used + needed > width:
            lines.append(line.rstrip())
            line, used = "", 0
        if line or not piece.isspace():
            line, used = line + piece, used + needed
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """Parts between which a line may end."""
    pieces: list[str] = []
    for part in _PIECE.findall(text):
        if pieces and not part.isspace() and (part[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST):
            pieces[-1] += part
        else:
            pieces.append(part)
    return pieces


def columns(rows: list[tuple[str, str]], width: int) -> list[str]:
    """A list of two columns: names on the left, what they mean on the right, wrapped."""
    left = min(max((cells(name) for name, _ in rows), default=0), 30) + 4
    lines: list[str] = []
    for name, meaning in rows:
        texts = wrap(meaning, max(width - left, 24))
        head = "  " + name
        if cells(head) + 2 > left:
            lines.append(head)
            head = ""
        lines.append(head + " " * (left - cells(head)) + texts[0])
        lines += [" " * left + text for text in texts[1:]]
    return [line.rstrip() for line in lines]
