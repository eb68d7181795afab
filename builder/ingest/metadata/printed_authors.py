"""By-lines as the page prints them: marked elements, lines around the headline, lines at the body's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Contributor
from ...text.bylines import HELPERS, find_byline
from ...text.dates import find_dates
from ...text.names import is_person_name
from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block
from ..html.inline import link_labels
from .author_boxes import is_aside, is_named, is_of_goods, is_of_picture
from .author_marks import Hit, behind_reading_time, is_in_menu, labelled_before, linked_author
from .persons import Persons
from .profile_authors import described, site_owner, told_behind

_WITH_HANDLE = re.compile(r"[\s,(]@\w+\)?\s*$")
_LOGIN = re.compile(r"[a-z][a-z0-9_-]{2,19}")
"""What a writer is called where readers post; an element named for the author holds it."""
_FRAMED = re.compile(r"[\[［【][^\[\]［］【】]{2,8}[\]］】]")
_POST_BELOW = re.compile(r"\n(?=[（(][^（()）\n]+[）)]$)")
"""Before what somebody is, in brackets on a line of its own below the name."""
_CLOCK_BEHIND = re.compile(r"\s+at\s+\d{1,2}:\d\d$")
_NEAR, _FAR = 14, 30
_EARLY = 5
"""Blocks below the body's first among which its marked by-line may stand."""
_LONGEST_LINKED = 48
"""Bytes of a link that may name an author."""
_PROSE = 40
"""Letters of a paragraph of the text."""


def printed(blocks: Sequence[Block], title_block: int, body: Sequence[int], persons: Persons) -> Iterator[Hit]:
    """Yield names, locator, confidence, and the block if it holds nothing else (else -1)."""
    if title_block < 0 and not body:
        return
    anchor = title_block if title_block >= 0 else body[0]
    first, last = (body[0], body[-1]) if body else (anchor, anchor)
    inside = set(body)
    title = squeeze(blocks[title_block].text) if title_block >= 0 else ""
    run: tuple[Contributor, ...] = ()
    run_shelf, run_end = "", -1
    for number in range(max(0, min(anchor, first) - _FAR), min(len(blocks), max(anchor, last) + _FAR)):
        block = blocks[number]
        if not block.text or block.kind is LineKind.IMAGE or (len(block.text) < 300 and squeeze(block.text) in title):
            continue
        distance = _distance(number, anchor, first, last)
        if is_of_picture(block.place) or (number > first and is_of_goods(block.place)):
            continue
        if first < number < last and number not in inside and _leads_to_another(block):
            continue
        named = len(block.text) < 160 and is_named(block.place)
        if distance > _FAR or (distance > _NEAR and not named and not _names_somebody(block)):
            continue
        if is_aside(block.place) and not (anchor <= number <= first + 2 and distance <= 4):
            if anchor < number < first and (told := labelled_before(number, blocks, persons)):
                yield told
            continue
        place = _Stand(
            named=named,
            in_body=first < number and number in inside,
            early=number <= first + 2,
            at_end=number >= last - 1,
            last=last <= number <= last + 2,
            heading=block.kind is LineKind.HEADING,
        )
        hit = _hit(number, block, persons, place)
        if number <= first + _EARLY or number >= last - 1:
            hit = hit or linked_author(number, block, persons) or labelled_before(number, blocks, persons)
        if hit is None and anchor - 3 <= number < first and distance <= 5 and not named:
            hit = _dated_name(number, blocks, persons)
        if hit is None and anchor < number <= first and distance <= 4:
            hit = behind_reading_time(number, block, persons)
        if hit is None and number == title_block + 1:
            hit = _under_title(number, blocks, persons)
        if hit is None and number <= first and _FRAMED.fullmatch(block.text):
            hit = _before_source(number, blocks, persons)
        if hit is None:
            continue
        names, locator, sure, whole = hit
        sure -= 0.012 * distance + (0.05 if number > last else 0.0)
        shelf = f"{block.place.tag} {block.place.names}"
        if (
            run
            and shelf == run_shelf
            and (named or (number == run_end + 1 and _names_reporters(blocks[number - 1 : number + 1])))
        ):
            names = (*run, *(n for n in names if n.name not in {o.name for o in run}))
            sure += 0.02
        run, run_shelf, run_end = names, shelf, number
        yield names, locator, round(sure, 3), whole
    yield from described(blocks, anchor, last, persons)
    yield from told_behind(blocks, last, persons)
    yield from site_owner(blocks, title_block, persons)


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a block stands."""

    named: bool
    """Its element is named as a by-line's."""
    in_body: bool
    """Behind the body's first block, which may be the by-line itself."""
    early: bool
    at_end: bool
    last: bool
    """The body's last block, or the next but one at most: 水野遥・架空新聞編集委員 closes the text."""
    heading: bool
    """A heading that only ends in a by-line names the maker of what it tells of: 3. A lamp by Ada Brandt."""


def _hit(number: int, block: Block, persons: Persons, stand: _Stand) -> Hit | None:
    """Return the surest that one block says."""
    text = block.text
    whole = number if len(text) < 120 else -1
    for what, value in block.named:
        names = persons.stated(value) if what == "author" and len(value) < 80 else ()
        if names:
            return names, f"block {number + 1} rel=author", 0.8, whole
    for what, value in block.named:
        names = persons.printed(value) if what == "byline" else ()
        if names:
            return names, f"block {number + 1} byline", 0.76, whole
    for what, value in block.named:
        if (
            what == "byline"
            and _LOGIN.fullmatch(bare := _CLOCK_BEHIND.sub("", value))
            and (names := persons.stated(bare))
        ):
            return names, f"block {number + 1} login", 0.66, whole
    if stand.named:
        labels = (persons.printed(label) for label in link_labels(block.marked))
        names = next(filter(None, labels), ()) or persons.printed(text)
        if names:
            return names, f"block {number + 1} byline", 0.76, whole
    if stand.in_body and len(text) > 400 and not stand.at_end:
        return None
    found: Hit | None = None
    over = ""
    for line in _POST_BELOW.sub("", text).split("\n")[:6]:
        told = _line(number, line, text, persons, stand)
        if told and found is None:
            found = _with_author_over(over, told, persons) if stand.early else told
        elif told and found and all(c.role for c in told[0]):
            found = ((*found[0], *told[0]), *found[1:])
        over = line
    return found


def _with_author_over(line: str, told: Hit, persons: Persons) -> Hit:
    """Who translated or asked, with the author whose bare name is the line above: アダ・ブラント / 水野遥 訳."""
    if not all(c.role in HELPERS for c in told[0]) or not is_person_name(line.strip(), strict=True):
        return told
    return ((*persons.bare(line), *told[0]), *told[1:])


def _line(number: int, line: str, text: str, persons: Persons, stand: _Stand) -> Hit | None:
    """Read the by-line in one line of a block; ``text`` is the block's."""
    byline = find_byline(line)
    if byline is None or byline.form == "weak" or (byline.form == "signature" and not stand.at_end):
        return None
    if stand.heading and byline.start > 0:
        return None
    names = persons.believed(byline.contributors)
    if not names:
        return None
    under_title = not stand.in_body and not stand.at_end and byline.end - byline.start > 0.8 * len(text)
    closing = stand.last and byline.end - byline.start > 0.8 * len(text)
    sure = byline.confidence - 0.05 - (0.2 if byline.form == "name-title" and not (under_title or closing) else 0.0)
    if len(text) < 80 and byline.confidence < 0.8 and find_dates(text):
        sure += 0.15
    if stand.in_body and byline.form == "label" and (len(line) > 80 or not (stand.early or stand.at_end)):
        sure -= 0.15
    days = sum(day.end - day.start for day in find_dates(line))
    alone = byline.end - byline.start > 0.6 * (len(line) - days) and len(text) < 90
    return names, f"block {number + 1}", sure, number if alone else -1


def _leads_to_another(block: Block) -> bool:
    """Is there a link longer than a name? Between paragraphs, it names who wrote what it leads to."""
    return bool(block.links) and any(
        len(label.encode("utf-8", "replace")) > _LONGEST_LINKED for label in link_labels(block.marked)
    )


def _names_somebody(block: Block) -> bool:
    return any(what in ("author", "byline") for what, _ in block.named)


def _dated_name(number: int, blocks: Sequence[Block], persons: Persons) -> Hit | None:
    """Read a bare name that stands with a date: on one line, or the one over or under the other."""
    text = blocks[number].text
    if len(text) > 80 or blocks[number].kind in (LineKind.HEADING, LineKind.ITEM):
        return None
    names = persons.bare(text)
    if not names or is_in_menu(names[0].name, blocks):
        return None
    near = [blocks[n].text for n in (number - 1, number + 1) if 0 <= n < len(blocks)]
    if find_dates(text):
        return names, f"block {number + 1} name and date", 0.66, number
    if any(len(t) < 60 and find_dates(t) for t in near) or _WITH_HANDLE.search(text):
        return names, f"block {number + 1} name by date", 0.62, number
    return None


def _under_title(number: int, blocks: Sequence[Block], persons: Persons) -> Hit | None:
    """Read a bare Japanese name that is all that stands between the headline and the text."""
    block = blocks[number]
    if block.kind is not LineKind.PARAGRAPH or block.text.isascii() or len(block.text) > 12 or block.link_chars:
        return None
    names = persons.bare(block.text)
    below = next((b for b in blocks[number + 1 :] if b.text and b.link_chars <= len(b.text) / 2), None)
    if not names or below is None or not (_is_prose(below) or find_byline(below.text)):
        return None
    return names, f"block {number + 1} under the title", 0.62, number


def _names_reporters(blocks: Sequence[Block]) -> bool:
    """Is each of them nothing but Chinese reporters behind their post?"""
    told = [(find_byline(block.text), len(block.text)) for block in blocks]
    return all(line and line.form == "reporter" and line.end - line.start > 0.8 * size for line, size in told)


def _before_source(number: int, blocks: Sequence[Block], persons: Persons) -> Hit | None:
    """Read a Chinese name in brackets that the next block tells the outlet of: [ 林清 ] / 来源：海岸日报."""
    behind = next((b.text for b in blocks[number + 1 : number + 2] if len(b.text) <= 80), "")
    byline = find_byline(f"{blocks[number].text} {behind}") if behind else None
    if byline is None or byline.form != "reporter" or byline.end <= len(blocks[number].text):
        return None
    return persons.believed(byline.contributors), f"block {number + 1} before its source", 0.7, number


def _is_prose(block: Block) -> bool:
    return block.kind is LineKind.PARAGRAPH and len(block.text) >= _PROSE


def _distance(number: int, anchor: int, first: int, last: int) -> int:
    """Count blocks from the headline or the body's edges; between headline and body nothing is far."""
    if anchor <= number <= first:
        return min(number - anchor, 6)
    return min(abs(number - anchor), abs(number - first) + 2, abs(number - last) + 2)
