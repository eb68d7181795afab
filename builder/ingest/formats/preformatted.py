"""Pages whose whole text is preformatted, as archives of mail magazines keep it: it is read as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extraction import LineKind
from ..html.block import Block

_SHARE = 0.8
"""Of a page's letters, in preformatted blocks."""
_SENTENCES = 4
_WRAPPED = 30
"""Letters of a line from which on it may have been broken for its width."""
_STARTS = re.compile(r"[\s\W_]")
"""A line that begins so begins a paragraph, a list or a rule."""


def preformatted_text(blocks: Sequence[Block]) -> str:
    """Return the text of the preformatted blocks, lines joined where they were broken for their width.

    Empty where the page holds more than them, or where they hold no sentences: programs stand in such blocks, too.
    """
    code = [block.text for block in blocks if block.kind is LineKind.CODE]
    text = "\n\n".join(code)
    if text.count("。") < _SENTENCES or len(text) < _SHARE * sum(len(block.text) for block in blocks):
        return ""
    lines: list[str] = []
    before = ""
    for line in text.split("\n"):
        if len(before.strip()) >= _WRAPPED and line and not _STARTS.match(line):
            lines[-1] += line
        else:
            lines.append(line)
        before = line
    return "\n".join(lines)
