"""What stands above the first paragraph and is no part of it: the date, the by-line, the headline once more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...model import Contributor
from ...text.dates import find_dates
from ..comparing.likeness import letters

_LONGEST = 60
_MOST = 5
"""Blocks that are looked at."""
_LABELS = ("文", "著", "by", "text", "筆者", "執筆", "著者")
_WIRE = re.compile(r"\A(?:[^【】\n]{0,30})?【[^】\n]{0,30}?[＝=]\s*([^】＝=\n]{2,20})】\s*")


def without_lead_in(body: str, headlines: Iterable[str], people: Sequence[Contributor]) -> str:
    """The body from its first paragraph on. ``headlines``: title, subtitle and section, which stand elsewhere."""
    blocks = body.split("\n\n")
    known = {letters(text) for text in headlines} - {""}
    signed = {letters(label + part) for person in people for part in _spellings(person) for label in ("", *_LABELS)}
    at = 0
    while at < min(_MOST, len(blocks) - 1) and _is_lead_in(blocks[at], known, signed):
        at += 1
    blocks = blocks[at:]
    wire = _WIRE.match(blocks[0])
    if wire and letters(wire.group(1)) in signed:
        blocks[0] = blocks[0][wire.end() :]
    return "\n\n".join(blocks)


def _spellings(person: Contributor) -> tuple[str, ...]:
    return person.name, person.name + person.role


def _is_lead_in(block: str, known: set[str], signed: set[str]) -> bool:
    if len(block) > 2 * _LONGEST or block.startswith(("![", ">", "|", "- ")):
        return False
    rest = block
    for found in reversed(find_dates(block) if len(block) <= _LONGEST else ()):
        rest = rest[: found.start] + rest[found.end :]
    key = letters(rest)
    return key in signed or key in known or (not key and rest != block)
