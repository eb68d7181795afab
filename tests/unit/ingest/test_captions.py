"""The caption of a picture goes with the picture."""

from __future__ import annotations

from builder.ingest.cleaning.rules import Match, Rule, Takes
from builder.ingest.extract import extract

from .saved_page import PARAGRAPHS, saved_page

FIGURE = '<figure><img src="https://kaku.example/i.jpg" alt="市場"><figcaption>{}</figcaption></figure>'


def body_with(figure: str, *rules: Rule) -> str:
    page = saved_page().decode()
    return extract(
        page.replace(f"<p>{PARAGRAPHS[2]}", f"{figure}<p>{PARAGRAPHS[2]}").encode(), "a.html", rules=rules
    ).body


def test_a_caption_is_its_pictures_title_and_no_paragraph() -> None:
    body = body_with(FIGURE.format("朝の市場＝<b>筆者</b>撮影"))
    assert '![市場](https://kaku.example/i.jpg "朝の市場＝筆者撮影")\n' in body
    assert body.count("朝の市場") == 1


def test_also_where_only_its_name_tells() -> None:
    box = '<div class=photo><img src="https://kaku.example/i.jpg"><p class="photo-caption">朝の市場</p></div>'
    assert '![](https://kaku.example/i.jpg "朝の市場")' in body_with(box)


def test_also_where_it_says_what_the_picture_is_described_by() -> None:
    box = '<div class=photo><img src="https://kaku.example/i.jpg" alt="朝の市場"><p>{}</p></div>'
    assert '![朝の市場](https://kaku.example/i.jpg "朝の市場")' in body_with(box.format("朝の市場"))
    assert "\n\n夜の市場\n" in body_with(box.format("夜の市場"))


def test_a_heading_below_a_picture_of_what_it_names_stays() -> None:
    box = '<div class=photo><img src="https://kaku.example/i.jpg" alt="朝の市場"><h3>朝の市場</h3></div>'
    assert "![朝の市場](https://kaku.example/i.jpg)\n\n## 朝の市場" in body_with(box)


def test_quotation_marks_of_a_caption_do_not_end_it() -> None:
    assert 'i.jpg "The “Sea” at noon")' in body_with(FIGURE.format('The "Sea" at noon'))


def test_the_text_below_a_picture_is_no_caption() -> None:
    body = body_with('<div class=photo><img src="https://kaku.example/i.jpg"></div>')
    assert "![](https://kaku.example/i.jpg)\n\n" + PARAGRAPHS[2] in body


def test_a_caption_that_a_rule_takes_is_gone() -> None:
    rule = Rule("minato/captions", "test", Takes.LINE, Match(contains=("筆者撮影",)))
    assert "![市場](https://kaku.example/i.jpg)\n" in body_with(FIGURE.format("朝の市場＝筆者撮影"), rule)
