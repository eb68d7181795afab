"""Text dumps: the section, from a label, a trail of links or the page's menus; none rather than a wrong one."""

from __future__ import annotations

import pytest

from builder.ingest.extraction import Extraction

from .reading import read_dump
from .test_dump_head import PARAGRAPHS

TITLE = "「灯りを消さずに島を出た」　岬の灯台守、最後の三十年"


def page(*head: str, tail: tuple[str, ...] = ()) -> Extraction:
    return read_dump("\n".join((*head, "", *PARAGRAPHS[:3], *tail)))


@pytest.mark.parametrize(
    "trail",
    [
        ["ホーム > 岬のくらし > 井戸と道"],
        ["ホーム ＞ 岬のくらし ＞ 井戸と道 ＞ " + TITLE],
        ["現在位置： ホーム / 岬のくらし / 井戸と道 / " + TITLE],
        ["磯辺日報 » 井戸と道 » " + TITLE[:12] + "…"],
        ["ホーム > 井戸と道 > ニュース > 記事"],
        ["  1. ホーム", "  2. 岬のくらし", "  3. 井戸と道", "  4. " + TITLE],
        ["  • ホーム", "  • ＞", "  • 井戸と道", "  • ＞", "  • " + TITLE],
        ["HOME", "井戸と道", TITLE],
        ["ニュース｜井戸と道"],
    ],
)
def test_the_last_step_of_a_trail_is_the_section(trail: list[str]) -> None:
    found = page(*trail, "", TITLE, "2014.04.05")
    assert (found.title, found.section) == (TITLE, "井戸と道")


@pytest.mark.parametrize(
    "above",
    [
        ["« 井戸の水 | ホーム | 岬の猫 »"],
        ["トップ | 岬の話題 | 催し | 地図 | 掲示板"],
        ["ホーム > " + TITLE],
        ["2013|11|12|", "2014|01|02|03|04|"],
        ["  • ホーム", "  • 岬のあゆみ", "  • 交通のご案内"],
        ["ホーム", "磯辺日報", "2014年4月6日"],
        ["磯辺日報 > " + TITLE],
        ["Home", "Essays", "Subscribe", "Search"],
        ["ログイン"],
        ["関連キーワード"],
        ["岬の話題", "井戸の話題", "催しの話題"],
        ["撮影：Mio Harada/Cape Pictures"],
    ],
)
def test_menus_neighbours_and_buttons_over_a_title_are_no_section(above: list[str]) -> None:
    assert page(*above, "", TITLE, "2014.04.05").section == ""


def test_a_label_below_the_trail_is_the_nearer_section() -> None:
    found = page("ホーム ＞ 岬のくらし ＞ 井戸と道", "", "岬の窓から", "2014.04.05", TITLE, "文＝水野遥")
    assert (found.title, found.section) == (TITLE, "岬の窓から")


def test_a_day_may_stand_between_label_and_title() -> None:
    assert page("岬の窓から", "2014.04.05", TITLE, "文＝水野遥").section == "岬の窓から"


def test_what_a_page_begins_with_is_no_section_where_it_owns_the_page() -> None:
    assert page("岬の井戸端", TITLE, "2014.04.05", tail=("", "Copyright 岬の井戸端 All Rights Reserved.")).section == ""


@pytest.mark.parametrize("below", [["カテゴリ：井戸と道"], ["カテゴリー：", "井戸と道"], ["ジャンル : 井戸と道、催し"]])
def test_a_label_below_the_title_may_say_what_it_is(below: list[str]) -> None:
    assert page(TITLE, "2014.04.05", *below).section == "井戸と道"


def test_a_line_beside_the_day_is_a_section_where_a_menu_names_it_too() -> None:
    menu = ("", "カテゴリ一覧", "  • 井戸と道", "  • 催し")
    assert page(TITLE, "2014.04.05", "井戸と道", tail=menu).section == "井戸と道"
    assert page(TITLE, "2014.04.05", "井戸と道").section == ""


def test_a_title_begins_with_a_column_that_is_known() -> None:
    assert page("【時評】" + TITLE, "2014.04.05").section == "時評"
    assert page("【第三夜】" + TITLE, "2014.04.05").section == ""


def test_an_abbreviation_in_capitals_stays_as_it_is() -> None:
    assert page("ホーム > 岬", "OS対応情報", TITLE, "2014.04.05").section == "OS対応情報"


def test_a_label_loses_its_frame() -> None:
    assert page("ホーム > 岬", "", "［岬の窓から］", "2014.04.05", TITLE, "文＝水野遥").section == "岬の窓から"
