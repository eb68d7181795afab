from collections.abc import Sequence
from dataclasses import replace

import pytest

from builder.ingest.extraction import Extraction, Line
from builder.ingest.pile.name_lines import known_author, with_name_lines, without_profiles
from builder.model import Contributor

from .pages import PROSE, extraction

KNOWN = {"水野遥", "塩谷瑞穂"}.__contains__
PROFILE = "地域交通研究者\n大学院で都市計画を学び、地方鉄道の営業調査に携わる。"


def page(lines: Sequence[str], *authors: str) -> Extraction:
    numbered = tuple(Line(n, text, text) for n, text in enumerate(["題", *lines], 1))
    return with_name_lines(replace(extraction(authors=authors), lines=numbered))


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("水野遥（地域交通研究者）", "地域交通研究者"),
        ("2013年6月1日 06:00 水野遥（地域交通研究者）", "地域交通研究者"),
        ("文：水野 遥(記者)", "記者"),
        ("水野遥（みずのはるか）", ""),
        ("水野遥（45）", ""),
        ("水野遥（訳・塩谷瑞穂）", ""),
        ("水野遥さんの話", ""),
    ],
)
def test_an_occupation_in_brackets_is_the_role(line: str, role: str) -> None:
    assert page([line], "水野遥").authors == (Contributor("水野遥", role),)


def test_an_occupation_that_is_the_role_does_not_head_the_profile_too() -> None:
    found = extraction()
    lines = (Line(1, "題", "題"), Line(2, "水野遥（地域交通研究者）", ""))
    found = replace(found, lines=lines, authors=(Contributor("水野遥", profile=PROFILE),))
    (person,) = with_name_lines(found).authors
    assert (person.role, person.profile) == ("地域交通研究者", "大学院で都市計画を学び、地方鉄道の営業調査に携わる。")


@pytest.mark.parametrize("space", ["\n", "　"])
def test_a_line_that_goes_on_behind_the_name_is_the_profile(space: str) -> None:
    (person,) = page([PROSE, PROSE, f"水野遥{space}{PROFILE}"], "水野遥").authors
    assert person.profile == PROFILE


@pytest.mark.parametrize(
    "line",
    ["이용민 기자 | 2020-03-04 16:52", "水野遥 2017年3月24日 21:30 更新", "水野遥 記者｜架空新聞社会部"],
)
def test_when_it_was_printed_tells_nobody(line: str) -> None:
    (person,) = page([PROSE, PROSE, line], line.split(" ")[0]).authors
    assert person.profile == ""


def known(*lines: str) -> tuple[Contributor, ...]:
    return known_author(page(lines), KNOWN)


@pytest.mark.parametrize(
    "line", ["水野遥", "文＝水野遥", "by 水野遥", "水野遥氏", "2013年6月1日 水野遥", "論壇\n水野遥"]
)
def test_an_author_whom_the_archive_knows_is_recognised(line: str) -> None:
    assert known(PROSE, line) == (Contributor("水野遥"),)


def test_a_wire_signs_in_brackets() -> None:
    assert known("【青灯通信＝塩谷瑞穂】「世界津波の日」の五日、" + PROSE) == (Contributor("塩谷瑞穂"),)


def test_what_several_lines_say_is_put_together() -> None:
    assert known("水野遥（記者）", PROSE, PROSE, "水野遥\n" + PROFILE) == (Contributor("水野遥", "記者", PROFILE),)


@pytest.mark.parametrize("lines", [("藤枝直子",), ("水野遥", "塩谷瑞穂"), ("水野遥の駅を訪ねて",), ()])
def test_strangers_several_names_and_sentences_give_nobody(lines: tuple[str, ...]) -> None:
    assert known(*lines) == ()


def test_a_profile_at_the_end_leaves_the_body() -> None:
    person = Contributor("水野遥", "", PROFILE)
    assert without_profiles(f"{PROSE}\n\n水野遥\n{PROFILE}", (person,)) == PROSE
    assert without_profiles(f"{PROSE}\n\n筆者紹介\n水野遥\n{PROFILE}", (person,)) == PROSE
    assert without_profiles(f"{PROSE}\n\n終わり。", (person,)) == f"{PROSE}\n\n終わり。"
