"""By-lines: who is named is found, with role and title; photographers, desks and sentences are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.text.bylines import find_byline, split_names
from builder.text.names import is_organisation, is_person_name

NAMED = {
    "著者：水野遥": [("水野遥", "")],
    "文＝水野 遥": [("水野 遥", "")],
    "文● 水野遥／論潮": [("水野遥", "")],
    "取材・文／水野遥　写真／青木透": [("水野遥", "")],
    "文：水野 遥（みずの・はるか）": [("水野 遥", "")],
    "【カイロ水野遥】": [("水野遥", "")],
    "交渉は続いている。【カイロ水野遥、テヘラン青木透】": [("水野遥", ""), ("青木透", "")],
    "（ワシントン＝水野遥）": [("水野遥", "")],
    "（編集委員・水野遥）": [("水野遥", "")],
    "[水野遥，Ronchoニュース]": [("水野遥", "")],
    "（聞き手・構成 水野遥）": [("水野遥", "聞き手")],
    "聞き手・水野遥": [("水野遥", "聞き手")],
    "訳／水野遥": [("水野遥", "訳")],
    "著者：水野遥　訳：青木透": [("水野遥", ""), ("青木透", "訳")],
    "（水野遥記者）": [("水野遥", "")],
    "文/写真・森川聡子": [("森川聡子", "")],
    "文と写真・水野遥": [("水野遥", "")],
    "翻訳・編集＝森川聡子": [("森川聡子", "訳")],
    "インタビュー・テキスト by 水野遥　撮影：青木透": [("水野遥", "聞き手")],
    "Text by 森川聡子 Photo by 青木透": [("森川聡子", "")],
    "文・森川聡子　写真・青木透": [("森川聡子", "")],
    "話し合いは始まったばかりだ。（文・森川聡子、写真・青木透）": [("森川聡子", "")],
    "（聞き手・文化部　森川聡子）": [("森川聡子", "聞き手")],
    "（論説委員　森川聡子）": [("森川聡子", "")],
    "（ロンドン支局　森川聡子）": [("森川聡子", "")],
    "編集委員　森川聡子": [("森川聡子", "")],
    "架空大学教授　森川聡子": [("森川聡子", "")],
    "森川聡子・架空大学教授": [("森川聡子", "")],
    "森川聡子：経済ジャーナリスト": [("森川聡子", "")],
    "評論家・斎藤環": [("斎藤環", "")],
    "国分　あや（民俗学）": [("国分 あや", "")],
    "大庭晋作（公共政策研究者）": [("大庭晋作", "")],
    "話し合いは始まったばかりだ。（森川聡子、高梨亮）": [("森川聡子", ""), ("高梨亮", "")],
    "Photos and story by Harriet Lowe": [("Harriet Lowe", "")],
    "《MH》": [("MH", "")],
    "作者： 王建宏": [("王建宏", "")],
    "本报记者 王燕平 李云凤": [("王燕平", ""), ("李云凤", "")],
    "김서연 기자": [("김서연", "")],
    "By Harriet Lowe and Tom O'Neill": [("Harriet Lowe", ""), ("Tom O'Neill", "")],
    "By Harriet Lowe | Published Oct 27, 2023 1:03 PM EDT": [("Harriet Lowe", "")],
    "ByHarriet Lowe": [("Harriet Lowe", "")],
    "By Harriet Elin LowePublished: Dec 20, 2023": [("Harriet Elin Lowe", "")],
    "by Harriet Lowe Jul. 19, 2026 9:45 am": [("Harriet Lowe", "")],
    "By Harriet Lowe For Saltmere.Example": [("Harriet Lowe", "")],
    "May 18, 2023 By Harriet Lowe In": [("Harriet Lowe", "")],
    "Von Ludwig van der Berg": [("Ludwig van der Berg", "")],
    "2019年3月2日09:18 by 遥香 | カテゴリー 社会": [("遥香", "")],
    "アダ・ブラント著、水野遥訳": [("アダ・ブラント", ""), ("水野遥", "訳")],
    "アダ・ブラント 著／水野遥 訳": [("アダ・ブラント", ""), ("水野遥", "訳")],
    "アダ・ブラント（著）、水野遥（訳）": [("アダ・ブラント", ""), ("水野遥", "訳")],
    "選者・水野遥": [("水野遥", "選")],
    "アダ・ブラント（水野遥訳）": [("アダ・ブラント", ""), ("水野遥", "訳")],
    "水野遥＝文　沢村実＝写真": [("水野遥", "")],
    "水野遥・文": [("水野遥", "")],
    "水野遥 写真・文": [("水野遥", "")],
    "水野遥氏、沢村実氏": [("水野遥", ""), ("沢村実", "")],
    "Autoren Ada Brandt und Tom Hale": [("Ada Brandt", ""), ("Tom Hale", "")],
    "Written by Tom May": [("Tom May", "")],
    "By Tom Hale May 5, 2017": [("Tom Hale", "")],
    "文・水野遥（架空大学教授）": [("水野遥", "")],
    "執筆：水野 遥（株式会社架空代表取締役、架空大学講師）": [("水野 遥", "")],
    "【寄稿】水野遥（作家）": [("水野遥", "")],
    "寄稿　水野遥さん（作家）": [("水野遥", "")],
    "written by 水野遥": [("水野遥", "")],
    "Translated by 水野遥": [("水野遥", "訳")],
    "Posted by みずの at 2019年3月4日 10:00": [("みずの", "")],
    "2019/03/04 09:00　投稿者: 水野遥　カテゴリー: ニュース": [("水野遥", "")],
    "水野 遥 : ジャーナリスト": [("水野 遥", "")],
    "◎水野遥（みずの・はるか）＝作家": [("水野遥", "")],
    "水野遥×沢村実": [("水野遥", ""), ("沢村実", "")],
    "対談　水野遥×沢村実": [("水野遥", ""), ("沢村実", "")],
    "【特別対談】水野遥（作家）× 沢村実（画家）": [("水野遥", ""), ("沢村実", "")],
    "水野 遥（気象史家）× 沢村 実（港湾監督）": [("水野 遥", ""), ("沢村 実", "")],
    "水野遥（会社員・26歳）×沢村実（作家）": [("水野遥", ""), ("沢村実", "")],
    "水野遥さん×港呂なぎささん（司会・論説委員　沢村実）": [("水野遥", ""), ("港呂なぎさ", "")],
    "水野遥×沢村実（聞き手・藤枝直子）": [("水野遥", ""), ("沢村実", ""), ("藤枝直子", "聞き手")],
    "アダ・ブラント／訳・解説＝水野遥": [("アダ・ブラント", ""), ("水野遥", "訳")],
    "作者：林既白　译：沈若木": [("林既白", ""), ("沈若木", "訳")],
    "水野遥｜校正者": [("水野遥", "")],
    "気象予報士　沢村 実": [("沢村 実", "")],
    "野々宮 薫 [港湾史家]": [("野々宮 薫", "")],
    "（村雨健二）": [("村雨健二", "")],
    "議場は静かになった。（村雨健二）": [("村雨健二", "")],
    "（この連載は、長崎支局　沢村実、水野遥が担当しました）": [("沢村実", ""), ("水野遥", "")],
    "\u3000（水野遥）": [("水野遥", "")],
    "Ada Brandt（原文／訳：水野遥）": [("Ada Brandt", ""), ("水野遥", "訳")],
    "記事：水野遥": [("水野遥", "")],
    "Ada Brandt （Special to Kaku） 翻訳校正： 沢村実": [("Ada Brandt", ""), ("沢村実", "訳")],
    "文：港の友編集部": [("港の友編集部", "")],
    "Eingestellt von Ada Brandt um 21:11": [("Ada Brandt", "")],
    "Publié par Ada Brandt à 08:00": [("Ada Brandt", "")],
}


@pytest.mark.parametrize("line", NAMED)
def test_names_are_found_with_their_roles(line: str) -> None:
    found = find_byline(line)
    assert found is not None
    assert [(c.name, c.role) for c in found.contributors] == NAMED[line]


@pytest.mark.parametrize(
    "line",
    [
        "選者の水野遥さんは句を読み上げた",
        "Photo by Harriet Lowe",
        "写真／水野遥",
        "撮影：水野遥",
        "文／編集部",
        "著者：論潮新聞社",
        "By the Associated Press",
        "By Valley News Staff",
        "By the time he arrived the train had left.",
        "この文は読みやすいと水野は言う。",
        "筆者は水野遥の意見に賛成する。",
        "[ロイター]",
        "[東京　１日　ロイター]",
        "【写真】新しい橋の開通式",
        "（2017年3月24日）",
        "企画・編集＝森川聡子",
        "司会：森川聡子",
        "町の人々は市長（森川聡子）を見ていた。",
        "そう語ったのは前の市長（森川聡子）",
        "（写真・森川聡子）",
        "港のことを考えたい。（カット・森川聡子）",
        "（さし絵＝森川聡子）",
        "会場は福島県・架空大学",
        "（福島原発）",
        "（平成三十年）",
        "（明治三十三）",
        "（文芸春秋）",
        "（一部抜粋）",
        "（住民自治）",
        "（民主主義）",
        "（新刊紹介）",
        "（創意工夫）",
        "水野遥＝写真",
        "港の声・文",
        "水野遥編",
        "翻訳・編集",
        "先生さん、町の皆さん",
        "By 架空通信編集",
        "Autoren Ada Brandt und der Hafen",
        "人気記事ランキング",
        "著者：https://example.org/mizuno",
        "文：本誌編集部",
        "コラム：朝の光",
        "記事：港の朝",
        "【コラム】朝の光",
        "（文）港の朝",
        "港×町",
        "Pick UP コラム",
        "水野遥｜架空新聞",
        "投稿者 名無し: 港の朝",
        "",
    ],
)
def test_nobody_is_invented(line: str) -> None:
    assert find_byline(line) is None


def test_a_title_in_brackets_is_kept_as_profile() -> None:
    found = find_byline("水野遥（軍事史家）")
    assert found is not None
    assert [(c.name, c.profile) for c in found.contributors] == [("水野遥", "軍事史家")]


@pytest.mark.parametrize(
    ("line", "profile"),
    [
        ("評論家・水野遥", "評論家"),
        ("水野遥　架空大学教授", "架空大学教授"),
        ("社会部　水野遥", ""),
        ("（論説委員・水野遥）", "論説委員"),
    ],
)
def test_an_occupation_is_kept_as_profile_and_a_desk_is_not(line: str, profile: str) -> None:
    found = find_byline(line)
    assert found is not None
    assert [(c.name, c.profile) for c in found.contributors] == [("水野遥", profile)]


def test_those_who_talk_keep_what_they_are() -> None:
    found = find_byline("水野遥氏（港湾史家）、沢村実氏（作家）")
    assert found is not None
    assert [(c.name, c.profile) for c in found.contributors] == [("水野遥", "港湾史家"), ("沢村実", "作家")]


def test_an_editor_in_charge_stands_in_weakly() -> None:
    strong, weak = find_byline("作者：王建宏"), find_byline("[责任编辑:王建宏]")
    assert strong is not None
    assert weak is not None
    assert weak.confidence < 0.5 < strong.confidence


def test_lists_of_names_are_split() -> None:
    assert [c.name for c in split_names("水野遥、青木 透")] == ["水野遥", "青木 透"]
    assert [c.name for c in split_names("by Harriet Lowe, M.D., Tom Hale & Ann de Vries")] == [
        "Harriet Lowe",
        "Tom Hale",
        "Ann de Vries",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "斎藤環",
        "五十嵐千尋",
        "藤堂ケンジ",
        "遠藤乾",
        "水野遥香",
        "西條 亘",
        "柏木 ゆう子",
        "小林 一郎",
        "佐々木俊子",
        "森達也",
        "ドナルド・ベル",
        "孙仲旻",
        "김서연",
        "Harriet Lowe",
    ],
)
def test_names_have_the_shape_of_names(name: str) -> None:
    assert is_person_name(name, strict=True)


@pytest.mark.parametrize(
    "text",
    [
        "プロフィール",
        "人気記事",
        "軍事アナリスト",
        "ビジネス",
        "編集部",
        "Read More",
        "News Desk",
        "Front Page",
        "Local Sports",
        "World Politics",
        "2017年",
        "論潮新聞",
        "福島原発",
        "上野動物園",
        "石川県警",
        "山田町役場",
        "石川県",
        "江東区",
        "出口調査",
        "大前提",
        "養老保険",
        "入山規制",
        "迷える子",
        "育てる子",
    ],
)
def test_other_short_texts_have_not(text: str) -> None:
    assert not is_person_name(text, strict=True)


@pytest.mark.parametrize(
    "text", ["論潮新聞社", "政治部取材班", "Associated Press", "https://example.org/a", "@roncho", "Valley News"]
)
def test_organisations_are_recognised(text: str) -> None:
    assert is_organisation(text)


@given(st.text(max_size=300))
def test_any_line_is_read_without_fault(text: str) -> None:
    found = find_byline(text)
    assert found is None or (found.contributors and all(c.name.strip() for c in found.contributors))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("김서연 기자 seoyeon@nonjo.example", ["김서연"]),
        ("[김서연 기자 / seoyeon@nonjo.example]", ["김서연"]),
        ("김서연(seoyeon@nonjo.example)", ["김서연"]),
        ("논조일보 김서연·박지훈 선임기자", ["김서연", "박지훈"]),
        ("문화부 김서연 기자", ["김서연"]),
        ("김서연 도쿄 특파원", ["김서연"]),
        ("김서연 가상대 교수", ["김서연"]),
        ("글·사진=김서연", ["김서연"]),
        ("글·사진 김서연 기자", ["김서연"]),
        ("글: 김서연 / 사진: 박지훈", ["김서연"]),
        ("기자명 김서연", ["김서연"]),
        ("작성자: 김서연", ["김서연"]),
        ("김서연 기자 승인 2023.02.03 09:00", ["김서연"]),
        ("작성자 이름", []),
        ("취재기자 모집", []),
        ("글·사진", []),
        ("오늘의 기자", []),
        ("사진 김서연 기자", []),
        ("김서연 기자는 그렇게 말했다.", []),
        ("관련 기사", []),
        ("기사제보 press@nonjo.example", []),
    ],
)
def test_korean_reporters_are_told_from_what_is_told_of_them(line: str, names: list[str]) -> None:
    found = find_byline(line)
    assert [c.name for c in found.contributors] == names if found else not names


@pytest.mark.parametrize(
    "line", ["評：おいしい", "評・おいしい（甘口）", "取材：港の朝", "本文：要約", "テキスト：無し"]
)
def test_what_a_label_of_things_stands_before_is_nobody(line: str) -> None:
    assert find_byline(line) is None


@pytest.mark.parametrize("line", ["評：水野遥", "評・水野 遥（港湾史家）", "評＝アダ・ブラント", "取材・文：もぐもぐ"])
def test_who_looks_like_a_person_or_is_said_to_be_one_is_the_author_behind_it(line: str) -> None:
    assert find_byline(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "By hand on March 3, 2019",
        "made by hand",
        "by sea, 2019",
        "By on",
        "By and",
        "Powered by harbour_cat",
        "記事：harbour_cat 2019年",
    ],
)
def test_other_words_behind_by_are_nobody(line: str) -> None:
    assert find_byline(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ライター　海老沼 ちか", ["海老沼 ちか"]),
        ("研究員　磯久　みのり", ["磯久 みのり"]),
        ("水野遥　港湾社会学", ["水野遥"]),
        ("（北陸支局・磯和田遥）", ["磯和田遥"]),
        ("文責：水野遥", ["水野遥"]),
        ("料理／水野遥", ["水野遥"]),
        ("Writer 磯久　みのり", ["磯久 みのり"]),
        ("沢村 実（政治学者）× 磯色 ほのか（会社員・26歳）", ["沢村 実", "磯色 ほのか"]),
    ],
)
def test_a_post_or_a_label_beside_a_name_lets_it_be_uncommon(line: str, names: list[str]) -> None:
    found = find_byline(line)
    assert found is not None
    assert [c.name for c in found.contributors] == names


@pytest.mark.parametrize(
    "line",
    [
        "料理／和食",
        "（社会部・取材中）",
        "編集部　水野",
        "工場をゆく",
        "解説：港の一日",
        "A writer of the harbour",
        "Writer 募集 中",
        "水野遥【前編】",
        "水野遥（動画）",
        "水野遥 [会員限定]",
    ],
)
def test_what_only_stands_like_a_name_is_nobody(line: str) -> None:
    assert find_byline(line) is None
    assert not is_person_name(line, strict=True)
