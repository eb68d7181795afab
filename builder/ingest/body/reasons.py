"""Why a block is not body, by name: the claim a reader of the trail sees."""

from __future__ import annotations

from itertools import islice

from ..html.block import Place
from .hints import BIT, hints_of

_NAMED = (
    ("html/navigation", ("nav", "pager")),
    ("html/share-box", ("share",)),
    ("html/comments", ("comment",)),
    ("html/related", ("related",)),
    ("html/ranking", ("ranking",)),
    ("html/advertisement", ("ad",)),
    ("html/subscription", ("subscribe",)),
    ("html/overlay", ("popup",)),
    ("html/page-footer", ("footer",)),
    ("html/author-box", ("author",)),
    ("html/article-data", ("meta", "tags")),
    ("html/caption", ("caption",)),
    ("html/form", ("form", "tool")),
    ("html/sidebar", ("sidebar",)),
    ("html/page-header", ("header",)),
)
RULES: tuple[str, ...] = (
    *(name for name, _ in _NAMED),
    "html/headline",
    "html/said-before",
    "html/machine-summary",
    "html/other-article",
    "html/hidden",
    "html/link-list",
    "html/picture",
    "html/before-body",
    "html/after-body",
    "html/outside-body",
)
"""Every name a claim of the body finder can have."""


_BITS = tuple((rule, sum(BIT[hint] for hint in hints)) for rule, hints in _NAMED)


def reason(place: Place, link_share: float, *, number: int, first: int, last: int) -> str:
    """Name the most telling reason for a block that was judged no body.

    Args:
        place: Where it stands.
        link_share: Share of its text that is links.
        number: Its place among the blocks.
        first: Where the body begins; -1 where there is none.
        last: Where it ends.
    """
    if place.hidden:
        return "html/hidden"
    hints = 0
    for box in islice(place.outward(), 3):
        if box.tag in ("body", "html"):
            break
        hints |= hints_of(box.tag, box.names, box.role)
    for rule, bits in _BITS:
        if hints & bits:
            return rule
    if link_share >= 0.6:
        return "html/link-list"
    if first >= 0 and number < first:
        return "html/before-body"
    if first >= 0 and number > last:
        return "html/after-body"
    return "html/outside-body"
