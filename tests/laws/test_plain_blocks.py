"""Law: setting plain paragraphs aside changes nothing that a reader can see."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.render.markdown import render, render_by_parser

MARKS = """
軍事力の強化は、 NATO 段落の終わり。 「言葉」 2017年 한국어 😀 ｶﾅ ．！ **強調** *傍点* **語** *語* *** _下線_ ~~消~~ `c`
& &amp; " > < <b> \\ \\* ^ : = ! { } [ ]
[^1] [^1]:注 [x]:https://example.org [x] [l](https://example.org/a) ![i](a.png)
{漢字|かんじ} {東京|とう|きょう} --- === ``` ~~~
"""
BLOCKS = [
    *(
        "# 見出し",
        "## ",
        "\n\n## 見出し\n\n",
        "- 項目",
        "+ a",
        "- 項目\n- 項目\n",
        "\n\n- 項目\n",
        "1. 一",
        "12) 二",
        "1. 一\n2. 二\n",
    ),
    *(
        "> 引用",
        "> 引用\n> つづき\n",
        "    code",
        "|a|b|\n|-|-|\n",
        "```\n",
        "[^1]: 注記",
        "\n\n[^1]: 注\n\n",
        "語[^1]語、[^x]",
        "\n\n[^1]: 注記\n[^x]: **二**[^1]\n",
        "\n\n本文",
        "\n\n- 項目\n\n",
        "\n\n1. 一\n\n",
        "\n\n|a|b|\n|-|-|\n|c|d|\n\n",
        "\n\n| a | **b** |\n| --- | - |\n|語[^1]||\n| | ｶﾅ\u3000 |\n",
        "\n\n|一|\n|:-|\n|`c`|\n\n",
        "|二|\n",
        "\n\n  つづき",
        "\n\n    深く",
        "文[^未]。",
        "\n\n",
    ),
    *(" ", "  ", "\n", "\n\n\n", " \n", "\t", "\u3000", "\x0b", "\u2028", "\u0085", "\r\n", "\r", "\x00", "\x1f"),
]
FRAGMENTS = st.sampled_from(MARKS.split() + BLOCKS)


CELLS = st.sampled_from(
    [
        "a",
        " a ",
        "",
        " ",
        "**語**",
        "*語*",
        "語[^1]",
        "`c`",
        "`c",
        "\u3000あ",
        "あ\u3000",
        "-",
        ":-",
        "\\",
        "{漢字/かんじ}",
        "<b>",
        "[x]",
        "_a_",
        "~~x~~",
        "1.",
        "- a",
        "> q",
        "\xa0",
        "\t",
    ]
)
RULES = st.sampled_from(["-", "---", " - ", ":-", ""])


def lines(cells: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(cells, min_size=1, max_size=3).map(lambda found: f"|{'|'.join(found)}|")


TABLES = st.tuples(lines(CELLS), lines(RULES), lines(CELLS), lines(CELLS)).map("\n".join)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=6)), max_size=24).map("".join))
def test_same_html_as_the_parser_alone(text: str) -> None:
    assert render(text) == render_by_parser(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(TABLES, FRAGMENTS), min_size=1, max_size=4).map("\n\n".join))
def test_same_tables_as_the_parser_alone(text: str) -> None:
    assert render(text) == render_by_parser(text)
