"""Text dumps end to end: the body, what is said around it, and the name of whatever took the other lines."""

from __future__ import annotations

import pytest

from .reading import read_dump

COLUMN = """コラム

第3回港湾会議を振り返る──静かな合意とその先

2019年05月14日(火)21時30分

小さな港の改修についても、こうした経緯から理解する必要があろう。

まずは桟橋の補修から

このように今回の会議では議論が平行線に終わった印象が強いが、一定の進展に期待できる部分もある。

市長が言及した「浅瀬の測量を共同で行う用意」はそのひとつであり、過去十年の記録を見ても前例がない。

現在のところ両市は、夜間の航行に関する取り決めを二年前に結んでいるが、それ以上の具体的な措置には踏み込めていない。

たとえば互いの工事の予定を通知したり、立会人を入れて監視し合うといった制度を導入すれば、不信感はいくらか和らぐだろう。

もちろん、漁業者の暮らしを損なうものであってはならないが、すでに述べたようにこの程度の措置は隣の県でも行われている。

まずは秋に予定されている次の会議で、どの程度の議論が行われるのかを注視したい。

※当記事は論潮ニュース 個人からの転載です。

プロフィール

水野遥

港湾史家
海陽大学大学院修了後、港湾研究所の研究員などを経て、現在は未来港湾研究会の主任。『港の暮らし』誌でも記事を毎号執筆

今、あなたにオススメ
ニュース速報

ビジネス

午後3時の円相場はほぼ横ばい、様子見つづく

ワールド

北の岬で灯台が再点灯、80年ぶり 観光客
MAGAZINE
特集:消えゆく連絡船
2024年12月 2日号(11/26発売)

メールマガジンのご登録はこちらから。
人気ランキング
  • 1
    膝が軽くなる、たった30秒の朝の習慣〈注目記事〉
  • 2
    【銘柄】小さな造船会社の株価が2倍に
  • 3
    海外の空港で見た、驚きの「ナ…
  • 4
    一瞬にして「橋が消えた」映像に広がる疑念
"""

ENGLISH = """Skip to main content
  • Home
  • News
  • Opinion
Opinion

The harbour that learned to wait

By Harriet Lowe
March 24, 2017 at 9:30 p.m. EDT

For thirty years the harbour at Saltmere has been rebuilt, and for thirty years the tide has had its way.

The first wall was put up in a hurry, after the great storm, and nobody asked the fishermen where it should go.

Advertisement

They would have said that a wall is an argument with the sea, and that the sea does not read arguments.

What the fishermen asked for

They asked for a longer slipway, a dredged channel and a light that worked, and they asked in writing, four times.

The council, to its credit, kept the letters. They are in a box in the town hall, and they are the best history we have.

This article was originally published in The Harbour Review.

Related Articles
  • The bridge nobody crossed
  • A lighthouse for sale
© 2017 Valley News. All rights reserved.
"""


def test_a_japanese_column_comes_out_whole() -> None:
    found = read_dump(COLUMN)
    assert found.verdict == "article"
    assert found.title == "第3回港湾会議を振り返る──静かな合意とその先"
    assert found.section == "コラム"
    assert found.date == "2019-05-14T21:30+09:00"
    assert found.language == "ja"
    assert found.republished_from == "論潮ニュース 個人"
    assert found.note == "※当記事は論潮ニュース 個人からの転載です。"
    assert [(a.name, a.profile.splitlines()[0]) for a in found.authors] == [("水野遥", "港湾史家")]
    assert found.body.startswith("小さな港の改修についても")
    assert found.body.rstrip().endswith("注視したい。")
    assert "\n## まずは桟橋の補修から\n" in found.body
    assert found.starts_mid_article
    assert found.page is None
    assert not any(word in found.body for word in ("プロフィール", "オススメ", "MAGAZINE", "ランキング", "転載"))


def test_an_english_column_comes_out_whole() -> None:
    found = read_dump(ENGLISH)
    assert found.title == "The harbour that learned to wait"
    assert found.date == "2017-03-24T21:30-04:00"
    assert [a.name for a in found.authors] == ["Harriet Lowe"]
    assert found.language == "en"
    assert found.republished_from == "The Harbour Review"
    assert "## What the fishermen asked for" in found.body
    assert "Advertisement" not in found.body
    assert "lighthouse" not in found.body
    assert not found.starts_mid_article


def test_every_line_that_is_left_out_names_what_took_it() -> None:
    found = read_dump(ENGLISH)
    by = {line.text: {c.rule for c in found.claims if c.line == line.number} for line in found.lines}
    assert "en/advertisement" in by["Advertisement"]
    assert by["The harbour that learned to wait"] >= {"dump/title"}
    assert "dump/note" in by["This article was originally published in The Harbour Review."]
    assert "en/related-heads" in by["Related Articles"]


def test_findings_tell_where_and_how_sure() -> None:
    where = {f.field: (f.locator, f.confidence) for f in read_dump(COLUMN).findings}
    assert where["title"][0] == "line 3"
    assert where["date"][0] == "line 5"
    assert where["section"][0] == "line 1"
    assert all(0 < confidence <= 1 for _, confidence in where.values())


@pytest.mark.parametrize(
    ("printed", "date"),
    [("二〇一九年五月十四日", "2019-05-14"), ("令和元年五月十四日", "2019-05-14"), ("二〇一九年五月", "2019-05")],
)
def test_a_day_in_kanji_is_the_date(printed: str, date: str) -> None:
    assert read_dump(COLUMN.replace("2019年05月14日(火)21時30分", printed)).date == date


@pytest.mark.parametrize("labels", [("更新日", "発行日"), ("最終更新日時：", "投稿日時："), ("Updated", "Published")])
def test_a_label_may_stand_over_its_day(labels: tuple[str, str]) -> None:
    days = f"{labels[0]}\n2019年5月20日\n{labels[1]}\n2019年5月14日"
    found = read_dump(COLUMN.replace("2019年05月14日(火)21時30分", days))
    assert (found.date, found.updated) == ("2019-05-14", "2019-05-20")


def test_pages_of_a_work_say_which_they_are() -> None:
    title = "第3回港湾会議を振り返る──静かな合意とその先"
    found = read_dump(COLUMN.replace(title, title + "（2/3 ページ）").replace("※当記事", "次のページへ\n\n※当記事"))
    assert (found.page, found.pages) == (2, 3)
    assert found.title == title
    assert found.ends_mid_article


@pytest.mark.parametrize("mark", ["・", "1. "])
def test_a_column_that_is_a_list_of_sentences_is_read_whole_and_a_list_of_headlines_is_none(mark: str) -> None:
    rules = (
        "道具は使ったその日に洗う。",
        "種の袋は捨てない。",
        "石は動かす前に三度眺める。",
        "雨の日は庭に出ない。",
        "葉に水をかけない。",
    )
    found = read_dump("庭仕事の決まり\n2019年5月11日\n楠木緑\n" + "\n".join(mark + rule for rule in rules))
    assert (found.verdict, found.title) == ("article", "庭仕事の決まり")
    assert all(rule in found.body for rule in rules)
    headlines = ("港の再開発、来春に着工か", "路線バスの減便続く", "朝市にぎわう、三年ぶり開催", "市長選、三氏が届け出")
    assert read_dump("記事一覧\n\n" + "\n".join(mark + line for line in headlines)).verdict != "article"


def test_lists_stay_lists_and_nothing_becomes_markup() -> None:
    text = COLUMN.replace(
        "たとえば互いの工事",
        "  • *浅瀬*の測量を共同で行うこと。\n  • 夜間の航行を互いに知らせること。\n\nたとえば互いの工事",
    )
    body = read_dump(text).body
    assert "- \\*浅瀬\\*の測量を共同で行うこと。\n- 夜間の航行を互いに知らせること。\n" in body


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        ("港町通信\n\nお探しのページは見つかりませんでした。\nトップへ戻る\n", "not-found"),
        ("Valley News\n\nPage not found\n\nHome\n", "not-found"),
        ("論潮\n\nログインしてください\n\nパスワードを入力\n", "login"),
        ("港の朝\n\nこの記事は会員限定です。残り900字\n", "paywall-stub"),
        ("\n".join(f"  • 港の話 その{n}" for n in range(40)), "listing"),
        ("Access denied\n", "blocked"),
    ],
)
def test_what_is_no_article_is_called_by_its_name(text: str, verdict: str) -> None:
    found = read_dump(text)
    assert found.verdict == f"not-an-article: {verdict}"
    assert found.confidence == 0.0


def test_a_hundred_thousand_lines_end_in_bounded_time_and_say_so() -> None:
    found = read_dump("\n".join(f"行{n}" for n in range(20_000)))
    assert found.verdict.startswith("not-an-article")
    assert len(found.lines) == 20_000


def test_readings_stay_with_the_body_and_leave_the_title() -> None:
    text = COLUMN.replace("港湾会議を振り返る", "港湾《こうわん》会議を振り返る").replace("浅瀬の", "浅瀬《あさせ》の")
    found = read_dump(text)
    assert found.title == "第3回港湾会議を振り返る──静かな合意とその先"
    assert "{浅瀬|あさせ}の測量" in found.body


COPIED = """霧の港
岸辺朔太

-------------------------------------------------------
【テキスト中に現れる記号について】

《》：ルビ
（例）桟橋《さんばし》

｜：ルビの付く文字列の始まりを特定する記号
（例）旧｜波止場《はとば》
-------------------------------------------------------

　霧の深い朝には、船より先に音が来る。桟橋《さんばし》の板を踏む足音、綱を巻く音、誰かが咳をする音。姿はそのあとから現れる。
　わたしは旧｜波止場《はとば》の宿に一冬を過ごし、毎朝その順序を確かめた。順序が狂ったことは一度もなかった。
　ある朝、音だけが来て、姿の来ない船があった。宿の主は、ああ、あれは毎年のことだと言って、茶を注いだ。

底本：「港の随筆」港文庫、港書房
　　　1931（昭和6）年4月10日発行
入力：架空太郎
校正：架空花子
2004年5月6日作成
"""


def test_a_text_copied_from_a_book_loses_its_legend_and_keeps_the_book_as_a_note() -> None:
    found = read_dump(COPIED)
    assert (found.title, [person.name for person in found.authors]) == ("霧の港", ["岸辺朔太"])
    assert found.body.startswith("霧の深い朝")
    assert found.body.endswith("茶を注いだ。\n")
    assert found.note == "底本：「港の随筆」港文庫、港書房 1931（昭和6）年4月10日発行"
    assert [line.number for line in found.lines] == [n for n, line in enumerate(COPIED.split("\n"), 1) if line.strip()]
    taken = {claim.line: claim.rule for claim in found.claims}
    assert taken[8] == "dump/legend"
    assert found.date == ""


def test_running_text_below_the_word_for_a_source_book_is_no_imprint() -> None:
    text = COPIED.replace(
        "入力：架空太郎", "底本を探して、わたしは神田を三日歩いた。店の主は首を振り、奥の棚を指して黙っていた。"
    )
    found = read_dump(text)
    assert found.note == ""


def test_a_legend_that_does_not_end_is_none() -> None:
    text = COPIED.replace("（例）旧｜波止場《はとば》\n-------------------------------------------------------\n", "")
    found = read_dump(text)
    assert [claim.line for claim in found.claims if claim.rule == "dump/legend"] == []
    assert "茶を注いだ。" in found.body


def test_a_sentence_that_names_the_legend_is_none() -> None:
    essay = "青空文庫の冒頭にある「テキスト中に現れる記号について」という断り書きを、わたしは毎回読み飛ばさない。"
    found = read_dump(COPIED.replace("【テキスト中に現れる記号について】", essay))
    assert essay in [line.text for line in found.lines]
    assert [claim.line for claim in found.claims if claim.rule == "dump/legend"] == []


@pytest.mark.parametrize("mark", ["――", "─", "Q　", "問．"])
def test_the_first_question_of_an_interview_is_text(mark: str) -> None:
    answer = f"　「{'その橋を渡るたびに、父の声を聞くような気がしていました。' * 3}」"
    questions = [f"{mark}なぜ島に橋を。", f"{mark}反対の声もあった。", f"{mark}これからは。"]
    lines = [
        "島の橋守に聞く",
        "2013年8月4日",
        "聞き手・水野遥",
        *(text for each in questions for text in (each, answer)),
    ]
    body = read_dump("\n\n".join(lines)).body
    assert all(question.replace("　", " ") in body.replace("　", " ") for question in questions)
