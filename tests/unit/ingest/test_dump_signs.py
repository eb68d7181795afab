"""What is seen of the lines of a dump as columns: each value as a plain reading line by line would give it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.dump.cues import cues_of
from builder.ingest.dump.page_text import Column, PageText
from builder.ingest.dump.phrases import Phrases
from builder.ingest.dump.rows import rows
from builder.ingest.dump.signs.kinship import kinship
from builder.ingest.dump.signs.ranges import NEVER, Shifts, Windows, richest_of_each, since, until
from builder.ingest.dump.signs.stretches import Stretches
from builder.ingest.dump.signs.table import read_signs
from builder.ingest.dump.trees import trees_of
from builder.ingest.dump.words import Words

FLAGS = st.lists(st.booleans(), min_size=1, max_size=40)
NUMBERS = st.lists(st.integers(-5, 5), min_size=1, max_size=30)


def sign(name: str, *lines: str) -> Column:
    """One sign of each of ``lines``."""
    return read_signs(rows(lines)).matrix([name])[0]


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=80), max_size=30))
def test_every_sign_is_one_number_for_each_line_of_any_text(lines: list[str]) -> None:
    found = rows(lines)
    if found:
        signs = read_signs(found)
        matrix = signs.matrix(tuple(signs.columns))
        assert matrix.shape == (len(signs.columns), len(found))
        assert np.isfinite(matrix).all()


@pytest.mark.parametrize(
    ("name", "line", "value"),
    [
        ("width", "港 port", 7),
        ("words", "the port of Saltmere", 4),
        (
            "solid",
            "潮は満ち、また引いた。船はもう戻らないのだろうか、と老人は言い、桟橋の端に腰を下ろして煙草を出した。",
            1,
        ),
        ("solid", "「もう戻らないのか」", 0),
        ("solid", "「もう戻らないのか。」", 1),
        ("solid", "Trending now", 0),
        ("stop", "It was late.)", 1),
        ("stop", "It was late...", 0),
        ("stops", "It was late. He left. 本当に。", 2),
        ("small", "the sea of the world", 0.6),
        ("dated", "2019年05月14日(火)21時30分", 1),
        ("dated", "March 24, 2017 at 9:30", 1),
        ("dated", "第3回港湾会議", 0),
        ("dated", "call 12017 88", 0),
    ],
)
def test_a_line_by_itself(name: str, line: str, value: float) -> None:
    assert sign(name, line)[0] == pytest.approx(value)


def test_the_lines_around_are_seen_and_the_edges_of_the_page() -> None:
    lines = ("Menu", "The tide had its way with the harbour wall again, as it had every winter of my life.", "•  News")
    assert sign("width -1", *lines).tolist() == [-1, 4, len(lines[1])]
    assert sign("width +1", *lines).tolist() == [len(lines[1]), 4, -1]
    assert sign("text since", *lines).tolist() == [NEVER, NEVER, 1]
    assert sign("text below 2", *lines).tolist() == [len(lines[1]), 0, 0]


def test_a_line_is_under_the_last_heading_until_running_text_begins() -> None:
    text = "The tide had its way with the harbour wall again, as it had every winter of my life."
    under = sign("under", "Related articles", "A wall that gave way", text, "Another line")
    assert under[1] > 0
    assert under[0] == under[3] == 0


def test_copies_of_a_line_are_counted() -> None:
    assert sign("copies", "Read more: tides", "Read more: ships", "Read more: tides").tolist() == [2, 1, 2]


@given(FLAGS)
def test_steps_to_the_next_marked_line(flags: list[bool]) -> None:
    marked = [i for i, flag in enumerate(flags) if flag]
    places = range(len(flags))
    assert since(np.array(flags)).tolist() == [min((i - m for m in marked if m < i), default=NEVER) for i in places]
    assert until(np.array(flags)).tolist() == [min((m - i for m in marked if m > i), default=NEVER) for i in places]


@given(NUMBERS, st.integers(0, 4), st.integers(-1, 4))
def test_windows_are_sums_of_slices(numbers: list[int], above: int, below: int) -> None:
    found = Windows(np.array(numbers), 5)(above, below)
    assert found.tolist() == [sum(numbers[max(0, i - above) : max(0, i + below + 1)]) for i in range(len(numbers))]


@given(NUMBERS, st.integers(-3, 3))
def test_shifts_are_the_values_of_lines_nearby(numbers: list[int], by: int) -> None:
    beyond = [9] * 3 + numbers + [9] * 3
    assert Shifts(np.array(numbers), 9.0)(by).tolist() == beyond[3 + by : 3 + by + len(numbers)]


@given(NUMBERS)
def test_the_richest_stretch_has_the_largest_sum(numbers: list[int]) -> None:
    ((first, last),) = richest_of_each(np.array([numbers]))
    ends = [(i, j) for i in range(len(numbers)) for j in range(i, len(numbers))]
    assert sum(numbers[first : last + 1]) == max(0, *(sum(numbers[i : j + 1]) for i, j in ends))


@given(FLAGS.filter(any))
def test_each_line_belongs_to_the_nearest_stretch(flags: list[bool]) -> None:
    found = Stretches.of(np.array(flags), 2)
    spans = list(zip(found.first.tolist(), found.last.tolist(), strict=True))
    for i in range(len(flags)):
        away = [first - i if i < first else max(0, i - last) for first, last in spans]
        assert abs(found.distance[i]) == min(away)
        assert found.nearest[i] == away.index(min(away))


@given(st.lists(st.text("ab ", min_size=1, max_size=8), unique=True, min_size=1), st.lists(st.text("ab C", max_size=9)))
def test_phrases_are_found_where_they_stand(phrases: list[str], lines: list[str]) -> None:
    page = PageText(lines)
    expected = {(n, i) for n, phrase in enumerate(phrases) for i, line in enumerate(lines) if phrase in line.lower()}
    if lines:
        assert set(Phrases(phrases).on(page)) == expected


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("Share", "share"),
        ("▶ 関連記事", "related"),
        ("12 comments", "comments"),
        ("Read more: the tide", "related"),
        ("All the news to your inbox", "subscribe~"),
        ("The share of the sea", ""),
        ("図1　港の水深", "credit"),
        ("資料：湊市", "credit"),
        ("写真", "nav"),
        ("写真＝水野遥", "credit"),
        ("撮影", "credit"),
        ("更新：3月4日", "meta"),
        ("残り1200文字", "subscribe"),
        *(
            (line, "")
            for line in ("図書館の窓", "表現の自由", "資料館の夜", "写真家の手", "提供者たち", "広告会社の三十年")
        ),
        *(
            (line, "")
            for line in ("更新料は誰のものか", "公開講座の春", "タグボートの朝", "残り物の煮方", "無断欠勤のすすめ")
        ),
        ("all the news to your inbox, and more of it " * 8, ""),
    ],
)
def test_what_the_words_of_a_line_are_for(line: str, cue: str) -> None:
    assert cues_of(PageText(["before", line, "after"]))[1] == cue


def test_words_are_the_same_in_either_case_and_others_are_not() -> None:
    marks = Words(PageText(["Tide tide TIDE tied"])).marks
    assert marks[0] == marks[1] == marks[2] != marks[3]


def test_kinship_counts_words_that_other_lines_share() -> None:
    page = PageText(["harbour tide", "the harbour wall and the tide", "winter coats sale", "tide"])
    shared = kinship(Words(page).tokens, np.array([False, True, False, False]))
    assert shared[0] == 1
    assert shared[1] == 0, "a line is no kin of itself"
    assert shared[2] == 0
    assert shared[3] == -1, "one word says nothing"


def test_japanese_kinship_is_by_pairs_of_characters() -> None:
    page = PageText(["港の朝", "静かな港の夜"])
    assert kinship(Words(page).tokens, np.array([False, True]))[0] == 0.5


def test_trees_say_the_same_asked_at_once_as_asked_one_by_one() -> None:
    table = {
        "start": -0.5,
        "signs": ["a", "b"],
        "unit": 10,
        "trees": [
            {"asks": [[0, 0.5], [1, 2.0]], "says": [1, 2, 3, 4]},
            {"asks": [[1, -1.0]], "says": [-10, 20]},
        ],
    }
    lines = 1_200
    matrix = np.random.default_rng(1).normal(size=(2, lines)).astype(np.float32) * 3
    expected = [
        -0.5 + [0.1, 0.2, 0.3, 0.4][int(a > 0.5) + 2 * int(b > 2.0)] + [-1.0, 2.0][int(b > -1.0)] for a, b in matrix.T
    ]
    assert trees_of(table).odds(matrix) == pytest.approx(expected)
    assert len(trees_of(table).odds(matrix[:, :0])) == 0
