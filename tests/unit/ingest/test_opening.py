import pytest

from builder.ingest.extract import extract

BODY = (
    "<p>"
    + "港の朝は早い。まだ暗いうちから灯台の明かりを目当てに小さな船が戻ってくる。荷揚げの声は風に流される。" * 3
    + "</p>"
)


def page(head: str, title: str = "海沿いの道を歩いて｜港日報") -> bytes:
    top = f'<html lang="ja"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{top}<body>{head}{BODY}{BODY}</body></html>".encode()


@pytest.mark.parametrize("name", ["article__sub", "dek", "entry-subtitle", "standfirst", "fuku", "subTitle"])
def test_the_line_below_the_headline_that_is_named_a_subtitle_is_one(name: str) -> None:
    found = extract(page(f'<h1>海沿いの道を歩いて</h1><p class="{name}">漁師町の百年</p>'), "a.html")
    assert (found.title, found.subtitle) == ("海沿いの道を歩いて", "漁師町の百年")
    assert "漁師町の百年" not in found.body


@pytest.mark.parametrize("name", ["lead", "subscribe", "byline", "submit"])
def test_another_line_is_not(name: str) -> None:
    assert extract(page(f'<h1>海沿いの道を歩いて</h1><p class="{name}">漁師町の百年</p>'), "a.html").subtitle == ""


def test_a_headline_in_one_cell_with_section_and_subtitle_is_taken_apart() -> None:
    cell = "<table><tr><td><font>論壇<br><b>港は何を待っているか</b><br>岸壁の五十日</font></td></tr></table>"
    found = extract(page(cell, "港は何を待っているか：論壇：港日報"), "a.html")
    assert (found.title, found.section, found.subtitle) == ("港は何を待っているか", "論壇", "岸壁の五十日")
    assert "論壇" not in found.body
