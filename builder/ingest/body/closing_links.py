"""Links to other articles of the outlet with which what was taken for the text ends."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ..extraction import LineKind
from ..html.block import Block
from .own_links import own_sites, stays

_ALL_LINK = 0.85
"""Share of a line that is link, from which on it is nothing else."""
_LEAST_LINKS = 2


def closing_links(blocks: Sequence[Block], chosen: Set[int]) -> set[int]:
    """Return the links to the outlet's own pages, and the headings over them, with which the chosen blocks end.

    None where they are all. Links elsewhere are what the text refers to, and so are links in footnotes.
    """
    found: set[int] = set()
    links = 0
    own: Set[str] | None = None
    for number in sorted(chosen, reverse=True):
        block = blocks[number]
        is_link = block.link_chars >= _ALL_LINK * max(1, len(block.text)) and block.kind is not LineKind.FOOTNOTE
        if is_link:
            own = own_sites(blocks, chosen) if own is None else own
            is_link = stays(block, own)
        if not is_link and (block.kind is not LineKind.HEADING or block.link_chars):
            return found if links >= _LEAST_LINKS else set()
        links += is_link
        found.add(number)
    return set()
