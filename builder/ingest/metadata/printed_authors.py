"""By-lines as the page prints them: marked elements, lines around the headline, lines at the body's end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ...model import Contributor
from ...text.bylines import find_byline
from ..body.looks import squeeze
from ..body.others_speak import others_speak_from
from ..extraction import LineKind
from ..html.block import Block
from .author_boxes import is_aside, is_named, is_of_goods, is_of_picture
from .author_marks import Hit, labelled_before, linked_author
from .bare_names import LONGEST_SIGNED, dated_name, told_elsewhere, under_title
from .byline_blocks import Stand, read_block
from .other_works import is_of_another_work
from .persons import Persons
from .profile_authors import described, site_owner, told_behind

_NEAR, _FAR = 14, 30
_EARLY = 5
"""Blocks below the body's first among which its marked by-line may stand."""
_HEADLINE_IN_BODY = 2
"""Blocks of the body that may be headline and by-line, where no headline was found."""
_LONGEST_NAMED = 160
"""Characters of a block that an element named for the author may hold."""


def printed(blocks: Sequence[Block], title_block: int, body: Sequence[int], persons: Persons) -> Iterator[Hit]:
    """Yield names, locator, confidence, and the block if it holds nothing else (else -1)."""
    if title_block < 0 and not body:
        return
    anchor = title_block if title_block >= 0 else body[0]
    first, last = (body[0], body[-1]) if body else (anchor, anchor)
    text = _Text(title_block, anchor, first, last, frozenset(body))
    run = _Run((), "", -1)
    end = min(others_speak_from(blocks, last), max(anchor, last) + _FAR)
    for number in range(max(0, min(anchor, first) - _FAR), end):
        if not _may_name(number, blocks, text):
            continue
        block = blocks[number]
        if is_aside(block.place) and not (anchor <= number <= first + 2 and text.distance(number) <= 4):
            if anchor < number < first and (told := labelled_before(number, blocks, persons)):
                yield told
        elif hit := _read(number, blocks, text, persons):
            names, locator, sure, whole = hit
            sure -= 0.012 * text.distance(number) + (0.05 if number > last else 0.0)
            shelf = f"{block.place.tag} {block.place.names}"
            if run.goes_on(number, shelf, blocks):
                names = (*run.names, *(n for n in names if n.name not in {o.name for o in run.names}))
                sure += 0.02
            run = _Run(names, shelf, number)
            yield names, locator, round(sure, 3), whole
    yield from described(blocks, anchor, last, persons)
    yield from told_behind(blocks, last, persons)
    yield from site_owner(blocks, title_block, persons)


@dataclass(frozen=True, slots=True)
class _Text:
    """Where headline and body stand: indexes of blocks."""

    title: int
    """-1 where the headline is not printed."""
    anchor: int
    """The headline, or the body's first block."""
    first: int
    last: int
    inside: AbstractSet[int]

    def distance(self, number: int) -> int:
        """Count blocks from the headline or the body's edges; between headline and body nothing is far."""
        if self.anchor <= number <= self.first:
            return min(number - self.anchor, 6)
        return min(abs(number - self.anchor), abs(number - self.first) + 2, abs(number - self.last) + 2)

    def stand(self, number: int, block: Block) -> Stand:
        """Tell where a block stands."""
        return Stand(
            named=_is_named(block),
            in_body=self.first < number and number in self.inside,
            early=number <= self.first + 2,
            at_end=number >= self.last - 1,
            last=self.last <= number <= self.last + 2,
            heading=block.kind is LineKind.HEADING,
        )


@dataclass(frozen=True, slots=True)
class _Run:
    """The names read last, and where: authors may stand in several blocks of one kind."""

    names: tuple[Contributor, ...]
    shelf: str
    end: int

    def goes_on(self, number: int, shelf: str, blocks: Sequence[Block]) -> bool:
        """Does the block at ``number`` name further authors of the same work?"""
        if not self.names or shelf != self.shelf:
            return False
        return _is_named(blocks[number]) or (
            number == self.end + 1 and _names_reporters(blocks[number - 1 : number + 1])
        )


def _may_name(number: int, blocks: Sequence[Block], text: _Text) -> bool:
    """May the block name who wrote this, and not who took a picture, sells goods or wrote something else?"""
    block = blocks[number]
    if not block.text or block.kind is LineKind.IMAGE or is_of_picture(block.place):
        return False
    if text.title >= 0 and len(block.text) < 300 and squeeze(block.text) in squeeze(blocks[text.title].text):
        return False
    if number > text.first and is_of_goods(block.place):
        return False
    if number > text.first and number not in text.inside and is_of_another_work(block):
        return False
    distance = text.distance(number)
    return distance <= _NEAR or (distance <= _FAR and (_is_named(block) or _names_somebody(block)))


def _read(number: int, blocks: Sequence[Block], text: _Text, persons: Persons) -> Hit | None:
    """Read a block: as a by-line, else by what stands beside it, else as a bare name where by-lines stand."""
    block = blocks[number]
    hit = read_block(number, block, persons, text.stand(number, block))
    if number <= text.first + _EARLY or number >= text.last - 1:
        hit = hit or linked_author(number, block, persons) or labelled_before(number, blocks, persons)
    distance = text.distance(number)
    leads = text.title < 0 and len(block.text) <= LONGEST_SIGNED
    head_ends = text.first + (_HEADLINE_IN_BODY if leads else 0)
    if hit is None and text.anchor - 3 <= number < head_ends and distance <= 5 and not _is_named(block):
        hit = dated_name(number, blocks, persons)
    if hit is None and number == text.title + 1:
        hit = under_title(number, blocks, persons)
    if hit is None and text.anchor - 3 <= number <= text.first and distance <= 5:
        hit = told_elsewhere(number, blocks, persons)
    return hit


def _is_named(block: Block) -> bool:
    return len(block.text) < _LONGEST_NAMED and is_named(block.place)


def _names_somebody(block: Block) -> bool:
    return any(what in ("author", "byline") for what, _ in block.named)


def _names_reporters(blocks: Sequence[Block]) -> bool:
    """Is each of them nothing but Chinese reporters behind their post?"""
    told = [(find_byline(block.text), len(block.text)) for block in blocks]
    return all(line and line.form == "reporter" and line.end - line.start > 0.8 * size for line, size in told)
