"""Preformatted pages: running text is joined to paragraphs, verse, tables and programs keep their lines."""

import pytest

from .reading import read_page
from .saved_page import TEXT, TITLE

WRAPPED = (
    "\u3000\u3000\u3000水飲み場に水が戻る日\n"
    "\u3000\u3000\u3000\u3000\u3000\u3000\u3000文：河口みのり\n\n"
    "\u3000商店街の入り口に、古い水飲み場が残っている。昭和の終わりに市が設け、\n"
    "平成の半ばに水が止められた。それでも子どもたちは腰かけている。\n\n"
    "\u3000水を戻してほしいという声は、毎年の懇談会で出る。市の答えは決まって\n"
    "「維持費の見通しが立たない」である。年に三十万円。花火より安い。\n"
)


def test_a_page_that_is_all_preformatted_is_read_as_plain_text_with_its_lines_joined() -> None:
    found = read_page(f"<pre>{WRAPPED}</pre>", "便り")
    assert "市が設け、平成の半ばに" in found.body
    assert "```" not in found.body


@pytest.mark.parametrize("text", [WRAPPED, "x = 1\ny = 2  # 。\n" * 3])
def test_a_program_in_a_text_stays_as_it_is(text: str) -> None:
    assert "```" in read_page(f"<h1>{TITLE}</h1>{TEXT}<pre>{text}</pre><p>また、来月。</p>", TITLE).body


VERSE = (
    "朝、水は静かに石の上を流れて、まだ眠る町の屋根を映しているのだった。",
    "鳥は来て、声もなくその水を飲み、また遠い山の方へと帰って行くのだった。",
    "私は橋に立ち、昨日の手紙を読んで、もう一度それを畳んで懐に入れた。",
    "夜になれば、また灯が水に落ちる。",
)
ROWS = (
    "月ごとの水の量である。市が調べた。単位は立方である。夏に多い。",
    "一月　　一二三四　　　一一二二三三　　　　　凍結があった月である",
    "二月　　二三四五　　　二二三三四四　　　　　凍結があった月である",
    "三月　　三四五六　　　三三四四五五　　　　　工事があった月である",
)


@pytest.mark.parametrize("lines", [VERSE, ROWS])
def test_lines_that_end_where_they_were_meant_to_stay_apart(lines: tuple[str, ...]) -> None:
    text = "\n".join(lines)
    found = read_page(f"<pre>{text}</pre>", "便り")
    assert set(lines) <= set(found.body.split("\n"))


def test_tables_and_indented_paragraphs_begin_anew_where_lines_are_joined() -> None:
    below = "工事のあった月には水が濁ったと、町の人はいまも話している。"
    text = "\n".join((WRAPPED.replace("\n\n", "\n").strip(), *ROWS[1:], below))
    found = read_page(f"<pre>{text}</pre>", "便り").body.split("\n")
    assert any("市が設け、平成の半ばに" in line for line in found)
    assert any(line.startswith("水を戻してほしい") for line in found)
    assert {*ROWS[1:], below} <= set(found)


PROGRAM = "".join(f"    x = {n}  # これは値である。\ndef number_{n}(first, second, third):\n" for n in range(8))


@pytest.mark.parametrize("text", [PROGRAM, "水位を測る＝毎朝\n水門を閉じる＝毎晩\n" * 8])
def test_a_page_that_is_a_program_with_remarks_or_has_no_sentences_stays_as_it_is(text: str) -> None:
    assert "```" in read_page(f"<pre>{text}</pre>", "便り").body


def test_words_in_latin_letters_that_a_line_end_parts_stay_apart() -> None:
    text = WRAPPED + "\nこの町の水飲み場については二〇二四年の春に The Water Office of\nValley という役所が調べた。"
    found = read_page(f"<pre>{text}</pre>", "便り")
    assert "Office of Valley" in found.body
