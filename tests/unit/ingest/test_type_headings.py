"""Headings that only their type tells."""

from __future__ import annotations

import pytest

from builder.ingest.body.type_headings import with_type_headings
from builder.ingest.extract import extract
from builder.ingest.extraction import LineKind
from builder.ingest.html.blocks import blocks_of
from builder.ingest.html.page import parse

from .saved_page import PARAGRAPHS, saved_page

FIRST, SECOND = PARAGRAPHS[:2]


def headings(html: str) -> list[str]:
    blocks, _ = blocks_of(parse(html))
    judged = with_type_headings(blocks, range(len(blocks)))
    return [block.markdown() for block in judged if block.kind is LineKind.HEADING]


def test_a_bold_line_between_breaks_is_a_heading() -> None:
    line = "<b><font color=blue>声の減った市場</font></b>"
    assert headings(f"<td>{FIRST}<br><br>{line}<br><br>{SECOND}</td>") == ["声の減った市場"]


@pytest.mark.parametrize(
    "line",
    [
        '<font size="+1">声の減った市場</font>',
        "<big><font color=blue>声の減った市場</font></big>",
        '<span style="font-size:18px">声の減った市場</span>',
        '<font size="+1"><b>声の減った市場</b></font>',
    ],
)
@pytest.mark.parametrize("text", ["{}", "<font size=2>{}</font>"])
def test_a_line_in_larger_type_between_paragraphs_is_a_heading(line: str, text: str) -> None:
    first, second = text.format(FIRST), text.format(SECOND)
    assert headings(f"<td>{first}<br><br>{line}<br><br>{second}</td>") == ["声の減った市場"]


def test_a_text_all_in_larger_type_has_no_heading() -> None:
    assert headings(f"<font size=4><p>{FIRST}</p><p>声の減った市場</p><p>{SECOND}</p></font>") == []


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{FIRST}</p><p><b>{SECOND}</b></p><p>{FIRST}</p>",
        f"<p>{FIRST}</p><p><b>強調された一文である。</b></p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p><b>――市場はどうなりますか</b></p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p><b>Q. 市場はどうなりますか</b></p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p><b>この市場はこれから十年のあいだにいったいどうなっていくのでしょうか？</b></p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p><b><a href=/x>関係のない見出し</a></b></p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p>声の<b>減った市場</b></p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p><b>沢村</b></p><p>{SECOND}</p><p><b>沢村</b></p><p>{FIRST}</p>",
        f"<p><b>声の減った市場</b></p><p>{FIRST}</p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p>{SECOND}</p><p><b>声の減った市場</b></p>",
        f"<p>{FIRST}</p><p><b>＊＊＊</b></p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p><big>強調された一文である。</big></p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p><big>声の</big>減った市場</p><p>{SECOND}</p>",
    ],
    ids=[
        "long",
        "sentence",
        "turn",
        "question",
        "long-question",
        "link",
        "part",
        "speaker",
        "first",
        "last",
        "stars",
        "large",
        "part-large",
    ],
)
def test_other_bold_lines_stay_paragraphs(html: str) -> None:
    assert headings(html) == []


def test_a_run_of_bold_lines_is_no_row_of_headings() -> None:
    lines = "".join(f"<p><b>声の減った市場その{n}</b></p><p>{n}。{FIRST}</p>" for n in range(3))
    assert len(headings(f"<p>{FIRST}</p>{lines}")) == 3
    lines = "".join(f"<p><b>声の減った市場{'の話' * n}</b></p>" for n in range(6))
    assert headings(f"<p>{FIRST}</p>{lines}<p>{SECOND}</p>") == []


def test_the_article_has_the_heading() -> None:
    paragraphs = (*PARAGRAPHS[:2], "<b>声の減った市場</b>", *PARAGRAPHS[2:])
    found = extract(saved_page(paragraphs=paragraphs), "a.html")
    assert "\n\n## 声の減った市場\n\n" in found.body


def test_lines_that_are_each_set_in_larger_type_stay_one_paragraph() -> None:
    verse = "<br>".join(f'<font size="4">{line}</font>' for line in ("船を待つ", "桟橋白し", "秋の風"))
    blocks, _ = blocks_of(parse(f"<p>{verse}<br>{FIRST}</p>"))
    assert [block.text for block in blocks] == ["船を待つ\n桟橋白し\n秋の風", FIRST]
