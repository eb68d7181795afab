"""Links that close a text, and linked headings within it."""

from __future__ import annotations

import pytest

from builder.ingest.body.between import linked_headings
from builder.ingest.body.closing_links import closing_links
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


def blocks_of(inner: str) -> tuple[list[Block], set[int]]:
    """The blocks, and the numbers of those that hold text and are not the page's foot."""
    blocks = list(page_of(read(wrapped(inner, "灯台"), "a.html")[0]).blocks)
    return blocks, {n for n, block in enumerate(blocks) if block.text and block.place.names != "foot"}


def left(inner: str) -> str:
    blocks, chosen = blocks_of(inner)
    chosen -= closing_links(blocks, chosen)
    return "\n".join(blocks[n].text for n in sorted(chosen))


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


INNS = ("汐浜の湊屋旅館", "岬の灯台荘別館", "坂の上の宿さざなみ", "船乗りの宿潮待ち亭")


def test_a_linked_heading_between_paragraphs_of_its_box_heads_the_text() -> None:
    told = "".join(f'<h3><a href="/n{n}.html">{name}</a></h3><p>{n}軒目。{OTHER}</p>' for n, name in enumerate(INNS))
    text = f"<div><p>{OWN[0]}{OWN[1]}</p>{told}</div>"
    body = read_page(f"<h1>汐浜の静かな宿</h1>{text}", "汐浜の静かな宿").body
    assert [line.strip("# ") for line in body.split("\n") if line.startswith("#")] == list(INNS)


def test_a_linked_heading_in_another_box_heads_nothing() -> None:
    other = '<div><h3><a href="/n1.html">市場の予算案を議会に提出</a></h3></div>'
    blocks, chosen = blocks_of(f"<div><p>{OWN[0]}</p>{other}<p>{OWN[1]}</p></div>")
    assert not linked_headings(blocks, {n for n in chosen if blocks[n].kind is LineKind.PARAGRAPH})
