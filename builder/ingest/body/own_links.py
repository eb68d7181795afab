"""Links that stay with the outlet: those to other articles do, those to what an article reviews or refers to seldom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from ..addresses import parts_of
from ..html.block import Block

_SHARE = 0.2
"""Of the links before and behind the text, those that lead to a site which is the outlet's own."""
_SECOND_LEVEL = frozenset(("ac", "ad", "co", "com", "ed", "edu", "go", "gov", "gr", "lg", "ne", "net", "or", "org"))
"""Below a country's name: a site is named in front of them."""
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|zip|jpe?g|png|gif|mp[34])\Z", re.IGNORECASE)


def own_sites(blocks: Sequence[Block], chosen: Set[int]) -> frozenset[str]:
    """Return the sites that the links before and behind the text lead to, and the empty one of relative addresses."""
    first, last = min(chosen, default=0), max(chosen, default=-1)
    around = (*blocks[:first], *blocks[last + 1 :])
    sites = Counter(_site(link) for block in around for link in block.links)
    return frozenset(("", *(site for site, count in sites.items() if count >= _SHARE * sites.total())))


def stays(block: Block, own: Set[str]) -> bool:
    """Whether a link of the block leads to a page of one of these sites: a file is what a text has attached."""
    return not block.links or any(_site(link) in own and not _FILE.search(parts_of(link).path) for link in block.links)


def _site(link: str) -> str:
    """The site without the part of it, news.kaku.example and www.kaku.example alike; empty for a relative address."""
    labels = (parts_of(link).hostname or "").split(".")
    return ".".join(labels[-3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else -2 :])
