"""Links within the outlet's own site: those to its other articles are, those to what a text reviews or cites seldom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from ..addresses import parts_of
from ..html.block import Block

_SHARE = 0.2
"""A site is the outlet's own where so large a share of the links before and behind the text leads to it."""
_SECOND_LEVEL = frozenset(("ac", "ad", "co", "com", "ed", "edu", "go", "gov", "gr", "lg", "ne", "net", "or", "org"))
"""Second-level domains under which sites are registered: kaku.co.jp is one site, not a part of co.jp."""
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
    """The registered domain, the same for news.kaku.example and www.kaku.example; empty for a relative address."""
    labels = (parts_of(link).hostname or "").split(".")
    return ".".join(labels[-3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else -2 :])
