"""By-lines as the page prints them: marked elements, lines around the headline, lines at the body's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Contributor
from ...text.bylines import find_byline
from ..draft import LineKind
from ..formats.html_blocks import Block, Place
from .persons import Persons

_NAMED = re.compile(
    r"by-?line|(?<![a-z])(?:authors?|writer|reporter|vcard|journalist|autor|auteur|posted-?by|shippitsu|writtenby|written-by)"
    r"(?![a-z])|author-?name|article-?author|post-?author|entry-?author|credit-?author|author-?info|author-?list|assetauthor",
    re.I,
)
_ASIDE = re.compile(
    r"comment|related|recommend|sidebar|widget|ranking|popular|trending|latest|more-|read-?next|card|teaser|carousel|lateral"
    r"|(?<![a-z])(?:nav|menu|footer|rail)(?![a-z])|promo|list-?item|stories|author-?bio|bio(?![a-z])",
    re.I,
)
_ASIDE_TAGS = frozenset(("aside", "footer", "nav"))
_PEN_NAME_SITE = re.compile(r"^([^＠@\s]{2,10})(?:[＠@]|の(?:日記|ブログ|部屋|ひとりごと|コラム))")

Hit = tuple[tuple[Contributor, ...], str, float, int]


def printed(blocks: Sequence[Block], title_block: int, body: Sequence[int], persons: Persons) -> Iterator[Hit]:
    """Yield names, locator, confidence, and the block if it holds nothing else (else -1)."""
    if title_block < 0 and not body:
        return
    anchor = title_block if title_block >= 0 else body[0]
    first, last = (body[0], body[-1]) if body else (anchor, anchor)
    inside = set(body)
    run: list[tuple[Contributor, ...]] = []
    run_place = ""
    for number, block in enumerate(blocks):
        if not block.text or block.kind is LineKind.IMAGE:
            continue
        distance = _distance(number, anchor, first, last)
        is_marked = bool(block.named) and any(what != "time" for what, _ in block.named)
        named = len(block.text) < 160 and _is_named(block.place)
        if distance > 30 or (distance > 14 and not is_marked and not named):
            continue
        if _is_aside(block.place) and not (number <= first + 2 and distance <= 4):
            continue
        for hit in _hits(number, block, persons, named=named, in_body=number in inside, at_end=number >= last - 1):
            names, locator, sure, whole = hit
            sure = sure - 0.012 * distance - (0.1 if number > last else 0.0)
            place = f"{block.place.tag} {block.place.names}"
            if named and run and place == run_place and whole >= 0:
                names = (*run[-1], *(n for n in names if n.name not in {o.name for o in run[-1]}))
            run, run_place = [names], place
            yield names, locator, round(sure, 3), whole
            break
    yield from _site_owner(blocks, title_block, persons)


def _hits(number: int, block: Block, persons: Persons, *, named: bool, in_body: bool, at_end: bool) -> Iterator[Hit]:
    """Yield what one block says, surest first."""
    text = block.text
    whole = number if len(text) < 120 else -1
    for what, value in block.named:
        if what == "author":
            names = persons.stated(value) if len(value) < 80 else ()
            if names:
                yield names, f"block {number + 1} rel=author", 0.8, whole
        elif what == "byline":
            names = persons.printed(value, named=True)
            if names:
                yield names, f"block {number + 1} byline", 0.76, whole
    if named:
        names = persons.printed(text, named=True)
        if names:
            yield names, f"block {number + 1} byline", 0.76, whole
    if in_body and len(text) > 400 and not at_end:
        return
    for line in text.split("\n")[:6]:
        byline = find_byline(line)
        if byline is None or byline.form == "weak":
            continue
        names = persons.printed(line[byline.start : byline.end], named=False) or persons.believed(byline.contributors)
        if not names:
            continue
        sure = byline.confidence - 0.1 - (0.2 if byline.form == "name-title" else 0.0)
        if len(line) > 80 and in_body and byline.form == "label":
            sure -= 0.15
        alone = byline.end - byline.start > 0.6 * len(line) and len(text) < 90
        yield names, f"block {number + 1}", sure, number if alone else -1
        return
    if len(text) < 70 and not in_body:
        names = persons.printed(text, named=False)
        if names:
            yield (
                names,
                f"block {number + 1} name",
                0.62 if block.link_chars or "time" in dict(block.named) else 0.57,
                whole,
            )


def _distance(number: int, anchor: int, first: int, last: int) -> int:
    """Count blocks to the headline, the body's beginning or its end, whichever is nearest; inside the body more."""
    return min(abs(number - anchor), abs(number - first), abs(number - last))


def _is_named(place: Place | None) -> bool:
    for _ in range(3):
        if place is None:
            return False
        if place.names and _NAMED.search(place.names) and not re.search(r"bio(?![a-z])|about|profile", place.names):
            return True
        place = place.parent
    return False


def _is_aside(place: Place | None) -> bool:
    for _ in range(7):
        if place is None or place.tag in ("body", "html", "main", "article"):
            return False
        if place.tag in _ASIDE_TAGS or (place.names and _ASIDE.search(place.names)):
            return True
        place = place.parent
    return False


def _site_owner(blocks: Sequence[Block], title_block: int, persons: Persons) -> Iterator[Hit]:
    """A personal site named after its author: 水野遥＠港の日記."""
    for number, block in enumerate(blocks[:12]):
        if number == title_block or len(block.text) > 40:
            continue
        match = _PEN_NAME_SITE.match(block.text)
        if match:
            names = persons.printed(match[1], named=False)
            if names:
                yield names, f"block {number + 1} site name", 0.58, -1
                return
