import pytest

from builder.ingest.metadata.set_off import Mark, set_off


@pytest.mark.parametrize(
    ("title", "name", "rest", "number"),
    [
        ("【港の科学】潮の満ち引き", "港の科学", "潮の満ち引き", None),
        ("[座標軸]米の値段", "座標軸", "米の値段", None),
        ("港の科学：潮の満ち引き", "港の科学", "潮の満ち引き", None),
        ("Letter from the Quay: Fog again", "Letter from the Quay", "Fog again", None),
        ("【港の科学（12）】潮の満ち引き", "港の科学", "潮の満ち引き", 12),
        ("港の科学（１２）潮の満ち引き", "港の科学", "潮の満ち引き", 12),
        ("港の科学・第十四回　潮の満ち引き", "港の科学", "潮の満ち引き", 14),
        ("港の科学⑤ 潮の満ち引き", "港の科学", "潮の満ち引き", 5),
        ("港の科学 12 潮の満ち引き", "港の科学", "潮の満ち引き", 12),
        ("港の科学 その三　潮の満ち引き", "港の科学", "潮の満ち引き", 3),
        ("港の灯（上）", "港の灯", "", None),
        ("港の灯・下", "港の灯", "", None),
        ("国境の鉄路 前編", "国境の鉄路", "", None),
        ("国境の鉄路＜下＞船を待つ", "国境の鉄路", "船を待つ", None),
        ("The Harbour Lights, Part II", "The Harbour Lights", "", 2),
        ("Harbour notes #12: fog", "Harbour notes", "fog", 12),
        ("【連載】港の灯（下）", "港の灯", "", None),
        ("連載　港の灯（下）船を待つ", "港の灯", "船を待つ", None),
        ("連載●港の科学 第12回　潮の満ち引き", "港の科学", "潮の満ち引き", 12),
        ("連載小説の窓（12）潮の満ち引き", "連載小説の窓", "潮の満ち引き", 12),
        ("潮の満ち引き【港の科学・第14回】", "港の科学", "潮の満ち引き", 14),
        ("潮の満ち引き〈港の科学〉", "港の科学", "潮の満ち引き", None),
    ],
)
def test_what_is_set_off_is_parted_from_the_rest(title: str, name: str, rest: str, number: int | None) -> None:
    found = next(set_off(title))
    assert (found.name, found.rest, found.number) == (name, rest, number)


@pytest.mark.parametrize(
    "title",
    [
        "潮の満ち引き",
        "「港は変わる」と市長",
        "市長「港は変わる」と強調",
        "第3回公判の日",
        "城下の町",
        "2020年の港",
        "①から⑫までの町工場",
    ],
)
def test_nothing_is_set_off_in_a_plain_title(title: str) -> None:
    assert not list(set_off(title))


def test_parts_of_one_work_are_told_apart_however_they_are_counted() -> None:
    assert [next(set_off(f"港の灯{part}")).part for part in ("（上）", "〈上〉", "・上", "（三）", "③", "第3回")] == [
        "上", "上", "上", "3", "3", "3",
    ]  # fmt: skip


def test_what_stands_behind_a_separator_is_no_more_than_a_hint() -> None:
    assert [(found.name, found.mark) for found in set_off("潮の満ち引き｜港の科学")][-1] == ("港の科学", Mark.BEHIND)
