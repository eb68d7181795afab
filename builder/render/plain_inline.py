"""Inline text whose HTML is certain without a parser.

Plain characters, and of the inline constructs only those that cannot be anything else: ``**word**``, ``*word*``,
code, a link to a simple address and ruby, each holding plain characters and touching no other mark. Whatever might
mean more is left to markdown-it-py.
"""

from __future__ import annotations

import re

from ..text.scripts import joins_lines
from .markdown_rules.links import escape_html
from .markdown_rules.ruby import ruby_html

_SPACED_BREAK = re.compile(r"[ \t]\n|\n\s")
_BREAK = re.compile(r"([^\n])\n(?=([^\n]))")
_CONSTRUCT = re.compile(
    r"(?<!\*)(?P<stars>\*\*?)(?P<emphasised>[^\s\\`*_\[\]<>&!{}~^\"]+)(?P=stars)(?!\*)"
    r"|(?<!`)`(?P<code>[^\s`](?:[^`\n]*[^\s`])?)`(?!`)"
    r"|\[(?P<label>[^\\`*_\[\]<>&!{}~^\"\n]+)\]\((?P<address>https?://[a-z0-9.-]+(?:/[A-Za-z0-9._/-]*)?)\)"
    r"|\{(?P<base>[^\s\\`*_\[\]<>&!{}~^\"|]{1,40})\|(?P<readings>[^\\`*_\[\]<>&!{}~^\"\n]{1,40})\}"
)


def _has_mark(t: str) -> bool:
    r"""True where ``t`` holds a sign of markup, one of \`*_[]<&!{}~^. A regular expression takes twice as long."""
    found = "*" in t or "[" in t or "`" in t or "_" in t or "<" in t or "&" in t or "!" in t or "{" in t
    return found or "\\" in t or "]" in t or "}" in t or "~" in t or "^" in t


def _joined(text: str) -> str:
    """Plain text with the line breaks dropped that stand between CJK characters."""
    if "\n" not in text:
        return text
    return _BREAK.sub(lambda m: m[1] if joins_lines(m[1]) and joins_lines(m[2]) else m[0], text)


def _construct(match: re.Match[str]) -> str | None:
    """HTML of one construct, or None where it needs the parser after all."""
    if match["stars"]:
        word = match["emphasised"]
        if not (word[0].isalnum() and word[-1].isalnum()):
            return None  # beside punctuation the flanking rules decide
        tag = "strong" if len(match["stars"]) == 2 else "em"
        return f"<{tag}>{word}</{tag}>"
    if match["code"]:
        return f"<code>{escape_html(match['code'])}</code>"
    if match["label"]:
        if not match["label"].strip():
            return None
        return f'<a href="{match["address"]}" rel="external noopener">{match["label"]}</a>'
    readings = match["readings"].split("|")
    return ruby_html(match["base"], readings) if all(readings) and joins_lines(match["base"][0]) else None


def html(text: str) -> str | None:
    """HTML of inline ``text``, or None where only the parser can tell. ``text`` has no white space at its ends."""
    if "\n" in text and _SPACED_BREAK.search(text):
        return None
    if not _has_mark(text):
        return _joined(text).replace(">", "&gt;").replace('"', "&quot;")
    parts: list[str] = []
    position = 0
    for match in _CONSTRUCT.finditer(text):
        plain = text[position : match.start()]
        made = _construct(match)
        if made is None or _has_mark(plain) or plain.endswith("\n") or text.startswith("\n", match.end()):
            return None
        parts += (_joined(plain).replace(">", "&gt;").replace('"', "&quot;"), made)
        position = match.end()
    plain = text[position:]
    if _has_mark(plain):
        return None
    return "".join(parts) + _joined(plain).replace(">", "&gt;").replace('"', "&quot;")
