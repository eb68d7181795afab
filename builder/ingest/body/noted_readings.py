"""Readings and emphasis that a web page notes as text files do: ｜漢字《かんじ》, ［＃「漢字」に傍点］."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..dump.aozora import Notation
from ..html import inline
from ..html.block import Block


def with_noted_readings(blocks: Sequence[Block], body: Iterable[int]) -> tuple[Block, ...]:
    """The blocks, those of the body with the marks for what the notation says; as they are where nothing shows it."""
    kept = list(body)
    notation = Notation("\n".join(blocks[n].text for n in kept))
    if not notation.is_explicit:
        return tuple(blocks)
    out = list(blocks)
    for number in kept:
        marked = notation.within(blocks[number].marked)
        if marked is not None:
            out[number] = replace(blocks[number], marked=marked, text=inline.plain(marked))
    return tuple(out)
