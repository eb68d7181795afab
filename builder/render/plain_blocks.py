"""A document -> HTML without a parser, as far as its blocks can be told by their shape.

An article is paragraphs, headings, flat lists, plain tables, quotations and footnotes, parted by blank lines. Each
such block closes whatever stood before it, for its first line is not indented, and is written at once where
``plain_inline`` is sure of its text. Blocks of other shapes are given to the parser, each with those it may go on in,
as a document of their own. Where they share something with the rest, a footnote, a definition, the numbers of
headings, the parser is given the whole document.

tests/laws/test_plain_blocks.py holds the outcome equal to that of the parser alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from . import plain_inline
from .plain_notes import Notes
from .plain_tables import table

Parsed = tuple[str, list[tuple[int, str, str]]]
"""HTML, and (level, id, text) of each heading."""

_CLEAR = re.compile(r"[\t\n\x20-\x84\x86-\u2027\u202a-\U0010ffff]*\Z")
"""Text without the characters that are line ends or white space to some and not to others."""
_BLANK_LINES = re.compile(r"(\n(?:[ \t]*\n)+)")
_SHARED = re.compile(r"\[\^|\^\[|\]:|```|~~~")
"""What blocks may share with others: footnotes, definitions of links, and code between fences, which may hold blank
lines."""

_OPENERS = frozenset("#>+-=:|*_~`[0123456789 \t\u3000")
"""Signs that are not always text at the beginning of a line, as ``_TEXT`` has them."""
_TEXT = r"(?:[^\s#>+\-=:|*_~`\[\d]|\*{1,2}[^\s*_]|`[^`\s]|\[[^\]^\n]+\]\(|\d+(?![\d.)])|\u3000(?=\S))"
"""What a line of text may start with: nothing that could open another block."""
_PARAGRAPH = re.compile(rf"(?:{_TEXT}[^\n]*(?:\n|\Z))+\Z")
_HEADING = re.compile(rf"(#{{1,6}}) ({_TEXT}[^\n#]*)\Z")
_QUOTE = re.compile(rf"> {_TEXT}[^\n]*(?:\n> {_TEXT}[^\n]*)*\Z")
_BULLETS = re.compile(rf"([-+*]) {_TEXT}[^\n]*(?:\n\1 {_TEXT}[^\n]*)*\Z")
_NUMBERS = re.compile(rf"(\d{{1,9}})([.)]) {_TEXT}[^\n]*(?:\n\d{{1,9}}\2 {_TEXT}[^\n]*)*\Z")
_NOTES = re.compile(rf"\[\^[^\s\[\]\\]+\]: {_TEXT}[^\n]*(?:\n\[\^[^\s\[\]\\]+\]: {_TEXT}[^\n]*)*\Z")
_ITEM = re.compile(r"^[ \t]*(?:([-+*])|\d{1,9}([.)]))(?:\s|\Z)", re.MULTILINE)
"""The mark of a list's item; lists with other marks are other lists."""
_ITEM_MARK = re.compile(r"^(?:[-+*]|\d{1,9}[.)]) ", re.MULTILINE)
_TAGS_AND_READINGS = re.compile(r"<rp>[^<]*</rp>|<rt>[^<]*</rt>|<[^>]*>")
_LOWEST = 6


def document(text: str, parse: Callable[[str], Parsed]) -> Parsed | None:
    """The document, or None where the parser must see the whole of it. ``parse``: the parser, for parts of it."""
    return _Document(text, parse).whole() if _CLEAR.match(text) else None


class _Document:
    """One walk over the blocks of a document."""

    def __init__(self, text: str, parse: Callable[[str], Parsed]) -> None:
        self._blocks = _BLANK_LINES.split(text.strip("\n"))
        """Blocks, and between them the blank lines."""
        self._parse = parse
        self._notes = Notes.of(text)
        self._first_level = 2 if text.startswith("# ") or "\n# " in text else 1
        self._headings: list[tuple[int, str, str]] = []

    def whole(self) -> Parsed | None:
        """The document's HTML; None where only the parser can tell."""
        parts: list[str] = []
        index = 0
        while index < len(self._blocks):
            end = index + 1
            html = self._block(self._blocks[index])
            if html is None:
                end = self._end_of_group(index)
                html = self._group(index, end)
                if html is None:
                    return None
            parts.append(html)
            index = end + 1
        return "".join(parts) + self._notes.html(), self._headings

    def _block(self, block: str) -> str | None:
        """HTML of a block that is certain by itself; None for all others."""
        first = block[:1]
        if (first not in _OPENERS and "\n" not in block and not first.isspace()) or _PARAGRAPH.match(block):
            text = self._inline(block)
            return f"<p>{text}</p>\n" if text else None
        if heading := _HEADING.match(block):
            return self._heading(len(heading[1]), heading[2])
        if _QUOTE.match(block):
            text = self._inline(block[2:].replace("\n> ", "\n"))
            return None if text is None else f"<blockquote>\n<p>{text}</p>\n</blockquote>\n"
        return None

    def _inline(self, text: str) -> str | None:
        return plain_inline.html(text.strip(), self._notes)

    def _heading(self, level: int, text: str) -> str | None:
        html = None if "[^" in text else self._inline(text)
        if html is None:
            return None
        level = min(level + self._first_level - 1, _LOWEST)
        name = f"section-{len(self._headings) + 1}"
        self._headings.append((level, name, unescape(_TAGS_AND_READINGS.sub("", html))))
        return f'<h{level} id="{name}">{html}</h{level}>\n'

    def _end_of_group(self, start: int) -> int:
        """Behind the last block that something of the block at ``start`` may go on in."""
        marks = set(_ITEM.findall(self._blocks[start]))
        end = start + 1
        while end < len(self._blocks):
            block = self._blocks[end + 1]
            item = _ITEM.match(block)
            if block[:1] not in (" ", "\t") and (item is None or item.groups("") not in marks):
                break
            marks.update(_ITEM.findall(block))
            end += 2
        return end

    def _group(self, start: int, end: int) -> str | None:
        """HTML of blocks that may be one of anything; None where only the parser of the whole document can tell."""
        blocks = self._blocks[start:end:2]
        html = self._definitions(blocks[0]) if len(blocks) == 1 else None
        if html is None and len(blocks) == 1:
            html = table(blocks[0], self._inline)
        if html is None:
            html = self._list(blocks)
        if html is not None:
            return html
        run = "".join(self._blocks[start:end])
        if _SHARED.search(run):
            return None
        html, headings = self._parse(run)
        return None if headings else html

    def _definitions(self, block: str) -> str | None:
        """Takes footnotes of a line each to the end of the document."""
        if not _NOTES.match(block):
            return None
        for line in block.split("\n"):
            label, text = line[2:].split("]: ", 1)
            html = self._inline(text)
            if html is None:
                return None
            self._notes.define(label, html)
        return ""

    def _list(self, blocks: list[str]) -> str | None:
        """A flat list; a loose one where blank lines stand between its items."""
        bullets, numbers = _BULLETS.match(blocks[0]), _NUMBERS.match(blocks[0])
        shape, group = (_BULLETS, 1) if bullets else (_NUMBERS, 2)
        shapes = [shape.match(block) for block in blocks]
        if len({found and found[group] for found in shapes}) != 1 or shapes[0] is None:
            return None
        items = [self._inline(item) for block in blocks for item in _ITEM_MARK.split(block)[1:]]
        if None in items:
            return None
        before, after = ("<li>\n<p>", "</p>\n</li>\n") if len(blocks) > 1 else ("<li>", "</li>\n")
        html = "".join(f"{before}{item}{after}" for item in items)
        if bullets:
            return f"<ul>\n{html}</ul>\n"
        start = int(numbers[1]) if numbers else 1
        return f'<ol start="{start}">\n{html}</ol>\n' if start != 1 else f"<ol>\n{html}</ol>\n"
