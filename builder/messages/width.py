"""How wide text is in a terminal."""

from __future__ import annotations

import unicodedata


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
