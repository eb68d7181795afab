"""Links to an outlet's first page: its name over every article, and the first step of the path to one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..addresses import parts_of
from ..body.looks import squeeze
from ..html.block import Block

_HOME = re.compile(r"/?(?:index\.\w+)?")


def is_home(link: str) -> bool:
    """Whether a link leads to a first page."""
    address = parts_of(link)
    return _HOME.fullmatch(address.path) is not None and bool(address.path or address.netloc) and not address.query


def leads_home(block: Block) -> bool:
    """Whether a block is nothing but a link to a first page."""
    return len(block.links) == 1 and block.link_chars >= len(squeeze(block.text)) and is_home(block.links[0])


def leads_within(label: str, blocks: Sequence[Block]) -> bool:
    """Whether a link that is called so leads elsewhere than to a first page: it names a part of the outlet."""
    return any(
        text == label and not is_home(link)
        for block in blocks
        if block.links and label in block.text
        for text, link in block.named_links()
    )
