"""The parts of the index, one by one."""

from __future__ import annotations

import json
import re
import struct
import sys
from collections.abc import Mapping
from itertools import islice
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import ArchiveError
from builder.search import fragments, keys, meta, tree
from builder.search.cover import plan
from builder.search.deflation import QUICK, deflate, inflate
from builder.search.engines import engine
from builder.search.layout import KANJI, MIXED, WORD
from builder.search.merge import shard_of
from builder.search.numbering import STEP, Year, number
from builder.search.scan import scan
from builder.search.shard import Shard, codes, numbers_of, words
from builder.search.sizes import limit
from builder.search.spelling import distance
from builder.search.stem import stem
from builder.search.terms import family_of_pair, pair_codes

from ...invented_corpus import articles
from ...search_index import document, gathered, many_authors

OCCURRENCES = st.lists(st.tuples(st.integers(0, 70_000), st.integers(0, 200_000)), min_size=1, max_size=9, unique=True)


def shard(terms: Mapping[Any, list[tuple[int, int]]]) -> Shard[Any]:
    rows = [sorted(terms[name]) for name in sorted(terms)]
    places = [number << 32 | position for row in rows for number, position in row]
    return shard_of(sorted(terms), np.array([*map(len, rows)], np.intp), np.array(places, np.uint64))


@given(st.dictionaries(st.integers(0, 2**32 - 1), OCCURRENCES, max_size=9))
def test_a_shard_of_pairs_gives_back_what_went_in(terms: dict[int, list[tuple[int, int]]]) -> None:
    again = Shard.from_bytes(inflate(deflate(shard(terms).to_bytes(), QUICK)), codes)
    assert {name: again.occurrences(name) for name in again.names} == {n: sorted(rows) for n, rows in terms.items()}
    assert again.occurrences(2**32 - 1 if 2**32 - 1 not in terms else -1) == []


@given(st.dictionaries(st.integers(0, 2**32 - 1), OCCURRENCES, min_size=1, max_size=9), st.data())
def test_a_shard_whose_parts_do_not_fit_is_none(terms: dict[int, list[tuple[int, int]]], data: st.DataObject) -> None:
    whole = shard(terms).to_bytes()
    other = bytearray(whole)
    other[data.draw(st.sampled_from((0, 1, *range(4, 16))))] ^= data.draw(st.integers(1, 255))
    for damaged in (whole[:-1], whole + b"\0", bytes(other)):
        with pytest.raises((ValueError, TypeError, struct.error)):
            Shard.from_bytes(damaged, codes)


@given(st.dictionaries(st.text("abcé", min_size=1), OCCURRENCES, max_size=9))
def test_a_shard_of_words_gives_back_what_went_in(terms: dict[str, list[tuple[int, int]]]) -> None:
    again = Shard.from_bytes(shard(terms).to_bytes(), words)
    assert {name: again.occurrences(name) for name in again.names} == {n: sorted(rows) for n, rows in terms.items()}


@pytest.mark.parametrize("numbers", [(3, 9), (65_536, 131_071), (65_535, 65_536)])
@pytest.mark.parametrize("length", [40, 90_000])
def test_terms_keep_their_articles_and_positions_however_large(numbers: tuple[int, int], length: int) -> None:
    one, other = (scan(document(articles(1)[0]), text * (length // len(text))) for text in ("山と川。", "川と山。"))
    found = gathered([(numbers[0], one), (numbers[1], other)])
    (pair,) = pair_codes("山と")
    expected = [
        number << 32 | start + match.start()
        for number, scanned in zip(numbers, (one, other), strict=True)
        for start, section in scanned.sections
        for match in re.finditer("山と", section)
    ]
    assert found[MIXED][pair] == expected


@given(
    st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(1, 50)), unique_by=lambda one: one[0]),
    st.integers(1, 200),
)
def test_a_tree_finds_every_term_in_a_leaf_that_fits(terms: list[tuple[int, int]], limit: int) -> None:
    terms.sort()
    leaves = list(tree.leaves(terms, limit))
    paths = [leaf.path for leaf in leaves]
    assert tree.read(tree.spell(paths)) == paths
    for leaf in leaves:
        held = terms[leaf.start : leaf.stop]
        assert sum(weight for _, weight in held) <= limit or len(leaf.path) == keys.BITS
        assert all(tree.find(paths, key, 0) == leaf.path for key, _ in held)
    assert [term for leaf in leaves for term in terms[leaf.start : leaf.stop]] == terms


def test_words_that_begin_alike_lie_in_the_span_of_their_beginning() -> None:
    low, high = keys.span("ele")
    for word in ("ele", "election", "elephants", "elezzzzzzzz"):
        assert low <= keys.alphabetic(word) <= high
    for word in ("el", "eke", "elf", "f"):
        assert not low <= keys.alphabetic(word) <= high


@pytest.mark.parametrize(
    ("text", "pairs", "words", "signs"),
    [
        ("北方領土", ["北方", "領土"], [], ""),
        ("北方領", ["北方", "方領"], [], ""),
        ("nato加盟", ["加盟"], ["nato"], ""),
        ("x線", ["x線"], ["x"], ""),
        ("data gov", [], ["data", "gov"], ""),
        ("猫 nekoma", [], ["nekoma"], "猫"),
        ("2019年", ["20", "01", "9年"], [], ""),
    ],
)
def test_a_phrase_is_covered(text: str, pairs: list[str], words: list[str], signs: str) -> None:
    needed = plan(text)
    assert [text[place : place + 2] for place, _ in needed.pairs] == pairs
    assert [code for _, code in needed.pairs] == [pair_codes(pair)[0] for pair in pairs]
    assert [word for _, word in needed.words] == words
    assert "".join(map(chr, needed.signs)) == signs


@pytest.mark.parametrize(
    ("pair", "family"),
    [
        ("東京", "k"),
        ("サー", "k"),
        ("東は", "m"),
        ("した", "h"),
        ("ab", ""),
        ("a線", "k"),
        ("東 ", ""),
        ("19", "k"),
        ("a1", "k"),
    ],
)
def test_pairs_belong_to_families(pair: str, family: str) -> None:
    assert family_of_pair(pair_codes(pair)[0]) == family


def test_numbers_follow_the_date_and_leave_room() -> None:
    made = [document(article) for article in articles(90)]
    numbering = number(made)
    assert [one.date for one in numbering.documents] == sorted(one.date for one in made)
    assert list(numbering.numbers) == sorted(set(numbering.numbers))
    assert all(year.start % STEP == 0 for year in numbering.years)
    assert numbering.years[0].name == ""


def read_facets(data: bytes, articles: int) -> meta.Facets:
    """What ``facets_bytes`` wrote; ``client/store.js`` reads it so."""
    plain = inflate(data)
    (length,) = struct.unpack_from("<I", plain)
    names, planes = json.loads(plain[4 : 4 + length]), iter(plain[4 + length :])

    def taken(count: int) -> list[int]:
        return numbers_of([bytes(islice(planes, count)) for _ in range(3)])

    columns = {}
    for kind in names:
        counts = taken(articles)
        values = iter(taken(sum(counts)))
        columns[kind] = tuple(tuple(islice(values, count)) for count in counts)
    return meta.Facets({kind: tuple(map(tuple, rows)) for kind, rows in names.items()}, columns)


def test_meta_and_facets_give_back_what_went_in() -> None:
    numbering = number([document(article) for article in articles(40)])
    facets = meta.facets(numbering)
    assert read_facets(meta.facets_bytes(facets), 40) == facets
    described = meta.Meta("v", (Year("2001", 0, 2),), {KANJI: "101", WORD: "01"}, "ab", (bytes([3, 4]), bytes([1])))
    assert meta.read_meta(meta.meta_bytes(described)) == described


def test_facets_have_room_for_many_authors_of_an_archive_and_of_an_article() -> None:
    facets = many_authors()
    assert read_facets(meta.facets_bytes(facets), 3) == facets


def test_fragments_give_back_what_went_in() -> None:
    for text in ("日本語の文。", "An English text.", ""):
        header = fragments.head(document(articles(1)[0]))
        stored, units = fragments.pack(header, [text, text + "二"])
        assert len(stored) == fragments.UNIT * sum(units)
        first = fragments.UNIT * units[0]
        assert [fragments.unpack(part).text for part in (stored[:first], stored[first:])] == [text, text + "二"]


def test_a_newline_in_a_title_cannot_break_a_fragment() -> None:
    from dataclasses import replace

    odd = replace(document(articles(1)[0]), title="一行目\n二行目")
    stored, _ = fragments.pack(fragments.head(odd), ["本文"])
    assert fragments.unpack(stored).title == "一行目 二行目"
    assert fragments.unpack(stored).text == "本文"


def test_files_grow_slower_than_the_archive() -> None:
    assert limit(KANJI, 100) <= limit(KANJI, 2000) < limit(KANJI, 10_000) < 5 * limit(KANJI, 2000)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("abcde", "abcde", 0), ("abcde", "abced", 1), ("abcde", "abde", 1), ("abcde", "abxde", 1), ("abcde", "xbxde", 2)],
)
def test_slips_between_words(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == slips


@pytest.mark.parametrize(
    ("words", "root"),
    [
        ("connect connected connecting connection connections", "connect"),
        ("election elections", "elect"),
        ("happy happiness", "happi"),
        ("skies sky", "sky"),
        ("running runs run", "run"),
        ("生", "生"),
        ("biologist biology", "biolog"),
    ],
)
def test_stems(words: str, root: str) -> None:
    assert {stem(word) for word in words.split()} <= {root, "biolog", "biologi"}


def test_a_computer_that_would_make_a_wrong_index_makes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine("builtin")
    monkeypatch.setattr(sys, "byteorder", "big")
    with pytest.raises(ArchiveError) as told:
        engine("builtin")
    assert [problem.code for problem in told.value.diagnostics] == ["search/byte-order"]
    assert engine("none") is None
