"""Emphasis beside full-width punctuation: ``これは**「言葉」**という`` is strong.

CommonMark's flanking rule expects spaces around punctuation. The CJK-friendly amendments
(tats-u/markdown-cjk-friendly, specification.md) count only non-CJK punctuation in that rule. Text without CJK
characters parses as CommonMark says.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token

from ...text.scripts import is_cjk

_FULLWIDTH_FORM = "\ufe01"
_AMBIGUOUS_QUOTES = "‘’“”"


def _is_general_variation_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0e"


def _is_ideographic_variation_selector(char: str) -> bool:
    return "\U000e0100" <= char <= "\U000e01ef"


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


class _CjkState(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803  # the library's name
        marker, end = self.src[start], start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "

        before_ends_ideograph = _is_ideographic_variation_selector(before)
        before_is_fullwidth_quote = False
        if start > 1 and _is_general_variation_selector(before):
            selector, before = before, self.src[start - 2]
            before_is_fullwidth_quote = selector == _FULLWIDTH_FORM and before in _AMBIGUOUS_QUOTES

        before_is_cjk = before_ends_ideograph or before_is_fullwidth_quote or is_cjk(before)
        after_is_cjk = is_cjk(after)
        before_is_punctuation, after_is_punctuation = _is_punctuation(before), _is_punctuation(after)
        before_is_foreign_punctuation = before_is_punctuation and not before_is_cjk
        after_is_foreign_punctuation = after_is_punctuation and not after_is_cjk
        before_is_space, after_is_space = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))

        left_flanking = not after_is_space and (
            not after_is_foreign_punctuation or before_is_space or before_is_foreign_punctuation or before_is_cjk
        )
        right_flanking = not before_is_space and (
            not before_is_foreign_punctuation or after_is_space or after_is_foreign_punctuation or after_is_cjk
        )
        can_open = left_flanking and (canSplitWord or not right_flanking or before_is_punctuation)
        can_close = right_flanking and (canSplitWord or not left_flanking or after_is_punctuation)
        return Scanned(can_open, can_close, end - start)


class _CjkParserInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        """Parse ``src`` as the base class does, with our state."""
        state = _CjkState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def cjk_emphasis(md: MarkdownIt) -> None:
    """Replace the inline parser. Use before any plugin that adds inline rules."""
    inline = _CjkParserInline()
    inline.ruler, inline.ruler2 = md.inline.ruler, md.inline.ruler2
    md.inline = inline
