"""Lists inside a Japanese text: all of their lines are text, or as many as were found."""

from __future__ import annotations

import pytest

from builder.ingest.dump.rows import rows
from builder.ingest.dump.whole_lists import whole_lists


@pytest.mark.parametrize(
    "lines",
    [
        ["12分　三宅（1－0）", "53分　堂上（2－0）", "60分　中園（3－0）", "88分　三宅（4－0）"],
        ["M1. 種まき前夜", "M2. 塩をかけたら", "M3. 夕立", "M4. 夏休み"],
        ["1位　港の猫", "2位　雨の犬", "3位　森の鳥", "10位　妹"],
        ["原油\t83.1\t+3%", "金\t2238\t+2%", "銀\t24.9\t0%", "銅\t4.0\t+1%"],
        ["★★★★☆　走り", "★★★☆☆　足", "★★★★★　財布", "★　音"],
    ],
    ids=["minutes", "songs", "places", "a table", "stars"],
)
def test_lines_that_begin_alike_are_text_where_one_is(lines: list[str]) -> None:
    assert whole_lists(rows(["港の話。", *lines, "また来週。"]), [0, 1, 5]) == {1, 2, 3, 4}


def test_of_items_with_bullets_half_must_be_text() -> None:
    found = rows([f"・港の話{n}" for n in range(4)])
    assert whole_lists(found, [0, 1]) == {0, 1, 2, 3}
    assert not whole_lists(found, [0])


@pytest.mark.parametrize(
    "lines",
    [
        ["1位　港の猫", "2位　雨の犬"],
        ["昨日は雨だった", "今日も雨だ", "明日も雨だろう"],
        ["12分　三宅", "M2. 塩をかけたら", "★★★　足"],
    ],
    ids=["two lines", "no list", "each in its own way"],
)
def test_other_lines_stay_as_they_were_found(lines: list[str]) -> None:
    assert not whole_lists(rows(lines), [0])


def test_a_button_is_no_line_of_a_list() -> None:
    assert not whole_lists(rows(["・港の話", "・シェアする", "・港の猫"]), [0, 2])
    assert whole_lists(rows(["・港の話", "・魚の価格の話", "・港の猫"]), [0, 2]) == {0, 1, 2}
