"""Dates as the page prints them: near the headline, before the body, at the body's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from ...text.dates import FoundDate, find_dates
from ...text.notes import republication
from ..body.others_speak import others_speak_from
from ..extraction import Finding, LineKind
from ..html.block import Block

_MARKED = re.compile(r"date|time|publish|posted|meta|byline|info|day|nichiji|koukai|entry-?data", re.I)
_CLOCK = re.compile(
    r"\s*(?:午前|午後)?\s*[0-9０-９]{1,2}\s*(?:[:：]\s*[0-9０-９]{2}|時\s*[0-9０-９]{1,2}\s*分)"
    r"\s*(?:公開|更新|配信|掲載|JST)?\s*"
)
"""A block that is nothing but the time belongs to the date before it."""
_BESIDE = 40
"""Characters a block of the body, or a sentence anywhere, may hold beside the date it prints: a day that a sentence
names is that of what is told, unless its words say that it was published or updated then."""
_NEAR = 14
_LONGEST_ISSUE = 100
_VOLUME = re.compile(r"\b(?:vol|no|issue)\.?\s*\d+\W*$", re.I)
"""In front of the month of an issue: Vol. 14, No. 5, May 2004."""
_LEAST_SURE = 0.36
"""Of a day in a note on where the text was printed before, and of an issue's month: any other day counts before it."""
_LONGEST, _LONGEST_YEARLESS = 300, 80
"""Characters of a block whose dates, and whose dates without a year, are looked at."""
_WEEKDAY = re.compile(r"日\s*[(（][月火水木金土日](?:曜日?)?(?:[・･][祝休])?[)）]")
_RIGHTS = re.compile(r"(?:©|\(C\)|Copyright)[^\d\n]{0,60}?((?:19|20)\d{2})", re.I)


def printed_dates(
    blocks: Sequence[Block], title_block: int, body: Sequence[int], zone: str, stated: AbstractSet[str]
) -> Iterator[Finding]:
    """Dates printed near the headline, before the body, or at the body's end; ``stated`` are days known already."""
    anchor = title_block if title_block >= 0 else (body[0] if body else -1)
    if anchor < 0:
        return
    first, last = (body[0], body[-1]) if body else (anchor, anchor)
    inside = set(body)
    days = set(stated)
    years = set() if stated else _years(blocks)
    for number, block in enumerate(blocks[: others_speak_from(blocks, last)]):
        distance = min(abs(number - anchor), abs(number - first), abs(number - last) + 3)
        if distance > _NEAR or block.kind is LineKind.IMAGE or len(block.text) > _LONGEST or block.place.hidden:
            continue
        if number in inside and (len(block.text) > 120 or first + 3 < number < last - 1):
            continue
        linked = block.link_chars > 0.8 * len(block.text) and (distance > 2 or block.kind is LineKind.ITEM)
        listed = block.kind is LineKind.ITEM and number > last
        if linked or (listed and number > last + 1):
            continue
        text = _labelled_rows(block.text) if block.kind is LineKind.TABLE else _with_neighbours(blocks, number)
        found_here = _dates_in(text, zone, stated, years)
        told = len(text) - sum(found.end - found.start for found in found_here)
        sentence = text.endswith(("。", "."))
        if number in inside and (told > _BESIDE or (told > _BESIDE / 3 and sentence)):
            continue
        for found in found_here:
            if found.confidence < 0.5 or len(found.iso) < 10 or found.label in ("issue", "other"):
                continue
            if listed and found.iso[:10] not in days:
                continue
            days.add(found.iso[:10])
            if sentence and told > _BESIDE and not found.label:
                continue
            sure = 0.56 + 0.08 * ("T" in found.iso) + 0.08 * bool(_MARKED.search(block.place.names)) - 0.012 * distance
            sure += 0.15 * (found.label == "published") - (0.12 if number > last else 0.0)
            sure -= 0.12 * (number in inside) + 0.1 * (len(block.text) > 80 and number < first)
            sure = min(sure, _LEAST_SURE) if republication(block.text) else sure
            field = "updated" if found.label == "updated" else "date"
            yield Finding(field, found.iso, f"block {number + 1}", round(sure, 3))


def printed_month(blocks: Sequence[Block], title_block: int, body: Sequence[int]) -> Finding | None:
    """The month of the issue that is named in a short line near the headline or the text's edges; None if two are."""
    edges = [n for n in (title_block, *body[:1], *body[-1:]) if n >= 0]
    found: dict[str, Finding] = {}
    for number, block in enumerate(blocks):
        near = any(abs(number - edge) <= _NEAR for edge in edges)
        if not near or len(block.text) > _LONGEST_ISSUE or block.text.endswith("。") or republication(block.text):
            continue
        for each in find_dates(block.text, partial=True):
            of_issue = each.label == "issue" or _VOLUME.search(block.text, 0, each.start)
            if of_issue and len(each.iso) == len("2024-01"):
                found.setdefault(each.iso, Finding("date", each.iso, f"block {number + 1} issue", _LEAST_SURE))
    return next(iter(found.values())) if len(found) == 1 else None


def _labelled_rows(table: str) -> str:
    """The rows of a table that label a day as that of publication or update: 発表日 2024年3月1日. Others are text."""
    told = ("published", "updated")
    return "\n".join(row for row in table.split("\n") if any(d.label in told for d in find_dates(row)))


def _with_neighbours(blocks: Sequence[Block], number: int) -> str:
    """A block's text with the label in front of it in a list of terms, and with the time that stands in the next."""
    block = blocks[number]
    if len(block.text) > 40:
        return block.text
    before = blocks[number - 1] if number else block
    text = block.text
    if block.place.tag in ("dd", "td") and before.place.tag in ("dt", "th") and len(before.text) < 20:
        text = f"{before.text}: {text}"
    clock = blocks[number + 1].text if number + 1 < len(blocks) else ""
    return f"{text} {clock}" if _CLOCK.fullmatch(clock) else text


def _dates_in(text: str, zone: str, stated: AbstractSet[str], years: AbstractSet[int]) -> list[FoundDate]:
    """The dates of a text; of those without a year such as name a day that the page states: 4/1(木) 11:30配信.

    Where it states none, ``years`` are those the page speaks of: the year in which the weekday is right counts. An
    issue's day gives its year to the day of publication beside it: 3月8日号／3月8日 公開.
    """
    found = find_dates(text, timezone=zone)
    if len(text) > _LONGEST_YEARLESS:
        return found
    issues = {int(each.iso[:4]) for each in found if each.label == "issue"}
    if len(issues) == 1 and not any(each.label == "published" for each in found):
        beside = find_dates(text, timezone=zone, context_year=issues.pop())
        return [*found, *(each for each in beside if each.label == "published")]
    if found:
        return found
    known = {int(day[:4]) for day in stated if day[:4].isdigit()}
    if known:
        yearless = find_dates(text, timezone=zone, context_year=known.pop()) if len(known) == 1 else []
        return [each for each in yearless if each.iso[:10] in stated]
    if not _WEEKDAY.search(text):
        return []
    told = [each for year in sorted(years) for each in find_dates(text, timezone=zone, context_year=year)]
    right = {each.iso: each for each in told if each.confidence >= 0.5 and int(each.iso[:4]) in years}
    return list(right.values()) if len(right) == 1 else []


def _years(blocks: Sequence[Block]) -> set[int]:
    """The years that days on the page, or a notice of rights, name."""
    days = (each.iso for block in blocks if len(block.text) <= _LONGEST for each in find_dates(block.text))
    rights = (found[1] for block in blocks if (found := _RIGHTS.search(block.text)))
    return {int(text[:4]) for text in (*days, *rights)}
