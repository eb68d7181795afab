"""The element tree as a flat run of blocks, each knowing the places it stands in.

A **block** is what a reader sees as one paragraph, heading, list item, caption, picture or table; a **place** is a
block-level element that holds blocks. Later steps judge these two and never look at the tree again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from itertools import islice

from lxml import etree

from ..addresses import UNSAFE, address_of
from ..extraction import LineKind
from . import inline
from .block import Block, Place
from .footnotes import MARK
from .images import image_source
from .named import named_as
from .place import hides, place_of
from .running_text import RunningText
from .side_by_side import parting
from .tables import table_markdown, table_rows, text_of
from .type_size import TYPE_TAGS, step_inside


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCK_TAGS = _tags(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html label legend li main menu nav "
    "noframes ol p pre section summary table tbody td tfoot th thead tr ul listing plaintext xmp search"
)
_SKIPPED_TAGS = _tags(
    "script style noscript svg template iframe object embed canvas audio video select textarea datalist map head input "
    "option optgroup link meta title frame math progress meter param source track applet bgsound"
)
_EM = inline.EM, inline.EM_END
_MARKS = {
    **dict.fromkeys(("b", "strong"), (inline.STRONG, inline.STRONG_END)),
    **dict.fromkeys(("i", "em", "cite", "dfn"), _EM),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), (inline.CODE, inline.CODE_END)),
    "ruby": (inline.RUBY, inline.RUBY_END),
}
"""Inline elements that are kept as marks, beside links."""
_BOTEN = re.compile(r"text-emphasis(?!-position)|\bbo?uten\b|sesame", re.I)
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_AS_WRITTEN = frozenset(("pre", "listing", "xmp", "plaintext"))
_HEADING = {f"h{n}": n for n in range(1, 7)}
_LONGEST_HEADING = 50
"""Letters from which on a heading that is a sentence is the lead of the text, set as a heading for its size."""
_DEEPEST = 180
"""Below this depth the text is still read, but no longer divided."""


def blocks_of(
    root: etree._Element, base_url: str = "", stored: Set[str] = frozenset()
) -> tuple[list[Block], list[Place]]:
    """Read the tree once, in document order.

    Args:
        root: The parsed page, comments removed.
        base_url: Address that relative links are resolved against; empty leaves them as written.
        stored: Addresses of the pictures that came in one file with the page.
    """
    reader = _Reader(base_url, stored)
    reader.read(root)
    return reader.blocks, reader.places


def _first_number(numbered: etree._Element) -> int | None:
    """None for a number that Markdown's lists cannot begin with."""
    start = numbered.get("start", "1").strip()
    if start.startswith("-") or len(start) > 9:
        return None
    return int(start) if start.isdecimal() else 1


def _is_emphasised(attributes: Mapping[str, str]) -> bool:
    """Is it set with emphasis marks beside the letters (傍点)?"""
    return _BOTEN.search(f"{attributes.get('style', '')} {attributes.get('class', '')}") is not None


def _stands_alone(element: etree._Element, style: str) -> bool:
    """Is this inline element used as a block: hidden, or made of block-level children?"""
    return hides(style) or (len(element) > 0 and element[0].tag in _BLOCK_TAGS)


class _Reader:
    def __init__(self, base_url: str, stored: Set[str]) -> None:
        self.base_url = base_url
        self.stored = stored
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.running = RunningText()
        self.depth = 0
        self.quote_depth = 0
        self.counters: list[int | None] = []
        """Of each list around, the number of its next item; None where it has none."""
        self.item_marker = ""
        """Of the item that has just begun."""

    def read(self, root: etree._Element) -> None:
        self._element(root, self._place(root, None))
        if self.places:
            self._flush(self.places[0])

    # ---------------------------------------------------------------- elements
    def _element(self, element: etree._Element, place: Place) -> None:
        """Read what is inside a block-level element."""
        if self.depth > _DEEPEST:
            self.running.add(text_of(element))
            return
        self.depth += 1
        if element.text:
            self.running.add(element.text)
        self._children(element, place)
        self.depth -= 1

    def _children(self, element: etree._Element, place: Place) -> None:
        running = self.running
        parted = parting(element)
        for child in element:
            tag = child.tag
            if type(tag) is str and tag not in _SKIPPED_TAGS:
                if tag in _BLOCK_TAGS:
                    self._flush(place)
                    around = running.size
                    self._block(child, tag, place)
                    running.size = around
                elif tag == "br":
                    if running.take_break(child):
                        self._flush(place)
                elif tag == "hr":
                    self._flush(place)
                    self._add(place, LineKind.RULE, "", "---")
                elif tag == "img":
                    self._image(child, place)
                else:
                    self._inline(child, tag, place, apart=parted == "block")
            if child.tail or parted == "gap":
                running.add(child.tail or " ")

    def _block(self, element: etree._Element, tag: str, parent: Place) -> None:
        place = self._place(element, parent)
        if style := element.get("style"):
            self.running.size = step_inside(tag, {"style": style}, self.running.size)
        if tag == "table" and (rows := table_rows(element)) is not None:
            self._table(rows, place)
            return
        if tag in _AS_WRITTEN:
            self._pre(element, place)
            return
        if tag in _LISTS:
            self.counters.append(_first_number(element) if tag == "ol" else None)
        elif tag == "li":
            self.item_marker = self._next_marker()
        elif tag == "blockquote":
            self.quote_depth += 1
        self._element(element, place)
        self._flush(place)
        if tag in _LISTS:
            self.counters.pop()
        elif tag == "li":
            self.item_marker = ""
        elif tag == "blockquote":
            self.quote_depth -= 1

    def _next_marker(self) -> str:
        number = self.counters[-1] if self.counters else None
        if number is None:
            return "-"
        self.counters[-1] = number + 1
        return f"{number}."

    def _inline(self, element: etree._Element, tag: str, place: Place, *, apart: bool) -> None:
        running = self.running
        start, end = _MARKS.get(tag, ("", ""))
        target = ""
        attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]
        if tag == "a":
            if number := attributes.get(MARK):
                running.add_mark(inline.NOTE, number, inline.NOTE_END)
                return
            if href := attributes.get("href"):
                start, end, target = inline.LINK, inline.LINK_END, address_of(href, self.base_url)
        elif tag == "rt":
            running.add_mark(inline.RUBY_TEXT)
            running.add(text_of(element).strip())
            running.add_mark(inline.RUBY_TEXT)
            return
        elif tag in ("rp", "rtc"):
            return
        elif not start and attributes and _is_emphasised(attributes):
            start, end = _EM
        if (attributes or tag == "small") and (what := named_as(attributes, tag)):
            running.add_name(what, inline.settle(text_of(element))[:200])
        if start:
            running.open(start, end, target)
        around = running.size
        if attributes or tag in ("big", "small"):
            running.size = step_inside(tag, attributes, around)
        if apart or _stands_alone(element, attributes.get("style", "")):
            self._flush(place)
            inner = self._place(element, place)
            self._element(element, inner)
            self._flush(inner)
        else:
            self._element(element, place)
        if tag in TYPE_TAGS:
            running.note_larger_type(around)
        running.size = around
        if start:
            running.close()

    def _flush(self, place: Place) -> None:
        """End the block being read, at the end of what it stands in or where another begins."""
        read = self.running.take()
        if read is None:
            return
        kind, level = self._kind(place)
        if kind is LineKind.HEADING and level > 1 and len(read.text) > _LONGEST_HEADING and read.text.endswith("。"):
            kind, level = LineKind.PARAGRAPH, len(self.counters)
        marker = ""
        if kind is LineKind.ITEM:
            marker, self.item_marker = self.item_marker or "-", ""
        elif kind is LineKind.FOOTNOTE:
            marker, self.item_marker = self._note(place), ""
        self.blocks.append(
            Block(
                kind,
                read.text,
                read.marked,
                tuple(read.links),
                read.link_chars,
                read.strong_chars,
                place,
                level,
                marker,
                tuple(read.named),
                read.size,
            )
        )

    @staticmethod
    def _note(place: Place) -> str:
        return place.note or (place.parent.note if place.parent else "")

    def _kind(self, place: Place) -> tuple[LineKind, int]:
        if self._note(place):
            return LineKind.FOOTNOTE, 0
        for at in islice(place.outward(), 4):
            if at.tag in _HEADING:
                return LineKind.HEADING, _HEADING[at.tag]
            if at.tag in ("figcaption", "caption"):
                return LineKind.CAPTION, 0
            if at.tag == "li":
                break
        depth = len(self.counters)
        if depth and self.item_marker:
            return LineKind.ITEM, depth
        return LineKind.QUOTE if self.quote_depth else LineKind.PARAGRAPH, depth

    # ---------------------------------------------------------------- special blocks
    def _add(self, place: Place, kind: LineKind, text: str, marker: str = "") -> None:
        self.blocks.append(Block(kind, text, "", (), 0, 0, place, 0, marker))

    def _table(self, rows: list[list[str]], place: Place) -> None:
        text = "\n".join(" ".join(cell for cell in row if cell) for row in rows)
        self._add(place, LineKind.TABLE, text, table_markdown(rows))

    def _pre(self, element: etree._Element, place: Place) -> None:
        for br in element.iter("br"):
            br.text = "\n"
        text = text_of(element).replace("\t", "    ").strip("\n").rstrip()
        if text.strip():
            self._add(place, LineKind.CODE, text)

    def _image(self, element: etree._Element, place: Place) -> None:
        address = image_source(element, self.stored, lambda href: address_of(href, self.base_url))
        if not address:
            return
        self._flush(place)
        alt = (element.get("alt") or "").strip()
        self._add(place, LineKind.IMAGE, inline.ANY_MARK.sub("", alt), UNSAFE.sub("%20", address))

    def _place(self, element: etree._Element, parent: Place | None) -> Place:
        self.places.append(place_of(element, parent, len(self.places)))
        return self.places[-1]
