"""Columns that are nothing but a list."""

from __future__ import annotations

import pytest

from .reading import read_dump

RULES = (
    "朝のうちに水をやる。昼の水は葉を焼く。",
    "道具は使ったその日に洗い、油を引く。",
    "名前のわからない草は、抜く前に一週間待つ。",
    "種の袋は捨てない。失敗の日付を書いておく。",
    "雨の日は庭に出ない。土を踏み固めるからだ。",
    "石は動かす前に三度眺める。",
)
HEAD = "庭仕事の六つの決まり\n2019年5月11日\n楠木緑\n"
OTHERS = "\n関連記事\n・港の再開発、着工は来春\n・路線バスの減便続く\n・朝市にぎわう\n・市長選、三氏が届け出\n"


@pytest.mark.parametrize("mark", ["・", "1. "])
@pytest.mark.parametrize("below", ["", OTHERS])
def test_a_list_of_sentences_is_the_text_where_there_is_no_other(mark: str, below: str) -> None:
    found = read_dump(HEAD + "\n".join(mark + rule for rule in RULES) + below)
    assert found.verdict == "article"
    assert found.title == "庭仕事の六つの決まり"
    assert all(rule in found.body for rule in RULES)
    assert "路線バス" not in found.body


def test_a_list_of_headlines_is_no_article() -> None:
    lines = [f"・港の話題その{n}、来春に着工か" for n in range(14)]
    assert read_dump("ホーム\n" + "\n".join(lines)).verdict == "not-an-article: listing"


def test_a_list_of_sentences_beside_a_text_is_part_of_it_or_not_but_never_all() -> None:
    text = "小さな港の改修についても、こうした経緯から理解する必要があろう。測量は三年を要し、費用は町が持った。"
    found = read_dump(HEAD + "\n".join([text] * 4) + "\n" + "\n".join("・" + rule for rule in RULES))
    assert text in found.body


def test_the_first_item_of_a_list_is_no_title() -> None:
    found = read_dump("\n".join("・" + rule for rule in RULES))
    assert found.title == ""
    assert RULES[0] in found.body


TERMS = (
    "著作権は著者に属します。",
    "無断転載を禁じます。",
    "引用の際は出典を示してください。",
    "内容は予告なく変わります。",
)


def test_a_list_of_terms_below_a_poem_is_not_the_text() -> None:
    poem = "霧が降りる\n桟橋の板を濡らし\nだれも来ない\n船の音だけが\n遠くで鳴って\n消える\n"
    found = read_dump("港の朝\n水野遥\n\n" + poem + "\n" + "\n".join("・" + term for term in TERMS))
    assert not any(term in found.body for term in TERMS)


TO_PACK = ("水（1人1日3リットル）", "懐中電灯と予備の電池", "常備薬とお薬手帳", "現金（小銭も）", "モバイルバッテリー")
INGREDIENTS = ("鶏むね肉　1枚", "大根　1/3本", "しょうゆ　大さじ2", "酢　大さじ1", "だし　200ml")
HEADLINES = (
    "港の再開発、来春に着工か",
    "路線バスの減便続く、住民に不安",
    "朝市にぎわう、三年ぶり開催",
    "市長選、三氏が届け出",
)


@pytest.mark.parametrize("mark", ["・", "1. "])
def test_a_list_without_sentences_is_the_text_where_its_items_are_likely(mark: str) -> None:
    found = read_dump("台風に備えて用意したいもの\n2023年11月5日\n\n" + "\n".join(mark + item for item in TO_PACK))
    assert found.verdict == "article"
    assert all(item in found.body for item in TO_PACK)


@pytest.mark.parametrize("mark", ["・", "1. "])
def test_a_list_that_a_line_announces_is_the_text_and_so_is_that_line(mark: str) -> None:
    lead_in = "必要なものを以下にまとめました。"
    found = read_dump(f"鶏むね肉と大根の煮もの\n\n{lead_in}\n\n" + "\n".join(mark + item for item in INGREDIENTS))
    assert found.verdict == "article"
    assert lead_in in found.body
    assert all(item in found.body for item in INGREDIENTS)


@pytest.mark.parametrize(
    "over",
    [
        "記事一覧",
        "架空日報\nホーム\n社会",
        "人気記事ランキング",
        "最新の記事を毎日お届けしています。",
        "以下の記事もお読みください。",
    ],
)
@pytest.mark.parametrize("mark", ["・", "1. "])
def test_a_list_of_headlines_is_no_text_whatever_stands_over_it(over: str, mark: str) -> None:
    found = read_dump(f"{over}\n\n" + "\n".join(mark + line for line in HEADLINES))
    assert found.verdict != "article"
