"""When it was published and updated: stated for machines, or printed near the headline. None rather than a wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from lxml import etree

from ..extraction import Finding
from ..html.block import Block
from ..html.tables import text_of
from .head import Head, text_value
from .moments import MIDNIGHT, in_zone, is_same_moment, value_of, with_zone_of
from .printed_dates import printed_dates, printed_month

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publishdate", "publish_date", "date.published", "published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "cxenseparse:recs:publishtime", "article.published",
    "rnews:datepublished", "datecreated", "cxenseparse:publishtime", "originalpublicationdate", "release_date",
    "article_date_original", "og:pubdate", "og:published_time", "og:publish_date", "og:release_date",
    "og:article:published", "dc.date", "dcterms.date", "date", "ptime", "bt:pubdate", "displaydate", "published",
    "vr:published_time", "video:release_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
    "modified", "revised", "dc.date.modified",
)  # fmt: skip
_RECORD_KEYS = (
    ("datePublished", "date", 0.95),
    ("dateCreated", "date", 0.7),
    ("uploadDate", "date", 0.5),
    ("dateModified", "updated", 0.9),
)
_IN_URL = re.compile(
    r"(?:/|[?&]\w{1,12}=)((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?:[/_-]|\D|\d{3,}|$)"
)
_MOST_ELEMENTS = 60
"""Time elements that are looked at."""
_LEAST = 0.35
_SURE = 0.55
_DOUBTED = 0.45
"""A date found less surely gives way to a sure date of updating: a page that tells only that one is dated by it."""


@dataclass(frozen=True, slots=True)
class DatesFound:
    """Published and updated, as civil ISO dates; empty where nothing sure was found."""

    date: str
    updated: str
    findings: tuple[Finding, ...]


def find_published(
    root: etree._Element,
    head: Head,
    blocks: Sequence[Block],
    title_block: int,
    body: Sequence[int],
    url: str,
    zone: str,
) -> DatesFound:
    """Choose the dates.

    Args:
        root: The page's tree, for its time elements.
        head: The page's head.
        blocks: All blocks.
        title_block: Index of the headline; -1 where it is not printed.
        body: Indexes of the body's blocks.
        url: The page's address.
        zone: Zone of times that name none, in which universal time is told, too; empty leaves both as they are.
    """
    known = [*_stated(head, zone), *_elements(root, zone), *_addressed(url)]
    printed = list(printed_dates(blocks, title_block, body, zone, {f.value[:10] for f in known}))
    findings = [*known, *printed]
    published = [f for f in findings if f.field == "date"]
    published = [f for f in published if _possible(f.value)]
    changed = [f for f in findings if f.field == "updated" and _possible(f.value)]
    if changed and changed[0].confidence >= _SURE:
        published = [f for f in published if f.confidence >= _DOUBTED]
    chosen = in_zone(_choose(published), zone)
    updated = changed[0].value if changed else ""
    updated = in_zone(updated if "T" in chosen else updated.removesuffix(MIDNIGHT), zone)
    if updated and not chosen:
        chosen, updated = updated, ""
    if not chosen and (month := printed_month(blocks, title_block, body)):
        chosen = month.value
        findings.append(month)
    if updated and updated[:16] <= chosen[:16]:
        updated = ""
    return DatesFound(chosen, updated, tuple(findings))


def _choose(found: Sequence[Finding]) -> str:
    """Take the surest; of the same day, one that tells the time too, or the minute that the page prints.

    A stated midnight beside a bare day is the machine's way of writing the day.
    """
    if not found:
        return ""
    best = max(found, key=lambda f: f.confidence)
    if best.confidence < _LEAST:
        return ""
    if best.value.endswith("+00:00"):
        best = _in_the_outlets_zone(best, found)
    day = best.value[:10]
    alike = [f for f in found if f.value[:10] == day and f.confidence >= _LEAST]
    same = [f for f in alike if "T" in f.value]
    if any(f.value == day for f in alike) and all(f.value[10:16] == "T00:00" for f in same):
        return day
    if not same:
        return best.value
    printed = max((f for f in same if f.locator.startswith("block")), key=lambda f: f.confidence, default=None)
    if "T" not in best.value:
        return (printed or max(same, key=lambda f: f.confidence)).value
    if (
        printed
        and printed.confidence >= _SURE
        and not printed.value.endswith("T00:00")
        and _prints_the_time(best.value, printed.value)
    ):
        return printed.value
    return best.value


def _in_the_outlets_zone(stated: Finding, found: Sequence[Finding]) -> Finding:
    """Return a moment stated in universal time as the page tells it elsewhere: readers know it by the outlet's day."""
    told = [f for f in found if is_same_moment(f.value, stated.value)]
    if told:
        return max(told, key=lambda f: f.confidence)
    for printed in sorted(found, key=lambda f: -f.confidence):
        if printed.locator.startswith("block") and printed.confidence >= _SURE:
            value = with_zone_of(printed.value, stated.value)
            if value:
                return replace(stated, value=value)
    return stated


def _prints_the_time(stated: str, printed: str) -> bool:
    """Does the page print the stated time, in its own zone, or as if the zone had been forgotten?"""
    if stated[11:16] == "00:00":
        return True
    minutes = [int(v[11:13]) * 60 + int(v[14:16]) for v in (stated, printed)]
    gap = abs(minutes[0] - minutes[1])
    return stated[16:] == printed[16:] and (gap <= 10 or gap % 60 == 0)


def _possible(value: str) -> bool:
    return "1990" <= value[:4] <= "2100" or "1800" < value[:4] < "1990"


def _stated(head: Head, zone: str) -> Iterator[Finding]:
    article = head.article()
    for key, field, confidence in _RECORD_KEYS:
        value = value_of(text_value(article.get(key)), zone)
        if value:
            yield Finding(field, value, f"json-ld {key}", confidence)
    if "datePublished" not in article:
        for record in head.records:
            value = value_of(text_value(record.get("datePublished")), zone)
            if value:
                yield Finding("date", value, "json-ld datePublished", 0.8)
                break
    for rank, name in enumerate(_PUBLISHED):
        for content in head.all(name)[:1]:
            value = value_of(content, zone)
            if value:
                yield Finding("date", value, f"meta {name}", 0.93 if rank < 12 else 0.75 - rank / 200)
    for name in _UPDATED:
        value = value_of(head.first(name), zone)
        if value:
            yield Finding("updated", value, f"meta {name}", 0.8)


def _addressed(url: str) -> Iterator[Finding]:
    """The day in the page's own address."""
    found = _IN_URL.search(url)
    if found:
        try:
            day = datetime(int(found[1]), int(found[2]), int(found[3])).date().isoformat()
        except ValueError:
            return
        yield Finding("date", day, "address", 0.6)


def _is_dated(element: etree._Element) -> bool:
    tag = element.tag
    if tag == "time" or element.get("itemprop") in ("datePublished", "dateModified"):
        return True
    names = (element.get("class") or "") if tag == "abbr" else ""
    return "published" in names or "updated" in names


def _elements(root: etree._Element, zone: str) -> Iterator[Finding]:
    """Time elements, and others with a date as itemprop."""
    found = list(islice(filter(_is_dated, root.iter(etree.Element)), _MOST_ELEMENTS))
    for element in found:
        text = element.get("datetime") or element.get("content") or element.get("title") or text_of(element)
        value = value_of(text, zone)
        if not value:
            continue
        names = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if element.tag == "abbr" and "published" not in names and len(found) == 1:
            yield Finding("date", value, "time element", 0.5)  # an entry that states no more than that
        elif "modif" in names or "updat" in names:
            yield Finding("updated", value, "time element", 0.7)
        elif "publish" in names or "entry-date" in names or element.get("pubdate") is not None:
            yield Finding("date", value, "time element", 0.85)
        else:
            yield Finding("date", value, "time element", 0.5)
