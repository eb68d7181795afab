"""An article's Markdown -> safe HTML, the list of its headings and its images.

CommonMark with tables, strikethrough and footnotes by markdown-it-py, and the rules of ``markdown_rules``: see
``parser``. Raw HTML is never passed through: it is shown as the text it is.

Most of an article is plain text, and most of a parser's time goes into finding that out. So what is plain is written
without it (``plain_blocks``, ``plain_inline``); a law in tests/laws holds the outcome equal to that of the parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ..text.scripts import is_western
from .plain_blocks import Parsed, document

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_EMPHASIS = re.compile("<em>([^<]*)</em>")
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


def render(text: str) -> Rendered:
    """A body's HTML. Never raises on any text."""
    return _rendered(document(text, _parse) or _parse(text))


def render_by_parser(text: str) -> Rendered:
    """The same without the short cuts: the reference that ``render`` must equal."""
    return _rendered(_parse(text))


def _rendered(parsed: Parsed) -> Rendered:
    html, found = parsed
    if "<em>" in html and not is_western(html):
        html = _EMPHASIS.sub(_western, html)
    headings = tuple([Heading(*heading) for heading in found])
    images = tuple(dict.fromkeys(_IMAGE.findall(html))) if "<img" in html else ()
    return Rendered(html, headings, images)


def _western(emphasis: re.Match[str]) -> str:
    """Latin words in an eastern text, which take no emphasis dots, are told from the others."""
    words = emphasis[1]
    return f'<em class="western">{words}</em>' if is_western(words) else emphasis[0]


def _parse(text: str) -> Parsed:
    env: dict[str, Any] = {}
    return _parser().render(text, env), env["headings"]


@cache
def _parser() -> MarkdownIt:
    """The one configured parser; loaded only where some text needs it."""
    from .parser import parser

    return parser()
