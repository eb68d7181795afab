"""An article's Markdown -> safe HTML, the list of its headings and its images.

CommonMark with tables, strikethrough and footnotes by markdown-it-py, and the rules of ``markdown_rules``. Raw HTML is
never passed through: it is shown as the text it is.

Most of an article is plain text, and most of a parser's time goes into finding that out. So what is plain is written
without it (``plain_blocks``, ``plain_inline``); a law in tests/laws holds the outcome equal to that of the parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from .markdown_rules.blocks import blocks
from .markdown_rules.cjk_emphasis import cjk_emphasis
from .markdown_rules.links import links
from .markdown_rules.ruby import ruby
from .markdown_rules.soft_breaks import soft_breaks
from .plain_blocks import Parsed, document

_IMAGE = re.compile(r'<img src="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: its level on the page (2 to 6), the id to link to, its plain text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body ready for the template."""

    html: str
    headings: tuple[Heading, ...]
    images: tuple[str, ...]
    """Addresses of images inside the archive, as the HTML has them."""


class Markdown:
    """The one configured parser. Holds no state between calls."""

    options_digest = "commonmark+table+strikethrough+footnote+cjk/1"
    """Changes whenever the same text would give other HTML; part of the render cache's key."""

    def __init__(self, *, by_parser_alone: bool = False) -> None:
        """``by_parser_alone`` leaves out the short cuts: the reference that every result must equal."""
        md = MarkdownIt("commonmark", {"html": False})
        md.enable(["table", "strikethrough"])
        cjk_emphasis(md)
        ruby(md)
        footnote_plugin(md)
        soft_breaks(md)
        blocks(md)
        links(md)
        self._md = md
        self._by_parser_alone = by_parser_alone

    def render(self, text: str) -> Rendered:
        """HTML of ``text``. Never raises on any text."""
        plain = None if self._by_parser_alone else document(text, self._parse)
        html, found = plain or self._parse(text)
        headings = tuple([Heading(*heading) for heading in found])
        images = tuple(dict.fromkeys(_IMAGE.findall(html))) if "<img" in html else ()
        return Rendered(html, headings, images)

    def _parse(self, text: str) -> Parsed:
        env: dict[str, Any] = {}
        return self._md.render(text, env), env["headings"]
