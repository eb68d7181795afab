"""How many of a page's lines are kept, by how certain they are: lines are wrong together."""

from __future__ import annotations

import pytest

from builder.ingest.dump.model import select
from builder.ingest.dump.rows import rows

LINE = "The harbour woke before the town, and the carts went down to the market in the rain, one after another."


@pytest.mark.parametrize(
    ("sure", "between", "kept"),
    [(0.6, 0.22, True), (0.97, 0.22, False), (0.6, 0.15, False)],
    ids=["little is certain", "a certain text", "hardly likely"],
)
def test_unlikely_lines_inside_a_text_are_kept_where_little_is_certain(sure: float, between: float, kept: bool) -> None:
    likely = [sure] * 2 + [between] * 5 + [sure] * 2
    inside = range(2, 7) if kept else ()
    assert select(rows([LINE] * len(likely)), likely) == [0, 1, *inside, 7, 8]


def test_a_text_begins_and_ends_with_lines_that_are_kept_without_doubt() -> None:
    likely = [0.3] * 2 + [0.9] * 3 + [0.3] * 2 + [0.9] * 2 + [0.3] * 5
    assert select(rows([LINE] * len(likely)), likely) == [*range(2, 9)]


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("（昭和三十五年十一月）", True),
        ("〔大正八年七月一日、岬にて記す〕", True),
        ("（岬の写真は編集部）", False),
        ("昭和三十五年十一月", False),
    ],
)
def test_the_authors_dated_note_closes_the_text_however_unlikely(below: str, kept: bool) -> None:
    likely = [0.9] * 5 + [0.02]
    assert select(rows([LINE] * 5 + [below]), likely) == [*range(5), *((5,) if kept else ())]
