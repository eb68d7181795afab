"""Why a block is not body, by name: the claim a reader of the trail sees."""

from __future__ import annotations

from collections.abc import Sequence

from .features import FEATURES

_INDEX = {name: n for n, name in enumerate(FEATURES)}
_NAMED = (
    ("html/navigation", ("near-nav", "near-pager")),
    ("html/share-box", ("near-share",)),
    ("html/comments", ("near-comment",)),
    ("html/related", ("near-related",)),
    ("html/ranking", ("near-ranking",)),
    ("html/advertisement", ("near-ad",)),
    ("html/subscription", ("near-subscribe",)),
    ("html/overlay", ("near-popup",)),
    ("html/page-footer", ("near-footer",)),
    ("html/author-box", ("near-author",)),
    ("html/article-data", ("near-meta", "near-tags")),
    ("html/caption", ("near-caption",)),
    ("html/form", ("near-form", "near-tool")),
    ("html/sidebar", ("near-sidebar",)),
    ("html/page-header", ("near-header",)),
)
RULES: tuple[str, ...] = (
    *(name for name, _ in _NAMED),
    "html/headline",
    "html/hidden",
    "html/link-list",
    "html/picture",
    "html/before-body",
    "html/after-body",
    "html/outside-body",
)
"""Every name a claim of the body finder can have."""


def reason(row: Sequence[int], *, number: int, first: int, last: int) -> str:
    """Name the most telling reason for a block that was judged no body.

    Args:
        row: Its features.
        number: Its place among the blocks.
        first: Where the body begins; -1 where there is none.
        last: Where it ends.
    """
    if row[_INDEX["hidden"]]:
        return "html/hidden"
    for name, features in _NAMED:
        if any(row[_INDEX[feature]] for feature in features):
            return name
    if row[_INDEX["links"]] >= 5:
        return "html/link-list"
    if first >= 0 and number < first:
        return "html/before-body"
    if first >= 0 and number > last:
        return "html/after-body"
    return "html/outside-body"
