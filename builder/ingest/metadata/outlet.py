"""The outlet: what a page's head, its title or its logo calls it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.names import is_organisation, is_person_name
from ..body.looks import squeeze
from ..extraction import Finding
from ..html.block import Block
from .head import Head, text_value, type_of
from .home_links import leads_within
from .title_parts import known_sections

_NUMBER = re.compile(r"\d{4}|[（(]\d+[)）]\Z")
"""In the title element that of a notice, or of a part of a series: no outlet's name has one."""


def site_names(head: Head) -> list[str]:
    """Return what the outlet calls itself, surest first."""
    names = head.all(
        "og:site_name", "application-name", "apple-mobile-web-app-title", "cxenseparse:publication", "al:ios:app_name"
    )
    for record in head.records:
        if "publisher" in record and not _is_person(record["publisher"]):
            names.append(text_value(record["publisher"]))
        if re.search("WebSite|Organization", type_of(record)):
            names.append(text_value(record.get("name")))
    names.extend(head.all("publisher", "dc.publisher", "twitter:app:name:iphone"))
    writers = {squeeze(name) for name in head.all("author") if is_person_name(name, strict=True)}
    names.extend(name for name in head.all("copyright") if squeeze(name) not in writers)
    return [name for name in dict.fromkeys(map(str.strip, names)) if name and len(name) < 80]


def _is_person(value: object) -> bool:
    """Does somebody publish under the own name, as on a personal page?"""
    return isinstance(value, dict) and type_of(value) == "Person"


def find_site(head: Head, blocks: Sequence[Block], title: str) -> Finding | None:
    """Choose the name of the outlet.

    Args:
        head: The page's head.
        blocks: All blocks; the logo may be text.
        title: The article's own title: what the title element adds to it is likely the outlet.
    """
    name = head.first("og:site_name")
    if name:
        return Finding("publication", _shorter(name), "meta og:site_name", 0.9)
    stated = site_names(head)
    if stated:
        return Finding("publication", stated[0], "json-ld publisher", 0.7)
    parts = [part.strip() for part in re.split(r"\s*[|｜]\s*|\s+[-–—―－]\s+|\s*[：:]\s*|\s*«\s*", head.title)]
    key = squeeze(title)
    others = (
        part
        for part in parts
        if (own := squeeze(part)) and own not in key and own not in known_sections() and not _NUMBER.search(part)
    )
    added = [p for p in others if not key or key not in squeeze(p)]
    if len(added) > 1 and is_organisation(added[-2]) and leads_within(added[-1], blocks):
        added.pop()  # its column
    if added and len(parts) > 1 and 1 < len(added[-1]) <= 30:
        return Finding("publication", added[-1], "title element", 0.5)
    for number, block in enumerate(blocks[:8]):
        if "logo" in block.place.names and 1 < len(block.text) <= 30:
            return Finding("publication", block.text, f"block {number + 1}", 0.4)
    return None


def delivered_by(head: Head, sites: Sequence[str]) -> str:
    """Return the outlet whose text a portal shows: the organisation stated as author that titles name in brackets, too.

    So portals state it: 港の声を聞く（架空新聞） - 話題一覧. Empty where the page's own outlet is the author.
    """
    author = head.article().get("author")
    record = author[0] if isinstance(author, list) and author else author
    name = text_value(record) if isinstance(record, dict) and "Organization" in type_of(record) else ""
    if not name or squeeze(name) in map(squeeze, sites):
        return ""
    told = re.compile(rf"[（(]\s*{re.escape(name)}\s*[)）]")
    return name if any(told.search(text) for text in (head.title, head.first("og:title"))) else ""


def _shorter(name: str) -> str:
    """Return a site name without the slogan before or behind it."""
    parts = [part for part in re.split(r"\s*[|｜]\s*|\s+[-–—]\s+", name) if len(part) > 1]
    if len(parts) < 2:
        return name
    first, last = parts[0].strip(), parts[-1].strip()
    return last if len(first) > 2 * len(last) and len(first) > 12 else first
