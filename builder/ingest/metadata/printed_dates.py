"""Dates as the page prints them: near the headline, before the body, at the body's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from ...text.dates import FoundDate, find_dates
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
    for number, block in enumerate(blocks):
        distance = min(abs(number - anchor), abs(number - first), abs(number - last) + 3)
        if distance > _NEAR or block.kind is LineKind.IMAGE or len(block.text) > 300 or block.place.hidden:
            continue
        if number in inside and (len(block.text) > 120 or first + 3 < number < last - 1):
            continue
        linked = block.link_chars > 0.8 * len(block.text) and (distance > 2 or block.kind is LineKind.ITEM)
        listed = block.kind is LineKind.ITEM and number > last
        if linked or (listed and number > last + 1):
            continue
        text = _with_neighbours(blocks, number)
        found_here = _dates_in(text, zone, stated)
        told = len(text) - sum(found.end - found.start for found in found_here)
        sentence = block.text.endswith(("。", "."))
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
            field = "updated" if found.label == "updated" else "date"
            yield Finding(field, found.iso, f"block {number + 1}", round(sure, 3))


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


def _dates_in(text: str, zone: str, stated: AbstractSet[str]) -> list[FoundDate]:
    """The dates of a text; of those without a year only such as name a day that the page states: 4/1(木) 11:30配信."""
    found = find_dates(text, timezone=zone)
    years = {day[:4] for day in stated if day[:4].isdigit()}
    if found or len(years) != 1 or len(text) > 80:
        return found
    yearless = find_dates(text, timezone=zone, context_year=int(years.pop()))
    return [each for each in yearless if each.iso[:10] in stated]
