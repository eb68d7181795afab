"""A rendered body as its page shows it: with what depends on the site's language and on other files than its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from urllib.parse import unquote

from markupsafe import Markup

from .wording import Wording

_NOTES = '<hr class="footnotes-sep"'
_BACK = re.compile(r'<a href="#fnref(\d+)(?::(\d+))?"')
"""A link back from a note: the note's number, and to which reference after the first."""
_TABLE = '<div class="table-scroll" tabindex="0">\n<table>\n<thead>'
_IMAGE = re.compile(r'<img src="([^"]+)"')
_BARE = re.compile('http(?<!"http)s?://')
"""An address that is not an attribute's; most bodies hold none, and are not looked through for texts."""
_TEXT = re.compile("(?<=>)[^<]*://[^<]*")
_ADDRESS = re.compile("https?://[!-;=?-~]+")
_BREAK = re.compile("(?:[/?=]|&amp;)(?![/?=])")

Size = tuple[str, int, int]
"""Of a picture: its address as the article names it, width and height in pixels."""


def numbered(words: Wording) -> Callable[..., Markup]:
    """The filter for a site with these words."""

    def number(html: str, sizes: Iterable[Size] = ()) -> Markup:
        """A body whose paragraphs can be pointed at: ``p1``, ``p2`` … as their ids, in the order of the text; its
        notes have ids of their own. Links back from the notes say where they lead, tables that may scroll are named by
        their heads, addresses in the text may break, and pictures whose ``sizes`` are known keep their room while they
        load."""
        text, rule, notes = html.partition(_NOTES)
        opened, *rest = text.split("<p>")  # markup alone: in a text, < is escaped
        ids = "".join([f'<p id="p{number}">{part}' for number, part in enumerate(rest, 1)])
        whole = opened + ids + rule + _BACK.sub(named, notes)
        if _TABLE in whole:
            before, *tables = whole.split(_TABLE)
            whole = before + "".join(map(_table, range(1, len(tables) + 1), tables))
        known = {unquote(address): f' width="{width}" height="{height}"' for address, width, height in sizes}
        if known:
            whole = _IMAGE.sub(lambda image: image[0] + known.get(unquote(unescape(image[1])), ""), whole)
        if _BARE.search(whole):
            whole = _TEXT.sub(_breakable, whole)
        return Markup(whole)  # noqa: S704  # a rendered body

    def named(link: re.Match[str]) -> str:
        which = f" {int(link[2]) + 1}" if link[2] else ""
        return f'{link[0]} lang="{words.language}" aria-label="{words.t("note_back", n=link[1])}{which}"'

    return number


def _breakable(text: re.Match[str]) -> str:
    return _ADDRESS.sub(lambda address: _BREAK.sub(r"\g<0><wbr>", address[0]), text[0])


def _table(number: int, rest: str) -> str:
    """A table, opened again; whoever comes to it by the keyboard, to move it, is told its head."""
    name = f"table-{number}"
    opened = f'<div class="table-scroll" tabindex="0" role="region" aria-labelledby="{name}">'
    return f'{opened}\n<table>\n<thead id="{name}">{rest}'
