"""When it was published and updated: stated for machines, or printed near the headline. No date rather than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import timezone as zone_of

from lxml import etree

from ...text.dates import FoundDate, find_dates, parse_date
from ..draft import Finding, LineKind
from ..formats.html_blocks import Block
from .head import Head, text_value

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publish-date", "publishdate", "publish_date", "date.published", "published_time", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "cxenseparse:recs:publishtime", "article.published", "rnews:datepublished",
    "datecreated", "cxenseparse:publishtime", "originalpublicationdate", "release_date", "article_date_original",
    "dc.date", "dcterms.date", "date", "ptime", "bt:pubdate", "displaydate", "published", "vr:published_time", "video:release_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified", "modified",
    "revised", "dc.date.modified",
)  # fmt: skip
_ISO = re.compile(
    r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?\s*$",
    re.I,
)
_IN_URL = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?:[/_-]|\D|\d{3,}|$)")
_MARKED = re.compile(r"date|time|publish|posted|meta|byline|info|day|nichiji|koukai|entry-?data", re.I)
_NEAR = 14


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
    printed = list(_printed(blocks, title_block, body, local))
    findings = [*stated, *elements, *printed]
    published = [f for f in findings if f.field == "date"]
    address = _IN_URL.search(url)
    if address:
        try:
            day = datetime(int(address[1]), int(address[2]), int(address[3])).date().isoformat()
            published.append(Finding("date", day, "address", 0.6))
        except ValueError:
            pass
    published = [f for f in published if _possible(f.value)]
    chosen = _choose(published)
    updated = next((f.value for f in findings if f.field == "updated" and _possible(f.value)), "")
    if updated and chosen and updated[:16] <= chosen[:16]:
        updated = ""
    return DatesFound(chosen, updated, tuple(findings))


def _choose(found: Sequence[Finding]) -> str:
    """Take the surest; where another of the same day tells the time too, take that."""
    if not found:
        return ""
    best = max(found, key=lambda f: f.confidence)
    if best.confidence < 0.35:
        return ""
    day = best.value[:10]
    same = [f for f in found if f.value[:10] == day and "T" in f.value and f.confidence >= 0.35]
    printed = next((f for f in same if f.locator.startswith("block")), None)
    if "T" not in best.value:
        return (printed or max(same, key=lambda f: f.confidence)).value if same else best.value
    if printed and re.search(r"T00:00", best.value) and "T00:00" not in printed.value:
        return printed.value
    return best.value


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
    for key, field, confidence in (("datePublished", "date", 0.95), ("dateCreated", "date", 0.7), ("uploadDate", "date", 0.5),
                                   ("dateModified", "updated", 0.9)):  # fmt: skip
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
    for count, element in enumerate(root.iter("time", "abbr", "span", "meta", "p", "div")):
        if count > 4000:
            return
        if element.tag != "time" and element.get("itemprop") not in ("datePublished", "dateModified"):
            if element.tag != "abbr" or "published" not in (element.get("class") or ""):
                continue
        text = (
            element.get("datetime")
            or element.get("content")
            or element.get("title")
            or " ".join(map(str, element.itertext()))
        )
        value = _value(text, local, shift_to)
        if not value:
            continue
        names = f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('pubdate') or ''}".lower()
        if "modif" in names or "updat" in names:
            yield Finding("updated", value, "time element", 0.7)
        elif "datepublished" in names or "pubdate" in names or "published" in names or "entry-date" in names:
            yield Finding("date", value, "time element", 0.85)
        else:
            yield Finding("date", value, "time element", 0.5)


def _printed(blocks: Sequence[Block], title_block: int, body: Sequence[int], local: str) -> Iterator[Finding]:
    """Dates printed near the headline or at the body's end."""
    anchor = title_block if title_block >= 0 else (body[0] if body else -1)
    if anchor < 0:
        return
    last = body[-1] if body else anchor
    first = body[0] if body else anchor
    near = range(max(0, min(anchor, first) - 6), min(len(blocks), max(anchor, min(first, anchor + 30)) + _NEAR))
    tail = range(last + 1, min(len(blocks), last + 7))
    in_body = set(body)
    for number in (*near, *(n for n in tail if n not in near)):
        block = blocks[number]
        if block.kind is LineKind.IMAGE or (number in in_body and len(block.text) > 120) or len(block.text) > 300:
            continue
        if block.link_chars > 0.8 * len(block.text) or (block.kind is LineKind.ITEM and number > first + 2):
            continue
        for found in find_dates(block.text, timezone=local):
            if found.confidence < 0.5 or len(found.iso) < 10:
                continue
            confidence = 0.45 + 0.15 * ("T" in found.iso) + 0.1 * bool(_MARKED.search(block.place.names))
            confidence -= (
                0.012 * abs(number - anchor) + (0.1 if number in in_body else 0.0) + (0.1 if number < anchor else 0.0)
            )
            if found.label == "published":
                confidence += 0.2
            if found.label in ("issue", "other"):
                continue
            yield Finding(
                "updated" if found.label == "updated" else "date",
                found.iso,
                f"block {number + 1}",
                round(confidence, 3),
            )
