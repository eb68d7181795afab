"""Dates: every form of many days is read as that day, and what is no date is not made one."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.text.dates import find_dates, parse_date
from builder.text.numerals import number

WIDE = str.maketrans("0123456789/:.-()", "０１２３４５６７８９／：．－（）")
MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")


def by_value(n: int) -> str:
    tens, ones = divmod(n, 10)
    return (
        ("" if tens < 2 else "〇一二三四五六七八九"[tens])
        + ("十" if tens else "")
        + ("〇一二三四五六七八九"[ones] if ones else "")
    )


ERAS = (
    ("令和", date(2019, 5, 1)),
    ("平成", date(1989, 1, 8)),
    ("昭和", date(1926, 12, 25)),
    ("大正", date(1912, 7, 30)),
)


def era(day: date) -> str:
    for name, first in ERAS:
        if day >= first:
            count = day.year - first.year + 1
            return name + ("元" if count == 1 else str(count))
    return f"明治{day.year - 1867}"


def forms(t: datetime) -> dict[str, str]:
    """Texts of one moment -> the ISO date they must give, with +09:00 as the zone of times without one."""
    d, minute = t.date().isoformat(), t.strftime("T%H:%M")
    y, m, dd, week = t.year, t.month, t.day, "月火水木金土日"[t.weekday()]
    half = ("午後" if t.hour >= 12 else "午前") + f"{t.hour % 12}時{t.minute:02}分"
    half_ko = f"{'오후' if t.hour >= 12 else '오전'} {t.hour % 12}시 {t.minute}분"
    clock12 = t.strftime("%I:%M").lstrip("0")
    local = d + minute + "+09:00"
    made = {
        f"{y}年{m}月{dd}日": d,
        f"{y}年{m:02}月{dd:02}日({week})": d,
        f"{y}年{m}月{dd}日{week}曜日": d,
        f"{y}年{m}月{dd}日（{week}）{t.hour}時{t.minute:02}分": local,
        f"{y}年{m}月{dd}日 {half}": local,
        f"{y}年{m}月{dd}日 {t:%H:%M}": local,
        f"{y}年{m}月{dd}日 {t:%H:%M} 公開": local,
        f"{y}年 {m}月 {dd}日": d,
        f"{y}/{m}/{dd} {t.hour}:{t.minute:02}": local,
        f"{y}/{m:02}/{dd:02}": d,
        f"{y}.{m}.{dd}": d,
        f"{y}.{m:02}.{dd:02} {t:%H:%M}": local,
        f"{y}-{m:02}-{dd:02}{minute}:00Z": d + minute + "+00:00",
        f"{y}-{m:02}-{dd:02}{minute}:00+02:00": d + minute + "+02:00",
        f"{y}-{m:02}-{dd:02} {t:%H:%M}:00 -0330": d + minute + "-03:30",
        f"{str(y).translate(KANJI)}年{by_value(m)}月{by_value(dd)}日": d,
        f"{era(t.date())}年{m}月{dd}日": d,
        f"{era(t.date())}年{by_value(m)}月{by_value(dd)}日({week})": d,
        f"{MONTHS[m - 1]} {dd}, {y}": d,
        f"{MONTHS[m - 1][:3]}. {dd}, {y} at {clock12} {'p.m.' if t.hour >= 12 else 'a.m.'} GMT": d + minute + "+00:00",
        f"{t:%A}, {MONTHS[m - 1]} {dd}, {y} {clock12}{'PM' if t.hour >= 12 else 'AM'}": local,
        f"{dd} {MONTHS[m - 1]} {y}": d,
        f"{t:%a}, {dd} {MONTHS[m - 1][:3]} {y} {t:%H:%M}:00 +0000": d + minute + "+00:00",
        f"{dd:02}.{m:02}.{y}, {t:%H:%M} Uhr": local,
        f"{y}년 {m}월 {dd}일 ({'월화수목금토일'[t.weekday()]}) {half_ko}": local,
        f"{y}. {m}. {dd}. {t:%H:%M}": local,
        f"{y}年{m}月{dd}日 星期{'一二三四五六日'[t.weekday()]} {t:%H:%M}": local,
    }
    return made | {text.translate(WIDE): iso for text, iso in list(made.items())[:16]}


@given(st.datetimes(min_value=datetime(1873, 2, 1), max_value=datetime(2099, 12, 31)))
def test_every_form_of_every_day_is_read_as_that_day(moment: datetime) -> None:
    for text, iso in forms(moment).items():
        found = parse_date(text, timezone="+09:00")
        assert found is not None, text
        assert found.iso == iso, text


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)), st.integers(1, 6))
def test_a_date_with_another_days_weekday_is_not_trusted(day: date, shift: int) -> None:
    wrong = "月火水木金土日"[(day.weekday() + shift) % 7]
    assert parse_date(f"{day.year}年{day.month}月{day.day}日({wrong})") is None


@given(st.text(max_size=60) | st.text("0123456789１九十元年月日時分平成令和昭/-.:, 火()May", max_size=60))
@example("本日、平成元年1月8日（日）の朝")
def test_any_text_is_read_without_fault_and_positions_are_inside(text: str) -> None:
    for found in find_dates(text, timezone="+09:00", context_year=2020, day_first=True, partial=True):
        assert 0 <= found.start < found.end <= len(text)
        datetime.fromisoformat(found.iso + "-01-01"[(len(found.iso) - 4) :] if len(found.iso) < 10 else found.iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("平成元年1月8日", "1989-01-08"),
        ("昭和64年1月7日", "1989-01-07"),
        ("大正15年12月25日", "1926-12-25"),
        ("昭和元年12月25日", "1926-12-25"),
        ("明治四十五年七月三十日", "1912-07-30"),
        ("大正元年7月30日", "1912-07-30"),
        ("平成31年4月30日", "2019-04-30"),
        ("令和元年五月一日", "2019-05-01"),
        ("R1.5.1", "2019-05-01"),
        ("H29.3.24", "2017-03-24"),
        ("平成29年", "2017"),
        ("2017年3月", "2017-03"),
        ("20170324", "2017-03-24"),
        ("二千十七年三月廿四日", "2017-03-24"),
        ("2017年3月24日午後9時半", "2017-03-24T21:30"),
        ("2017年3月24日午後12時30分", "2017-03-24T12:30"),
        ("2017年3月24日 0:30 AM", "2017-03-24T00:30"),
        ("2017年3月24日 12:30-13:30", "2017-03-24T12:30"),
        ("Published 8:00 a.m. ET Jan. 12, 2024 Updated 9:15 a.m. ET Jan. 12, 2024", "2024-01-12T08:00-05:00"),
        ("7:05 p.m. ET July 12, 2024", "2024-07-12T19:05-04:00"),
        ("9:30 PM EST, Fri January 12, 2024", "2024-01-12T21:30-05:00"),
        ("January 12, 2024 9:30 PMTags", "2024-01-12T21:30"),
        ("January 12, 2024 9:30 pmtags", "2024-01-12T09:30"),
        ("2017（平成29）年3月24日", "2017-03-24"),
        ("2017年(平成29年)3月24日", "2017-03-24"),
        ("平成29年(2017年)3月24日", "2017-03-24"),
        ("2017年(第3回)3月24日", "2017"),
        ("’10/3/7", "2010-03-07"),
        ("‘98.6.12", "1998-06-12"),
        ("24. März 2017", "2017-03-24"),
        ("le 24 mars 2017 à 21h30", "2017-03-24T21:30"),
        ("24 de marzo de 2017", "2017-03-24"),
        ("03/24/2017", "2017-03-24"),
        ("2017年3月24日 公開 / 2018年1月1日 更新", "2017-03-24"),
    ],
)
def test_single_forms(text: str, iso: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "2017年2月30日",
        "2017年13月1日",
        "2020-05-00",
        "2020/00/00",
        "2020年0月3日",
        "May 0, 2020",
        "平成元年1月7日の朝刊",
        "昭和64年1月8日の朝刊",
        "平成31年5月1日に",
        "明治5年12月3日に",
        "03/04/2017",
        "192.168.10.1",
        "version 2017.3",
        "tel 03-1234-5678",
        "2017/3/24/5",
        "2025年12月 2日号(11/26発売)",
        "Section 12 of 2017 pages",
        "日韓と米国の月",
        "2017年3月24日 2018年3月24日",
        "",
    ],
)
def test_no_date_rather_than_a_wrong_one(text: str) -> None:
    found = parse_date(text)
    assert found is None or len(found.iso) < 10


def test_a_missing_year_comes_from_the_context_and_the_weekday_settles_it() -> None:
    assert find_dates("12月31日(土)", context_year=2017)[0].iso == "2016-12-31"
    assert find_dates("3月24日（金）10時", context_year=2017, timezone="+09:00")[0].iso == "2017-03-24T10:00+09:00"
    assert find_dates("3月24日（金）10時") == []


def test_day_first_is_asked_for() -> None:
    found = parse_date("03/04/2017", day_first=True)
    assert found is not None
    assert found.iso == "2017-04-03"


def test_labels_tell_what_the_date_is_of() -> None:
    assert [d.label for d in find_dates("公開：2017年3月24日　最終更新：2017年3月25日")] == ["published", "updated"]
    assert [d.label for d in find_dates("2017年3月24日 更新: 2017年3月25日")] == ["", "updated"]
    assert find_dates("2017年4月5日号")[0].label == "issue"


@pytest.mark.parametrize(
    "text",
    [
        "1985年3月25日5刷発行",
        "昭和54年5月10日初版発行",
        "1979年5月10日　第一版第一刷発行",
        "（底本：『港の声』架空書房、1979年5月10日発行）",
        "底本：「港の声」架空書房\n　　　1979（昭和54）年5月10日発行",
    ],
)
def test_the_day_on_which_a_book_was_printed_is_that_of_something_else(text: str) -> None:
    assert [(d.label, d.confidence < 0.5) for d in find_dates(text)] == [("other", True)]


@pytest.mark.parametrize(
    "text", ["2003年2月3日 第5版", "2019年5月3日発行", "2019年5月3日第5号発行", "底本は古い。2019年5月3日"]
)
def test_the_day_of_a_paper_is_its_own(text: str) -> None:
    assert [d.confidence > 0.5 for d in find_dates(text)] == [True]


@pytest.mark.parametrize(
    ("text", "value"), [("二十九", 29), ("〇三", 3), ("千九百八十", 1980), ("１２", 12), ("十二三", None), ("", None)]
)
def test_numbers(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["3月0日", "0/3 10:20", "May 0", "0 May"])
def test_nor_one_of_a_day_nought_in_a_known_year(text: str) -> None:
    assert find_dates(text, context_year=2020) == []
