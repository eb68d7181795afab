"""Law: setting plain paragraphs aside changes nothing that a reader can see."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.render.markdown import Markdown

MARKDOWN = Markdown()
FRAGMENTS = st.sampled_from(
    [
        "軍事力の強化は、", "NATO", " ", "  ", "\n", "\n\n", "\n\n\n", " \n", "\t", "　", "段落の終わり。", "「言葉」", "**強調**", "*傍点*",
        "# 見出し", "## ", "---", "===", "- 項目", "+ a", "1. 一", "12) 二", "2017年", "> 引用", "    code", "`c`", "```\n", "~~~\n", "|a|b|\n|-|-|\n",
        "[^1]", "[^1]: 注記", "[x]: https://example.org", "[x]", "[l](https://example.org)", "![i](a.png)", "{漢字|かんじ}", "<b>", "&amp;", "&", '"', ">",
        "\\", "\\*", "~~消~~", "^", ":", "=", "\ue000", "\x0b", "\u2028", "\u0085", "\r\n", "\r", "\x00", "한국어", "😀", "ｶﾅ", "．", "！",
    ]
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=6)), max_size=24).map("".join))
def test_same_html_as_the_parser_alone(text: str) -> None:
    assert MARKDOWN.render(text).html == MARKDOWN.render_by_parser_alone(text)
