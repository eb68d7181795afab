"""Footnotes as readers and their software should have them: every reference bears the note's number, and roles of
DPUB-ARIA 1.1 say what leads to a note, which the notes are and what leads back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # as in links
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

OPENING = '<hr class="footnotes-sep" />\n<section class="footnotes" role="doc-endnotes">\n<ol class="footnotes-list">\n'


def reference_html(number: int, earlier: int) -> str:
    """A reference to a note, after so many ``earlier`` ones to the same."""
    own = _own_name(number, earlier)
    return f'<sup class="footnote-ref"><a href="#fn{number}" id="fnref{own}" role="doc-noteref">[{number}]</a></sup>'


def return_html(number: int, earlier: int) -> str:
    """The link from a note back to that reference."""
    which = f"{earlier + 1}" if earlier else ""
    name = _own_name(number, earlier)
    return f' <a href="#fnref{name}" class="footnote-backref" role="doc-backlink">\u21a9\ufe0e{which}</a>'


def _own_name(number: int, earlier: int) -> str:
    return f"{number}:{earlier}" if earlier else f"{number}"


def _reference(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return reference_html(*_place(tokens[index]))


def _return(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return return_html(*_place(tokens[index]))


def _opening(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return OPENING


def _place(token: Token) -> tuple[int, int]:
    """(number of the note, how many references to it stand before)."""
    return token.meta["id"] + 1, max(0, token.meta.get("subId", 0))


def notes(md: MarkdownIt) -> None:
    """Add the renderings to a parser that has the footnote plugin."""
    md.add_render_rule("footnote_ref", _reference)
    md.add_render_rule("footnote_anchor", _return)
    md.add_render_rule("footnote_block_open", _opening)
