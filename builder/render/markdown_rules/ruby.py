"""Ruby: ``{漢字|かんじ}`` for the whole word, ``{東京|とう|きょう}`` for each character of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...text.scripts import is_cjk
from .links import escape_html

if TYPE_CHECKING:  # as in links
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_RUBY = re.compile(r"\{([^{}|\n]{1,40})((?:\|[^{}|\n]{1,40})+)\}")


def _ruby(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    match = _RUBY.match(state.src, state.pos, state.posMax)
    if match is None or not is_cjk(match[1][0]):
        return False
    if not silent:
        token = state.push("ruby", "ruby", 0)
        token.content = match[1]
        token.meta["readings"] = match[2][1:].split("|")
    state.pos = match.end()
    return True


def _render_ruby(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return ruby_html(tokens[index].content, tokens[index].meta["readings"])


def ruby_html(base: str, readings: Sequence[str]) -> str:
    """Readings over their base: one each where their number is that of the characters, else one over all."""
    pairs = list(zip(base, readings, strict=True)) if len(base) == len(readings) > 1 else [(base, "".join(readings))]
    inner = "".join(f"{escape_html(b)}<rp>(</rp><rt>{escape_html(r)}</rt><rp>)</rp>" for b, r in pairs)
    return f"<ruby>{inner}</ruby>"


def ruby(md: MarkdownIt) -> None:
    """Add the rule and its rendering."""
    md.inline.ruler.before("emphasis", "ruby", _ruby)
    md.add_render_rule("ruby", _render_ruby)
