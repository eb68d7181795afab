from __future__ import annotations

import pytest

from builder.text.plain import from_html, opening


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一つ目。</p>\n<p>二つ目。</p>\n", "一つ目。\n二つ目。"),
        ("<h2 id='a'>見出し</h2><ul><li>甲</li><li>乙<br />丙</li></ul><hr/>", "見出し\n甲\n乙\n丙"),
        ("<p>折り\n返し <em>強</em>調</p>", "折り 返し 強調"),
        ("<table><tr><th>年</th><td>2011</td></tr></table>", "年 2011"),
        ("<p><ruby>明日<rp>（</rp><rt>あす</rt><rp>）</rp></ruby>は雨</p>", "明日は雨"),
        ("<p>a &lt; b &amp; c&#9;  d</p><!-- not <p>shown -->", "a < b & c d"),
        ("<p>　字下げ　</p><p> </p>", "字下げ"),
        ("1 < 2", "1 < 2"),
        ("<p>a <b</p>c>d", "a <b\nc>d"),
        ("", ""),
    ],
)
def test_text_of_html(html: str, text: str) -> None:
    assert from_html(html) == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("港の朝は\n早い。", "港の朝は早い。"),
        ("The harbour\nwakes.", "The harbour wakes."),
        ("港の\nHarbour", "港の Harbour"),
        ("항구의 아침은\n이르다.", "항구의 아침은 이르다."),
        ("港は\n\u3000\n早い。", "港は早い。"),
        ("**\n\n本文。", ""),
    ],
)
def test_lines_of_an_opening_join_as_those_of_its_page(markdown: str, text: str) -> None:
    assert opening(markdown) == text


@pytest.mark.parametrize("picture", ["![図](a.png)", "![図[1]](a.png)", r'![図 \[写真\]](a.png "港 (2019) \[写真\]")'])
def test_a_picture_is_no_opening_whatever_describes_it(picture: str) -> None:
    assert opening(f"{picture}\n\n本文。") == opening(f"本{picture}文。") == "本文。"
