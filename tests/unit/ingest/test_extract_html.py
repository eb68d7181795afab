"""A saved page in, an article out: the body and nothing else, and every other block claimed by name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.ingest.body.reasons import RULES
from builder.ingest.cleaning.furniture import Furniture, fingerprint
from builder.ingest.extract import MAX_CHARACTERS, extract
from builder.ingest.extraction import Extraction, LineKind

from .saved_page import PARAGRAPHS, TITLE, saved_page


def from_page(**parts: str) -> Extraction:
    return extract(saved_page(**parts), "a.html")  # type: ignore[arg-type]


def assert_partitioned(found: Extraction) -> None:
    claimed = {c.line for c in found.claims}
    kept = [line for line in found.lines if line.number not in claimed]
    for line in kept:
        if line.text and line.kind not in (LineKind.IMAGE, LineKind.TABLE):
            assert line.markdown.split("  \n")[0].lstrip("-0123456789. ") in found.body


def test_the_body_is_the_paragraphs() -> None:
    found = from_page()
    assert found.body == "\n\n".join(PARAGRAPHS) + "\n"
    assert found.verdict == "article"
    assert_partitioned(found)


def test_metadata() -> None:
    found = from_page()
    assert found.title == TITLE
    assert found.date == "2017-03-24T21:30+09:00"
    assert [a.name for a in found.authors] == ["水野遥"]
    assert found.section == "コラム"
    assert found.publication == "架空新聞オンライン"
    assert found.url == "https://kaku.example/c/170324.html"
    assert found.language == "ja"


def test_claims_are_named_and_cover_the_rest() -> None:
    found = from_page()
    claimed = {c.line: c.rule for c in found.claims}
    by_text = {line.text: claimed.get(line.number, "") for line in found.lines}
    assert by_text["関連記事"] == "html/related"
    assert by_text["人気ランキング"] == "html/ranking"
    assert by_text["トップ"] == "html/navigation"
    assert {r for r in claimed.values() if r.startswith("html/")} <= {*RULES, "html/note", "html/byline"}


def test_figures_lists_and_headings_stay_in_place() -> None:
    extra = (
        "<h2>残ったもの</h2><p>" + PARAGRAPHS[1] + "</p><figure><img src='/i/minato.jpg' alt='港'></figure>"
        "<blockquote><p>声は残る、と祖母は言った。それを聞く耳のほうが先に失われるのだ、とも。</p></blockquote><p>"
        + PARAGRAPHS[2] + "</p>"
    )  # fmt: skip
    body = from_page(after=extra).body
    assert "\n## 残ったもの\n" in body
    assert "![港](https://kaku.example/i/minato.jpg)" in body
    assert "\n> 声は残る" in body


def test_a_republication_note_is_metadata() -> None:
    found = from_page(after="<p>※当記事は架空ニュース 個人からの転載です。</p>")
    assert found.note == "※当記事は架空ニュース 個人からの転載です。"
    assert found.republished_from == "架空ニュース 個人"
    assert "転載" not in found.body


def test_lines_the_pile_repeats_are_claimed() -> None:
    repeated = "この欄では港町に暮らす人々の声を、毎週金曜日にお届けしている。感想は編集部まで。"
    furniture = Furniture(10, {fingerprint(repeated): 9})
    data = saved_page(after=f"<p>{repeated}</p>")
    assert repeated in extract(data, "a.html").body
    found = extract(data, "a.html", furniture=furniture)
    assert repeated not in found.body
    assert "pile/repeated" in {c.rule for c in found.claims}


def test_images_are_listed() -> None:
    found = from_page(after=f"<p><img src='b.jpg'></p><p>{PARAGRAPHS[0]}</p>")
    assert found.images == ("https://kaku.example/c/b.jpg",)


def test_br_paragraphs_of_an_old_layout_table() -> None:
    text = "<br><br>".join(PARAGRAPHS)
    html = (
        f"<html><head><title>{TITLE}</title></head><body bgcolor=white><table><tr><td width=120><a href=/>目次</a><br>"
        f"<a href=/2>前回</a></td><td><font size=5><b>{TITLE}</b></font><br><br>{text}</td></tr></table></body></html>"
    )
    found = extract(html.encode("cp932"), "old.html")
    assert found.title == TITLE
    assert all(p in found.body for p in PARAGRAPHS)
    assert "目次" not in found.body


@pytest.mark.parametrize(
    ("html", "verdict"),
    [
        ("", "not-an-article: empty"),
        ("<html><frameset><frame src=a.html><noframes>フレーム</noframes></frameset></html>", "not-an-article: frames"),
        ("<title>404 Not Found</title><h1>Not Found</h1>", "not-an-article: not-found"),
        ("<title>会員</title><h1>会員</h1><p>ログインしてください</p>", "not-an-article: login"),
        ("<title>ログイン | 架空新聞</title><h1>ログイン</h1><input type=password>", "not-an-article: login"),
        ("<p>申し訳ございません。お探しの記事は掲載期間が終了した可能性があります。</p>", "not-an-article: not-found"),
        ("<h1>「港」の検索結果 12件</h1><p>港の市場の話し合い</p>", "not-an-article: listing"),
        (
            "<h1>港</h1>" + "<h3><a href=/x>市場の話し合いが始まる</a></h3><p>声を聞く。</p>" * 30,
            "not-an-article: listing",
        ),
        (
            '<?xml version="1.0"?><rss><channel><item><title>港</title></item></channel></rss>',
            "not-an-article: listing",
        ),
        ("<h1>h</h1><p>&x;</p>", "not-an-article: empty"),
        (
            "<h1>社会</h1>" + "<li><a href=/x>市場の話し合いが始まる</a> <i>2017年3月1日</i>"
            "<p>市場の再開発をめぐり、話し合いが開かれた。声を聞く人たちが集まった。</p></li>" * 40,
            "not-an-article: listing",
        ),
        ("<h1>記事一覧</h1>" + "<li><a href=/x>見出しがここに入る</a></li>" * 30, "not-an-article: listing"),
    ],
)
def test_what_is_no_article_is_told(html: str, verdict: str) -> None:
    assert extract(html.encode(), "x.html").verdict == verdict


def test_a_dated_list_of_links_is_an_article() -> None:
    links = (
        "<li><a href=/x>市場の話し合いが始まる</a> 港の声</li><p>市場の再開発をめぐり、話し合いが開かれた。</p>" * 20
    )
    head = "<meta property='article:published_time' content='2017-03-24'>"
    assert extract(f"{head}<h1>今週の港</h1>{links}".encode(), "x.html").verdict == "article"
    assert extract(f"<h1>今週の港</h1>{links}".encode(), "x.html").verdict == "not-an-article: listing"


@pytest.mark.parametrize("data", [b"<p>" + b"a" * (MAX_CHARACTERS + 1), b"<i>" * 70_000], ids=["characters", "tags"])
def test_too_much_for_a_page(data: bytes) -> None:
    assert extract(data, "x.html").verdict == "not-an-article: too-large"


LONG = "港の朝は早い。".encode() * 300_000
"""2.1 million characters in one line."""


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (LONG, "line.txt"),
        (LONG.decode().encode("cp932"), "line.txt"),
        (LONG, "line.html"),
        (b"<p>" + LONG, "line.html"),
        (b"<body><h1>" + LONG + b"</h1><p>a</p></body>", "line.html"),
    ],
    ids=["text", "text in Shift_JIS", "no tags", "a paragraph", "a heading"],
)
def test_one_line_of_more_text_than_an_article_has_is_too_large(data: bytes, name: str) -> None:
    assert extract(data, name).verdict == "not-an-article: too-large"


def test_a_page_with_a_huge_program_is_read() -> None:
    program = b"<script>" + LONG + b"</script>"
    assert extract(program + saved_page(), "x.html").verdict == "article"


def test_a_title_longer_than_any_is_cut() -> None:
    found = extract(b"<title>" + LONG + b"</title><p>" + "\n<p>".join(PARAGRAPHS).encode(), "x.html")
    assert len(found.title) < len(LONG.decode()) // 100


@pytest.mark.parametrize("title", ["港の声：" * 5_000, f"港の声{chr(0x3000) * 19_000}海の声"])
def test_a_title_of_very_many_parts_or_blanks_is_read_in_bounded_time(title: str) -> None:
    page = f"<title>{title}</title>".encode() + saved_page().replace(b"<p>", f"<h1>{title}</h1><p>".encode(), 1)
    found = extract(page, "x.html")
    assert found.verdict == "article"
    assert not any(chr(0x3000) * 41 in line.text for line in found.lines)


def test_a_word_that_begins_like_a_tag_and_goes_on_for_ever_is_read_in_linear_time() -> None:
    assert extract(b"<" * 1000 + b"x" * 300_000 + saved_page(), "x.html").verdict == "article"


@pytest.mark.parametrize("tag", ["<div>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<ruby>", "<b>"])
@pytest.mark.parametrize("depth", [60, 3000])
def test_a_page_is_read_to_its_end_or_not_at_all(tag: str, depth: int) -> None:
    end = "<p>最後の段落である。</p>"
    found = extract(saved_page().replace(b"</body>", f"{tag * depth}{end}</body>".encode()), "x.html")
    deep = "not-an-article: too-deep"
    assert any("最後の段落" in line.text for line in found.lines) if found.verdict != deep else depth == 3000


MHTML = b"""From: <Saved by Rondan's test>\r\nSnapshot-Content-Location: https://kaku.example/m.html\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: 8bit\r\n\r\n%s\r\n--x--\r\n"""


def test_an_mhtml_file_of_countless_parts_is_no_page() -> None:
    parts = b"--x\r\nContent-Type: image/png\r\n\r\n\r\n" * 11_000
    assert extract((MHTML % saved_page()) + parts, "a.mhtml").verdict == "not-an-article: too-large"


def test_addresses_that_are_none_do_no_harm() -> None:
    links = "<a href='http://[bad/'>前へ</a><a rel=next href='http://[::/2'>次のページへ</a>"
    head = "<base href='http://[::/'><link rel=next href='http://[bad/'>"
    found = extract(saved_page(head=head, after=f"<p>{links}</p>"), "a.html")
    assert (found.verdict, found.title, found.next_url) == ("article", TITLE, "")


def test_mhtml() -> None:
    page = saved_page().replace(b'rel="canonical"', b'rel="other"')
    found = extract(MHTML % page, "a.mhtml")
    assert PARAGRAPHS[0] in found.body
    assert found.url == "https://kaku.example/m.html"


@pytest.mark.parametrize(
    ("note", "url"),
    [
        ("<!-- saved from url=(0029)https://kaku.example/s/1.html -->", "https://kaku.example/s/1.html"),
        ("<!--\n Page saved with SingleFile \n url: https://kaku.example/s/2 \n-->", "https://kaku.example/s/2"),
        ("<!-- saved from url=(0014)about:internet -->", ""),
    ],
)
def test_a_browser_notes_where_it_saved_a_page_from(note: str, url: str) -> None:
    page = saved_page().replace(b"<html", note.encode() + b"<html", 1)
    assert extract(page, "a.html").url == "https://kaku.example/c/170324.html"
    assert extract(page.replace(b'rel="canonical"', b'rel="other"'), "a.html").url == url


def test_relative_references_lead_from_where_the_page_was_saved() -> None:
    page = saved_page(after="<p>つづきは<a href='b.html'>次の回</a>で読むことができる。港の声はまだ続いている。</p>")
    found = extract(MHTML % page, "a.mhtml")
    assert found.url == "https://kaku.example/c/170324.html"
    assert "[次の回](https://kaku.example/b.html)" in found.body


def test_of_the_sizes_of_a_picture_the_one_inside_the_file_is_taken() -> None:
    image = "<figure><img src='/i/a-100.png' srcset='/i/a-900.png 900w, /i/a-300.png 300w'></figure>"
    page = saved_page(paragraphs=(*PARAGRAPHS[:2], image, *PARAGRAPHS[2:]))
    part = b"\r\n--x\r\nContent-Type: image/png\r\nContent-Location: https://kaku.example/i/a-300.png\r\n\r\nPNG"
    assert extract(MHTML % page, "a.mhtml").images == ("https://kaku.example/i/a-900.png",)
    assert extract(MHTML % (page + part), "a.mhtml").images == ("https://kaku.example/i/a-300.png",)


def test_mhtml_of_frames_is_read_where_the_text_is() -> None:
    part = b"\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://kaku.example/%s\r\n\r\n%s"
    page = saved_page().replace(b'rel="canonical"', b'rel="other"')
    frames = b"<html><frameset cols=20%%,*><frame src=menu.html><frame src=text.html></frameset></html>"
    parts = frames + part % (b"menu.html", b"<p><a href=/>Menu</a></p>") + part % (b"text.html", page)
    found = extract(MHTML % parts, "a.mhtml")
    assert PARAGRAPHS[0] in found.body
    assert found.url == "https://kaku.example/text.html"


def test_mhtml_without_a_page() -> None:
    assert extract((MHTML % b"").replace(b"text/html;", b"image/png;"), "a.mht").verdict == "not-an-article: empty"


@settings(max_examples=60, deadline=None)
@given(st.recursive(st.text(max_size=30), lambda inner: st.builds("<{0}>{1}</{0}>".format, st.sampled_from(
    ["p", "div", "span", "b", "a href=x", "li", "ul", "table", "td", "h1", "blockquote", "ruby", "rt", "br", "script"]),
    st.lists(inner, max_size=4).map("".join)), max_leaves=30))  # fmt: skip
def test_any_markup_gives_an_extraction_that_partitions(html: str) -> None:
    found = extract(html.encode("utf-8", "replace"), "x.html")
    assert {c.line for c in found.claims} <= {line.number for line in found.lines}
