"""What an inline element says it holds: the author, the by-line, the section, the column, the subtitle, the time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_BYLINE = re.compile(r"author|byline|writer|reporter|shippitsu|autor(?![a-z])|auteur|kisha", re.I)
_NOT_BYLINE = re.compile(
    r"comment|bio|image|img|photo|avatar|social|follow|icon|date|time|link-?list|position|role|licen[cs]e", re.I
)
_SUBTITLE = re.compile(r"(?<![a-z])(?:sub|fuku|fukudai)(?![a-z])|sub-?(?:title|head|heading|headline|ttl|midashi)")
_SERIES = re.compile(r"(?<![a-z])(?:series|rensai)(?![a-z])")
_SECTION = re.compile(r"(?<![a-z])(?:cat(?:egory)?-?links?|category|section-?name|genre|kicker|rubric)(?![a-z])")


def named_as(attributes: Mapping[str, str], tag: str) -> str:
    """Return what an inline element is marked as: ``author``, ``byline``, ``section``, ``series``, ``subtitle``,
    ``time`` or ``small``; empty for none."""
    if tag == "time":
        return "time"
    rel = attributes.get("rel", "").split()
    if "author" in rel or attributes.get("itemprop") in ("author", "creator"):
        return "author"
    if tag == "small":
        return "small"
    named = _named_by(attributes.get("class", ""))
    return named or ("section" if "category" in rel else "")


@lru_cache(maxsize=4096)
def _named_by(classes: str) -> str:
    if _BYLINE.search(classes) and not _NOT_BYLINE.search(classes):
        return "byline"
    low = classes.lower()
    if _SERIES.search(low):
        return "series"
    return "section" if _SECTION.search(low) else "subtitle" if _SUBTITLE.search(low) else ""
