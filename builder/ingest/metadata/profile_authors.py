"""Authors known by what is told of them: a profile behind the text, the owner of a personal site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...text.notes import heads_profile
from ...text.profile_lines import opening_name, told_of
from ..html.block import Block
from .author_marks import Hit, is_in_menu
from .persons import Persons

_NEAR, _FAR = 14, 30
"""Blocks behind the text within which a profile told in one line, and one with a heading, stands."""


def described(blocks: Sequence[Block], anchor: int, last: int, persons: Persons) -> Iterator[Hit]:
    """The person whom a box headed プロフィール or 筆者紹介 behind the body describes."""
    for number in range(max(anchor + 1, last - 4), min(len(blocks), last + _FAR)):
        lines = [line for line in blocks[number].text.split("\n") if line.strip()]
        if not lines or not heads_profile(lines[0]):
            continue
        below = lines[1:] or next((b.text.split("\n") for b in blocks[number + 1 : number + 4] if b.text), [])
        first = opening_name(below[0].strip())[0] if below else ""
        names = persons.bare(first) if first else ()
        if names and is_in_menu(names[0].name, blocks):
            continue
        if names:
            yield names, f"block {number + 1} profile", 0.7, -1
        return


def told_behind(blocks: Sequence[Block], last: int, persons: Persons) -> Iterator[Hit]:
    """The person of whom a line at the body's end, or behind it, tells: 水野遥（みずの・はるか）　1970年生まれ。"""
    for number in range(max(0, last - 1), min(len(blocks), last + _NEAR)):
        told = told_of(blocks[number].text)
        if told and told[0] and (names := persons.believed((told[0],))):
            yield names, f"block {number + 1} profile", 0.6, -1
            return


def site_owner(blocks: Sequence[Block], title_block: int, persons: Persons) -> Iterator[Hit]:
    """A personal site with a line over the headline, or a box, that says who writes it."""
    for number, block in enumerate(blocks):
        if number == title_block or not 4 <= len(block.text) <= 400:
            continue
        first = ""
        if number < title_block and block.text.startswith(("by ", "By ", "by　")) and len(block.text) < 40:
            first = block.text[3:]
        elif "プロフィール" in block.text and "\n" in block.text:
            first = re.sub(r"[（(][^）)]*[）)]", "", block.text.split("\n")[0])
        names = persons.bare(first) if first else ()
        if names:
            yield names, f"block {number + 1} owner", 0.58, -1
            return
