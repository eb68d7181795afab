"""What stands right above and below a text: columns and their numbers, labels in a row, a blog's line of posting."""

from __future__ import annotations

import pytest

from builder.ingest.extract import extract
from builder.ingest.extraction import Extraction, LineKind
from builder.ingest.html.page import page_of
from builder.ingest.metadata.find import find_metadata
from builder.ingest.metadata.head import head_of
from builder.ingest.raw.read import read
from builder.model import SeriesPlace

from .reading import names, wrapped
from .saved_page import PARAGRAPHS, TEXT

HEADLINE = "<h1>港の声を聞く</h1>"


def read_page(body: str, title: str = "港の声を聞く | 架空新聞", head: str = "") -> Extraction:
    return extract(wrapped(body, f"{title}</title>{head}<title>"), "a.html")


@pytest.mark.parametrize(
    ("over", "series"),
    [
        ("<p><img src=/a.png alt=小さな港の経理部></p><p>その九</p>", SeriesPlace("小さな港の経理部", 9)),
        ("<p>港の窓</p><p>Vol.8</p>", SeriesPlace("港の窓", 8)),
        ("<p>集中連載「規程を読む」　第3回（全5回）</p>", SeriesPlace("規程を読む", 3)),
        (
            "<div class=breadcrumb><a href=/>トップ</a> &gt; <a href=/c>コラム</a> &gt; <a href=/w>港の窓</a></div>",
            SeriesPlace("港の窓", None),
        ),
        ("<div class=breadcrumb><a href=/>トップ</a> &gt; <a href=/c>社会</a> &gt; <a href=/w>港の窓</a></div>", None),
        ("<div class=breadcrumb><a href=/>トップ</a> &gt; <a href=/c>コラム</a> &gt; 港の声を聞く</div>", None),
        ("<p>全文を読む。</p><p>Vol.8</p>", None),
    ],
)
def test_a_column_is_named_over_its_number_or_in_the_path(over: str, series: SeriesPlace | None) -> None:
    assert read_page(f"{over}{HEADLINE}{TEXT}").series == series


def test_the_last_step_of_a_path_cut_short_is_no_section() -> None:
    path = "<div class=breadcrumb><a href=/>トップ</a> &gt; <a href=/s>社会</a> &gt; <span>港の朝と市…</span></div>"
    assert read_page(f"{path}{HEADLINE}{TEXT}").section == "社会"


def test_labels_that_a_style_sheet_sets_apart_are_read_one_by_one() -> None:
    row = "<div><span>港の窓</span><span>No.12</span><span>2022.11.25</span></div>"
    elsewhere = "<ul><li><time>2022.08.13</time><a href=/b>灯台守の弁当箱を開ける朝</a></li></ul>"
    assert read_page(f"{row}{HEADLINE}{TEXT}{elsewhere}").date == "2022-11-25"


@pytest.mark.parametrize(
    ("headline", "stated", "title", "subtitle"),
    [
        (
            "収穫は誰がするか<span>短期の労働</span>",
            "収穫は誰がするか──短期の労働 | 架空新聞",
            "収穫は誰がするか",
            "短期の労働",
        ),
        ("「分からない」という人　水野遥", "「分からない」という人　水野遥：架空新聞", "「分からない」という人", ""),
        ("聞き書き　船大工の日々〈14〉　木を買う朝", "木を買う朝 | 架空新聞", "木を買う朝", ""),
        ("港だより Vol.40　木を買う朝", "港だより Vol.40 | 架空新聞", "木を買う朝", ""),
    ],
)
def test_a_headline_is_parted_from_its_subtitle_its_author_and_its_column(
    headline: str, stated: str, title: str, subtitle: str
) -> None:
    found = read_page(f"<h1>{headline}</h1><p>編集委員・水野遥　2021年3月8日</p>{TEXT}", stated)
    assert (found.title, found.subtitle) == (title, subtitle)


def test_the_outlets_name_in_the_only_great_heading_is_not_the_title_of_an_entry() -> None:
    banner = "<div id=banner><h1><a href=http://minato.example/>港の珈琲店だより</a></h1><h2>町はずれの小さな店から。</h2></div>"
    entry = (
        "<h2 class=date>2008年02月17日</h2><h3 class=title><a href=http://minato.example/5.html>砂糖を入れる人</a></h3>"
    )
    assert read_page(f"{banner}{entry}{TEXT}", "港の珈琲店だより：砂糖を入れる人").title == "砂糖を入れる人"


COMMENT = "<h3>この記事へのコメント</h3><p>ごちそうさまでした。</p><p>Posted by のんべ at 2008年02月17日 23:50</p>"


@pytest.mark.parametrize(
    ("below", "date", "section"),
    [
        ("posted by みなと猫｜23:14｜固定リンク｜カテゴリ：猫の町｜コメント（1）", "2008-02-17T23:14+09:00", "猫の町"),
        ("posted by みなと猫｜23:14｜固定リンク｜カテゴリ：猫｜コメント（1）", "2008-02-17T23:14+09:00", ""),
        ("Posted by みなと猫 at 08:02 │Comment(1)│TrackBack(0)", "2008-02-17T08:02+09:00", ""),
        ("開店は8:00、閉店は20:00です。", "2008-02-17", ""),
    ],
)  # fmt: skip
def test_a_blogs_line_below_the_entry_tells_time_and_category_and_comments_tell_neither(
    below: str, date: str, section: str
) -> None:
    entry = f"{HEADLINE}<div class=text>{TEXT}</div><p>{below}</p>"
    found = read_page(f"<h2 class=date>2008年02月17日</h2>{entry}<div class=answers>{COMMENT}</div>")
    assert (found.date, found.section) == (date, section)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("『港の世界史』（ハンナ・ロウ 著／沢村実 訳）", []),
        ("著者 水野 遥（主任研究員） 沢村 実（架空大学教授）", ["水野 遥", "沢村 実"]),
        ("公開 2020年1月20日（2020年2月3日一部修正）", []),
    ],
)
def test_by_lines_below_a_headline(line: str, authors: list[str]) -> None:
    assert names(read_page(f"{HEADLINE}<p class=info>{line}</p>{TEXT}")) == authors


def test_lines_in_a_cell_of_a_table_stay_apart() -> None:
    rows = (
        "<tr><th>著者</th><td>水野 遥（職員）<br>沢村 実（教授）</td></tr><tr><th>公開</th><td>2020年1月20日</td></tr>"
    )
    table = f"<table>{rows}</table>"
    assert names(read_page(f"{HEADLINE}{table}{TEXT}")) == ["水野 遥", "沢村 実"]


def test_a_paper_is_no_author_of_its_own_site() -> None:
    head = '<meta property="og:site_name" content="週刊灯台オンライン"><meta name=author content=週刊灯台>'
    found = read_page(f"{HEADLINE}<p><span>水野遥</span> / <time>2019/07/30 07:00</time></p>{TEXT}", head=head)
    assert names(found) == ["水野遥"]


@pytest.mark.parametrize(
    ("over", "line", "author", "section"),
    [
        ("<h2>2006/03/26</h2>", "Posted by kitamado at 23:58 │Comments(2)│<a href=/c>映画</a>", "kitamado", "映画"),
        ("<p>« 鯖 | トップ</p><p>2006/03/26</p>", "投稿者 鯖猫 23:58 <a href=/c>古本</a> | 固定リンク", "鯖猫", "古本"),
    ],
)
def test_a_blogs_post_is_told_from_the_blog(over: str, line: str, author: str, section: str) -> None:
    blog = "<h1><a href=http://kita.example/blog/>北窓の映画帖</a></h1><h2>三番館の暗がりから</h2>"
    post = f"{over}<h3>もぎりの佐伯さん</h3><div class=text>{TEXT}</div><p>{line}</p><div class=answers>{COMMENT}</div>"
    found = read_page(blog + post, "北窓の映画帖:もぎりの佐伯さん")
    assert (found.title, found.publication, found.section) == ("もぎりの佐伯さん", "北窓の映画帖", section)
    assert (names(found), found.date) == ([author], "2006-03-26T23:58+09:00")


@pytest.mark.parametrize(
    "behind",
    ["<p>特集　海を読む／寄稿＝水野遥、沢村実</p>", "<p class=author>minato-admin</p>", "<p>構成＝本紙編集部</p>"],
)
def test_who_filled_an_issue_or_runs_the_site_wrote_no_article(behind: str) -> None:
    assert not names(read_page(f"{HEADLINE}<div class=text>{TEXT}</div>{behind}"))


def test_the_day_from_which_visits_are_counted_is_not_the_articles() -> None:
    counter = "<p>あなたは12345人目のお客さまです<br>（平成10年4月1日から）</p>"
    assert read_page(f"{counter}{HEADLINE}{TEXT}").date == ""
    assert read_page(f"{counter}{HEADLINE}<p>平成12年8月27日 記</p>{TEXT}").date == "2000-08-27"


def test_a_picture_before_the_text_is_not_where_the_headline_is_looked_for() -> None:
    beside = "<img src=/neko.gif alt=ねこ><p>Netscape Navigator 4.0／Internet Explorer 4.0 で確認しています</p>"
    column = f"<center><font size=5>桶はほどける</font></center><div>風間　史郎（桶職人）</div>{TEXT}"
    page = page_of(read(wrapped(beside + column, "友人の寄稿（三）"), "a.html")[0])
    body = [n for n, block in enumerate(page.blocks) if block.kind is LineKind.IMAGE or block.text in PARAGRAPHS]
    assert find_metadata(page, head_of(page.root), body).told.title == "桶はほどける"
