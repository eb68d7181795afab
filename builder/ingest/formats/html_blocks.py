"""The element tree as a flat run of blocks, each knowing the places it stands in.

A **block** is what a reader sees as one paragraph, heading, list item, caption, picture or table; a **place** is a
block-level element that holds blocks. Later steps judge these two and never look at the tree again.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from lxml import etree

from ..draft import LineKind
from . import html_inline as inline
from .html_addresses import UNSAFE, address_of
from .html_block import Block, Place
from .html_images import image_source
from .html_named import named_as
from .html_notes import MARK, NOTE
from .html_tables import table_markdown, table_rows, text_of
from .html_type_size import PLAIN, TYPE_TAGS, step_behind, step_inside


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCK_TAGS = _tags(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html label legend li main menu nav "
    "noframes ol p pre section summary table tbody td tfoot th thead tr ul listing plaintext xmp search"
)
SKIPPED_TAGS = _tags(
    "script style noscript svg template iframe object embed canvas audio video select textarea datalist map head input "
    "option optgroup link meta title frame math progress meter param source track applet bgsound"
)
_STRONG_TAGS = frozenset(("b", "strong"))
_EM_TAGS = frozenset(("i", "em", "cite", "dfn"))
_CODE_TAGS = frozenset(("code", "kbd", "samp", "tt"))
_BOTEN = re.compile(r"text-emphasis(?!-position)|\bbo?uten\b|sesame", re.I)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HEADING = {f"h{n}": n for n in range(1, 7)}
_ROLES = ("role", "itemprop", "data-testid")
_LONGEST_HEADING = 50
"""Letters from which on a heading that is a sentence is the lead of the text, set as a heading for its size."""
_SENTENCE_END = re.compile(rf"[。．！？!?」』）…][\s{inline.MARKS}]*\Z")
_LAST = 4
"""Pieces of a block, text or mark, in which its last sentence ends."""
_HUGE = 99
_DEEPEST = 180
"""Below this depth the text is still read, but no longer divided."""


@dataclass(slots=True)
class _Open:
    """The block being read."""

    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    link_chars: int = 0
    strong_chars: int = 0
    named: list[tuple[str, str]] = field(default_factory=list)
    size: int = _HUGE
    """The smallest type so far."""
    enlarged: bool = False
    """Some of it stood in an old element for type larger than around."""


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


class _Reader:
    def __init__(self, base_url: str, stored: Set[str]) -> None:
        self.base_url = base_url
        self.stored = stored
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.open = _Open()
        self.marks: list[tuple[str, str, str]] = []
        """Inline marks that are open: start, end, link target."""
        self.in_link = self.in_strong = 0
        self.size = PLAIN
        self.depth = 0
        self.list_depth = 0
        self.quote_depth = 0
        self.item_marker = ""
        self.counters: list[int] = []

    def read(self, root: etree._Element) -> None:
        self._element(root, self._place(root, None))
        if self.places:
            self._flush(self.places[0])

    # ---------------------------------------------------------------- elements
    def _element(self, element: etree._Element, place: Place) -> None:
        """Read what is inside a block-level element."""
        if self.depth > _DEEPEST:
            self._text(text_of(element))
            return
        self.depth += 1
        if element.text:
            self._text(element.text)
        self._children(element, place)
        self.depth -= 1

    def _children(self, element: etree._Element, place: Place) -> None:
        for child in element:
            tag = child.tag
            if type(tag) is str and tag not in SKIPPED_TAGS:
                if tag in _BLOCK_TAGS:
                    self._flush(place)
                    around = self.size
                    self._block(child, tag, place)
                    self.size = around
                elif tag == "br":
                    self._break(place, child)
                elif tag == "hr":
                    self._flush(place)
                    self._add(place, LineKind.RULE, "", "---")
                elif tag == "img":
                    self._image(child, place)
                else:
                    self._inline(child, tag, place)
            if child.tail:
                self._text(child.tail)

    def _block(self, element: etree._Element, tag: str, parent: Place) -> None:
        place = self._place(element, parent)
        if style := element.get("style"):
            self.size = step_inside(tag, {"style": style}, self.size)
        if tag == "table":
            rows = table_rows(element)
            if rows is not None:
                self._table(rows, place)
                return
        elif tag in ("pre", "listing", "xmp", "plaintext"):
            self._pre(element, place)
            return
        elif tag in ("ul", "ol", "menu", "dir"):
            self.list_depth += 1
            start = element.get("start", "1")
            self.counters.append(int(start) - 1 if tag == "ol" and start.isdecimal() and len(start) < 9 else -1)
            self._element(element, place)
            self._flush(place)
            self.counters.pop()
            self.list_depth -= 1
            return
        elif tag == "li":
            self._item(element, place)
            return
        elif tag == "blockquote":
            self.quote_depth += 1
            self._element(element, place)
            self._flush(place)
            self.quote_depth -= 1
            return
        self._element(element, place)
        self._flush(place)

    def _item(self, element: etree._Element, place: Place) -> None:
        self.item_marker = "-"
        if self.counters and self.counters[-1] >= 0:
            self.counters[-1] += 1
            self.item_marker = f"{self.counters[-1]}."
        self._element(element, place)
        self._flush(place)
        self.item_marker = ""

    def _inline(self, element: etree._Element, tag: str, place: Place) -> None:
        start, end, target = "", "", ""
        attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]
        if tag == "a":
            if number := attributes.get(MARK):
                self.open.pieces += (inline.NOTE, number, inline.NOTE_END)
                return
            href = attributes.get("href")
            if href:
                start, end, target = inline.LINK, inline.LINK_END, address_of(href, self.base_url)
                self.in_link += 1
        elif tag in _STRONG_TAGS:
            start, end = inline.STRONG, inline.STRONG_END
        elif tag in _EM_TAGS:
            start, end = inline.EM, inline.EM_END
        elif tag in _CODE_TAGS:
            start, end = inline.CODE, inline.CODE_END
        elif tag == "ruby":
            start, end = inline.RUBY, inline.RUBY_END
        elif tag == "rt":
            self.open.pieces.append(inline.RUBY_TEXT)
            self._text(text_of(element).strip())
            self.open.pieces.append(inline.RUBY_TEXT)
            return
        elif tag in ("rp", "rtc"):
            return
        elif attributes and _BOTEN.search(f"{attributes.get('style', '')} {attributes.get('class', '')}"):
            start, end = inline.EM, inline.EM_END
        if attributes and (what := named_as(attributes, tag)):
            self.open.named.append((what, inline.settle(text_of(element))[:200]))
        if start:
            self.marks.append((start, end, target))
            self._mark(start, target)
        if start == inline.STRONG:
            self.in_strong += 1
        around = self.size
        if attributes or tag in ("big", "small"):
            self.size = step_inside(tag, attributes, around)
        if self._stands_alone(element, attributes.get("style", "")):
            self._flush(place)
            inner = self._place(element, place)
            self._element(element, inner)
            self._flush(inner)
        else:
            self._element(element, place)
        if tag in TYPE_TAGS and self.size > around:
            self.open.enlarged = True
        self.size = around
        if start:
            self.marks.pop()
            self.open.pieces.append(end)
        if start == inline.LINK:
            self.in_link -= 1
        elif start == inline.STRONG:
            self.in_strong -= 1

    @staticmethod
    def _stands_alone(element: etree._Element, style: str) -> bool:
        """Is this inline element used as a block: hidden, or made of block-level children?"""
        if style and _INVISIBLE.search(style):
            return True
        return len(element) > 0 and element[0].tag in _BLOCK_TAGS

    def _mark(self, start: str, target: str) -> None:
        self.open.pieces.append(start)
        if start == inline.LINK:
            self.open.links.append(target)

    # ---------------------------------------------------------------- text
    def _text(self, text: str) -> None:
        if not text.isascii() and inline.ANY_MARK.search(text):
            text = inline.ANY_MARK.sub("", text)
        self.open.pieces.append(text)
        if self.size < self.open.size and not text.isspace():
            self.open.size = self.size
        if self.in_link or self.in_strong:
            length = len(text) if not text.isspace() else 0
            if self.in_link:
                self.open.link_chars += length
            if self.in_strong:
                self.open.strong_chars += length

    def _break(self, place: Place, element: etree._Element) -> None:
        """One break stays in the paragraph; two end it, or one between a sentence's end and an indented line.

        One behind a line that an old element sets in larger type ends that, too, unless the next line is set alike.
        """
        behind = element.tail or ""
        if self.open.enlarged and step_behind(element, self.size) < self.open.size:
            self._flush(place)
            return
        if behind.lstrip(" \t\r\n").startswith("\u3000") and _SENTENCE_END.search("".join(self.open.pieces[-_LAST:])):
            self._flush(place)
            return
        for piece in reversed(self.open.pieces):
            if piece == inline.BREAK:
                self._flush(place)
                return
            if not piece.isspace():
                break
        self.open.pieces.append(inline.BREAK)

    def _flush(self, place: Place) -> None:
        """End the block being read; marks that stay open close here and open again in the next block."""
        block = self.open
        if not block.pieces:
            return
        body = "".join(block.pieces)
        if not body or body.isspace():
            block.pieces.clear()
            return
        if self.marks:
            body += "".join(end for _, end, _ in reversed(self.marks))
        settled = inline.settle(body)
        self.open = _Open()
        for start, _, target in self.marks:
            self._mark(start, target)
        text = inline.plain(settled)
        if not text:
            return
        links = tuple(block.links)
        kind, level = self._kind(place)
        if kind is LineKind.HEADING and level > 1 and len(text) > _LONGEST_HEADING and text.endswith("。"):
            kind, level = LineKind.PARAGRAPH, self.list_depth
        marker, named = "", tuple(block.named)
        if kind is LineKind.ITEM:
            marker, self.item_marker = self.item_marker or "-", ""
        elif kind is LineKind.FOOTNOTE:
            marker, self.item_marker = self._note(place), ""
        self.blocks.append(
            Block(
                kind,
                text,
                settled,
                links,
                block.link_chars,
                block.strong_chars,
                place,
                level,
                marker,
                named,
                block.size,
            )
        )

    @staticmethod
    def _note(place: Place) -> str:
        return place.note or (place.parent.note if place.parent else "")

    def _kind(self, place: Place) -> tuple[LineKind, int]:
        if self._note(place):
            return LineKind.FOOTNOTE, 0
        at: Place | None = place
        for _ in range(4):
            if at is None:
                break
            if at.tag in _HEADING:
                return LineKind.HEADING, _HEADING[at.tag]
            if at.tag in ("figcaption", "caption"):
                return LineKind.CAPTION, 0
            if at.tag == "li":
                break
            at = at.parent
        if self.list_depth and self.item_marker:
            return LineKind.ITEM, self.list_depth
        if self.quote_depth:
            return LineKind.QUOTE, self.list_depth
        return LineKind.PARAGRAPH, self.list_depth

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

    # ---------------------------------------------------------------- places and addresses
    def _place(self, element: etree._Element, parent: Place | None) -> Place:
        attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]
        names = role = ""
        hidden = parent.hidden if parent else False
        tag = str(element.tag)
        label = tag
        if attributes:
            ident, classes = attributes.get("id", ""), attributes.get("class", "")
            if ident or classes:
                names = " ".join(f"{ident} {classes}".lower().split())[:300]
            for name in _ROLES:
                if name in attributes:
                    role = f"{role} {attributes[name]}".strip().lower()
            if ident:
                label += "#" + ident
            if classes:
                label += "." + ".".join(classes.split())
            if not hidden:
                hidden = "hidden" in attributes or bool(_INVISIBLE.search(attributes.get("style", "")))
        depth = parent.depth + 1 if parent else 0
        place = Place(tag, names, role, hidden, parent, depth, len(self.places), label)
        place.note = attributes.get(NOTE, "") if attributes else ""
        self.places.append(place)
        return place
