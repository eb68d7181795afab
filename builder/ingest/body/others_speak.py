"""From where on others speak below a text: comments, readers' voices. Heads: ``data/box_heads.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from ...text.facts import facts
from ..html.block import Block
from .looks import squeeze

_LONGEST = 40
"""Letters of a heading."""


def others_speak_from(blocks: Sequence[Block], last: int) -> int:
    """Return the first block behind the text's ``last`` below which others speak; the number of blocks for none."""
    return next((n for n in range(last + 1, len(blocks)) if _says_so(blocks[n].text)), len(blocks))


def _says_so(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and squeeze(text) in _heads()


@cache
def _heads() -> frozenset[str]:
    known = facts("box_heads")
    others = map("".join, product(known["speakers"], ("", "の", "からの"), known["spoken"]))
    return frozenset(map(squeeze, (*known["others_speak"], *others)))
