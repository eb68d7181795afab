"""The frame of a dump's body, as the other pages of its source tell."""

import pytest

from builder.ingest.cleaning.anchors import framed
from builder.ingest.cleaning.furniture import Furniture, fingerprint

PAGE = [
    "港日報",
    "シェア",
    "海よ",
    "船は朝の港を静かに出ていった。",
    "また海よ",
    "残り3本",
    "今日の料理は大根と鰤の煮付けです。",
]
CHANCES = [0.1, 0.05, 0.2, 0.95, 0.2, 0.05, 0.35]
BODY = slice(2, 5)


def known(*, opens: bool = True, closes: bool = True, pages: int = 5) -> Furniture:
    above, below = frozenset([fingerprint("シェア")]), frozenset([fingerprint("残り 1 本")])
    return Furniture(pages, {}, {}, above, below, opens, closes)


def test_short_lines_within_the_frame_are_believed_and_long_ones_outside_are_not() -> None:
    found = framed(PAGE, CHANCES, known())
    assert all(chance > 0.5 for chance in found[BODY])
    assert found[6] < 0.05


def test_where_the_body_does_not_reach_the_frame_its_outer_lines_stay_as_likely_as_they_were() -> None:
    found = framed(PAGE, CHANCES, known(opens=False))
    assert found[2] == pytest.approx(CHANCES[2])
    assert found[4] > 0.5


def test_of_many_pages_lines_amidst_sure_ones_are_believed_without_a_frame_that_fits() -> None:
    chances = [0.1, 0.05, 0.9, 0.3, 0.9, 0.05, 0.1]
    assert framed(PAGE, chances, known(opens=False, closes=False, pages=5))[3] < 0.31
    assert framed(PAGE, chances, known(opens=False, closes=False, pages=10))[3] > 0.5


def test_a_frame_that_would_leave_most_of_the_text_outside_is_not_believed() -> None:
    page = ["シェア", "あ", "残り3本", *["船は朝の港を静かに出ていった。"] * 5]
    chances = [0.05, 0.6, 0.05, *[0.95] * 5]
    assert framed(page, chances, known()) == chances


def test_without_knowledge_nothing_moves() -> None:
    assert framed(PAGE, CHANCES, None) == CHANCES
    assert framed(PAGE, CHANCES, Furniture(9)) == CHANCES
