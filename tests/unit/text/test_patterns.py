"""Patterns that find the same sooner: held to the plain ones."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.text.patterns import any_of, is_tied_to_start, search_with

WORDS = st.lists(st.text("abあい・. ", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text("abあい・. ", max_size=12))
def test_any_of_several_words_is_found_where_the_plain_alternatives_find_it(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    assert [found.span() for found in re.finditer(any_of(words), text)] == [
        found.span() for found in re.finditer(plain, text)
    ]


@pytest.mark.parametrize(
    ("pattern", "tied"),
    [("^a", True), ("^a|^b", True), ("^(?:a|b)", True), ("^a|b", False), ("a", False), (r"^[|]a\|b", True)],
)
def test_a_pattern_is_tied_to_the_start_if_all_its_alternatives_are(pattern: str, tied: bool) -> None:
    assert is_tied_to_start(pattern) is tied
    search = search_with(re.compile(pattern))
    for text in ("a", "b", "xa", "xb", "|a|b", ""):
        plain = re.search(pattern, text)
        found = search(text)
        assert (found and found.span()) == (plain and plain.span())
