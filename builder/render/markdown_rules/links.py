"""Which addresses a link or image in an article may have: http, https, mailto, and places in this site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # plain text is written without the parser, which is not loaded for it
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_SCHEME = re.compile(r"^[^/?#]*?(?::|%3a|&colon;)", re.IGNORECASE)
_ALLOWED = re.compile(r"^(?:https?://|mailto:)", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")


def is_safe_address(url: str) -> bool:
    """True for an absolute http(s) or mailto address and for a relative one; anything else is refused.

    Addresses with a host but no scheme (``//host/``), and any that hide a scheme behind control characters, are
    refused as well.
    """
    visible = _HIDDEN.sub("", url)
    if _ALLOWED.match(visible):
        return True
    return not _SCHEME.match(visible) and not visible.replace("\\", "/").startswith("//")


def _link_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[index]
    if str(token.attrGet("href")).startswith(("http:", "https:")):
        token.attrSet("rel", "external noopener")
    return self.renderToken(tokens, index, options, env)


def _image(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[index]
    token.attrSet("alt", self.renderInlineAsText(token.children or [], options, env))
    token.attrSet("loading", "lazy")
    source = str(token.attrGet("src"))
    if re.match(r"https?:", source):
        # Nothing is requested from elsewhere when a page is read: an image that was not brought along is a link.
        label = escape_html(str(token.attrs["alt"])) or "▢"
        if _inside_link(tokens, index):
            return label
        return f'<a class="remote-image" href="{escape_html(source)}" rel="external noopener">{label}</a>'
    return self.renderToken(tokens, index, options, env)


def _inside_link(tokens: Sequence[Token], index: int) -> bool:
    """True between a link_open and its link_close; an HTML link cannot hold another."""
    return sum(token.nesting for token in tokens[:index] if token.type in {"link_open", "link_close"}) > 0


def escape_html(text: str) -> str:
    """Text for element content and double-quoted attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def links(md: MarkdownIt) -> None:
    """Set the check and the renderings."""
    md.validateLink = is_safe_address  # type: ignore[method-assign]  # the library's documented way
    md.add_render_rule("link_open", _link_open)
    md.add_render_rule("image", _image)
