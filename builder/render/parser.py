"""markdown-it-py, with Rondan's rules."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from .markdown_rules.blocks import blocks
from .markdown_rules.cjk_emphasis import cjk_emphasis
from .markdown_rules.links import links
from .markdown_rules.notes import notes
from .markdown_rules.ruby import ruby
from .markdown_rules.soft_breaks import soft_breaks


def parser() -> MarkdownIt:
    """A parser of CommonMark with tables, strikethrough, footnotes and all of ``markdown_rules``."""
    md = MarkdownIt("commonmark", {"html": False})
    md.enable(["table", "strikethrough"])
    cjk_emphasis(md)
    ruby(md)
    footnote_plugin(md)
    notes(md)
    soft_breaks(md)
    blocks(md)
    links(md)
    return md
