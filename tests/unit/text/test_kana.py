"""The order of readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.text import kana

ORDER = """
A b あい あおき いとう うえだ おおえ おおた おだ かとう かどう がとう きゃく きやく くらもと さいとう サトー さとお
しまの たかせ はは はば ばば はま ぱり ひいらぎ みずの みやけはら を ん
"""


def test_readings_sort_as_in_a_japanese_dictionary() -> None:
    right = ORDER.split()
    backwards = right[::-1]
    assert sorted(backwards, key=kana.sort_key) == right


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("はは", "はば"),
        ("はば", "はぱ"),
        ("きゃく", "きやく"),
        ("かーど", "かあど"),
        ("さゝき", "ささき"),
        ("みず", "ミズ"),
    ],
)
def test_levels_of_jis_x_4061(less: str, more: str) -> None:
    assert kana.sort_key(less) < kana.sort_key(more)


@pytest.mark.parametrize(
    ("reading", "row"),
    [
        ("あ", "あ"),
        ("がくえん", "か"),
        ("ゔぁん", "あ"),
        ("ヘレン", "は"),
        ("ﾜﾀﾅﾍﾞ", "わ"),
        ("っ", "た"),
        ("Helen", ""),
        ("水野", ""),
        ("", ""),
    ],
)
def test_rows(reading: str, row: str) -> None:
    assert kana.row(reading) == row


@pytest.mark.parametrize(
    ("name", "letter"), [("Émile", "E"), ("‘ohn", "O"), ("水野", ""), ("Åse", "A"), ("Жук", ""), ("", "")]
)
def test_initials(name: str, letter: str) -> None:
    assert kana.initial(name) == letter


@given(st.text())
def test_any_text_has_a_place(text: str) -> None:
    kana.sort_key(text)
    assert kana.row(text) in ("", *kana.ROWS)
