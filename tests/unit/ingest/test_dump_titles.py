"""Text dumps: which line of a Japanese page is its title, among trails, banners, captions and sentences."""

from __future__ import annotations

import pytest

from builder.ingest.extraction import Extraction

from .reading import read_dump

BODY = """堤防の外側で水があふれる内水氾濫が、先月の大雨で市内の広い範囲に及んでいたことが分かった。

市によると、浸水した住宅は二百棟を超えた。排水ポンプは動いていたが、川の水位が高く、追いつかなかったという。

住民の多くは、堤防が切れていないのに水が来るとは思わなかったと話す。避難の呼びかけは、水が膝まで来てからだった。

専門家は、雨水の貯留施設を増やすとともに、危険な場所を示す地図を見直す必要があると指摘している。"""
TITLE = "堤防は切れていないのに　浸水二百棟、見えぬ境界線"


def extract(head: str, body: str = BODY) -> Extraction:
    return read_dump(f"{head}\n\n{body}\n")


@pytest.mark.parametrize("trail", [f"ホーム＞地域＞{TITLE}", f"ホーム >> 地域 >> {TITLE}", f"TOP › 地域 › {TITLE}"])
def test_the_line_that_a_trail_ends_in_is_the_title_and_not_the_trail(trail: str) -> None:
    assert extract(f"{trail}\n地域\n{TITLE}\n2021年9月14日").title == TITLE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("HOME > 川の眼 > 冬の水門の温度\n川の眼 No.112 2022.11.25\n冬の水門の温度\n統廃合の後", "冬の水門の温度"),
        ("ホーム › よみもの\nその9\n水門、最後の一枚\n水野遥　／　2017.11.3", "水門、最後の一枚"),
        (f"水辺の目\n川とまちと、ときどき猫\n橋のたもとで | メイン | 市場の朝\n2021年9月14日\n{TITLE}", TITLE),
    ],
)  # fmt: skip
def test_the_title_is_told_from_the_column_its_count_and_the_blog(head: str, title: str) -> None:
    assert extract(head).title == title


def test_a_place_between_trail_and_title_is_not_the_title() -> None:
    assert extract(f"ホーム ＞ 県内 ＞ {TITLE}\n十日原市\n{TITLE}\n2021年9月14日 05:00").title == TITLE


def test_a_promotion_over_the_title_is_none() -> None:
    assert extract(f"[PR] いまなら入会無料！ 最短60秒でお申し込み\n\n{TITLE}\n2021年9月14日").title == TITLE


def test_a_caption_between_title_and_body_is_none() -> None:
    head = f"{TITLE}\n菅沼千尋\n2021年9月14日\n\n水が来た高さを指さす住民＝十日原市、外村健一撮影"
    assert extract(head).title == TITLE


def test_a_bar_of_older_and_newer_pages_is_none() -> None:
    assert extract(f"« 橋のたもとで | メイン | 市場の朝 »\n{TITLE}\n2021年9月14日").title == TITLE


def test_a_column_and_its_day_are_the_title_where_a_date_stands_below() -> None:
    assert extract("港のしずく　9月15日\n2021年9月15日 5時00分").title == "港のしずく　9月15日"


def test_a_first_sentence_and_a_bare_name_are_no_title() -> None:
    assert extract("2021年9月14日\n菅沼千尋").title == ""


def test_a_long_row_of_tags_that_is_none_is_judged_without_delay() -> None:
    tags = "#港#桟橋" * 30
    assert extract(f"{TITLE}\n2021年9月14日\n{tags} ほか").title == TITLE  # endless where tags may hold tags


@pytest.mark.parametrize(
    "title",
    [
        "写真の力",
        "表紙の女",
        "映画『撮影』",
        "撮影の現場から",
        "昭和",
        "港町→十日原、夜行で行く",
    ],
)
def test_a_title_is_none_of_the_captions_and_trails_that_it_is_like(title: str) -> None:
    assert extract(f"架空新聞\n\n{title}\n2021年9月14日\n菅沼千尋").title == title


def test_a_title_that_names_a_kind_of_newspaper_stands_over_its_author() -> None:
    assert extract("壁新聞\n菅沼千尋").title == "壁新聞"


@pytest.mark.parametrize("trail", [f"HOME → {TITLE}", f"HOME → 地域 → {TITLE}"])
def test_a_trail_of_arrows_is_none(trail: str) -> None:
    assert extract(f"{trail}\n{TITLE}\n2021年9月14日").title == TITLE


HEADS = [
    "{}",
    "{}\n2023年11月5日",
    "架空日報\n\n{}\n\n2023年11月5日\n水野遥",
    "ホーム ＞ 地域 ＞ {}\n\n{}\n2023年11月5日",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("title", ["老い＞若さ", "前へ進む町", "自治体が無料で提供", "堤防は要るのか？", "またも前へ"])
def test_titles_that_read_like_a_trail_a_button_or_a_caption_are_titles(head: str, title: str) -> None:
    assert extract(head.replace("{}", title)).title == title


@pytest.mark.parametrize("trail", ["社会＞事件", "ホーム＞川", "地域 » 川"])
def test_a_trail_of_one_step_is_still_none(trail: str) -> None:
    assert extract(f"{trail}\n{TITLE}\n2021年9月14日").title == TITLE


def test_a_sentence_that_opens_a_page_is_no_title() -> None:
    assert extract("先月の大雨のことである。").title == ""


def test_a_name_is_no_title() -> None:
    assert extract("山田太郎").title == ""
    assert extract(f"{TITLE}\n\n山田太郎").title == TITLE


def test_a_day_beside_a_name_is_not_the_title() -> None:
    assert extract(f"{TITLE}\n\n2023年11月5日　水野遥").title == TITLE
    assert extract("随筆\n\n2023年11月5日　水野遥").title != "2023年11月5日　水野遥"


def test_who_answers_a_post_and_when_is_neither_its_author_nor_its_date() -> None:
    posted = "22:20｜パーマリンク｜コメント（1）\nこの記事へのトラックバックURL\nこの記事へのコメント"
    answers = f"{posted}\n水門の猫、見たいです\nPosted by さくら組 at 2008年11月30日 23:01\nコメントする\n名前\nURL"
    found = extract("水辺の目\n橋のたもとで | メイン | 市場の朝\n" + TITLE, f"{BODY}\n\n{answers}")
    assert (found.title, found.authors, found.date) == (TITLE, (), "")
