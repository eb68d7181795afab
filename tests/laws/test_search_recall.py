"""Whatever run of Japanese signs stands in an article is found in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.search.query import Mode, search
from builder.search.reader import Index
from builder.text.fold import JAPANESE, fold

from ..invented_corpus import Invented, articles
from ..search_index import index

JAPANESE_RUN = re.compile(f"[{JAPANESE}]+")
ALL = articles(60)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index(ALL, tmp_path_factory.mktemp("recall"))


def found(made: Index, query: str) -> set[str]:
    answer = search(made, query)
    assert answer.mode is Mode.ALL, query
    return {made.fragment(number, 0).id for number, _ in answer.hits}


def scanned(run: str) -> set[str]:
    """The articles in whose folded title or text the run stands, by plain comparison."""
    wanted = fold(run)
    return {one.id for one in ALL if wanted in fold(one.title) or any(wanted in line for line in lines(one))}


def lines(article: Invented) -> list[str]:
    return fold(article.text).split("\n")


@given(st.data())
def test_any_run_of_signs_is_found_wherever_it_stands(made: Index, data: st.DataObject) -> None:
    article = data.draw(st.sampled_from([one for one in ALL if one.language == "ja"]))
    runs = [run for run in JAPANESE_RUN.findall(article.text) if len(run) > 1]
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 2))
    part = run[start : data.draw(st.integers(start + 2, len(run)))]
    missing = scanned(part) - found(made, f"「{part}」")
    assert missing == set(), part
    assert scanned(part) <= found(made, part)


@given(st.sampled_from(ALL), st.data())
def test_one_sign_is_found_too(made: Index, article: Invented, data: st.DataObject) -> None:
    signs = JAPANESE_RUN.findall(article.text)
    if signs:
        sign = data.draw(st.sampled_from("".join(signs)))
        assert scanned(sign) <= found(made, sign)


def test_a_long_run_across_fragments_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    long = "".join(chr(0x4E00 + 7 * k % 4000) for k in range(1500))
    one = articles(1)[0]
    made = index([Invented("long", "長い文", 0, "外交", one.date, long, "ja")], tmp_path_factory.mktemp("long"))
    for start in (0, 300, 505, 510, 511, 1020, 1490):
        assert search(made, f"「{long[start : start + 9]}」").mode is Mode.ALL
