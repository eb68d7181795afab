"""What stands below the end of a text, by the lines that end it."""

from __future__ import annotations

import pytest

from builder.ingest.dump.endings import past_end
from builder.ingest.dump.model import body_of
from builder.ingest.dump.rows import rows

TEXT = "小さな港の改修についても、こうした経緯から理解する必要があろう。測量は三年を要し、費用は町が持った。"
COMMENT = "いつも読んでいます。うちの港でも同じ話が出て、まだ決まっていません。続きを待っています。"


@pytest.mark.parametrize(
    "mark",
    [
        "この記事は役に立ちましたか？",
        "このページの情報は参考になりましたか?",
        "▲ページの先頭へ戻る",
        "コメント（3）",
        "コメント一覧",
        "本日のツッコミ(全4件)",
        "この記事に関するキーワード",
        "＃港　＃暮らし",
        "よかったらシェアしてね！",
        "番組へのメッセージをお待ちしています。",
    ],
)
def test_below_such_a_line_a_line_must_be_likelier(mark: str) -> None:
    found = rows([TEXT, TEXT, TEXT, mark, COMMENT])
    assert past_end(found, [0.9, 0.9, 0.9, 0.3, 0.6]) == pytest.approx([0.9, 0.9, 0.9, 0.04, 0.13], abs=0.01)


@pytest.mark.parametrize(
    "line",
    [
        "この本は役に立ちましたかと聞かれて、答えに困った。",
        "ページの先頭には日付がない。",
        "コメントの多い村",
        "コメントを寄せた人の多くは、港が町のものであることを疑わず、それでも費用の話になると黙ってしまったのだという。",
        "声を聞く",
        "港の話",
    ],
)
def test_a_line_that_only_sounds_like_it_changes_nothing(line: str) -> None:
    found = rows([TEXT, TEXT, TEXT, line, COMMENT])
    assert past_end(found, [0.9, 0.9, 0.9, 0.3, 0.6]) == [0.9, 0.9, 0.9, 0.3, 0.6]


def test_in_other_languages_the_cues_end_a_text() -> None:
    text = "The harbour was rebuilt over three years, and the town that had asked for it paid for most of the work."
    comment = "I have read this twice now, and in our town the same harbour is still being talked about every week."
    found = rows([text, text, text, "Share this article", comment])
    likely = [0.9, 0.9, 0.9, 0.1, 0.6]
    body = body_of(found, likely)[1]
    assert body == [0, 1, 2]
    assert body_of(rows([text, text, text, "The harbour today", comment]), likely)[1][-1] == 4


def test_a_text_goes_on_below_buttons_where_it_is_as_certain_there() -> None:
    found = rows([TEXT, TEXT, "この記事をシェアする", TEXT, TEXT])
    assert past_end(found, [0.9, 0.9, 0.1, 0.9, 0.85]) == [0.9, 0.9, 0.1, 0.9, 0.85]


def test_buttons_above_the_text_do_not_end_it() -> None:
    found = rows(["港の朝", "この記事をシェアする", TEXT, TEXT])
    assert past_end(found, [0.9, 0.1, 0.5, 0.5]) == [0.9, 0.1, 0.5, 0.5]


def test_of_two_such_lines_the_one_below_the_text_ends_it() -> None:
    found = rows([TEXT, "この記事をシェアする", TEXT, TEXT, "コメント（2）", COMMENT])
    assert past_end(found, [0.9, 0.1, 0.9, 0.9, 0.1, 0.5])[2:] == pytest.approx([0.9, 0.9, 0.01, 0.09], abs=0.01)


def test_of_buttons_to_the_top_below_each_part_of_a_text_the_last_ends_it() -> None:
    found = rows([TEXT, TEXT, "ページの先頭へ", TEXT, "ページの先頭へ", COMMENT])
    expected = pytest.approx([0.9, 0.9, 0.1, 0.6, 0.01, 0.13], abs=0.01)
    assert past_end(found, [0.9, 0.9, 0.1, 0.6, 0.1, 0.6]) == expected
