"""Inline text whose HTML is certain without a parser.

Plain characters, and of the inline constructs only those that cannot be anything else: ``**word**``, ``*word*``,
code, a link to a simple address, ruby and references to footnotes, each holding plain characters and touching no other
mark. Whatever might mean more is left to markdown-it-py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ..text.scripts import is_cjk, joins_lines
from .markdown_rules.links import escape_html
from .markdown_rules.ruby import ruby_html
from .plain_notes import Notes

_SIGNS = r"*`\[{<&\\_~"
"""Every sign with which something other than plain text may begin. A new inline rule adds its own."""
_MARK = re.compile(rf"[{_SIGNS}]")
_NOT_ITSELF = re.compile(rf'[{_SIGNS}>"\n]')
"""Found in all text that may be something else in HTML."""
_PLAIN = r"[^\n\\`*_\[\]<>&!{}~^|\"]"
_SPACED_BREAK = re.compile(r"[ \t]\n|\n\s")
_BREAK = re.compile(r"([^\n])\n(?=([^\n]))")

_Writer = Callable[[re.Match[str], Notes], str | None]


def _emphasis(match: re.Match[str], notes: Notes) -> str | None:
    stars, words = match.groups()
    if not (_holds_emphasis(words[0]) and _holds_emphasis(words[-1])):
        return None  # beside other characters the flanking rules decide
    tag = "strong" if len(stars) == 2 else "em"
    return f"<{tag}>{words}</{tag}>"


@cache
def _holds_emphasis(char: str) -> bool:
    """True where a star on the outer side of ``char`` opens or closes whatever stands beyond it."""
    return char.isalnum() or (is_cjk(char) and not char.isspace())


def _code(match: re.Match[str], notes: Notes) -> str | None:
    return f"<code>{escape_html(match[1])}</code>"


def _bracket(match: re.Match[str], notes: Notes) -> str | None:
    note, label, address = match.groups()
    if note:
        return notes.refer(note)
    return f'<a href="{address}" rel="external noopener">{label}</a>' if label.strip() else None


def _ruby(match: re.Match[str], notes: Notes) -> str | None:
    readings = match[2].split("|")
    return ruby_html(match[1], readings) if all(readings) and is_cjk(match[1][0]) else None


def _itself(match: re.Match[str], notes: Notes) -> str | None:
    return escape_html(match[0])


_CONSTRUCTS: dict[str, tuple[re.Pattern[str], _Writer]] = {
    "*": (re.compile(rf"(\*\*?)({_PLAIN}+)\1(?!\*)"), _emphasis),
    "`": (re.compile(r"`([^\s`](?:[^`\n]*[^\s`])?)`(?!`)"), _code),
    "[": (
        re.compile(
            r"(?<![!^])\[(?:\^([^\s\[\]\\^]+)\](?![(\[:])"
            rf"|({_PLAIN}+)\]\((https?://[a-z0-9.-]+(?:/[A-Za-z0-9._/-]*)?)\))"
        ),
        _bracket,
    ),
    "{": (re.compile(rf"\{{({_PLAIN}{{1,40}})\|((?:{_PLAIN}|\|){{1,40}})\}}"), _ruby),
    "<": (re.compile(r"<(?![^>]*>)"), _itself),
    "&": (re.compile(r"&(?!#|[A-Za-z0-9]+;)"), _itself),
    "_": (re.compile(r"(?<=[^\W_])_(?=[^\W_])"), _itself),
    "~": (re.compile(r"~(?!~)"), _itself),
    "\\": (re.compile(r"(?!)"), _itself),
}
"""By the sign they begin with. Where none matches, or it writes nothing, the text is for the parser."""


def _plain(text: str) -> str:
    """Plain text, without the line breaks that stand between CJK characters."""
    if "\n" in text:
        text = _BREAK.sub(lambda m: m[1] if joins_lines(m[1]) and joins_lines(m[2]) else m[0], text)
    return text.replace(">", "&gt;").replace('"', "&quot;")


def html(text: str, notes: Notes) -> str | None:
    """HTML of inline ``text``, or None where only the parser can tell. ``text`` has no white space at its ends."""
    if not _NOT_ITSELF.search(text):
        return text
    has_breaks = "\n" in text
    if has_breaks and _SPACED_BREAK.search(text):
        return None
    plain = _plain if has_breaks or ">" in text or '"' in text else str  # most is its own HTML
    parts: list[str] = []
    done = 0
    while mark := _MARK.search(text, done):
        at = mark.start()
        pattern, write = _CONSTRUCTS[mark[0]]
        found = pattern.match(text, at)
        made = write(found, notes) if found else None
        if found is None or made is None:
            return None
        parts += (plain(text[done:at]), made)
        done = found.end()
        if has_breaks and (text[at - 1 : at] == "\n" or text[done : done + 1] == "\n"):
            return None  # whether the break stays depends on what the construct shows
    return "".join(parts) + plain(text[done:])
