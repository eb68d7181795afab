"""Patterns made of words."""

from __future__ import annotations

import re

from builder.text.patterns import any_of


def test_of_several_words_the_longest_is_found() -> None:
    assert re.findall(any_of(["港", "港湾", "a.b"]), "港湾と港とa.bとaxb") == ["港湾", "港", "a.b"]


def test_a_blank_in_a_word_is_any_white_space() -> None:
    assert re.fullmatch(any_of(["last updated"]), "last\u00a0 updated")
