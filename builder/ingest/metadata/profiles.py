"""Who the author is, as printed with the article: a box named so, or lines under a heading such as プロフィール."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ...model import Contributor
from ...text.notes import heads_profile
from ...text.profile_lines import READING, opening_name, told_of
from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block, Place

_NAMES = re.compile(
    r"author-?(?:bio|box|info|profile|description|desc|text|about)|(?<![a-z])bio(?![a-z])|profile|about-?(?:the-?)?author"
    r"|writer-?(?:profile|info)|biography|shippitsu|cv(?![a-z])",
    re.I,
)
_LONGEST = 1200
_MOST_LINES = 4


def profile_of(
    names: Sequence[Contributor], blocks: Sequence[Block], body: Sequence[int]
) -> tuple[str, tuple[int, ...]]:
    """Return the single author's profile and the indexes of the blocks it was read from."""
    if len(names) != 1 or not body:
        return "", ()
    key = squeeze(names[0].name)
    inside = set(body)
    under = False
    heading: tuple[int, ...] = ()
    lines: list[str] = []
    numbers: list[int] = []
    for number in range(max(0, body[0] - 6), min(len(blocks), body[-1] + 40)):
        block = blocks[number]
        if number == body[0]:
            under = False
        if block.kind is LineKind.IMAGE or (number in inside and number < body[-1] - 3):
            continue
        described = told_of(block.text) if number >= body[-1] - 2 and not lines else None
        if described and (described[0] is None or squeeze(described[0].name) == key):
            above = (number - 1,) if heads_profile(blocks[number - 1].text) else ()
            return described[1][:_LONGEST], (*above, number)
        if heads_profile(block.text) or (number > body[-1] and squeeze(block.text) == key):
            under = True
            heading = (number,) if heads_profile(block.text) else ()
            continue
        head, _, rest = block.text.partition("\n")
        if rest and heads_profile(head):
            return _without_name(rest, key)[:_LONGEST], (number,)
        if under or _is_profile(block.place):
            if _is_name(block.text, key):
                continue
            if lines and block.text.startswith("※"):
                break  # what the outlet says of its profiles
            text = _without_name(block.text, key)
            told = len(text) >= 15 or text != block.text
            if told and block.link_chars < 0.5 * len(block.text) and block.kind is not LineKind.HEADING:
                lines.append(text)
                numbers.append(number)
            elif lines or not under:
                break
        elif lines:
            break
        if len(lines) >= _MOST_LINES:
            break
    if not lines:
        return _owner_box(blocks, key)
    return "\n".join(lines)[:_LONGEST], (*heading, *numbers)


def _owner_box(blocks: Sequence[Block], key: str) -> tuple[str, tuple[int, ...]]:
    """Read a box that begins with the name and links to the full プロフィール."""
    for number, block in enumerate(blocks):
        if "プロフィール" in block.text and "\n" in block.text and squeeze(block.text).startswith(key):
            lines = [line for line in block.text.split("\n")[1:] if "プロフィール" not in line]
            return "\n".join(lines)[:_LONGEST], (number,) if lines else ()
    return "", ()


def _is_name(text: str, key: str) -> bool:
    """Is it the name, with its reading at most: 水野遥（みずの・はるか）?"""
    return squeeze(READING.sub("", text)) == key


def _without_name(text: str, key: str) -> str:
    name, told = opening_name(text, known=True)
    if squeeze(name) == key and told and told[0] not in "（(":
        return told
    first, _, rest = text.partition("\n")
    return rest.strip() if rest and squeeze(first).startswith(key) and len(squeeze(first)) < len(key) + 12 else text


def _is_profile(place: Place) -> bool:
    return any(box.names and _NAMES.search(box.names) for box in islice(place.outward(), 3))
