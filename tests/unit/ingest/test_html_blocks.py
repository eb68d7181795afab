"""The tree as blocks: paragraphs, lists, tables, ruby, and Markdown that says the same."""

from __future__ import annotations

import pytest

from builder.ingest.extraction import LineKind
from builder.ingest.html.block import Block
from builder.ingest.html.blocks import blocks_of
from builder.ingest.html.page import parse


def blocks(html: str, base: str = "") -> list[Block]:
    return blocks_of(parse(html), base)[0]


def written(html: str, base: str = "") -> list[str]:
    return [b.markdown() for b in blocks(html, base)]


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>一段落目。</p><p>二段落目。</p>", ["一段落目。", "二段落目。"]),
        ("<div>一行目<br><br>二段落目<br>その続き</div>", ["一行目", "二段落目  \nその続き"]),
        (
            "<div>　船が出た。<br>\n　<b>霧</b>だ。<br>　霧の<br>　夜</div>",
            ["船が出た。", "**霧**だ。", "霧の  \n　夜"],
        ),
        ("<div><img src=https://a.example/1.png><br> 港の図</div>", ["![](https://a.example/1.png)", "港の図"]),
        ("<p>改行で\n折られた文</p>", ["改行で折られた文"]),
        ("<p>wrapped\nby the editor</p>", ["wrapped by the editor"]),
        ("<p>これは<b> 太字 </b>です</p>", ["これは **太字** です"]),
        ("<p><b></b>空の<i> </i>印</p>", ["空の 印"]),
        ("<p>a*b_c [d] 1 < 2</p>", [r"a\*b_c \[d\] 1 \< 2"]),
        ("<p># no heading</p>", [r"\# no heading"]),
        ("<p>1. no list</p>", [r"1\. no list"]),
        ("<p>見よ<a href='https://a.example/a(b)'>ここ</a></p>", ["見よ[ここ](https://a.example/a%28b%29)"]),
        ("<p>見よ<a href='../b.html'>ここ</a></p>", ["見よここ"]),
        ("<p>見よ<a href='/b'>ここ</a></p>", ["見よここ"]),
        ("<p><a href='javascript:x()'>押す</a></p>", ["押す"]),
        ("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を読む</p>", ["{漢字|かんじ}を読む"]),
        ("<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby></p>", ["{漢|かん}{字|じ}"]),
        ("<p>ここが<span style='text-emphasis: sesame'>要</span>だ</p>", ["ここが*要*だ"]),
        ("<p><em class='bouten'>要</em></p>", ["*要*"]),
        ("<pre>a\n  b</pre>", ["```\na\n  b\n```"]),
        ("<ol start=3><li>三</li><li>四</li></ol>", ["3. 三", "4. 四"]),
        ("<ol start=0><li>零</li><li>一</li></ol>", ["0. 零", "1. 一"]),
        ("<ol start=x><li>一</li></ol>", ["1. 一"]),
        ("<ol start=-1><li>負</li></ol>", ["- 負"]),
        ("<ol start=1234567890><li>大</li></ol>", ["- 大"]),
        ("<ul><li>甲<ul><li>乙</li></ul></li></ul>", ["- 甲", "- 乙"]),
        ("<b><div>甲</div><div>乙</div></b>", ["**甲**", "**乙**"]),
    ],
)
def test_markdown(html: str, markdown: list[str]) -> None:
    assert written(html) == markdown


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<div><a href=/>ホーム</a><a href=/k/>社説</a></div>", ["ホーム", "社説"]),
        ("<p class=path><a href=/>ホーム</a>\n<a href=/k/>社説</a></p>", ["ホーム", "社説"]),
        ("<p><a href=/a>港</a><a href=/b>町</a></p>", ["港町"]),
        ("<div><a href=/a>港の</a>声は<a href=/b>市に</a></div>", ["港の声は市に"]),
        ("<div><a href=/a>港へ。</a><a href=/b>声</a></div>", ["港へ。声"]),
        ("<div><a href=/>港</a><a>›</a><a href=/k/>声</a></div>", ["港›声"]),
        ("<div><a href=/>Home</a> <a href=/k/>Opinion</a></div>", ["Home Opinion"]),
        ("<div><a href=/>ホーム</a><a href=/k/>社説</a><span>余録</span></div>", ["ホーム", "社説", "余録"]),
        ("<div><span>水野 遥</span><a href=/m/>港新聞</a></div>", ["水野 遥 港新聞"]),
        ("<div><span>港の窓</span><span>No.12</span><span>2022.11.25</span></div>", ["港の窓 No.12 2022.11.25"]),
        ("<p><span>港の声を</span><span>聞く</span></p>", ["港の声を聞く"]),
    ],
)
def test_links_side_by_side_are_blocks_and_the_words_of_a_text_are_not(html: str, texts: list[str]) -> None:
    assert [block.text for block in blocks(html)] == texts


def test_links_are_resolved_where_the_address_is_known() -> None:
    base = "https://roncho.example/2017/a.html"
    assert written("<p><a href='b.html'>次</a><a href='/c'>頁</a></p>", base) == [
        "[次](https://roncho.example/2017/b.html)[頁](https://roncho.example/c)"
    ]


def test_pictures_of_a_saved_page_stay_relative() -> None:
    html = "<p><img src='./page_files/a.jpg' alt='港'><img data-src='/b.jpg' src='data:,'></p>"
    assert written(html, "https://roncho.example/x") == [
        "![港](./page_files/a.jpg)",
        "![](https://roncho.example/b.jpg)",
    ]


def test_ruby_is_left_out_of_the_plain_text() -> None:
    assert blocks("<p><ruby>漢字<rt>かんじ</rt></ruby></p>")[0].text == "漢字"


def test_a_data_table_is_one_block_and_a_layout_table_is_not() -> None:
    data = "<table><tr><th>年</th><th>人口</th></tr><tr><td>2017</td><td>120</td></tr></table>"
    layout = f"<table><tr><td>目次</td><td><p>{'本文が続く。' * 60}</p></td></tr></table>"
    assert [b.kind for b in blocks(data)] == [LineKind.TABLE]
    assert blocks(data)[0].markdown() == "| 年 | 人口 |\n| --- | --- |\n| 2017 | 120 |"
    assert [b.kind for b in blocks(layout)] == [LineKind.PARAGRAPH, LineKind.PARAGRAPH]


def test_blocks_know_their_places() -> None:
    block = blocks("<div id=main class='Article Body'><p>文</p></div>")[0]
    assert block.place.path()[-2:] == ("div#main.Article.Body", "p")


def test_link_characters_are_counted_through_nested_blocks() -> None:
    block = blocks("<a href=/x><div>見出し</div></a>")[0]
    assert block.link_chars == 3


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul><li", "blockquote", "a href=x"])
def test_deep_nesting_is_read_to_the_bottom(tag: str) -> None:
    assert "".join(b.text for b in blocks(f"<{tag}>" * 800 + "底")) == "底"


def test_a_long_sentence_set_as_a_heading_is_a_paragraph() -> None:
    lead = "港の朝は早い。まだ暗いうちから灯台の明かりを目当てに小さな船が戻ってくる。その声を聞きに、坂を下りた。"
    assert [b.kind for b in blocks(f"<h2>{lead}</h2><h2>港の声を聞く</h2><h2>港は死んだ。</h2><h1>{lead}</h1>")] == [
        LineKind.PARAGRAPH,
        LineKind.HEADING,
        LineKind.HEADING,
        LineKind.HEADING,
    ]


def test_hidden_places_are_marked() -> None:
    first, second = blocks("<div style='display: none'><p>隠</p></div><p>見</p>")
    assert (first.place.hidden, second.place.hidden) == (True, False)


@pytest.mark.parametrize(
    "html",
    [
        "<title>題</title><article><p>甲</p></article><p>乙</p>",
        "<head><title>題</title><main><p>甲</p></main><script>x()</script><div>乙</div></head>",
        "<title>題</title><section>甲</section>乙",
        "<title>題</title><header>甲</header><body><p>乙</p></body>",
    ],
)
def test_a_page_may_leave_out_its_body_tag(html: str) -> None:
    root = parse(html)
    assert [b.text for b in blocks_of(root, "")[0]] == ["甲", "乙"]
    assert [element.tag for element in root.iterfind("head/*")] == ["title"]
