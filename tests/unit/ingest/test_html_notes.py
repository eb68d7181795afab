"""Footnotes of saved pages: joined where mark and note link to each other, and never else."""

from __future__ import annotations

import pytest

from builder.ingest.extract import extract

from .saved_page import PARAGRAPHS, saved_page


def body(mark: str, notes: str) -> str:
    first, *others = PARAGRAPHS
    return extract(saved_page(paragraphs=(first + mark, *others), after=notes), "a.html").body


@pytest.mark.parametrize(
    ("mark", "notes"),
    [
        ("<sup id=r1><a href='#n1'>[1]</a></sup>", "<ol><li id=n1>港湾史、十頁。<a href='#r1'>↩</a></li></ol>"),
        ("<a href='#n1' name=r1>※1</a>", "<div class=notes><p><a name=n1 href='#r1'>※1</a> 港湾史、十頁。</p></div>"),
        ("<a href='#n1' id=r1>（注1）</a>", "<ul><li id=n1><p>1. 港湾史、十頁。<a href='#r1'>戻る</a></p></li></ul>"),
        (
            "<sup><a id=r1 href='#n1'>1</a></sup>",
            "<section class=footnotes><ol><li id=n1><p>港湾史、十頁。<a href='#r1'>↩</a></p></li></ol></section>",
        ),
        (
            "<a id=r1 href='https://kaku.example/c/170324.html#n1'>*1</a>",
            "<p id=n1><a href='https://kaku.example/c/170324.html#r1'>*1</a> 港湾史、十頁。</p>",
        ),
    ],
)
def test_a_mark_and_its_note_become_a_footnote(mark: str, notes: str) -> None:
    written = body(mark, notes)
    assert f"{PARAGRAPHS[0]}[^1]\n" in written
    assert "\n[^1]: 港湾史、十頁。" in written
    assert "戻る" not in written
    assert "↩" not in written


@pytest.mark.parametrize(
    ("mark", "notes"),
    [
        ("<a href='#n1' id=r1>[1]</a>", "<p id=n1>港湾史、十頁。</p>"),
        ("<a href='#n2' id=r1>[1]</a>", "<p id=n1>港湾史、十頁。<a href='#r1'>↩</a></p>"),
        ("<a href='/other#n1' id=r1>[1]</a>", "<p id=n1>港湾史、十頁。<a href='#r1'>↩</a></p>"),
        ("<a href='#n1' id=r1>図を見よ</a>", "<p id=n1>港湾史、十頁。<a href='#r1'>↩</a></p>"),
        (
            "<a href='#n1' id=r1>[1]</a><a href='#n2' id=r2>※1</a>",
            "<p id=n1>甲<a href='#r1'>↩</a></p><p id=n2>乙<a href='#r2'>↩</a></p>",
        ),
    ],
)
def test_without_both_ends_nothing_is_joined(mark: str, notes: str) -> None:
    assert "[^" not in body(mark, notes)


def test_a_note_whose_mark_is_in_a_table_stays_as_text() -> None:
    table = "<table><tr><td>甲<a href='#n1' id=r1>[1]</a></td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    written = body(
        "", f"{table}<p id=n1>港湾史という古い本の十頁に、この表の数字の出どころが書かれている。<a href='#r1'>↩</a></p>"
    )
    assert "[^1]:" not in written
    assert "港湾史という古い本" in written
