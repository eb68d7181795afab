"""A saved page, parsed once: its tree, its blocks and places, its addresses."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from lxml import etree

from ..addresses import SAVED_FROM, joined
from ..extraction import Line, RawDocument
from .block import Block, Place
from .blocks import blocks_of
from .footnotes import tell_notes
from .missing_body import end_head


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What the body finder and the metadata finders read."""

    raw: RawDocument
    root: etree._Element
    url: str
    """The page's own address as its canonical link, og:url or base element tells, else as the browser noted that saved
    it; empty where unknown."""
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]


MAX_TEXT = 2_000_000
"""Characters of text, beyond markup and programs, from which on a page is no article but a library."""
_HUGE = 20_000
"""Characters of a tag that is looked at."""
_HUGE_TAG = re.compile(rf"<([a-zA-Z][\w-]*+)[^<>]{{{_HUGE},}}+>")
_SAVED_FROM = re.compile(SAVED_FROM, re.IGNORECASE)
_HEAD = 5_000
"""Characters of a page in which a browser notes where it saved it from."""
_MANY = 500
"""Attributes of one tag from which on they are left out: libxml2 compares each with all others."""


def _bounded(tag: re.Match[str]) -> str:
    return f"<{tag.group(1)}>" if tag.group().count("=") > _MANY else tag.group()


class NoPage(Exception):  # noqa: N818  # a property of the file, which becomes its verdict
    """What is read is not the page (``too-deep``: the parser gives up where elements stand in elements so deeply), or
    holds more text than any article (``too-large``). Its text is the verdict."""


def _has_long_stretch(text: str) -> bool:
    """Whether there may be a huge tag: it spans a whole window. Trying the pattern at each tag takes far longer."""
    window = _HUGE // 2
    starts = range(0, len(text), window)
    return any(text.find("<", at, at + window) < 0 and text.find(">", at, at + window) < 0 for at in starts)


def parse(text: str) -> etree._Element:
    """Parse any text as HTML; bad markup raises nothing but NoPage. Comments are left out."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    if _has_long_stretch(text):
        text = _HUGE_TAG.sub(_bounded, text)
    data = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    if parser.error_log.filter_types([etree.ErrorTypes.ERR_RESOURCE_LIMIT]):
        raise NoPage("too-deep")
    if root is None:
        return etree.fromstring(b"<html><body></body></html>", parser)
    end_head(root)
    return root


def page_of(raw: RawDocument, saved_from: str = "", stored: Set[str] = frozenset()) -> HtmlPage:
    """Parse a page and read its blocks.

    Args:
        raw: The decoded page.
        saved_from: Its address, where it does not state one itself.
        stored: Addresses of the pictures that came in one file with it.

    Raises:
        NoPage: No parser reads all of it, or there is too much.
    """
    root = parse(raw.text)
    base = next((href for element in root.iter("base") if (href := element.get("href"))), "")
    noted = _SAVED_FROM.search(raw.text, 0, _HEAD)
    url = _stated_url(root, base) or saved_from or (noted.group(1) if noted else "")
    tell_notes(root)
    start = _absolute(saved_from, base) if base else saved_from  # relative references lead from here, where it is told
    blocks, places = blocks_of(root, start or url, stored)
    if sum(len(block.text) for block in blocks) > MAX_TEXT:
        raise NoPage("too-large")
    return HtmlPage(raw, root, url, tuple(blocks), tuple(places))


def _stated_url(root: etree._Element, base: str) -> str:
    """Return the canonical address that the page itself states."""
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return _absolute(base, link.get("href", ""))
    for meta in root.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() in ("og:url", "twitter:url") and meta.get(
            "content"
        ):
            return _absolute(base, meta.get("content", ""))
    return base if base.startswith("http") else ""


def _absolute(base: str, href: str) -> str:
    url = joined(base, href.strip()) if base else href.strip()
    return url if url.startswith(("http://", "https://")) else ""


def line_of(number: int, block: Block, *, written: bool = True) -> Line:
    """Return the block as a line; only a ``written`` one has its Markdown, of the others the text will do."""
    markdown = block.markdown() if written else block.text
    return Line(number, block.text, markdown, block.kind, block.level, block.place.path())
