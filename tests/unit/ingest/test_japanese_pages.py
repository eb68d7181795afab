"""Titles, authors, days and sections of Japanese pages as newspapers, blog hosts and personal sites make them."""

from __future__ import annotations

import pytest

from builder.ingest.extract import extract
from builder.ingest.extraction import Extraction
from builder.model import SeriesPlace

from .reading import names, read_page
from .saved_page import PARAGRAPHS, TEXT


def read(body: str, title: str = "港の声を聞く | 架空新聞") -> Extraction:
    return read_page(body, title)


@pytest.mark.parametrize(
    ("stated", "outlet"),
    [
        ("港の手帖（3）：港の声を聞く － 架空", "架空"),
        ("KKV#90817263: 港の声を聞く", ""),
        ("架空：港の声を聞く", "架空"),
    ],
)
def test_the_outlet_in_the_title_element_has_no_number(stated: str, outlet: str) -> None:
    assert read(f"<h1>港の声を聞く</h1>{TEXT}", stated).publication == outlet


def test_a_table_over_the_text_labels_the_day() -> None:
    table = "<table><tr><th>{}</th><td>2016年2月23日</td></tr><tr><th>執筆者</th><td>{}</td></tr></table>"
    people = (
        "<a href=/s/1>水野 遥</a>（地域経営研究部 主任研究員）<br><a href=/s/2>沢村 実</a>（地域経営研究部 研究員）"
    )
    assert read(f"<h1>港の声を聞く</h1>{table.format('発表日', people)}{TEXT}").date == "2016-02-23"
    assert read(f"<h1>港の声を聞く</h1>{table.format('調査日', people)}{TEXT}").date == ""


BANNER = '<div id=banner><h1><a href="http://kaku.example/">架空手帖</a></h1></div>'


@pytest.mark.parametrize("stated", ["架空手帖: 港の声を聞く", "架空手帖 港の声を聞く", "港の声を聞く - 架空手帖"])
def test_a_heading_that_leads_home_is_the_outlets_name(stated: str) -> None:
    assert read(f"{BANNER}<div><h3>港の声を聞く</h3>{TEXT}</div>", stated).title == "港の声を聞く"


def test_an_entry_of_a_diary_whose_title_element_tells_the_day() -> None:
    day = '<h2><a href="/d/20091017">2009-10-17</a></h2>'
    found = read(f'<h1><a href="/d/">架空日記</a></h1>{day}<h3>港の声を聞く</h3>{TEXT}', "2009-10-17 - 架空日記")
    assert (found.title, found.date) == ("港の声を聞く", "2009-10-17")


def test_a_diary_without_headings_is_called_what_its_head_says() -> None:
    assert read(TEXT, "2009-10-17 - 架空日記").title


@pytest.mark.parametrize("stated", ["無題ドキュメント", "架空雑文集・港の声を聞く"])
def test_a_bold_line_over_the_text_of_a_page_without_headings(stated: str) -> None:
    assert read(f"<center><font size=5><b>港の声を聞く</b></font></center><hr>{TEXT}", stated).title == "港の声を聞く"


def test_a_bold_line_that_the_head_does_not_bear_out_is_none() -> None:
    assert read(f"<b>お知らせ</b>{TEXT}", "港の声を聞く | 架空新聞").title == "港の声を聞く"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("[評者]水野遥（港湾史家）[掲載]2014年07月06日", ["水野遥"]),
        ("2013年6月3日<br>歴史学科 教授　水野 遥", ["水野 遥"]),
        ("Author, サラ・ヘイル、ノア・パテル", ["サラ・ヘイル", "ノア・パテル"]),
        ("水野　遥<br><font size=2>（架空大学教授・港湾史）</font>", ["水野 遥"]),
        ("港湾史研究者・元市職員　水野 遥", ["水野 遥"]),
        ("<span class=author>五十鈴灘俊・架空大学教授</span>", ["五十鈴灘俊"]),
        ("<span class=author>グローバル・架空大学教授</span>", []),
        ("五十鈴灘俊・架空大学教授", []),
        ("サラ・ヘイル<br>水野 遥 訳", ["サラ・ヘイル", "水野 遥"]),
        ("by 水野 遥<span>2017.03.24</span>", ["水野 遥"]),
        ("水野 遥が港の人たちの声を聞いた<br>（編集　沢村 実）", []),
    ],
)
def test_bylines_under_the_headline(line: str, authors: list[str]) -> None:
    assert names(read(f"<h1>港の声を聞く</h1><p>{line}</p>{TEXT}")) == authors


@pytest.mark.parametrize("line", ["（1998.8.21　水野 遥）", "（社会部　水野遥）", "文／水野遥　写真／沢村実"])
def test_bylines_behind_the_text(line: str) -> None:
    found = read(f"<h1>港の声を聞く</h1>{TEXT}<p>{line}</p>")
    assert [name.replace(" ", "") for name in names(found)] == ["水野遥"]
    assert found.body == "\n\n".join(PARAGRAPHS) + "\n"


def test_a_headline_without_a_letter_is_read() -> None:
    assert read(f"<h1>{'・' * 8}</h1>{TEXT}").verdict == "article"


def test_names_and_posts_in_lines_of_an_element_named_for_the_authors() -> None:
    lines = "<div class=field-author>水野 遥　架空港湾財団 研究員<br>Ada Brandt　架空大学 客員研究員</div>"
    assert names(read(f"<h1>港の声を聞く</h1>{lines}{TEXT}")) == ["水野 遥", "Ada Brandt"]


def test_a_name_between_the_headline_and_a_text_that_is_set_in() -> None:
    text = "".join(f"<blockquote>{paragraph}</blockquote>" for paragraph in PARAGRAPHS)
    assert names(read(f"<h2>港の声を聞く</h2><p>水野 遥</p>{text}")) == ["水野 遥"]


def test_labels_of_by_lines_are_no_names() -> None:
    over = "<div class=writer><div>執筆者</div><div>水野 遥（港湾史・准教授）</div></div>"
    assert names(read(f"<h1>港の声を聞く</h1>{over}{TEXT}")) == ["水野 遥"]
    asked = "<p>聞き手・構成＝水野 遥</p><p>手話通訳＝沢村 拓</p>"
    assert names(read(f"<h1>港の声を聞く</h1>{asked}{TEXT}")) == ["水野 遥"]


def test_a_link_between_paragraphs_names_another_texts_author() -> None:
    link = "<div class=box><p>こちらも</p><a href=/2>海辺の町で暮らしを相続するということ（文＝沢村 実）</a></div>"
    found = read(f"<h1>港の声を聞く</h1><p>文＝水野 遥</p>{TEXT}{link}{TEXT}")
    assert names(found) == ["水野 遥"]
    assert names(read(f"<h1>港の声を聞く</h1>{TEXT}{link}{TEXT}")) == []


def test_a_translator_near_the_headline_of_a_text_whose_author_the_head_states() -> None:
    head = '<meta name=author content="サラ・ヘイル">'
    found = read(f"{head}<h1>港の声を聞く</h1><div>翻訳：水野 遥</div>{TEXT}")
    assert [(a.name, a.role) for a in found.authors] == [("サラ・ヘイル", ""), ("水野 遥", "訳")]


@pytest.mark.parametrize(
    ("line", "author"),
    [("by 水野 遥", "水野 遥"), ("訳　水野 遥", "Haruka Mizuno"), ("by H. Mizuno", "Haruka Mizuno")],
)
def test_a_name_stated_in_latin_letters_is_written_as_the_page_prints_it(line: str, author: str) -> None:
    head = '<meta name=author content="Haruka Mizuno">'
    assert names(read(f"{head}<h1>港の声を聞く</h1><p>{line}</p>{TEXT}"))[0] == author


def test_a_login_in_an_element_named_for_the_author() -> None:
    foot = '<div class="article-footer"><span class="vcard author">harbour_cat at 19:22</span>│Comments(2)</div>'
    assert names(read(f"<h1>港の声を聞く</h1>{TEXT}{foot}")) == ["harbour_cat"]


def test_an_entry_that_states_only_when_it_was_updated() -> None:
    day = '<abbr class="updated" title="2011-01-23T19:22:47+09:00">2011年01月23日</abbr>'
    found = read(f"{day}<h2>港の声を聞く</h2>{TEXT}")
    assert (found.date, found.updated) == ("2011-01-23T19:22+09:00", "")


def test_the_minute_in_the_list_that_closes_an_entry() -> None:
    foot = "<ul><li>2010-03-04(21:14) : <a href='/c'>港</a> : コメント 1</li><li>2011-01-01(10:00) : ほか</li></ul>"
    assert read(f"<h2>港の声を聞く</h2><p>2010/03/04(木)</p>{TEXT}{foot}").date == "2010-03-04T21:14+09:00"


def test_the_days_of_a_hidden_box_are_not_the_articles() -> None:
    bar = "<div style='display:none'><p>20 Feb 2007 - 03 Nov 2012</p></div>"
    assert read(f"{bar}<h2>港の声を聞く</h2><p>更新日：2007年02月16日</p>{TEXT}").date == "2007-02-16"


@pytest.mark.parametrize(
    "path",
    [
        '<div class=crumbs><a href="/">HOME</a> 〉 <a href="/s/">社会</a></div>',
        '<div id=pankuzu><a href="/">現在位置：架空新聞</a>&gt; <a href="/s/">社会</a>&gt; 記事</div>',
        '<p><a href="/">架空新聞</a> / <a href="/s/">社会</a></p>',
        '<ul><li><a href="/">架空新聞</a></li><li><a href="/s/">社会</a></li></ul>',
        '<div><a href="/s/">社会</a></div>',
    ],
)
def test_paths_and_labels_over_the_headline(path: str) -> None:
    box = (
        path.replace("</div>", "<h1>港の声を聞く</h1></div>", 1)
        if path.startswith("<div><a")
        else path + "<h1>港の声を聞く</h1>"
    )
    assert read(f"{box}{TEXT}").section == "社会"


def test_a_day_beside_the_link_home_is_no_path() -> None:
    assert read(f'<p><a href="/">架空新聞</a> 2017/3/24</p><h1>港の声を聞く</h1>{TEXT}').section == ""


def test_a_section_beside_the_day_below_the_headline() -> None:
    found = read(f"<h1>港の声を聞く</h1><p>2022.09.01　インタビュー</p>{TEXT}")
    assert (found.section, found.date) == ("インタビュー", "2022-09-01")
    assert "2022" not in found.body
    near_miss = read(f"<h1>港の声を聞く</h1><p>2022.09.01　岬の朝</p>{TEXT}")
    assert near_miss.section == ""


def test_a_column_with_its_number_is_no_section() -> None:
    found = read(f"<p><a href=/>架空新聞</a></p><p>連載　港の暮らし　第三回</p><h1>港の声を聞く</h1>{TEXT}")
    assert found.series == SeriesPlace("港の暮らし", 3)
    assert found.section == ""


@pytest.mark.parametrize("picture", ["{}", "<p>{}</p>", "<center>{}</center>"])
def test_pictures_between_paragraphs_that_no_box_holds(picture: str) -> None:
    image = '<img src="{}.png" width=300 height=200>'
    logo, first, second = (picture.format(image.format(name)) for name in ("logo", "first", "second"))
    half = TEXT.index("</p>") + 4
    found = read(f"{logo}<h1>港の声を聞く</h1><p>2022.09.01</p>{first}{TEXT[:half]}{second}{TEXT[half:]}{logo}")
    assert [name for name in ("logo", "first", "second") if f"({name}.png)" in found.body] == ["first", "second"]


def test_a_section_in_the_title_element_is_not_the_outlet() -> None:
    assert read(f"<h1>港の声を聞く</h1>{TEXT}", "kaku.example（架空新聞社）：港の声を聞く - 社会").publication != "社会"


def test_a_column_and_its_number_told_apart() -> None:
    path = '<div class=crumb><a href="/">TOP</a> › <a href="/e/">教育</a> › <a href="/e/h/">港の先に</a></div>'
    found = read(
        f"{path}<div>連載　港の先に</div><h1>（３）港の声を聞く</h1>{TEXT}", "港の先に（３）　港の声を聞く - 架空新聞"
    )
    assert found.series is not None
    assert (found.series.name, found.series.number, found.section) == ("港の先に", 3, "教育")


def test_a_path_that_ends_in_the_number_of_the_column() -> None:
    path = '<div><a href="/">HOME</a> ＞ <a href="/c/">港のコラム</a> ＞ 第12回</div>'
    found = read(f"{path}<h2>港のコラム</h2><h3>第12回　港の声を聞く</h3>{TEXT}", "港のコラム第12回｜架空大学")
    assert found.series is not None
    assert (found.series.name, found.series.number) == ("港のコラム", 12)
    assert found.title.endswith("港の声を聞く")


@pytest.mark.parametrize(
    ("row", "page"),
    [
        ("<ul><li>1</li><li><a href='?page=2'>2</a></li><li><a href='?page=3'>3</a></li></ul>", (1, 3)),
        ("<ul><li><a href='?page=1'>前へ</a></li><li><a href='?page=1'>1</a></li><li>2</li></ul>", (2, 2)),
        ("<ul><li><a href='/a/1'>1</a></li><li><a href='/a/2'>2</a></li></ul>", (None, None)),
        ("<ul><li>1</li><li>2</li></ul>", (None, None)),
    ],
)
def test_a_row_of_numbers_behind_the_text_tells_the_page(row: str, page: tuple[int | None, int | None]) -> None:
    found = read(f"<h1>港の声を聞く</h1>{TEXT}{row}")
    assert (found.page, found.pages) == page


def test_a_path_that_ends_in_the_headline_cut_short() -> None:
    path = '<div class=crumb><a href="/">TOP</a> › <a href="/e/">教育</a> › 港の声を聞く市場の百年…</div>'
    title = "港の声を聞く市場の百年、その前夜"
    assert read(f"{path}<h1>{title}</h1>{TEXT}", f"{title} | 架空新聞").section == "教育"


def test_a_column_before_its_number_in_the_headline() -> None:
    steps = '<li><a href="/">トップ</a></li><li><a href="/k/">港の先に</a></li><li>第7回　港の声を聞く市場</li>'
    path = f"<ul id=topicpath>{steps}</ul>"
    heading = "<h1><span>港の先に</span> 第7回　港の声を聞く市場</h1>"
    found = read(f"{path}{heading}{TEXT}", "第7回　港の声を聞く市場：港の先に | 架空新聞")
    assert found.series is not None
    assert (found.series.name, found.series.number) == ("港の先に", 7)


def test_a_profile_under_the_writers_name_and_reading() -> None:
    box = "<h4>筆者</h4><p>水野遥（みずの・はるか）　港湾史家</p><p>港町の生まれ。著書に『灯台の百年』がある。</p>"
    note = "<p>※プロフィールは執筆した当時のものです</p>"
    found = read(f"<h1>港の声を聞く</h1><p>水野遥　港湾史家</p>{TEXT}<div>{box}{note}</div>")
    assert found.authors[0].profile == "港湾史家\n港町の生まれ。著書に『灯台の百年』がある。"


def test_tables_and_programs_between_paragraphs_are_the_texts() -> None:
    table = "<table><tr><td>価格</td><td>39,800円</td></tr><tr><td>発売日</td><td>11月1日</td></tr></table>"
    first, *rest = PARAGRAPHS
    text = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    found = read(f"<h1>港の声を聞く</h1><div><p>{first}</p>{table}<pre><code>$ date</code></pre>{text}</div>")
    assert "39,800円" in found.body
    assert "$ date" in found.body


@pytest.mark.parametrize(
    "line",
    [
        "本レポートは信頼できる情報に基づいていますが、その正確性を保証するものではありません。",
        "このページのURL： http://kaku.example/1.html",
        "月額980円のスタンダードコースなら全記事が読み放題",
        "ご意見・ご感想をお寄せください。",
    ],
)
def test_what_closes_a_page_is_no_text(line: str) -> None:
    found = read(f"<h1>港の声を聞く</h1><div>{TEXT}<p>{line}</p></div>")
    assert found.body == "\n\n".join(PARAGRAPHS) + "\n"


def test_chinese_reporters_in_two_blocks_are_named_together() -> None:
    over = "<p>本报实习生 林清 王小溪</p><p>本报记者 周启明</p>"
    text = "".join(
        f"<p>{'海岸的早晨很安静，渔船一艘一艘地回到港口，人们在市场里谈论昨天的风和今天的鱼。' * 3}</p>"
        for _ in range(4)
    )
    page = (
        f"<html lang=zh><title>海岸的早晨和市场</title><h1>海岸的早晨和市场</h1><p>2019年3月4日</p>{over}{text}</html>"
    )
    assert names(extract(page.encode(), "a.html")) == ["林清", "王小溪", "周启明"]


@pytest.mark.parametrize(
    ("body", "stated", "title"),
    [
        ("<b>港の便り</b>　第31回<h2>朝の市が消えた日</h2>", "架空週報: 港の便り #31", "朝の市が消えた日"),
        ("<h2>港の便り　第31回</h2><h3>朝の市</h3>", "港の便り　第31回", "港の便り 第31回"),
    ],
)
def test_a_column_and_its_number_give_way_to_the_headline_below(body: str, stated: str, title: str) -> None:
    assert read(f"<table><tr><td>{body}</td></tr></table>{TEXT}", stated).title.replace("\u3000", " ") == title


@pytest.mark.parametrize(
    ("heading", "title", "subtitle"),
    [
        ("港の声を聞く<span class=sub>朝の市の百年</span>", "港の声を聞く", "朝の市の百年"),
        ("港の声を聞く<small>朝の市の百年</small>", "港の声を聞く", "朝の市の百年"),
        ("港の声を聞く<small>　朝の市の百年</small>", "港の声を聞く　朝の市の百年", ""),
        ("「港の声」を<br>聞く人たち", "「港の声」を聞く人たち", ""),
    ],
)
def test_a_headline_and_its_subtitle_in_one_heading(heading: str, title: str, subtitle: str) -> None:
    stated = "「港の声」を聞く人たち | 架空新聞" if "br" in heading else "港の声を聞く | 架空新聞"
    found = read(f"<h1>{heading}</h1>{TEXT}", stated)
    assert (found.title, found.subtitle) == (title, subtitle)


@pytest.mark.parametrize(
    ("line", "stated", "subtitle"),
    [
        ("<p>朝の市の百年をたどる</p>", "港の声を聞く ── 朝の市の百年をたどる | 架空新聞", "朝の市の百年をたどる"),
        ("<p>―朝の市の百年―</p>", "港の声を聞く | 架空新聞", "朝の市の百年"),
        ("<p>朝の市の百年をたどる</p>", "港の声を聞く | 架空新聞", ""),
        ("<p>――そうですか、と市場の人は言った。</p>", "港の声を聞く | 架空新聞", ""),
    ],
)
def test_a_line_below_the_headline_is_the_subtitle_where_something_tells(line: str, stated: str, subtitle: str) -> None:
    assert read(f"<h1>港の声を聞く</h1>{line}<p>2017年3月24日</p>{TEXT}", stated).subtitle == subtitle


LINKED = "<ul><li><a href=/2>{}</a></li><li><a href=/3>まったく別の見出し</a></li></ul>"


@pytest.mark.parametrize(
    ("heading", "link", "section", "title"),
    [
        ("社説：港の声を聞く", "別の見出し", "社説", "社説：港の声を聞く"),
        ("＜解説＞港の声を聞く", "別の見出し", "解説", "港の声を聞く"),
        ("&lt;主張&gt;港の声を聞く", "主張", "主張", "港の声を聞く"),
        ("【港の科学】潮の声を聞く", "港の科学", "港の科学", "潮の声を聞く"),
        ("潮の声を聞く【港の科学】", "港の科学", "港の科学", "潮の声を聞く"),
        ("【港の科学】潮の声を聞く", "月はなぜ追ってくる", "", "【港の科学】潮の声を聞く"),
        ("潮の声を聞く（港町）", "港町", "", "潮の声を聞く（港町）"),
        ("【動画】潮の声を聞く", "動画", "", "【動画】潮の声を聞く"),
        ("港の人：声を聞く", "港の人：市を歩く", "", "港の人：声を聞く"),
    ],
)
def test_what_a_headline_begins_or_ends_with_is_its_section_where_the_page_says_it_elsewhere(
    heading: str, link: str, section: str, title: str
) -> None:
    found = read(f"<h1>{heading}</h1>{TEXT}{LINKED.format(link)}", f"{heading} | 架空新聞")
    assert (found.section, found.title) == (section, title)


@pytest.mark.parametrize(
    ("over", "stated", "section"),
    [
        ("<h2>パンくず</h2><ol class=breadcrumb><li><a href=/>ホーム</a></li></ol>", "| 時評 ", "時評"),
        ("<div class=header><a href=/sub>お申し込み</a></div>", "", ""),
        ("<p>2017年3月号</p>", "", ""),
        ("<p class=crumb><a href=/>ホーム</a> &gt; <a href=/k/>架空の窓</a> &gt; 平成29年3月号</p>", "", "架空の窓"),
        ("", "| 水野遥 ", ""),
    ],
)
def test_what_is_no_section(over: str, stated: str, section: str) -> None:
    assert read(f"{over}<h1>港の声を聞く</h1>{TEXT}", f"港の声を聞く {stated}| 架空新聞").section == section


@pytest.mark.parametrize(
    ("heading", "below", "series"),
    [
        ("港の声を聞く人と町の百年【港の窓・第14回】", "", ("港の窓", 14)),
        ("港の声を聞く（12）はじめての市", LINKED.format("港の声を聞く（11）去った人"), ("港の声を聞く", 12)),
        ("港の声を聞く（12）はじめての市", LINKED.format("別の見出し（11）去った人"), None),
    ],
)
def test_columns_and_numbers_in_and_below_the_headline(
    heading: str, below: str, series: tuple[str, int | None] | None
) -> None:
    found = read(f"<h1>{heading}</h1>{below}{TEXT}", f"{heading} | 架空新聞")
    assert (found.series and (found.series.name, found.series.number)) == series


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("(98/9/25)", "1998-09-25"),
        ("2017年4月号掲載／2017.03.24", "2017-03-24"),
        ("勝敗は(98/99)", ""),
        ("/2017/03/24/", ""),
    ],
)
def test_days_in_old_and_in_magazines_lines(line: str, day: str) -> None:
    assert read(f"<h1>港の声を聞く</h1><p>{line}</p>{TEXT}").date == day


@pytest.mark.parametrize(
    ("stated", "origin"), [("港の声を聞く（架空日報） - 話題一覧", "架空日報"), ("港の声を聞く - 話題一覧", "")]
)
def test_a_portal_names_the_outlet_whose_text_it_shows(stated: str, origin: str) -> None:
    record = (
        '{"@type":"NewsArticle","headline":"港の声を聞く","author":{"@type":"Organization","name":"架空日報"},'
        '"publisher":{"@type":"Organization","name":"話題一覧"}}'
    )
    script = f'<script type="application/ld+json">{record}</script>'
    assert read(f"{script}<h1>港の声を聞く</h1>{TEXT}", stated).republished_from == origin
