"""Each text block of a page as a row of small numbers: what it looks like, and where it stands.

Numbers are bin indices. Lengths are counted in UTF-8 bytes (``Block.weight``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..extraction import LineKind
from ..html.block import Block, Place
from .hints import BIT, hints_of_places
from .layout import Tally, container, spread, steps_to, tally
from .looks import CLOCK, COMMA, DIGIT, ENDS, RIGHTS, SENTENCE, capitals, interface, known, same_title, squeeze, start

_LENGTHS = (8, 16, 28, 45, 70, 110, 170, 260, 420, 700, 1200)
_SHARES = (0.001, 0.08, 0.2, 0.4, 0.6, 0.8, 0.95)
COUNTS = (1, 2, 3, 4, 6, 9, 15, 25, 60)
TENTHS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97)
_PAGE_SIZES = (150, 400, 900, 2000, 4000, 8000, 16000, 40000)
DISTANCES = (-60, -25, -12, -6, -3, -1, 0, 1, 2, 3, 4, 6, 9, 14, 25, 60)

_TAGS = (
    "p div li td h1 h2 h3 h4 h5 h6 dd dt article section blockquote figcaption button label span body th center main "
    "aside header footer nav form pre table address ul ol figure a summary details"
)
_TAG_NUMBERS = {tag: n for n, tag in enumerate(_TAGS.split(), 1)}
_KIND_NUMBERS = {kind: n for n, kind in enumerate(LineKind)}

NEAR = (
    "comment", "hidden", "popup", "sidebar", "author", "footer", "product", "tool", "body", "subscribe", "embed",
    "meta", "caption", "media", "notes", "content", "article", "quote", "related", "share", "ad", "lead",
)  # fmt: skip
"""Hints looked at in a block's place and the two around it."""
FAR = (
    "toc", "article", "body", "hidden", "popup", "footer", "media", "list", "sidebar", "comment", "meta", "content",
    "related",
)  # fmt: skip
"""Hints looked at in all places further out."""
_NEAR_BITS = tuple(BIT[name] for name in NEAR)
_FAR_BITS = tuple(BIT[name] for name in FAR)

FEATURES: tuple[str, ...] = (
    "kind", "length", "links", "end", "sentences", "commas", "strong", "capitals", "digits", "clock", "rights",
    "interface", "under", "items", "repeated", "start", "position", "title", "after-title", "known-body", "link-count",
    "lead-text", "page-size", "tag", "hidden", "parent-good", "grandparent-good", "parent-links", "grandparent-links",
    "parent-blocks", "container", "container-wide", "depth",
    *(f"near-{name}" for name in NEAR),
    *(f"far-{name}" for name in FAR),
)  # fmt: skip
_LINKS, _LENGTH, _CONTAINER = (FEATURES.index(name) for name in ("links", "length", "container"))
_UNKNOWN = (0,) * (FEATURES.index("tag") - FEATURES.index("links") - 1)
"""In the place of the looks of a link in a menu, which are not asked for."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the head of the page says, for comparison with its blocks."""

    titles: tuple[str, ...] = ()
    """Title candidates, squeezed (``squeeze``)."""
    known_body: str = ""
    """The article's text as JSON-LD states it, squeezed; empty where it does not."""
    description: str = ""
    """Squeezed."""


def is_menu_link(row: Sequence[int]) -> bool:
    """Is it short, all link, and outside the place that holds most of the prose? Half of all blocks are."""
    return row[_LINKS] >= 7 and row[_LENGTH] <= 3 and row[_CONTAINER] >= 6


def rows_of(
    blocks: Sequence[Block], places: Sequence[Place], stated: PageFacts, *, menus: bool = True
) -> list[list[int]]:
    """Describe every block by itself and by its place.

    Args:
        blocks: The blocks with text.
        places: All places.
        stated: What the head of the page says.
        menus: Whether links in menus are described as fully as the others, or only so far that they are known as such.
    """
    sizes = [b.weight for b in blocks]
    marks = [len(SENTENCE.findall(b.text)) for b in blocks]
    good = [
        float(size) if size >= 80 and count and b.link_chars < 0.3 * len(b.text) and not b.place.hidden else 0.0
        for b, size, count in zip(blocks, sizes, marks, strict=True)
    ]
    sums = tally(blocks, places, sizes, good)
    place_rows = _place_rows(blocks, places, sums)
    counts = Counter(b.text for b in blocks)
    squeezed = [
        squeeze(b.text) if stated.known_body or size < 600 else "" for b, size in zip(blocks, sizes, strict=True)
    ]
    title_at = _title_block(blocks, squeezed, stated.titles)
    titles = frozenset(stated.titles)
    all_size = max(1, sums.size[0] if places else 1)
    page_good = bisect_right(_PAGE_SIZES, sums.good[0] if places else 0)
    rows: list[list[int]] = []
    before = under = items = 0
    for number, (block, size, count) in enumerate(zip(blocks, sizes, marks, strict=True)):
        text = block.text
        length = max(1, len(text))
        items = items + 1 if block.kind is LineKind.ITEM else 0
        links = bisect_right(_SHARES, block.link_chars / length)
        row = [_KIND_NUMBERS[block.kind], bisect_right(_LENGTHS, size), links]
        place_row = place_rows[block.place.number]
        if not menus and block.link_chars and block.kind is not LineKind.HEADING:
            brief = [*row, *_UNKNOWN, *place_row]
            if is_menu_link(brief):
                rows.append(brief)
                before += size
                continue
        short = size < 200
        lower = text.lower() if size <= 300 else ""
        words = interface(lower, size)
        digits = len(DIGIT.findall(text)) if short else 0
        rows.append(
            [
                *row,
                ENDS.get(text[-1:], 0),
                min(count, 6) if count < 10 else 7,
                min(len(COMMA.findall(text)), 7),
                bisect_right((0.01, 0.5, 0.9), block.strong_chars / length),
                capitals(text, lower) if short else 0,
                bisect_right((0.001, 0.05, 0.15, 0.3), digits / length),
                (1 + (size > 60)) if digits and CLOCK.search(lower) else 0,
                (1 + short) if size < 700 and RIGHTS.search(lower or text.lower()) else 0,
                words,
                under,
                min(items, 6),
                min(counts[text], 3),
                start(text),
                int(12 * before / all_size),
                same_title(squeezed[number], titles),
                bisect_right(DISTANCES, number - title_at) if title_at >= 0 else 17,
                known(squeezed[number], stated.known_body),
                min(len(block.links), 4),
                int(
                    bool(stated.description)
                    and len(squeezed[number]) > 20
                    and squeezed[number][:60] in stated.description
                ),
                page_good,
                *place_row,
            ]
        )
        before += size
        if block.kind is LineKind.HEADING:
            under = 1 + min(words, 1)
    return rows


def _place_rows(blocks: Sequence[Block], places: Sequence[Place], sums: Tally) -> list[list[int]]:
    """Describe every place that holds a block directly; the row is shared by its blocks."""
    all_size, all_good = max(1, sums.size[0] if places else 1), max(1.0, sums.good[0] if places else 1.0)
    own = [
        hints if sums.size[place.number] < 0.85 * all_size else 0
        for place, hints in zip(places, hints_of_places(places), strict=True)
    ]
    near, far = spread(places, own)
    steps_half = steps_to(places, container(places, sums.good, 0.5))
    steps_wide = steps_to(places, container(places, sums.good, 0.85))
    holding = {b.place.number for b in blocks}
    rows: list[list[int]] = []
    for place in places:
        if place.number not in holding:
            rows.append([])
            continue
        parent = place.parent or place
        box = parent if place.tag in ("p", "li") else place
        grand = parent.parent or parent
        rows.append(
            [
                _TAG_NUMBERS.get(place.tag, 0),
                int(place.hidden),
                bisect_right(TENTHS, sums.good[box.number] / all_good),
                bisect_right(TENTHS, sums.good[grand.number] / all_good),
                bisect_right(_SHARES, _share(sums, parent)),
                bisect_right(_SHARES, _share(sums, grand)),
                bisect_right(COUNTS, sums.blocks[parent.number]),
                steps_half[place.number],
                steps_wide[place.number],
                min(place.depth // 3, 9),
                *[1 if near[place.number] & bit else 0 for bit in _NEAR_BITS],
                *[1 if far[place.number] & bit else 0 for bit in _FAR_BITS],
            ]
        )
    return rows


def _share(sums: Tally, place: Place) -> float:
    return sums.links[place.number] / max(1, sums.size[place.number])


def _title_block(blocks: Sequence[Block], squeezed: Sequence[str], titles: Sequence[str]) -> int:
    """Return where the article's own headline stands; -1 where it is not on the page."""
    best, best_rank = -1, 0
    for number, block in enumerate(blocks):
        if block.kind is LineKind.HEADING or len(block.text) < 200:
            bare = squeezed[number]
            if len(bare) < 4:
                continue
            rank = 2 * (bare in titles) + 2 * (block.kind is LineKind.HEADING and block.level == 1)
            rank += block.kind is LineKind.HEADING
            if rank > best_rank:
                best, best_rank = number, rank
    return best
