"""Blocks as a page needs them: headings below the title with ids, figures with captions, tables that may scroll."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

_LOWEST = 6


def plain_text(children: Sequence[Token]) -> str:
    """Text of inline tokens without markup; ruby gives its base."""
    return "".join(_token_text(token) for token in children)


def _token_text(token: Token) -> str:
    if token.type in {"text", "code_inline", "ruby", "text_special"}:
        return token.content
    return " " if token.type in {"softbreak", "hardbreak"} else ""


def _headings(state: StateCore) -> None:
    """The title is the page's h1, so the body starts at h2. Ids are counted, and so survive a reworded heading."""
    opened = [token for token in state.tokens if token.type == "heading_open"]
    shift = 1 if any(token.tag == "h1" for token in opened) else 0
    found: list[tuple[int, str, str]] = []
    for index, token in enumerate(state.tokens):
        if token.type == "heading_open":
            level = min(int(token.tag[1]) + shift, _LOWEST)
            name = f"section-{len(found) + 1}"
            token.tag = state.tokens[index + 2].tag = f"h{level}"
            token.attrSet("id", name)
            found.append((level, name, plain_text(state.tokens[index + 1].children or ())))
    state.env["headings"] = found


def _figures(state: StateCore) -> None:
    """A paragraph that holds one image and nothing else becomes a figure; the image's title is the caption."""
    if "![" not in state.src:
        return
    for index in range(len(state.tokens) - 2):
        opened, inline, closed = state.tokens[index : index + 3]
        children = inline.children or []
        if opened.type == "paragraph_open" and len(children) == 1 and children[0].type == "image":
            image = children[0]
            caption = image.attrs.pop("title", "")
            opened.tag = closed.tag = "figure"
            opened.hidden = closed.hidden = False
            if caption:
                text = Token("text", "", 0, content=str(caption))
                opening, closing = Token("caption_open", "figcaption", 1), Token("caption_close", "figcaption", -1)
                inline.children = [image, opening, text, closing]


def _cells(state: StateCore) -> None:
    """A column's alignment is a class: a style attribute would be refused by the page's content security policy."""
    if "|" not in state.src:
        return
    for token in state.tokens:
        if token.type in {"th_open", "td_open"} and "style" in token.attrs:
            token.attrSet("class", str(token.attrs.pop("style")).replace("text-align:", "align-"))


def _table_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return '<div class="table-scroll" tabindex="0">\n<table>\n'


def _table_close(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return "</table>\n</div>\n"


def blocks(md: MarkdownIt) -> None:
    """Add the rules and renderings."""
    md.core.ruler.push("headings", _headings)
    md.core.ruler.push("figures", _figures)
    md.core.ruler.push("cells", _cells)
    md.add_render_rule("table_open", _table_open)
    md.add_render_rule("table_close", _table_close)
