"""Line breaks inside a Japanese paragraph stand for nothing.

A browser draws a source line break as a space, which is wrong between 軍事⏎強化. Where both sides are CJK (Hangul
apart) the break is dropped, also across emphasis, links and ruby; beside Latin letters it stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ...text.scripts import joins_lines

_TEXT = frozenset({"text", "code_inline", "ruby", "text_special"})
_OPAQUE = frozenset({"image", "footnote_ref", "softbreak", "hardbreak"})


def _visible(tokens: Iterable[Token]) -> str:
    """Content of the first token that shows something, or a space where that is not text."""
    for token in tokens:
        if token.type in _OPAQUE:
            return " "
        if token.type in _TEXT and token.content:
            return token.content
    return " "


def _soft_breaks(state: StateCore) -> None:
    for block in state.tokens:
        children = block.children
        if block.type != "inline" or not children:
            continue
        for index, token in enumerate(children):
            if token.type != "softbreak":
                continue
            before = _visible(reversed(children[:index]))[-1]
            after = _visible(children[index + 1 :])[0]
            if joins_lines(before) and joins_lines(after):
                token.type, token.tag, token.content = "text", "", ""


def soft_breaks(md: MarkdownIt) -> None:
    """Add the rule after inline parsing."""
    md.core.ruler.after("inline", "soft_breaks", _soft_breaks)
