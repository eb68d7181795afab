"""Sentences about a text: republication, pages, series, profile heads, and languages."""

from __future__ import annotations

import pytest

from builder.model import SeriesPlace
from builder.text.escaping import escape_line
from builder.text.languages import language_of
from builder.text.notes import (
    heads_profile,
    is_remark,
    leads_on,
    number_in_title,
    part_of,
    refers_back,
    republication,
    series_place,
    without_part,
)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("※当記事は論潮ニュース 個人からの転載です。", "論潮ニュース 個人"),
        ("本記事は「みなと週報」2017年4月号からの転載です", "「みなと週報」2017年4月号"),
        ("この記事は、みなと通信に2019年5月3日に掲載されたものです。", "みなと通信"),
        ("初出：『論潮』1998年5月号", "『論潮』1998年5月号"),
        ("※当記事は「みなと週報」からの転載です。", "みなと週報"),
        ("本稿は『論潮』1998年5月号より転載した。", "論潮"),
        ("This article was originally published in The Harbour Review.", "The Harbour Review"),
        ("Republished with permission from Valley Quarterly.", "Valley Quarterly"),
        ("Reprinted by permission of Harbour Press.", "Harbour Press"),
        ("（本文转载自《港口周刊》）", "港口周刊"),
    ],
)
def test_a_republication_names_its_source(text: str, source: str) -> None:
    assert republication(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "この記事を転載したのは誰か。",
        "転載を禁じます。",
        "The article was long.",
        "First published on November 19, 2019 / 8:16 AM",
        "彼は当記事を読んだ。",
        "x" * 400,
    ],
)
def test_other_sentences_are_no_republication(text: str) -> None:
    assert republication(text) is None


def test_a_remark_speaks_of_the_text() -> None:
    assert is_remark("※本記事は講演をもとに再構成したものです。")
    assert not is_remark("本論に入る前に一言。")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("港の朝（1/2 ページ）", (1, 2)),
        ("２／３ページ", (2, 3)),
        ("Page 1 of 4", (1, 4)),
        ("全3ページ中2ページ", (2, 3)),
        ("1/2", (1, 2)),
    ],
)
def test_page_marks(text: str, part: tuple[int, int]) -> None:
    assert part_of(text) == part


@pytest.mark.parametrize("text", ["3/2 ページ", "2017/3/24", "1/1ページ", "半分の1/2が賛成", "page"])
def test_what_is_no_page_mark(text: str) -> None:
    assert part_of(text) is None


def test_the_mark_leaves_the_title() -> None:
    assert without_part("港の朝（1/2 ページ）") == "港の朝"
    assert without_part("港の朝") == "港の朝"


def test_a_next_page_is_announced() -> None:
    assert leads_on("1|2 次のページへ")
    assert not leads_on("港は次の世代へ")


def test_series_and_their_numbers() -> None:
    assert series_place("連載「海を読む」第3回") == SeriesPlace("海を読む", 3)
    assert series_place("集中連載「海を読む」　第3回（全5回）") == SeriesPlace("海を読む", 3)
    assert series_place("コラム「海を読む」") == SeriesPlace("海を読む", None)
    assert series_place("コラム 海を読む") is None
    assert series_place("海を読む No.12") == SeriesPlace("海を読む", 12)
    assert series_place("回答No.12") is None
    assert series_place("海を読む　第12回") == SeriesPlace("海を読む", 12)
    assert series_place("海を読む　第二回") == SeriesPlace("海を読む", 2)
    assert series_place("連載「海を読む」第十三回") == SeriesPlace("海を読む", 13)
    assert series_place("第二回会談が開かれた。") is None
    assert series_place("第2回会談が開かれた。") is None
    assert number_in_title("【第5回】港の朝") == 5
    assert number_in_title("第2回会談の行方") is None


def test_profile_heads() -> None:
    assert heads_profile("■プロフィール")
    assert heads_profile("About the Author")
    assert not heads_profile("プロフィールの書き方")


def test_a_body_may_lean_on_what_came_before() -> None:
    assert refers_back("港の再建についても、こうした文脈から理解する必要があろう。")
    assert refers_back("しかし、話は終わらない。")
    assert not refers_back("港の朝は早い。")
    assert not refers_back("The harbour wakes early.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("港の朝は早い。船は霧のなかを出ていく。", "ja"),
        ("港口的早晨来得很早。船在雾中出发，人们站在岸边看着它们离开，谁也没有说话。", "zh"),
        ("항구의 아침은 이르다. 배들은 안개 속으로 떠난다. 사람들은 말이 없다.", "ko"),
        ("The harbour wakes early and the boats go out in the fog, as they have for years.", "en"),
        ("Der Hafen erwacht früh, und die Boote fahren in den Nebel hinaus, wie sie es immer getan haben.", "de"),
        (
            "Le port se réveille tôt et les bateaux partent dans le brouillard, comme ils le font depuis des années.",
            "fr",
        ),
        ("12345", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# 1 の意味", "\\# 1 の意味"),
        ("1. 港", "1\\. 港"),
        ("*注*", "\\*注\\*"),
        ("a_b", "a_b"),
        ("港", "港"),
        ("- 港", "\\- 港"),
    ],
)
def test_plain_text_stays_plain(text: str, escaped: str) -> None:
    assert escape_line(text) == escaped
