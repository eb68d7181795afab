"""What a curator writes, and what a reader gets."""

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from builder.render.markdown import Heading, render
from builder.render.markdown_rules.cjk_emphasis import cjk_emphasis
from builder.render.markdown_rules.links import is_safe_address


def html(text: str) -> str:
    return render(text).html.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("これは**「言葉」**という。", "これは<strong>「言葉」</strong>という。"),
        ("**重要。**次に", "<strong>重要。</strong>次に"),
        ("彼は**（笑）**と", "彼は<strong>（笑）</strong>と"),
        ("数字は**46%**を超え", "数字は<strong>46%</strong>を超え"),
        ("*「傍点」*を打つ", "<em>「傍点」</em>を打つ"),
        ("前**`符号`**後", "前<strong><code>符号</code></strong>後"),
        ("**葛󠄀**。", "<strong>葛󠄀</strong>。"),
        ("이 용어**(This term)**를", "이 용어<strong>(This term)</strong>를"),
        ("snake_case_word", "snake_case_word"),
        ("a**(b)**c", "a**(b)**c"),
        ("日本_語_文", "日本_語_文"),
    ],
)
def test_emphasis_beside_full_width_punctuation(text: str, expected: str) -> None:
    assert html(text) == f"<p>{expected}</p>"


@given(st.text(alphabet="*_ a(.\"'", max_size=30))
def test_emphasis_without_cjk_is_commonmark(text: str) -> None:
    ours = MarkdownIt("commonmark")
    cjk_emphasis(ours)
    assert ours.render(text) == MarkdownIt("commonmark").render(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("軍事\n強化", "軍事強化"),
        ("である。\n次に", "である。次に"),
        ("「引用」\n（注）", "「引用」（注）"),
        ("カタカナ\nひらがな", "カタカナひらがな"),
        ("**強調**\n語", "<strong>強調</strong>語"),
        ("語\n**強調**", "語<strong>強調</strong>"),
        ("*傍*\n*点*", "<em>傍</em><em>点</em>"),
        ("[語](../a/)\n次", '<a href="../a/">語</a>次'),
        ("{漢字|かんじ}\n次", "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>次"),
        ("軍事\nNATO", "軍事\nNATO"),
        ("NATO\n加盟", "NATO\n加盟"),
        ("one\ntwo", "one\ntwo"),
        ("한국\n사람", "한국\n사람"),
        ("あ\nい\nう", "あいう"),
    ],
)
def test_line_breaks_join_only_where_japanese_meets_japanese(text: str, expected: str) -> None:
    assert html(text) == f"<p>{expected}</p>"


def test_ruby_by_word_and_by_character() -> None:
    assert html("{漢字|かんじ}") == "<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>"
    by_character = "<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rp>(</rp><rt>きょう</rt><rp>)</rp></ruby>"
    assert html("{東京|とう|きょう}") == f"<p>{by_character}</p>"
    assert html("{x|y}") == "<p>{x|y}</p>"
    assert html("{漢<b>|<i>}") == "<p><ruby>漢&lt;b&gt;<rp>(</rp><rt>&lt;i&gt;</rt><rp>)</rp></ruby></p>"


def test_headings_start_below_the_title_and_are_listed() -> None:
    rendered = render("# 一\n\n## {漢字|かんじ}と**語**\n\n本文")
    assert rendered.headings == (Heading(2, "section-1", "一"), Heading(3, "section-2", "漢字と語"))
    assert render("## 一").headings == (Heading(2, "section-1", "一"),)
    assert '<h3 id="section-2">' in rendered.html


def test_an_image_alone_is_a_figure_and_its_title_the_caption() -> None:
    rendered = render('![港の朝](images/a.png "撮影は筆者 <b>")')
    image = '<img src="images/a.png" alt="港の朝" loading="lazy" />'
    assert rendered.html == f"<figure>{image}<figcaption>撮影は筆者 &lt;b&gt;</figcaption></figure>\n"
    assert rendered.images == ("images/a.png",)


def test_no_image_is_fetched_from_elsewhere() -> None:
    rendered = render("文 ![図](https://example.org/a.png) [![図](https://example.org/a.png)](../x/)")
    assert "<img" not in rendered.html
    assert rendered.html.count("<a ") == 2


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example/)",
        "[x](\\\\evil.example/)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        '![" onload="alert(1)](a.png)',
        '[a](../b/ "\\" onclick=\\"x")',
        "{漢|<script>}",
    ],
)
def test_nothing_in_an_article_can_execute(text: str) -> None:
    from lxml import html as parser

    tree = parser.fromstring(f"<div>{render(text).html}</div>")
    for element in tree.iter():
        assert element.tag not in {"script", "iframe", "object", "embed", "form", "svg"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name in {"href", "src"}:
                assert leads_to(value) in {"this site", "http", "https", "mailto"}


def leads_to(address: str) -> str:
    """Where a browser goes: this site, or by which scheme elsewhere. Browsers drop control characters and read a
    backslash as a slash."""
    goal = urlsplit(re.sub(r"[\x00-\x20]", "", address).replace("\\", "/"))
    return goal.scheme or ("elsewhere" if goal.netloc else "this site")


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "java\nscript:x",
        "\x01javascript:x",
        "data:x",
    ],
)
def test_addresses_that_are_refused(address: str) -> None:
    assert not is_safe_address(address)


@pytest.mark.parametrize("address", ["a.png", "../b/?q=a:b", "#a:b", "/a", "http://a", "HTTPS://a", "mailto:a@b"])
def test_addresses_that_are_taken(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize("depth", [10_000])
def test_pathological_nesting_ends(depth: int) -> None:
    for text in (">" * depth, "[" * depth, "*a" * depth, "- " * depth, "{漢|" * depth):
        assert isinstance(render(text).html, str)


def test_every_reference_to_a_note_bears_its_number_and_can_be_returned_to() -> None:
    made = render("港[^a]と船[^b]と港[^a]。\n\n[^a]: 一。\n[^b]: 二。\n").html
    assert re.findall(r'href="#fn(\d)" id="(\S+)" role="doc-noteref">\[(\d)\]', made) == [
        ("1", "fnref1", "1"), ("2", "fnref2", "2"), ("1", "fnref1:1", "1"),
    ]  # fmt: skip
    assert re.findall(r'href="#(\S+)" class="footnote-backref" role="doc-backlink">\u21a9\ufe0e(\d?)<', made) == [
        ("fnref1", ""), ("fnref1:1", "2"), ("fnref2", ""),
    ]  # fmt: skip
    assert '<section class="footnotes" role="doc-endnotes">' in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*傍点*と*The Harbour*", '<em>傍点</em>と<em class="western">The Harbour</em>'),
        ("*The 港*", "<em>The 港</em>"),
        ("only *The Harbour*", "only <em>The Harbour</em>"),
    ],
)
def test_latin_words_in_a_japanese_text_are_told_apart_for_they_take_no_dots(text: str, expected: str) -> None:
    assert render(text).html == f"<p>{expected}</p>\n"
