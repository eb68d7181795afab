"""Plain paragraphs, recognised without a parser.

A block between blank lines is plain when none of its characters can start an inline construct and none of its lines
can start a block. Such a paragraph ends whatever stood before it (its first line is not indented, and a blank line
precedes it), and its HTML is its escaped text.
"""

from __future__ import annotations

import re

from ..text.scripts import joins_lines

STAND_IN = "\ue000"
"""A private-use character; text that holds one itself takes the parser's way throughout."""

_PLAIN = re.compile(
    # No line starts like a heading, quote, list, rule, table, code or definition, or ends in spaces (a hard break);
    # nowhere a character of inline markup.
    r"(?:(?![ \t#>+\-=:]|\d{1,9}[.)])[^\n\\`*_\[\]<&!{}~^|]*[^\s\\`*_\[\]<&!{}~^|](?:\n|\Z))+\Z"
)
_NEEDS_PARSER = re.compile(r"^ {0,3}(?:```|~~~)|[\ue000\x00\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", re.MULTILINE)
"""A fence may hold blank lines; the other characters are line ends to some and not to others."""
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BREAK = re.compile(r"(.)\n(.)")


def _join(match: re.Match[str]) -> str:
    before, after = match[1], match[2]
    return before + after if joins_lines(before) and joins_lines(after) else match[0]


def _html(block: str) -> str:
    text = block.strip().replace(">", "&gt;").replace('"', "&quot;")
    if "\n" in text:
        text = _BREAK.sub(_join, _BREAK.sub(_join, text))  # twice: a line of one character is both end and start
    return f"<p>{text}</p>\n"


def set_aside(text: str) -> tuple[str, list[str]]:
    """The text with each run of plain paragraphs replaced by a stand-in, and the HTML of those runs in order."""
    if _NEEDS_PARSER.search(text):
        return text, []
    kept: list[str] = []
    aside: list[str] = []
    run: list[str] = []
    for block in _BLANK_LINES.split(text):
        if _PLAIN.match(block) and block.strip():
            run.append(_html(block))
            continue
        if run:
            kept.append(STAND_IN)
            aside.append("".join(run))
            run = []
        kept.append(block)
    if run:
        kept.append(STAND_IN)
        aside.append("".join(run))
    return "\n\n".join(kept), aside
