"""Readings and emphasis noted in plain text."""

from __future__ import annotations

import pytest

from builder.ingest.dump.aozora import Notation
from builder.ingest.html import inline


def written(line: str, text: str = "") -> str:
    marked = Notation(text or line).marked(line)
    return line if marked is None else inline.markdown(marked, ())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("｜活字《かつじ》を拾う。", "{活字|かつじ}を拾う。"),
        ("古い活字《かつじ》を拾う人々《ひとびと》。", "古い{活字|かつじ}を拾う{人々|ひとびと}。"),
        ("｜港の灯《みなとのひ》が揺れる。", "{港の灯|みなとのひ}が揺れる。"),
        ("灯台は動かない［＃「動かない」に傍点］。", "灯台は*動かない*。"),
        ("灯《あかり》は消えた［＃「灯」に傍点］。", "*{灯|あかり}*は消えた。"),
        ("これは［＃傍点］たしかに［＃傍点終わり］見た。", "これは*たしかに*見た。"),
        ("［＃２字下げ］海の話［＃「海の話」は中見出し］", "海の話"),
    ],
)
def test_what_the_notation_says_is_written(line: str, expected: str) -> None:
    assert written(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "《KT》",
        "映画《さざなみ》を観た。",
        "次に《さざなみ》という曲。",
        "論考《港湾論》を読む。",
        "※［＃「さんずい＋巷」、第3水準1-86-60］の字",
        "別の語［＃「見えない語」に傍線か］",
    ],
)
def test_titles_initials_and_other_notes_stay(line: str) -> None:
    assert written(line) == line


def test_where_a_text_quotes_with_the_brackets_only_the_bar_makes_a_reading() -> None:
    text = "次に《さざなみ》を聴く。港町《みなとまち》も良い。｜潮《うしお》。"
    assert written(text) == "次に《さざなみ》を聴く。港町《みなとまち》も良い。{潮|うしお}。"


def test_a_note_without_its_word_loses_no_text() -> None:
    assert written("岸に立つ［＃「海」に傍点］。") == "岸に立つ。"
