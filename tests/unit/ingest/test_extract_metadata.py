"""Titles, authors, dates and sections from the many ways in which pages state them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builder.ingest.extract import extract
from builder.ingest.extraction import Extraction
from builder.ingest.metadata.title import tidy
from builder.ingest.metadata.title_parts import without_site

from .saved_page import PARAGRAPHS, TEXT, TITLE, saved_page

ENGLISH = tuple(
    f"The harbour wakes before the town does, and the {n} boats that are left come home by the light of the lamp. "
    "What the market has lost is not only its traders, said the chairman; it is the noise they made."
    for n in ("nine", "eight", "seven", "six")
)


def ld(**record: Any) -> str:
    written = json.dumps({"@type": "NewsArticle", **record}, ensure_ascii=False)
    return f'<script type="application/ld+json">{written}</script>'


def bare(**parts: Any) -> Extraction:
    return extract(saved_page(**{"under_title": "", "over_title": "", **parts}), "a.html")


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("港の声を聞く｜架空新聞", "港の声を聞く"),
        ("港の声を聞く - 架空新聞", "港の声を聞く"),
        ("架空新聞：港の声を聞く", "港の声を聞く"),
        ("港の声：聞く人たち - 架空新聞", "港の声：聞く人たち"),
        ("港の声を聞く（2/3ページ） | 架空新聞", "港の声を聞く"),
        ("A harbour wakes: notes - Kaku Shimbun", "A harbour wakes: notes"),
        ("港の声を聞く", "港の声を聞く"),
    ],
)
def test_the_outlet_is_taken_off_the_title(stated: str, title: str) -> None:
    assert tidy(without_site(stated, ["架空新聞", "Kaku Shimbun"], "https://kaku.example/", [])) == title


@pytest.mark.parametrize(
    "added",
    [
        " - 架空新聞オンライン", "：架空新聞デジタル", "‐架空新聞", " − 架空新聞", "┃架空新聞", "【架空新聞】",
        " [架空新聞]", "（架空新聞）", "：架空新聞 TOKYO Web", " | 架空新聞 | 港から世界を見る",
        "（1/2 ページ） - 架空新聞",
        " : 社会 : ニュース : 架空新聞オンライン", "｜社会｜架空新聞", " | 水野遥 | 架空新聞", "／水野遥 - 架空新聞",
    ],
)  # fmt: skip
def test_outlet_section_and_author_are_taken_off_together(added: str) -> None:
    title = "港の声を聞く市場の百年"
    assert tidy(without_site(title + added, ["架空新聞"], "", [], frozenset(["社会"]))) == title


@pytest.mark.parametrize(
    "stated",
    [
        "{} | 架空新聞オンライン",
        "{} : 架空新聞オンライン",
        "{}：架空新聞デジタル",
        "{}-架空新聞オンライン",
        "{}（架空新聞）",
        "{} | KAKU SHIMBUN ONLINE",
        "{} | 架空マガジン | 架空書房",
        "{} | 社会 | 架空新聞オンライン",
        "{} | 水野遥 | 架空新聞オンライン",
        "架空新聞オンライン | {}",
        "架空新聞オンライン：{}",
        "[架空新聞オンライン] {}",
    ],
)
def test_an_outlet_that_nothing_else_names_is_known_by_its_last_word(stated: str) -> None:
    title = "港の声を聞く市場の百年"
    assert tidy(without_site(stated.format(title), [], "", [])) == title


@pytest.mark.parametrize(
    "stated",
    [
        "{}_海岸评论网",
        "{}_评论_海岸评论网",
        "{}_海岸频道_海岸网",
        "{}_湊日報",
        "{}＿湊通り",
        "{} _潮汐 _海岸网",
        "湊日報_{}",
    ],
)
def test_an_outlet_behind_a_low_line_is_no_part_of_a_title(stated: str) -> None:
    title = "港の声を聞く市場の百年"
    assert tidy(without_site(stated.format(title), [], "", [])) == title


@pytest.mark.parametrize(
    "title",
    [
        "港の声を聞く_前編",
        "港の声を聞く_01",
        "春_夏",
        "港のsnake_caseの話",
        "__init__とは何か",
        "港の声を聞く市場_百年を越えて",
    ],
)
def test_a_low_line_in_a_title_stays(title: str) -> None:
    assert tidy(without_site(title, [], "", [])) == title


@pytest.mark.parametrize(
    "title",
    [
        "変わる港町：岐路に立つ地方の新聞",
        "問われる覚悟：町は新聞を失うのか",
        "港の声を聞く市場の百年（写真で見る放送）",
        "<社説>港の声を聞く",
        "新聞：港の声を聞く市場の百年",
    ],
)
def test_a_phrase_that_ends_like_an_outlet_is_none(title: str) -> None:
    assert tidy(without_site(title, [], "", [])) == title


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("<span>社会</span>{}", "{}"),
        ("{}<span>2017年3月24日</span>", "{}"),
        ("{}<small>水野遥</small>", "{}"),
        ("社説：{}", "社説：{}"),
        ("{}<small>　港と町</small>", "{}　港と町"),
    ],
)
def test_what_stands_in_the_headlines_element_beside_it(printed: str, title: str) -> None:
    data = saved_page(over_title="").replace(f"<h1>{TITLE}</h1>".encode(), f"<h1>{printed.format(TITLE)}</h1>".encode())
    assert extract(data, "a.html").title == title.format(TITLE)


@pytest.mark.parametrize(
    "title",
    [
        "市場の声：港町を歩く",
        "「港は台所だった」――市場の百年",
        "港と社会",
        "架空の港／水辺の町",
        "市場【写真で見る百年】",
    ],
)
def test_a_title_keeps_what_names_no_outlet(title: str) -> None:
    assert tidy(without_site(f"{title}｜架空新聞", ["架空新聞"], "", [], frozenset(["社会"]))) == title


def test_words_printed_in_the_menu_are_no_title() -> None:
    data = saved_page(before="<nav><a href=/>架空新聞</a></nav>")
    plain = f"<title>{TITLE} : 架空新聞</title>".encode()
    data = data.replace(f"<title>{TITLE}｜架空新聞オンライン</title>".encode(), plain)
    data = data.replace(f"<h1>{TITLE}</h1>".encode(), b"").replace(b"og:site_name", b"og:other")
    assert extract(data, "a.html").title == TITLE


@pytest.mark.parametrize("label", ["<span>有料会員限定</span>{}", "{}<i>NEW</i>"])
def test_a_label_in_the_headline_is_no_part_of_it(label: str) -> None:
    data = saved_page().replace(f"<h1>{TITLE}</h1>".encode(), f"<h1>{label.format(TITLE)}</h1>".encode())
    assert extract(data, "a.html").title == TITLE


def test_the_one_headline_over_the_body_goes_before_what_is_written_for_search_engines() -> None:
    printed = "港の声を聞く人たちの百年の市場"
    data = saved_page().replace(f"<h1>{TITLE}</h1>".encode(), f"<h1>{printed}</h1>".encode())
    assert extract(data, "a.html").title == printed
    other = saved_page().replace(f"<h1>{TITLE}</h1>".encode(), "<h1>論壇のページへようこそ</h1>".encode())
    assert extract(other, "a.html").title == TITLE


def test_a_title_keeps_its_own_dashes() -> None:
    assert bare().title == TITLE


@pytest.mark.parametrize(
    ("head", "under", "names"),
    [
        (ld(author={"@type": "Person", "name": "水野遥"}), "", ["水野遥"]),
        (ld(author=[{"name": "水野遥"}, {"name": "沢村実"}]), "", ["水野遥", "沢村実"]),
        (ld(author={"@type": "Organization", "name": "架空新聞社"}), "", []),
        ("<meta name=author content='水野遥'>", "", ["水野遥"]),
        ("<meta name=author content='架空新聞オンライン'>", "", []),
        ("<meta name=author content='kaku.example'>", "", []),
        ("<meta name=author content='KAKU JAPAN'>", "", []),
        ("<meta property='og:site_name' content='The Harbour'><meta name=author content='Harbour'>", "", []),
        (
            ld(
                **{
                    "@graph": [
                        {"@type": "Article", "headline": TITLE, "author": {"@id": "#p"}},
                        {"@type": "Person", "@id": "#p", "name": "水野遥"},
                    ]
                }
            ),
            "",
            ["水野遥"],
        ),
        ("", "<p>2017年3月24日</p><p>森川聡子（ライター）</p>", ["森川聡子"]),
        ("", "<p>2017年3月24日</p><p>評論家・森川聡子</p>", ["森川聡子"]),
        ("", "<p>TEXT BY HARRIET LOWE<br>TRANSLATION BY SATOKO MORIKAWA</p>", ["HARRIET LOWE", "SATOKO MORIKAWA"]),
        ("<meta property='article:author' content='https://social.example/mizuno'>", "", []),
        ("", "<p>著者：水野遥</p>", ["水野遥"]),
        ("", "<p>文● 水野遥／編集部</p>", ["水野遥"]),
        ("", "<p>[水野遥，架空通信]</p>", ["水野遥"]),
        ("", "<p class=date>2017年3月24日</p>", []),
        ("", "<div class=byline><a href=/w/1 rel=author>水野遥</a></div>", ["水野遥"]),
        ("", "<p>写真：沢村実</p>", []),
        ("", "<div class=meta>2013年6月1日 06:00 水野遥（地域交通研究者）</div>", ["水野遥"]),
        ("", "<p>水野遥（地域交通研究者）</p>", ["水野遥"]),
        ("", "<p class=hissha>文・水野遥</p>", ["水野遥"]),
        ("", "<div><b>2017年</b> <span class=byline>水野遥　訳＝沢村実</span></div>", ["水野遥", "沢村実"]),
        ("<meta name=author content='水野遥'>", "<p class=byline>水野遥　訳＝沢村実</p>", ["水野遥", "沢村実"]),
        ("<meta name=author content='水野遥'>", "<p class=byline>水野遥　沢村実</p>", ["水野遥"]),
        ("<meta name=author content='Jane Doe | KAKU'>", "", ["Jane Doe"]),
        ("<meta property='og:site_name' content='Port Digest'>", "<p class=byline>Port Digest Correspondent</p>", []),
        ("", "<dl><dt>著者</dt><dd>水野遥</dd></dl>", ["水野遥"]),
        ("", "<table><tr><th>筆者</th><td>水野遥</td></tr></table>", ["水野遥"]),
        ("", "<h4>この記事を書いた人</h4><p>水野遥</p>", ["水野遥"]),
        ("", "<h4>撮影者</h4><p>水野遥</p>", []),
        ("", "<p><a href='https://kaku.example/authors/1234'>水野遥</a></p>", ["水野遥"]),
        ("", "<p><a href='/b'><img src=b.png></a><a href='/authors/1234'>水野遥</a></p>", ["水野遥"]),
        ("", "<p><a href='/profile/haruka-mizuno'>Haruka Mizuno</a></p>", ["Haruka Mizuno"]),
        ("", "<p><a href='/profile/the-harbour'>Haruka Mizuno</a></p>", []),
        ("", "<div class=authorLink><a href=/w/1>水野遥</a></div>", ["水野遥"]),
        ("", "<div>Foto <span class=license-author>水野遥</span></div>", []),
        ("", "<p>アダ・ブラント著、水野遥訳</p>", ["アダ・ブラント", "水野遥"]),
        ("", "<p>水野遥氏、沢村実氏</p>", ["水野遥", "沢村実"]),
        ("<meta name=author content='港の友 | 架空ポータル'>", "", []),
        ("", "<p>기사입력 : 2017-03-24 21:30</p>", []),
        ("<meta name=copyright content='水野遥'><meta name=author content='水野遥'>", "", ["水野遥"]),
        (ld(author={"@type": "Person", "name": "水野遥・沢村実"}), "", ["水野遥", "沢村実"]),
        (ld(author={"@type": "Person", "name": "アダ・ブラント"}), "", ["アダ・ブラント"]),
        (ld(author={"@type": "Organization", "name": "港の友編集部"}), "", ["港の友編集部"]),
        ("<meta name=author content='編集部'>", "", []),
        ("", "<p class=author-name>港の友編集部</p>", ["港の友編集部"]),
        (ld(author={"@type": "Organization", "name": "港の友編集部"}), "<p>文・水野遥</p>", ["水野遥"]),
        ("", "<p class=author>Ada Brandt （Special to Kaku） 翻訳校正： 編集部</p>", ["Ada Brandt"]),
        ("", "<div><a href='/profile/1234'>水野遥</a>港湾史家</div>", ["水野遥"]),
        ("", "<div><a href='/profile/1234'>水野遥</a>の記事一覧へ</div>", []),
        ("", "<p>作者：</p><ul><li class=author__bio>水野遥</li></ul>", ["水野遥"]),
        ("", "<div class=img-holder><div class=license-info><a class=author>水野遥</a></div></div>", []),
    ],
)
def test_authors(head: str, under: str, names: list[str]) -> None:
    assert [a.name for a in bare(head=head, under_title=under).authors] == names


@pytest.mark.parametrize("head", ["この記事を書いた人", "この記事の著者", "ライタープロフィール", "Writer"])
def test_the_box_behind_the_body_names_the_author(head: str) -> None:
    told = "フリーライター。港町をめぐる記事を雑誌などに書く。"
    (author,) = bare(after=f"<div class=box><h4>{head}</h4><h5>森川聡子</h5><p>{told}</p></div>").authors
    assert (author.name, author.profile) == ("森川聡子", told)


@pytest.mark.parametrize(
    ("under", "line"),
    [
        ("", "◆森川聡子（もりかわ・さとこ）　1970年生まれ。フリーライター。港町をめぐる記事を雑誌などに書く。"),
        (
            "<p class=byline>森川聡子</p>",
            "もりかわ・さとこ　1970年生まれ。フリーライター。港町をめぐる記事を雑誌などに書く。",
        ),
    ],
)
def test_a_line_with_the_reading_of_a_name_describes_the_author(under: str, line: str) -> None:
    found = bare(under_title=under, after=f"<p>{line}</p>")
    told = "1970年生まれ。フリーライター。港町をめぐる記事を雑誌などに書く。"
    assert [(a.name, a.profile) for a in found.authors] == [("森川聡子", told)]


def test_a_link_to_the_profile_over_the_body_takes_nothing_from_it() -> None:
    lines = ("2017.03.24", "<a href=/a/1>森川 聡子</a>", "ジャーナリスト", "<a href=/a/1>プロフィール</a>")
    found = bare(under_title="".join(f"<div>{line}</div>" for line in lines))
    assert found.body == "\n\n".join(PARAGRAPHS) + "\n"
    assert [a.name for a in found.authors] == ["森川 聡子"]


@pytest.mark.parametrize("line", ["森川聡子・架空新聞編集委員", "森川聡子（架空大学教授）"])
def test_a_name_with_its_occupation_closes_the_text(line: str) -> None:
    assert [a.name for a in bare(after=f"<p>{line}</p>").authors] == ["森川聡子"]
    assert bare(paragraphs=(*PARAGRAPHS[:2], line, *PARAGRAPHS[2:])).authors == ()


@pytest.mark.parametrize("tail", ["（森川聡子）", "【森川聡子】", "（社会部・森川聡子）"])
def test_a_signature_closes_the_body(tail: str) -> None:
    assert [a.name for a in bare(after=f"<p>{tail}</p>").authors] == ["森川聡子"]
    glued = (*PARAGRAPHS[:3], PARAGRAPHS[3] + tail) if tail[0] in "（【" else (*PARAGRAPHS, tail)
    assert [a.name for a in bare(paragraphs=glued).authors] == ["森川聡子"]
    early = (PARAGRAPHS[0] + tail, *PARAGRAPHS[1:])
    assert bare(paragraphs=early).authors == () or tail[0] == "【" or "・" in tail


def test_a_profile_stays_with_its_author() -> None:
    box = "<h3>プロフィール</h3><p>水野遥</p><p>港湾史家。架空大学で市場の歴史を教える。</p>"
    after = f"<div class='author-profile'>{box}</div>"
    found = extract(saved_page(after=after), "a.html")
    assert "架空大学で市場の歴史を教える" in found.authors[0].profile
    assert "架空大学" not in found.body


def test_an_interview_names_both_with_what_they_are() -> None:
    under = "<p class=byline>水野遥さん（港湾史家）　聞き手＝沢村実</p>"
    people = bare(head=ld(author=[{"name": "水野遥"}, {"name": "沢村実"}]), under_title=under).authors
    assert [(a.name, a.role, a.profile) for a in people] == [("水野遥", "", "港湾史家"), ("沢村実", "聞き手", "")]


def test_an_interviewer_is_named_where_nobody_else_is() -> None:
    (person,) = bare(under_title="<p class=meta><span class=author>聞き手・沢村実</span> 2019年4月3日</p>").authors
    assert (person.name, person.role) == ("沢村実", "聞き手")


def test_an_interviewer_stands_beside_whom_only_the_profile_names() -> None:
    profile = "<p>水野遥（みずの・はるか）<br>1970年生まれ。港湾の調査に携わる。</p>"
    after = f"<p>（後編に続く）</p><h3>プロフィール</h3>{profile}"
    found = bare(under_title="<p>聞き手・文：沢村実　写真：森川聡子</p>", after=after)
    assert [(a.name, a.role) for a in found.authors] == [("水野遥", ""), ("沢村実", "聞き手")]
    assert "プロフィール" not in found.body


def test_the_occupation_stands_over_a_profile_that_lacks_it() -> None:
    after = "<p>筆者紹介<br>水野遥　海運会社を経て、港湾の調査に携わる。専門は国際海上輸送である。</p>"
    found = bare(under_title="<p class=byline>水野遥（港湾史家）</p>", after=after)
    assert found.authors[0].profile.split("\n") == [
        "港湾史家",
        "海運会社を経て、港湾の調査に携わる。専門は国際海上輸送である。",
    ]


def test_a_headline_with_by_in_it_names_nobody() -> None:
    title = "The harbour by Night Lamps"
    data = saved_page(paragraphs=ENGLISH, under_title="", over_title="").replace(TITLE.encode(), title.encode())
    found = extract(data, "a.html")
    assert (found.title, found.authors) == (title, ())


def test_a_note_on_the_first_printing_is_no_body() -> None:
    note = "（初出は月刊誌「架空」二〇一六年三月号。原題 The harbour）"
    found = bare(after=f"<p class=credit>{note}</p>")
    assert found.note == note
    assert "初出" not in found.body


def test_a_box_that_describes_the_author_names_them() -> None:
    after = "<p>筆者紹介<br>水野遥　海運会社を経て、港湾の調査に携わる。専門は国際海上輸送である。</p>"
    found = bare(after=after)
    assert [(a.name, a.profile) for a in found.authors] == [
        ("水野遥", "海運会社を経て、港湾の調査に携わる。専門は国際海上輸送である。")
    ]
    assert "筆者紹介" not in found.body


@pytest.mark.parametrize(
    ("head", "under", "date"),
    [
        (ld(datePublished="2017-03-24T12:30:00Z"), "", "2017-03-24T21:30+09:00"),
        (ld(datePublished="2017-03-24T21:30:00+0900"), "", "2017-03-24T21:30+09:00"),
        (ld(datePublished="2017-03-24"), "<p>2017年3月24日 21時30分</p>", "2017-03-24T21:30+09:00"),
        ("<meta property='article:published_time' content='2017-03-24T21:30:00+09:00'>", "", "2017-03-24T21:30+09:00"),
        ("", "<p>平成29年3月24日</p>", "2017-03-24"),
        (ld(datePublished="2017-03-24T00:00:00+09:00"), "<p>2017年3月24日</p>", "2017-03-24"),
        (ld(datePublished="2017-03-24T00:00:00Z"), "<p>2017年3月24日</p>", "2017-03-24"),
        (ld(datePublished="2017-03-24T00:00:00Z"), "", "2017-03-24T09:00+09:00"),
        (ld(datePublished="2017-03-24T00:00:00Z"), "<p>2017年3月24日 9時00分</p>", "2017-03-24T09:00+09:00"),
        (ld(datePublished="2017-03-24T09:00:00+09:00"), "<p>2017年3月24日</p>", "2017-03-24T09:00+09:00"),
        (ld(dateModified="2017-03-24T00:00:00Z"), "", "2017-03-24"),
        ("", "<p>（遠い新聞2016年5月3日付から転載）</p><p>（2017年3月24日付）</p>", "2017-03-24"),
        ("", "<p>『月刊みなと』2017年3月号掲載</p>", "2017-03"),
        ("", "<p>Harbour Review, Vol. 4, No. 2, March 2017</p>", "2017-03"),
        ("", "<p>『月刊みなと』2017年4月号</p><p>2017年3月24日</p>", "2017-03-24"),
        ("", "<p>『月刊みなと』2017年3月号</p><p>次は2017年4月号</p>", ""),
        ("", "<p>『月刊みなと』2017年3月号から転載</p>", ""),
        ("", "<p>March 2017</p>", ""),
        (ld(datePublished="2017-03-24T00:00:00+09:00"), "<time datetime='2017-03-24'>2017.3.24</time>", "2017-03-24"),
        (ld(datePublished="2017-03-24T00:00:00+09:00"), "", "2017-03-24T00:00+09:00"),
        (ld(datePublished="2017-03-24T00:00:00+09:00"), "<p>2017年3月24日 21時30分</p>", "2017-03-24T21:30+09:00"),
        ("", "<time datetime='2017-03-24' itemprop='datePublished'>きのう</time>", "2017-03-24"),
        ("", "<p>公開日：2017年3月24日　更新日：2018年5月6日</p>", "2017-03-24"),
        ("", "<p>更新 2018/05/06 12:00<br>公開 2017/03/24 21:30</p>", "2017-03-24T21:30+09:00"),
        ("", "<p>2017年3月24日 21:30（2017年3月25日 09:10更新）</p>", "2017-03-24T21:30+09:00"),
        ("", "<p>2017年3月24日</p><p>21:30</p>", "2017-03-24T21:30+09:00"),
        ("<meta name=pubdate content='2017-03-24'>", "<p>3/24(金) 21:30配信</p>", "2017-03-24T21:30+09:00"),
        ("<meta name=pubdate content='2017-03-24'>", "<p>3/25(土) 21:30配信</p>", "2017-03-24"),
        ("", "<dl><dt>更新日<dd>2018年5月6日<dt>公開日<dd>2017年3月24日</dl>", "2017-03-24"),
        ("", "<p>原文公開日：2017年3月20日</p><p>2017年3月24日</p>", "2017-03-24"),
        ("", "<p>2017.03.24 Fri posted at 21:30 JST</p>", "2017-03-24T21:30+09:00"),
        ("<meta name=pubdate value='2017-03-24'>", "", "2017-03-24"),
        ("", "", ""),
    ],
)
def test_dates(head: str, under: str, date: str) -> None:
    assert bare(head=head, under_title=under).date == date


def test_the_footer_and_the_rankings_date_nothing() -> None:
    before = "<ul><li><a href=/x>2011年1月1日 別の記事の見出し</a></li></ul>"
    assert bare(before=before).date == ""


@pytest.mark.parametrize(
    ("note", "date"),
    [
        ("Editor's note: the list of boats was drawn up again on March 4, 2017 to hold the ninth boat.", ""),
        ("This report on the nine boats of the harbour was first published on March 4, 2017.", "2017-03-04"),
    ],
)
def test_a_sentence_below_the_text_dates_it_only_where_it_says_so(note: str, date: str) -> None:
    assert bare(paragraphs=ENGLISH, after=f"</div><div class=note><p>{note}</p>").date == date


def test_a_day_told_in_a_sentence_dates_nothing() -> None:
    told = "2011年1月1日にこの市場は百年を迎え、町の人々は朝早くから最後の競りを見ようと集まったという。"
    assert bare(paragraphs=(told, *PARAGRAPHS)).date == ""


@pytest.mark.parametrize(
    ("head", "under", "date"),
    [
        ("", "<time datetime='2017-03-23T21:30:00-05:00'>", "2017-03-23T21:30-05:00"),
        ("", "<p>March 23, 2017, 9:30 PM</p>", "2017-03-23T21:30-05:00"),
        ("", "<p>March 23, 2017, 9:10 PM</p>", "2017-03-24T02:30+00:00"),
        ("", "<p>March 23, 2017</p>", "2017-03-24T02:30+00:00"),
    ],
)
def test_a_moment_is_told_in_the_outlets_own_zone(head: str, under: str, date: str) -> None:
    head += ld(datePublished="2017-03-24T02:30:00Z")
    assert bare(head=head, under_title=under, paragraphs=ENGLISH).date == date


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("9999-12-31T23:59:00Z", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("2017-03-24T08:30:00+99:99", "2017-03-24T08:30+09:00"),
        ("2017-03-24T08:30:00-1575", "2017-03-24T08:30+09:00"),
    ],
)
def test_a_moment_that_is_in_no_calendar_or_zone_is_not_told(stated: str, date: str) -> None:
    assert bare(head=ld(datePublished=stated), under_title="").date == date


def test_a_name_in_a_subheading_is_told_of() -> None:
    between = "<h2>3. A lamp by <a href=/x>Ada Brandt</a></h2>"
    found = bare(head="", under_title="<p>by Tom May</p>", paragraphs=(ENGLISH[0] + between, *ENGLISH[1:]))
    assert [a.name for a in found.authors] == ["Tom May"]


@pytest.mark.parametrize("names", ["post-footer", "entry-footer"])
def test_the_foot_of_a_post_names_the_author(names: str) -> None:
    after = f"<div class={names}><span class='post-author vcard'>Posted by Ada Brandt at 18:52</span></div>"
    assert [a.name for a in bare(paragraphs=ENGLISH, after=after).authors] == ["Ada Brandt"]


def test_broken_json_still_tells_all_authors() -> None:
    broken = '{"@type":"NewsArticle","author":[{"name":"水野遥"},{"name":"Ren\\u00e9 Brandt"}],"x":"\x00\'"y"}'
    head = f'<script type="application/ld+json">{broken}</script>'
    assert [a.name for a in bare(head=head).authors] == ["水野遥", "René Brandt"]


def test_half_a_sign_in_a_name_is_left_out() -> None:
    record = {"@type": "NewsArticle", "author": "水野遥\U0001f41f", "headline": TITLE}
    stated = json.dumps(record).replace("\\udc1f", "")
    found = bare(head=f'<script type="application/ld+json">{stated}</script>')
    assert [author.name for author in found.authors] == ["水野遥"]


@pytest.mark.parametrize("address", ["news/20170324-1/", "hl?a=20170324-00000001", "2017/03/24/minato.html"])
def test_the_address_gives_a_printed_day_its_year(address: str) -> None:
    page = saved_page(over_title="", under_title="<p>3/24(金) 21:30配信</p>").replace(
        b"c/170324.html", address.encode()
    )
    assert extract(page, "a.html").date == "2017-03-24T21:30+09:00"


def test_the_name_of_a_button_is_no_section() -> None:
    assert bare(over_title="<p class=category>閉じる</p>").section == ""


def test_an_update_is_no_publication() -> None:
    head = ld(datePublished="2017-03-24T10:00:00+09:00", dateModified="2018-01-05T09:00:00+09:00")
    found = bare(head=head)
    assert (found.date, found.updated) == ("2017-03-24T10:00+09:00", "2018-01-05T09:00+09:00")


@pytest.mark.parametrize(
    "parts",
    [
        {"head": "<meta property='article:section' content='社会'>"},
        {"head": ld(articleSection="社会")},
        {"before": "<ul class=breadcrumb><li>トップ</li><li>社会</li><li>" + TITLE + "</li></ul>"},
        {"over_title": "<p class=category>社会</p>"},
        {"over_title": "<header><span class='cat-links'><a href=/c>社会</a></span></header>"},
        {"under_title": "<div>2017年3月24日 <a rel='category tag' href=/c>社会</a></div>"},
        {"under_title": "<p>カテゴリー：社会</p>"},
    ],
)
def test_sections(parts: dict[str, str]) -> None:
    assert bare(**parts).section == "社会"


def test_a_section_keeps_its_full_width_space() -> None:
    assert bare(head=ld(articleSection="特集　港の声")).section == "特集　港の声"


def test_page_of_and_the_next_page() -> None:
    after = "<p>1/2ページ</p><p><a href='170324_2.html'>次のページへ</a></p>"
    found = extract(saved_page(after=after), "a.html")
    assert (found.page, found.pages) == (1, 2)
    assert found.next_url == "https://kaku.example/c/170324_2.html"
    assert found.ends_mid_article


def test_broken_json_still_tells_the_date() -> None:
    record = '{"@type":"NewsArticle","datePublished":"2017-03-24T21:30:00+09:00", oops}'
    head = f'<script type="application/ld+json">{record}</script>'
    assert bare(head=head).date == "2017-03-24T21:30+09:00"


def test_every_finding_says_where_it_was_found() -> None:
    found = bare(head=ld(author="水野遥", datePublished="2017-03-24"))
    assert {(f.field, f.locator) for f in found.findings} >= {
        ("author", "json-ld author"),
        ("date", "json-ld datePublished"),
    }
    assert all(0 <= f.confidence <= 1 for f in found.findings)


def test_an_english_page() -> None:
    data = saved_page(paragraphs=ENGLISH, under_title="<p>By Jane Doe, March 24, 2017</p>", over_title="")
    found = extract(data, "a.html")
    assert found.body == "\n\n".join(ENGLISH) + "\n"
    assert [a.name for a in found.authors] == ["Jane Doe"]
    assert (found.date, found.language) == ("2017-03-24", "en")


def test_a_page_without_headline_takes_its_title_element() -> None:
    data = saved_page().replace(f"<h1>{TITLE}</h1>".encode(), b"")
    assert extract(data, "a.html").title == TITLE
    assert PARAGRAPHS[0] in extract(data, "a.html").body


@pytest.mark.parametrize("stated", ["無題", "無題ドキュメント", "Untitled Document", ""])
def test_where_nobody_gave_a_title_the_heading_is_the_title(stated: str) -> None:
    page = f"<html><head><title>{stated}</title></head><body><h1>字を刷る人</h1>{TEXT}"
    assert extract(page.encode(), "a.html").title == "字を刷る人"


@pytest.mark.parametrize(
    ("under", "section"),
    [
        ("<p>カテゴリー：社会</p>", "社会"),
        ("<p>カテゴリー 社会</p>", "社会"),
        ("<p>この港は第三種のカテゴリーに属しており、市が管理する。</p>", "港湾"),
        ("<p>灯台はどのジャンルにも入らない、と館長は言う。</p>", "港湾"),
    ],
)
def test_a_word_of_a_sentence_labels_no_section(under: str, section: str) -> None:
    assert bare(over_title="<p class=category>港湾</p>", under_title=under).section == section


@pytest.mark.parametrize(
    ("under", "authors"),
    [
        ("<p>水野遥</p>", [("水野遥", "")]),
        ("<div align=right>水野遥</div>", [("水野遥", "")]),
        ("<p>水野遥</p><p>聞き手・沢村実</p>", [("水野遥", ""), ("沢村実", "聞き手")]),
        ("<div>水野遥</div><div>2019年4月号</div>", [("水野遥", "")]),
        ("<div>月刊架空 2019年4月号</div><div>水野遥</div>", [("水野遥", "")]),
        ("<p>港の灯</p>", []),
        ("<p>観光案内</p>", []),
    ],
)
def test_a_bare_name_between_headline_and_text_is_the_author(under: str, authors: list[tuple[str, str]]) -> None:
    found = bare(under_title=under)
    assert [(person.name, person.role) for person in found.authors] == authors
    assert not authors or found.body.startswith(PARAGRAPHS[0])


def test_whom_a_box_of_goods_names_made_those() -> None:
    box = "<div class='asin-detail'><a href='/b'>港の本</a><ul><li>作者: 森山潮</li><li>メディア: 文庫</li></ul></div>"
    named = '<meta name="author" content="harbour_cat">'
    assert [a.name for a in bare(head=named, after=box).authors] == ["harbour_cat"]
    assert bare(after=box).authors == ()


def test_a_line_of_name_and_day_is_no_body() -> None:
    found = extract(saved_page(paragraphs=("Von Ada Brandt, 3. Mai 2019", *ENGLISH), under_title=""), "a.html")
    assert ([a.name for a in found.authors], found.date) == (["Ada Brandt"], "2019-05-03")
    assert "Brandt" not in found.body


@pytest.mark.parametrize(
    "over", ["<button>港の便り</button>", "<p>会員登録</p>", "<p>港の便り</p><nav><a href='/'>記事一覧</a></nav>"]
)
def test_buttons_and_what_stands_over_the_menu_are_no_section(over: str) -> None:
    assert bare(over_title=over).section == ""


@pytest.mark.parametrize(
    ("over", "section"), [("<p class=kicker>港の焦点：</p>", ""), ("<p class=kicker>コラム：</p>", "コラム")]
)
def test_what_announces_something_is_no_section(over: str, section: str) -> None:
    assert bare(over_title=over).section == section


@pytest.mark.parametrize("name", ["Front Page", "Current Issue", "Top Stories", "Staff", "Sports", "World Politics"])
@pytest.mark.parametrize(
    "parts",
    [
        {"over_title": "<p>{}</p><p>May 3, 2019</p>"},
        {"under_title": "<p class=byline>{}</p>"},
        {"head": "<meta name=author content='{}'>"},
        {"head": ld(author={"@type": "Person", "name": "{}"})},
    ],
)
def test_a_word_of_the_menu_is_no_author(name: str, parts: dict[str, str]) -> None:
    assert bare(paragraphs=ENGLISH, **{part: html.replace("{}", name) for part, html in parts.items()}).authors == ()


def test_what_the_menu_leads_to_is_no_author() -> None:
    over = {"over_title": "<p>Harbour Lamps</p><p>May 3, 2019</p>"}
    menu = "<nav><ul><li><a href='/{}/harbour-lamps'>Harbour Lamps</a></li></ul></nav>"
    assert bare(paragraphs=ENGLISH, before=menu.format("lamps"), **over).authors == ()
    assert [a.name for a in bare(paragraphs=ENGLISH, before=menu.format("authors"), **over).authors] == [
        "Harbour Lamps"
    ]


def test_a_link_of_the_footer_that_is_called_profile_heads_none() -> None:
    links = "<li><a href='/login'>Profile</a></li><li><a href='/lamps'>Harbour Lamps</a></li>"
    assert bare(paragraphs=ENGLISH, after=f"<ul>{links}</ul>").authors == ()


@pytest.mark.parametrize("line", ["水野遥、沢村実", "水野 遥、沢村 実"])
def test_names_parted_by_commas_stand_alone_under_the_title(line: str) -> None:
    assert [a.name for a in bare(under_title=f"<p>{line}</p>").authors] == line.split("、")
    assert bare(under_title="<p>港の朝、町の声</p>").authors == ()


@pytest.mark.parametrize("line", ["撮影 水野遥", "イラスト 水野遥", "責任編輯 林清", "攝影／王小溪", "絵・水野遥"])
@pytest.mark.parametrize(
    "html", ["<p class=byline>{}</p>", "<p>2019-05-03</p><p>{}</p>", "<meta name=author content='{}'>"]
)
def test_who_did_not_write_is_no_author(line: str, html: str) -> None:
    part = "head" if html.startswith("<meta") else "under_title"
    assert bare(**{part: html.format(line)}).authors == ()


META = "<meta name=author content='{}'>"
BOOK = ("底本：「港の声」架空書房", "　　　1979（昭和54）年5月10日発行", "　　　1985（昭和60）年3月25日5刷発行")


def test_the_book_that_a_text_was_copied_from_gives_no_date() -> None:
    assert bare(after=f"<p>{'<br>'.join(BOOK)}</p>").date == ""
    dump = "\n".join((TITLE, "水野遥", "", *PARAGRAPHS, "", "", *BOOK))
    found = extract(dump.encode(), "a.txt")
    assert (found.verdict, found.date) == ("article", "")


@pytest.mark.parametrize("name", ["水野遥 (id:harbour_cat)", "水野遥（id:harbour-cat）"])
@pytest.mark.parametrize(
    "parts", [{"under_title": "<p class=byline>{}</p>"}, {"under_title": "<p>{} 2019-05-03</p>"}, {"head": META}]
)
def test_what_a_writer_is_called_where_readers_post_is_no_profile(name: str, parts: dict[str, str]) -> None:
    found = bare(**{part: html.format(name) for part, html in parts.items()})
    assert [(a.name, a.profile) for a in found.authors] == [("水野遥", "")]


def test_an_author_of_whom_no_more_is_known_is_called_so() -> None:
    assert [a.name for a in bare(head=META.format("id:harbour_cat")).authors] == ["harbour_cat"]


@pytest.mark.parametrize("line", ["水野遥（みずの・はるか）", "水野遥（ミズノ ハルカ）", "水野 遥"])
def test_a_profile_that_says_no_more_than_the_name_is_none(line: str) -> None:
    box = f"<div class=profile><p>{line}</p><p>港湾史家。著書に『石畳の声』がある。</p></div>"
    found = extract(saved_page(under_title="<p class=byline>水野遥</p>", after=box), "a.html")
    assert [(a.name, a.profile) for a in found.authors] == [("水野遥", "港湾史家。著書に『石畳の声』がある。")]


def test_a_headline_with_its_number_goes_before_the_column_that_the_head_states() -> None:
    page = (
        "<html><head><meta charset=utf-8><title>港の手帖 第12回</title></head><body><p>港の手帖</p><hr>"
        f"<p><b>第12回　市場の声</b></p><p>水野遥</p>{TEXT}</body></html>"
    )
    found = extract(page.encode(), "a.html")
    assert found.title == "第12回　市場の声"
    assert found.series is not None
    assert (found.series.name, found.series.number) == ("港の手帖", 12)


def test_a_heading_goes_before_the_blogs_name_and_a_colon() -> None:
    page = (
        "<html><head><meta charset=utf-8><title>港の手帖:市場の声 - 架空 Blog（ブログ）</title></head><body>"
        f"<div id=blog-title>港の手帖</div><h3 class=title>市場の声</h3><div class=main>{TEXT}</div></body></html>"
    )
    assert extract(page.encode(), "a.html").title == "市場の声"
