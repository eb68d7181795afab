"""Pages whose whole text is preformatted, as archives of mail magazines keep it: it is read as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extraction import LineKind
from ..html.block import Block

_SHARE = 0.8
"""Of a page's letters, in preformatted blocks."""
_EASTERN = 0.5
"""Of a text's characters that are no blanks, outside ASCII: programs with comments in Japanese have fewer."""
_SENTENCES = 4
_WRAPPED = 30
"""Letters of a line from which on it may have been broken for its width."""
_BROKEN = 0.5
"""Of such lines, those that end within a sentence: where fewer do, as in verse, lines end where their author meant."""
_SENTENCE_END = re.compile(r"[。！？!?」』）)]\s*\Z")
_STARTS = re.compile(r"[\s\W_]")
"""A line that begins so begins a paragraph, a list or a rule."""
_COLUMNS = re.compile(r"\S(?:[ \u3000]{2,}|\t\s*)\S")
"""Blanks within a line that set columns of a table apart."""
_LATIN_ENDS = re.compile(r"[!-~]{2}")


def preformatted_text(blocks: Sequence[Block]) -> str:
    """Return the text of the preformatted blocks, lines joined where they were broken for their width.

    Empty where the page holds more than them, or where they hold no sentences: programs stand in such blocks, too.
    """
    code = [block.text for block in blocks if block.kind is LineKind.CODE]
    text = "\n\n".join(code)
    if text.count("。") < _SENTENCES or len(text) < _SHARE * sum(len(block.text) for block in blocks):
        return ""
    letters = "".join(text.split())
    if sum(not char.isascii() for char in letters) < _EASTERN * len(letters):
        return ""
    lines = text.split("\n")
    return _joined(lines) if _is_wrapped(lines) else text


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Do lines end where the width ended, within sentences?"""
    full = [line for line in lines if _may_go_on(line)]
    return sum(not _SENTENCE_END.search(line) for line in full) >= _BROKEN * max(1, len(full))


def _may_go_on(line: str) -> bool:
    return len(line.strip()) >= _WRAPPED and not _COLUMNS.search(line)


def _joined(lines: Sequence[str]) -> str:
    pieces: list[str] = []
    before = ""
    for line in lines:
        if not (_may_go_on(before) and line and not _STARTS.match(line) and not _COLUMNS.search(line)):
            pieces.append("\n")
        elif _LATIN_ENDS.fullmatch(before[-1] + line[0]):
            pieces.append(" ")
        pieces.append(line)
        before = line
    return "".join(pieces[1:])
