"""Stretches of likely lines: a page's text is where lines are certain, not where they are many."""

import pytest

from builder.ingest.dump.islands import main_text
from builder.ingest.dump.model import select
from builder.ingest.dump.rows import Rows, rows

PARAGRAPH = "港では朝から網を干す人の姿が見え、市場へ向かう荷車がその横を静かに通り過ぎていった。" * 2
NOTICE = "この欄では地域の催しや読者の会についてのお知らせを、毎週まとめてお届けしています。" * 2
FAR = ["メニュー"] * 10


def chosen(*parts: tuple[str, int, float]) -> tuple[Rows, list[float], list[int]]:
    """Rows of ``parts`` (a line, how often, its chance) with short lines between; those chosen are of the parts."""
    lines: list[str] = []
    likely: list[float] = []
    for text, times, chance in parts:
        lines += [text] * times + FAR
        likely += [chance] * times + [0.01] * len(FAR)
    return rows(lines), likely, [i for i, chance in enumerate(likely) if chance > 0.3]


def test_a_short_certain_text_is_kept_and_many_doubtful_notices_are_not() -> None:
    found, likely, rows_chosen = chosen((PARAGRAPH, 3, 0.92), (NOTICE, 20, 0.5))
    assert main_text(found, likely, rows_chosen) == [0, 1, 2]


def test_a_second_part_of_the_text_as_certain_as_the_first_stays() -> None:
    found, likely, rows_chosen = chosen((PARAGRAPH, 6, 0.9), (PARAGRAPH, 4, 0.8))
    assert main_text(found, likely, rows_chosen) == rows_chosen


def test_a_line_alone_far_from_a_long_text_is_left_out_however_certain() -> None:
    found, likely, rows_chosen = chosen((PARAGRAPH, 20, 0.9), (NOTICE, 1, 0.9))
    assert main_text(found, likely, rows_chosen) == list(range(20))


def test_doubtful_lines_alone_on_their_page_are_its_text() -> None:
    found, likely, rows_chosen = chosen((PARAGRAPH, 5, 0.4))
    assert main_text(found, likely, rows_chosen) == list(range(5))


def test_no_line_chosen_gives_no_text() -> None:
    found, likely, _ = chosen((PARAGRAPH, 5, 0.1))
    assert main_text(found, likely, []) == []


@pytest.mark.parametrize(
    ("line", "chance", "stays"),
    [("三", 0.2, True), ("春の宵", 0.05, False), ("People also read", 0.2, False), ("Chapter three", 0.35, True)],
)
def test_a_line_between_two_paragraphs_stays_unless_it_is_unlikely_for_its_script(
    line: str, chance: float, stays: bool
) -> None:
    found = rows([PARAGRAPH, PARAGRAPH, line, PARAGRAPH])
    assert (2 in select(found, [0.9, 0.9, chance, 0.9])) == stays
