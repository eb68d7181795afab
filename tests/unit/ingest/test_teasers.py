"""What a page offers behind a short article is no part of it."""

from __future__ import annotations

import pytest

from builder.ingest.body.between import linked_headings
from builder.ingest.body.headed import headed
from builder.ingest.body.teasers import closing_links, teasers
from builder.ingest.extraction import LineKind
from builder.ingest.html.block import Block
from builder.ingest.html.page import page_of
from builder.ingest.raw.read import read

from .reading import read_page, wrapped

OWN = (
    "　汐浜港の灯台が十四日、改修を終えて半年ぶりに灯った。港の人たちが岸壁に集まり、点灯の時を待った。",
    "　灯台守の水野遥さんは「船が帰る道しるべを守りたい」と話した。一般公開は来月から始まる。",
)
ARTICLE = f"<div class=kiji><h2>灯台、半年ぶりに灯る</h2><p>{OWN[0]}</p><p>{OWN[1]}</p></div>"
OTHER = "市は来年度の予算案をまとめ、議会に示した。市場の改修に三億円を充てる。反対の声も残っている。"
LINK = '<a href="/n{n}.html">市場の予算案を議会に提出　{n}</a>'
BOXES = {
    "link, day, text": f"<div class=one>{LINK}<span>4月{{n}}日</span><p>{{text}}</p></div>",
    "day first": f"<li><time>2023年4月{{n}}日</time><h3>{LINK}</h3><p>{{text}}</p></li>",
    "one paragraph": f"<div class=pr><b>{LINK}</b><br>{{text}}</div>",
    "all a link": '<div class=card><a href="/n{n}.html"><h3>市場の予算案を議会に提出</h3><p>{text}</p></a></div>',
}


def blocks_of(inner: str) -> tuple[list[Block], set[int]]:
    """The blocks, and the numbers of those that hold text and are not the page's foot."""
    blocks = list(page_of(read(wrapped(inner, "灯台"), "a.html")[0]).blocks)
    return blocks, {n for n, block in enumerate(blocks) if block.text and block.place.names != "foot"}


def left(inner: str) -> str:
    blocks, chosen = blocks_of(inner)
    chosen -= closing_links(blocks, chosen)
    chosen -= teasers(blocks, chosen)
    return "\n".join(blocks[n].text for n in sorted(chosen))


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_boxes_led_by_a_link_are_other_articles(box: str) -> None:
    others = "".join(box.format(n=n, text=f"{n}面から。{OTHER}") for n in range(1, 7))
    text = left(f"{ARTICLE}<div class=list>{others}</div>")
    assert all(line.strip() in text for line in OWN)
    assert OTHER not in text


def test_a_page_of_boxes_alone_keeps_them() -> None:
    others = "".join(BOXES["link, day, text"].format(n=n, text=OTHER) for n in range(1, 7))
    assert OTHER in left(f"<div class=list>{others}</div>")


def test_boxes_under_plain_headings_are_the_article() -> None:
    shops = "".join(
        f'<div class=shop><h3>{n}軒目</h3><p>{OTHER}</p><a href="/s{n}.html">この店を地図で見る</a></div>'
        for n in range(6)
    )
    assert OTHER in left(f"{ARTICLE}<div class=list>{shops}</div>")


FOOT = '<div class=foot><a href="/about">会社概要</a> <a href="/privacy">個人情報</a> <a href="/ad">広告</a></div>'


@pytest.mark.parametrize("start", ["", "https://www.kaku.example"])
def test_what_is_reviewed_under_links_to_another_site_is_the_article(start: str) -> None:
    foot = FOOT.replace('href="', f'href="{start}')
    books = "".join(
        f'<div class=book><p><a href="https://hon.example/{n}">『灯台の百年』第{n}巻、架空書房</a></p><p>{OTHER}</p></div>'
        for n in range(1, 5)
    )
    assert OTHER in left(f"{ARTICLE}{books}{foot}")
    own = books.replace("https://hon.example/", f"{start}/")
    assert OTHER not in left(f"{ARTICLE}<div>{own}</div>{foot}")


def test_long_boxes_under_links_are_sections() -> None:
    told = OTHER * 6
    shops = "".join(f"<div class=shop><h3>{LINK.format(n=n)}</h3><p>{told}</p></div>" for n in range(4))
    assert told in left(f"<div class=kiji><p>{OWN[0]}{OWN[1]}</p></div><div>{shops}</div>")


def test_a_long_article_may_list_what_it_recommends() -> None:
    long = ARTICLE + "".join(f"<p>{n}年後、{OTHER}{OWN[0]}</p>" for n in range(20))
    boxes = "".join(BOXES["link, day, text"].format(n=n, text="読むべき一冊。") for n in range(1, 5))
    assert "読むべき一冊。" in left(f"{long}<div class=list>{boxes}</div><p>{OTHER}</p>")


def test_links_that_close_the_text_lead_to_other_articles() -> None:
    links = "".join(f'<p><a href="/n{n}.html">市場の予算案を議会に提出　{n}面</a></p>' for n in range(5))
    assert left(f"{ARTICLE}<h4>こちらもどうぞ</h4>{links}").endswith(OWN[1].strip())
    assert "議会に提出　4面" in left(f"{ARTICLE}{links}<p>{OTHER}</p>")
    assert "議会に提出　4面" in left(links)


@pytest.mark.parametrize("address", ["https://shiryo.example/{n}", "/shiryo/{n}.pdf"])
def test_links_to_other_sites_and_files_that_close_the_text_are_its_references(address: str) -> None:
    links = "".join(f'<li><a href="{address.format(n=n)}">汐浜町史、第{n}巻</a></li>' for n in range(3))
    assert left(f"{ARTICLE}<h3>参考</h3><ul>{links}</ul>").endswith("汐浜町史、第2巻")


def test_footnotes_that_are_links_stay() -> None:
    marks = "".join(f'<a id=m{n} href="#n{n}">[{n}]</a>' for n in (1, 2))
    notes = "".join(f'<li id=n{n}><a href="#m{n}">↑</a> <a href="/{n}.html">改修の報告書</a></li>' for n in (1, 2))
    assert left(f"{ARTICLE}<p>{OTHER}{marks}</p><ol>{notes}</ol>").count("改修の報告書") == 2


def test_one_link_that_closes_the_text_stays() -> None:
    assert left(f'{ARTICLE}<p><a href="/s.html">灯台の歴史の全文</a></p>').endswith("灯台の歴史の全文")


def test_a_short_article_before_many_teasers_is_read_whole_and_alone() -> None:
    others = "".join(BOXES["link, day, text"].format(n=n, text=OTHER) for n in range(1, 9))
    inner = f"{ARTICLE}<div class=list><h3>全国のニュース</h3>{others}</div>"
    assert read_page(inner, "灯台、半年ぶりに灯る | 架空新聞").body == "\n\n".join(line.strip() for line in OWN) + "\n"


@pytest.mark.parametrize(
    "head",
    [
        "コメント",
        "エキスパートの補足・見解",
        "識者の見解",
        "読者からの感想",
        "ユーザーコメント",
        "あわせて読みたい",
        "Most read",
    ],
)
def test_a_box_under_a_heading_that_says_so_is_none_of_the_text(head: str) -> None:
    inner = f"<div><p>{LINK}</p><p>{OTHER}</p></div>"
    blocks, chosen = blocks_of(f"{ARTICLE}<div class=b><h2>{head}</h2>{inner}</div>")
    assert "\n".join(blocks[n].text for n in sorted(headed(blocks, chosen))).startswith(f"{head}\n市場の予算案")
    assert chosen - headed(blocks, chosen) == {0, 1, 2}


@pytest.mark.parametrize(
    "inner",
    [
        f"<section><h2>方法</h2><p>{OWN[0]}</p></section><section><h2>読者の声</h2><p>{OTHER}</p></section>"
        f"<section><h2>まとめ</h2><p>{OWN[1]}</p></section>",
        f"<p>{OWN[0]}</p><div class=voice><h3>読者の声</h3><p>{OTHER}</p></div><p>{OWN[1]}</p>",
        f"<p>{OWN[0]}</p><div class=sec><h2>ランキング</h2><p>{OTHER}</p></div>",
    ],
    ids=["a section among others", "the text goes on", "prose about a ranking"],
)
def test_a_section_of_the_text_that_is_called_so_stays(inner: str) -> None:
    assert not headed(*blocks_of(f"<main>{inner}</main>"))


def test_a_heading_between_paragraphs_of_one_box_heads_the_text() -> None:
    blocks, chosen = blocks_of(f"<div><p>{OWN[0]}</p><h3>コメント</h3><p>{OTHER}</p></div>")
    assert not headed(blocks, chosen)


def test_what_speakers_in_a_box_head_with_their_names_makes_no_section_of_it() -> None:
    inner = f"<div class=b><h3>コメント</h3><div><h3>水野遥</h3><p>{OTHER}</p></div></div>"
    blocks, chosen = blocks_of(f"{ARTICLE}{inner}")
    assert {"水野遥", OTHER} <= {blocks[n].text for n in headed(blocks, chosen)}


def test_a_box_that_is_all_there_is_stays() -> None:
    blocks, chosen = blocks_of(f"<p>港</p><div><h3>コメント</h3><p>{OTHER}</p></div>")
    assert not headed(blocks, chosen)


INNS = ("汐浜の湊屋旅館", "岬の灯台荘別館", "坂の上の宿さざなみ", "船乗りの宿潮待ち亭")


def of_inns(opening: str, headline: str = "汐浜の静かな宿") -> str:
    told = "".join(
        f'<div class=inn><h3><a href="/n{n}.html">{name}</a></h3><p>港の朝を迎える宿。</p></div>'
        for n, name in enumerate(INNS)
    )
    return left(f"<div class=kiji><h2>{headline}</h2><p>{OWN[0]}</p><p>{opening}</p>{told}</div>")


@pytest.mark.parametrize(
    ("opening", "headline"),
    [
        ("観光案内には載らない四つの宿を、歩いた順に紹介する。", "汐浜の静かな宿"),
        ("泊まった４軒を、歩いた順に取り上げた。", "汐浜の静かな宿"),
        (OWN[1], "汐浜の静かな宿4選"),
        (f"泊まったのは{'、'.join(INNS)}である。", "汐浜の静かな宿"),
    ],
)
def test_sections_under_links_that_the_text_announces_are_its_own(opening: str, headline: str) -> None:
    assert all(f"{name}\n" in of_inns(opening, headline) for name in INNS)


@pytest.mark.parametrize(
    "opening",
    [
        OWN[1],
        "改修には四つの理由があった。",
        "泊まった五軒を、歩いた順に紹介する。",
        f"泊まったのは{INNS[0]}である。",
        "4選挙区の話だ。",
    ],
)
def test_boxes_under_links_that_the_text_does_not_announce_are_other_articles(opening: str) -> None:
    assert not any(f"{name}\n" in of_inns(opening) for name in INNS)


def test_a_linked_heading_between_paragraphs_of_its_box_heads_the_text() -> None:
    told = "".join(f'<h3><a href="/n{n}.html">{name}</a></h3><p>{n}軒目。{OTHER}</p>' for n, name in enumerate(INNS))
    text = f"<div><p>{OWN[0]}{OWN[1]}</p>{told}</div>"
    body = read_page(f"<h1>汐浜の静かな宿</h1>{text}", "汐浜の静かな宿").body
    assert [line.strip("# ") for line in body.split("\n") if line.startswith("#")] == list(INNS)


def test_a_linked_heading_in_another_box_heads_nothing() -> None:
    other = '<div><h3><a href="/n1.html">市場の予算案を議会に提出</a></h3></div>'
    blocks, chosen = blocks_of(f"<div><p>{OWN[0]}</p>{other}<p>{OWN[1]}</p></div>")
    assert not linked_headings(blocks, {n for n in chosen if blocks[n].kind is LineKind.PARAGRAPH})
