"""Text set to a terminal's width."""

from hypothesis import given
from hypothesis import strategies as st

from builder.messages.wrap import cells, columns, wrap


def test_words_are_not_broken() -> None:
    assert wrap("one two three", 8) == ["one two", "three"]


def test_japanese_breaks_anywhere_but_before_a_full_stop() -> None:
    assert wrap("これは文です。", 12) == ["これは文で", "す。"]


def test_an_opening_bracket_stays_with_what_follows() -> None:
    assert wrap("ここに「本」", 8) == ["ここに", "「本」"]


@given(st.text(st.sampled_from("あ。「」a bc—"), max_size=60), st.integers(8, 40))
def test_nothing_is_lost(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_columns_line_up_across_scripts() -> None:
    lines = columns([("一覧", "the list"), ("ab", "letters")], 40)
    assert [cells(line[: line.index(word)]) for line, word in zip(lines, ("the", "letters"), strict=True)] == [8, 8]
