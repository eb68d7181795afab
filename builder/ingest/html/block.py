"""A block of a page and the places it stands in: the values that all later steps judge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..cleaning.furniture import picture_line
from ..extraction import LineKind
from . import inline
from .type_size import PLAIN

_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
"""A link that still leads from the page's own address, which is not known, would lead nowhere from the archive."""


@dataclass(slots=True, eq=False)
class Place:
    """A block-level element: its tag, its names, and the place around it."""

    tag: str
    names: str
    """id and classes, lower case, as written, one space between."""
    role: str
    """ARIA role, itemprop and the like."""
    hidden: bool
    parent: Place | None
    depth: int
    number: int
    label: str = ""
    """``div#id.class``, as rules name it."""

    note: str = ""
    """Number of the footnote that it holds; empty for none."""
    _path: tuple[str, ...] = ()

    def path(self) -> tuple[str, ...]:
        """Labels from the outermost place inward."""
        if not self._path:
            self._path = (*self.parent.path(), self.label) if self.parent else (self.label,)
        return self._path

    def outward(self) -> Iterator[Place]:
        """This place, then each around it."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent

    def boxes(self, most: int) -> Iterator[Place]:
        """The nearest of these, at most so many, within the article or the page: boxes in it, not it as a whole."""
        for place in islice(self.outward(), most):
            if place.tag in ("html", "body", "main", "article"):
                return
            yield place

    def is_inside(self, other: Place) -> bool:
        """True for ``other`` itself, too."""
        return any(place is other for place in self.outward())


@dataclass(slots=True, eq=False)
class Block:
    """One visible block, in reading order."""

    kind: LineKind
    text: str
    marked: str
    """Settled text with inline marks; see ``inline``."""
    links: tuple[str, ...]
    link_chars: int
    strong_chars: int
    place: Place
    level: int = 0
    marker: str = ""
    """Of a list item: ``-`` or ``3.``; of a note: its number; of an image: its address; of a table: its Markdown."""
    named: tuple[tuple[str, str], ...] = ()
    """What inline elements say they hold (``author``, ``time``, …; see ``named``), and their text."""
    size: int = PLAIN
    """Step of the smallest type in it; see ``type_size``."""

    @property
    def weight(self) -> int:
        """UTF-8 bytes of its text: a Japanese character says about as much as three Latin ones."""
        return len(self.text.encode("utf-8", "replace"))

    def named_links(self) -> list[tuple[str, str]]:
        """The text and the target of each link that has a text: a picture's has none."""
        return [(label, link) for label, link in zip(inline.link_labels(self.marked), self.links, strict=True) if label]

    @property
    def as_repeated(self) -> str:
        """The line by which the block is known again on other pages; empty for one that has no words."""
        return picture_line(self.text, self.marker) if self.kind is LineKind.IMAGE else self.text

    def markdown(self) -> str:
        """Return the block's own Markdown, without quote marks or indentation."""
        if self.kind is LineKind.IMAGE:
            alt = re.sub(r"[\[\]\n]", " ", self.text)
            return f"![{alt}]({self.marker})"
        if self.kind is LineKind.TABLE:
            return self.marker
        if self.kind is LineKind.CODE:
            return f"```\n{self.text}\n```"
        links = [link if _ABSOLUTE.match(link) else "" for link in self.links]
        written = inline.markdown(self.marked, links).strip(" ")
        if self.kind is LineKind.FOOTNOTE:
            return f"[^{self.marker}]: {written}"
        return f"{self.marker} {written}" if self.kind is LineKind.ITEM else written
