"""When it was published and updated: stated for machines, or printed near the headline. None rather than a wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import timezone as zone_of

from lxml import etree

from ...text.dates import FoundDate, parse_date
from ..draft import Finding
from ..formats.html_block import Block
from ..formats.html_tables import text_of
from .head import Head, text_value
from .printed_dates import printed_dates

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
_ISO = re.compile(
    r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?\s*$",
    re.I,
)
_IN_URL = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?:[/_-]|\D|\d{3,}|$)")
_DATED = etree.XPath(
    "//time | //*[@itemprop='datePublished' or @itemprop='dateModified'] | //abbr[contains(@class, 'published')]"
)
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
    root: etree._Element, head: Head, blocks: Sequence[Block], title_block: int, body: Sequence[int], url: str, *,
    timezone: str, japanese: bool,
) -> DatesFound:  # fmt: skip
    """Choose the dates.

    Args:
        root: The page's tree, for its time elements.
        head: The page's head.
        blocks: All blocks.
        title_block: Index of the headline; -1 where it is not printed.
        body: Indexes of the body's blocks.
        url: The page's address.
        timezone: Zone of times that name none, and the one UTC is told in on Japanese pages.
        japanese: Whether the page is Japanese.
    """
    local = timezone if japanese else ""
    stated = list(_stated(head, local, timezone if japanese else ""))
    elements = list(_elements(root, local, timezone if japanese else ""))
    known = [*stated, *elements]
    printed = list(printed_dates(blocks, title_block, body, local, {f.value[:10] for f in known}))
    findings = [*known, *printed]
    published = [f for f in findings if f.field == "date"]
    address = _IN_URL.search(url)
    if address:
        try:
            day = datetime(int(address[1]), int(address[2]), int(address[3])).date().isoformat()
            published.append(Finding("date", day, "address", 0.6))
        except ValueError:
            pass
    published = [f for f in published if _possible(f.value)]
    changed = [f for f in findings if f.field == "updated" and _possible(f.value)]
    if changed and changed[0].confidence >= _SURE:
        published = [f for f in published if f.confidence >= _DOUBTED]
    chosen = _choose(published)
    updated = changed[0].value if changed else ""
    if updated and not chosen:
        chosen, updated = updated, ""
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
        and _is_same_moment(best.value, printed.value)
    ):
        return printed.value
    return best.value


def _is_same_moment(stated: str, printed: str) -> bool:
    """Does the page print the stated time, in its own zone, or as if the zone had been forgotten?"""
    if stated[11:16] == "00:00":
        return True
    minutes = [int(v[11:13]) * 60 + int(v[14:16]) for v in (stated, printed)]
    gap = abs(minutes[0] - minutes[1])
    return stated[16:] == printed[16:] and (gap <= 10 or gap % 60 == 0)


def _possible(value: str) -> bool:
    return "1990" <= value[:4] <= "2100" or "1800" < value[:4] < "1990"


def iso(text: str, local: str = "", shift_to: str = "") -> str:
    """Return a machine-readable date as a civil date: ``2017-03-24T21:30+09:00``.

    Args:
        text: As found; anything that is no ISO date gives the empty string.
        local: Zone of times that name none.
        shift_to: Zone that times in UTC are told in; empty leaves them.
    """
    match = _ISO.match(text)
    if not match:
        return ""
    year, month, day, hour, minute, zone = match.groups()
    try:
        when = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
    except ValueError:
        return ""
    if hour is None:
        return when.date().isoformat()
    zone = (zone or "").upper()
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    if zone == "+00:00" and shift_to:
        sign = -1 if shift_to.startswith("-") else 1
        offset = sign * timedelta(hours=int(shift_to[1:3]), minutes=int(shift_to[4:6]))
        when = when.replace(tzinfo=UTC).astimezone(zone_of(offset))
        zone = shift_to
    return when.strftime("%Y-%m-%dT%H:%M") + (zone or local)


def _value(text: str, local: str, shift_to: str) -> str:
    text = text.strip()
    found = iso(text, local, shift_to)
    if found:
        return found
    if re.fullmatch(r"\d{10}|\d{13}", text):
        when = datetime.fromtimestamp(int(text[:10]), tz=UTC)
        return iso(when.strftime("%Y-%m-%dT%H:%MZ"), local, shift_to)
    match = re.match(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?", text)
    if match:
        return iso(match[1], local, shift_to)
    parsed: FoundDate | None = parse_date(text, timezone=local, day_first=None)
    return parsed.iso if parsed and parsed.confidence >= 0.5 and len(parsed.iso) >= 10 else ""


def _stated(head: Head, local: str, shift_to: str) -> Iterator[Finding]:
    article = head.article()
    for key, field, confidence in _RECORD_KEYS:
        value = _value(text_value(article.get(key)), local, shift_to)
        if value:
            yield Finding(field, value, f"json-ld {key}", confidence)
    if "datePublished" not in article:
        for record in head.records:
            value = _value(text_value(record.get("datePublished")), local, shift_to)
            if value:
                yield Finding("date", value, "json-ld datePublished", 0.8)
                break
    for rank, name in enumerate(_PUBLISHED):
        for content in head.all(name)[:1]:
            value = _value(content, local, shift_to)
            if value:
                yield Finding("date", value, f"meta {name}", 0.93 if rank < 12 else 0.75 - rank / 200)
    for name in _UPDATED:
        value = _value(head.first(name), local, shift_to)
        if value:
            yield Finding("updated", value, f"meta {name}", 0.8)


def _elements(root: etree._Element, local: str, shift_to: str) -> Iterator[Finding]:
    """Time elements, and others with a date as itemprop."""
    found = _DATED(root)
    assert isinstance(found, list)
    for element in found[:60]:
        if not isinstance(element, etree._Element):
            continue
        text = element.get("datetime") or element.get("content") or element.get("title") or text_of(element)
        value = _value(text, local, shift_to)
        if not value:
            continue
        names = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if "modif" in names or "updat" in names:
            yield Finding("updated", value, "time element", 0.7)
        elif "publish" in names or "entry-date" in names or element.get("pubdate") is not None:
            yield Finding("date", value, "time element", 0.85)
        else:
            yield Finding("date", value, "time element", 0.5)
