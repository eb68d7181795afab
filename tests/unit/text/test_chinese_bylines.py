"""Chinese by-lines: posts before names, with or without a blank; editors and photographers did not write."""

from __future__ import annotations

import pytest

from builder.text.bylines import find_byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（总台记者 林清）", ["林清"]),
        ("港口的早晨很安静。（总台记者 林清）", ["林清"]),
        ("记者林清", ["林清"]),
        ("虚构日报记者林清", ["林清"]),
        ("记者：林清 周启明", ["林清", "周启明"]),
        ("（记者林清 周启明）", ["林清", "周启明"]),
        ("本报记者 林清 通讯员 周启明", ["林清", "周启明"]),
        ("（本报港口2月3日电 记者林清）", ["林清"]),
        ("记者 林 清", ["林 清"]),
        ("采写：虚构日报记者 林清", ["林清"]),
        ("作者丨林清", ["林清"]),
        ("2023-02-03 10:00来源：虚构网作者：林清责任编辑：周启明", ["林清"]),
        ("文 | 林清 编辑 | 周启明", ["林清"]),
        ("記者王小溪／台北報導", ["王小溪"]),
        ("〔記者王小溪、林大川／綜合報導〕", ["王小溪", "林大川"]),
        ("【本報記者王小溪台北報導】", ["王小溪"]),
        ("（虛構社記者王小溪台北3日電）", ["王小溪"]),
        ("文／王小溪 圖／林大川", ["王小溪"]),
        ("採訪撰文／王小溪", ["王小溪"]),
        ("文：水野遥写真：青木透", ["水野遥"]),
        ("記者　小泉　一郎", ["小泉 一郎"]),
        ("虚构财经　2004年7月16日08:19 [ 林清 ] 来源：[ 海岸日报 ]", ["林清"]),
        ("【林大川】來源：海岸日報", ["林大川"]),
        ("haiyan88 发表于 2005-9-15 11:46:00", ["haiyan88"]),
        ("林清 发表于 2005年9月15日", ["林清"]),
    ],
)
def test_reporters_are_found_behind_their_post(line: str, names: list[str]) -> None:
    found = find_byline(line)
    assert found is not None
    assert [c.name for c in found.contributors] == names
    assert found.confidence > 0.5


@pytest.mark.parametrize(
    "line",
    [
        "校对：林清",
        "審核：林清",
        "攝影／林清",
        "（虚构社记者林清摄）",
        "本报记者 林清 摄",
        "记者手记",
        "记者任务",
        "本报记者报道",
        "记者 报道",
        "（记者任职期间）",
        "记者 从有关部门获悉",
        "記者会見",
        "作者系某大学教授",
    ],
)
def test_nobody_is_invented(line: str) -> None:
    assert find_byline(line) is None


@pytest.mark.parametrize("line", ["责任编辑：林清", "編輯：林清 校對：周啟明", "编辑丨林清", "（責編：林清）"])
def test_an_editor_is_no_sure_author(line: str) -> None:
    found = find_byline(line)
    assert found is not None
    assert (found.form, found.confidence < 0.5) == ("weak", True)


def test_a_translator_has_the_role() -> None:
    found = find_byline("作者：林清 译者：周启明")
    assert found is not None
    assert [(c.name, c.role) for c in found.contributors] == [("林清", ""), ("周启明", "訳")]


@pytest.mark.parametrize(
    "line",
    [
        "【快讯】来源：海岸日报",
        "[图片] 来源：海岸日报",
        "原文发表于 2019-3-4",
        "本文发表于 2005年3月4日",
        "首次发表于2005年1月2日",
    ],
)
def test_what_stands_there_and_is_no_name_is_nobody(line: str) -> None:
    assert find_byline(line) is None
