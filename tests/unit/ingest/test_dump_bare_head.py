"""Text dumps that begin with their head and nothing else: title, author, day, outlet and section in any order."""

from __future__ import annotations

from itertools import permutations

import pytest

from builder.ingest.extraction import Extraction

from .reading import names, read_dump

BODY = """　堤防の外側で水があふれる内水氾濫が、先月の大雨で市内の広い範囲に及んでいたことが分かった。
　市によると、浸水した住宅は二百棟を超えた。排水ポンプは動いていたが、川の水位が高く、追いつかなかったという。
　住民の多くは、堤防が切れていないのに水が来るとは思わなかったと話す。避難の呼びかけは、水が膝まで来てからだった。
　専門家は、雨水の貯留施設を増やすとともに、危険な場所を示す地図を見直す必要があると指摘している。"""
DAY = "平成元年十二月三日"


def extract(*head: str) -> Extraction:
    return read_dump("\n".join(head) + f"\n\n{BODY}\n")


@pytest.mark.parametrize("head", [*permutations(["渡し船の終わり", "水野遥", DAY])])
def test_what_is_no_day_and_nobody_is_the_title(head: tuple[str, ...]) -> None:
    found = extract(*head)
    assert (found.title, names(found), found.date) == ("渡し船の終わり", ["水野遥"], "1989-12-03")


@pytest.mark.parametrize("outlet", ["汐見日報", "月刊みずべ"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_outlet_is_not_the_title_wherever_it_stands(outlet: str, place: int) -> None:
    head = ["渡し船の終わり", "水野遥", DAY]
    head.insert(place, outlet)
    assert extract(*head).title == "渡し船の終わり"


@pytest.mark.parametrize("name", ["豊柄信之", "呂柄　桂", "柄呂みどり"])
def test_a_name_that_is_not_known_is_told_by_its_place_and_shape(name: str) -> None:
    found = extract("渡し船の終わり", name, "2011年5月3日")
    assert (found.title, names(found), found.section) == ("渡し船の終わり", [name.replace("　", " ")], "")


@pytest.mark.parametrize("below", ["水辺の町から", "水野遥さん", "夏休み", "旅先より", "祖父のこと", "友人から"])
def test_other_short_lines_below_a_title_are_nobody(below: str) -> None:
    assert names(extract("渡し船の終わりを考える", below, "2011年5月3日")) == []


@pytest.mark.parametrize("subtitle", ["―橋の二十年を振り返って―", "～橋の二十年を振り返って～"])
def test_a_subtitle_longer_than_the_title_is_not_the_title(subtitle: str) -> None:
    found = extract("渡し船の終わり", subtitle, "水野遥")
    assert (found.title, found.subtitle, found.section, names(found)) == ("渡し船の終わり", subtitle, "", ["水野遥"])


@pytest.mark.parametrize("column", ["水の帯", "余滴"])
def test_a_column_over_the_title_wrote_nothing(column: str) -> None:
    found = extract(column, "渡し船の終わりを考える", "2011年5月3日")
    assert (found.title, names(found)) == ("渡し船の終わりを考える", [])


@pytest.mark.parametrize(
    "record",
    [
        "2011年5月3日 朝刊 文化面",
        "汐見日報　2011年05月03日　朝刊　009ページ　01200文字",
        "2011年5月3日　朝刊　社会　9頁",
    ],
)
def test_the_line_of_a_database_is_not_the_title(record: str) -> None:
    for head in ([record, "渡し船の終わり"], ["渡し船の終わり", record]):
        found = extract(*head)
        assert (found.title, found.date) == ("渡し船の終わり", "2011-05-03")


@pytest.mark.parametrize("day", ["Ｈ２３．５．３（火）", "H23.5.3", "２０１１．５．３", "２０１１／５／３"])
def test_short_days_in_full_width_date_a_dump(day: str) -> None:
    assert extract("渡し船の終わり", "水野遥", day).date == "2011-05-03"


@pytest.mark.parametrize("label", ["【見出し】", "題名：", "Subject: ", "件名：Re: ", "Subject: [mizube-ml:0212] "])
def test_a_label_tells_the_title_in_records_and_mails(label: str) -> None:
    found = extract("◇記事番号 001", "【日付】2011年05月03日", "【面名】朝刊 13頁", f"{label}水野遥", "【文字数】676")
    assert (found.title, found.section) == ("水野遥", "")


def test_the_title_of_an_office_is_not_that_of_the_text() -> None:
    text = "The ferry had sailed for thirty years before anyone asked who tied the rope each night. " * 5
    found = read_dump(f"The last ferry\n\nBy Orla Pennington\nTitle: Professor of harbours\n\n{text}\n\n{text}")
    assert (found.title, found.section) == ("The last ferry", "")


def test_the_title_of_a_mail_is_read_where_it_stands_over_the_text() -> None:
    found = extract("Subject: [mizube-ml:0212] 渡し船の終わり", "水辺通信　第212号", "■渡し船の終わり", "水野遥")
    assert (found.title, names(found)) == ("渡し船の終わり", ["水野遥"])


def test_verse_below_the_day_is_no_title() -> None:
    verse = ["梅雨晴や干す足袋三つ二つ三つ", "鉄棒に下がる子ひとり夕立来る", "遠雷やまだ温かき飯茶碗"]
    assert extract("汐見俳壇", "2011年5月3日", *verse).title == "汐見俳壇"


def test_two_lines_below_a_day_alone_are_a_title_and_what_a_picture_shows() -> None:
    found = extract("書き起こし", "2011年5月3日", "渡し船の終わりを聞く、最後の船長", "船着き場に立つ船長（右）と記者")
    assert found.title == "渡し船の終わりを聞く、最後の船長"


def test_what_calls_in_several_pieces_is_of_a_pages_furniture() -> None:
    call = "PR　夏の得トクキャンペーン　いまなら2カ月100円で読み放題"
    buttons = "  • フェイスブックでシェア\n  • メール\n  • スクラップ\n  • 印刷"
    page = f"{call}\n\n磯波\n＜磯波＞ 6月10日\n2011年6月10日 5:00\n\n{BODY}\n\n{buttons}\n"
    assert read_dump(page).title == "＜磯波＞ 6月10日"


RECORD = "汐見日報　2011年05月{:02}日　朝刊　009ページ　01200文字\n渡し船の終わり　{}\n\n{}\n"


def test_records_of_a_database_in_one_file_are_several_articles() -> None:
    found = read_dump("\n".join(RECORD.format(day, day, BODY) for day in (1, 8, 15)))
    assert [(p.code, p.values) for p in found.problems] == [("ingest/several-articles", {"count": "3"})]
    assert found.date == "2011-05-01"


@pytest.mark.parametrize("inside", ["2011年5月3日", "汐見日報　2011年05月01日　朝刊　009ページ　01200文字", "はじめに"])
def test_one_record_is_one_article_whatever_days_it_tells(inside: str) -> None:
    assert read_dump(RECORD.format(1, 1, f"{BODY}\n\n{inside}\n\n{BODY}")).problems == ()


def test_a_page_with_links_over_its_text_has_no_bare_head() -> None:
    found = extract("ホーム ＞ 地域 ＞ 老い＞若さ", "老い＞若さ", "2011年5月3日")
    assert found.title == "老い＞若さ"
