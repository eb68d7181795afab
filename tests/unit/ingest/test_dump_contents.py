"""Tables of contents over Japanese texts."""

from __future__ import annotations

import pytest

from builder.ingest.dump.contents import contents
from builder.ingest.dump.rows import rows

TEXT = "小さな港の改修についても、こうした経緯から理解する必要があろう。測量は三年を要し、費用は町が持った。"
PARTS = ["なぜ港は浅くなったか", "測量の三年", "だれが払うのか"]
BODY = [line for part in PARTS for line in (part, TEXT)]
WIDE = [f"{part}を町の人がどう話しているか" * 3 for part in PARTS]


@pytest.mark.parametrize("heading", ["目次", "【目次】", "もくじ", "INDEX", "この記事の目次"])
def test_lines_below_the_heading_that_stand_again_over_the_parts_are_a_table(heading: str) -> None:
    assert list(contents(rows(["港の話", heading, *PARTS, *BODY]))) == [2, 3, 4]


def test_a_number_at_one_of_the_two_places_makes_no_difference() -> None:
    table = [f"{n}. {part}" for n, part in enumerate(PARTS, 1)]
    assert list(contents(rows(["目次", *table, *BODY]))) == [1, 2, 3]


def test_a_part_may_be_worded_otherwise_over_the_text() -> None:
    assert list(contents(rows(["目次", PARTS[0], "三年かけた測量", PARTS[2], *BODY]))) == [1, 2, 3]


@pytest.mark.parametrize(("others", "told"), [(["猫", "犬"], 6), (["猫", "犬", "鳥"], 3)])
def test_a_table_ends_above_three_lines_that_stand_nowhere_else(others: list[str], told: int) -> None:
    found = rows(["目次", *PARTS, *others, "町の返事", *BODY, "町の返事", TEXT])
    assert list(contents(found)) == [*range(1, told + 1)]


def test_the_first_part_is_none_of_it() -> None:
    found = rows(["目次", *PARTS, PARTS[0], TEXT, *BODY[2:]])
    assert 4 not in contents(found)


@pytest.mark.parametrize(
    "lines",
    [
        ["目次を読む楽しみ", *PARTS, *BODY],
        ["港の話", *PARTS, *BODY],
        ["目次", "第1章　港", "第2章　測量", "第3章　費用", TEXT],
        ["目次", TEXT, TEXT],
        ["目次", PARTS[0], *BODY[:2]],
        ["目次", *WIDE, *WIDE, TEXT],
        ["目次", PARTS[0], "猫", "犬", PARTS[1], "鳥", "魚", *BODY],
    ],
    ids=[
        "a longer line",
        "no heading",
        "a book's, whose lines stand nowhere else",
        "text below",
        "one line",
        "wide lines",
        "fewer than half",
    ],
)
def test_other_lines_are_no_table(lines: list[str]) -> None:
    assert not list(contents(rows(lines)))


def test_of_two_tables_both_are_told() -> None:
    found = rows(["目次", *PARTS, TEXT, "この記事の目次", *PARTS, *BODY])
    assert list(contents(found)) == [1, 2, 3, 6, 7, 8]


def test_a_page_full_of_headings_is_read_once() -> None:
    """Each had been looked through for each of the lines below it: a page of 8,000 took minutes."""
    told = list(contents(rows(["目次"] * 8_000 + [TEXT])))
    assert told == sorted(set(told))
    assert 8_000 not in told
