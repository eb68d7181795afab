"""What a machine made of an article is no part of it."""

from __future__ import annotations

import pytest

from builder.ingest.extract import extract

from .saved_page import PARAGRAPHS, saved_page

POINTS = "<ul><li>市場の仲買は四十軒から七軒に減った。</li><li>まず耳を澄ますことから始める。</li></ul>"


def body_with(box: str) -> str:
    page = saved_page().replace(b'<div class="article-body">', f'<div class="article-body">{box}'.encode())
    return extract(page, "a.html").body


@pytest.mark.parametrize(
    "line",
    [
        "この記事のAI要約",
        "ＡＩまとめ",
        "※生成AIによる要約です。正確性は保証しません。",
        "AI 요약",
        "AI-generated summary",
        "由AI生成的摘要",
    ],
)
def test_a_box_that_says_so_is_left_out(line: str) -> None:
    assert body_with(f"<div class=points><p>{line}</p>{POINTS}</div>") == "\n\n".join(PARAGRAPHS) + "\n"
    assert body_with(f"<div class=points>{POINTS}<p>{line}</p></div>") == "\n\n".join(PARAGRAPHS) + "\n"


@pytest.mark.parametrize("line", ["要点", "AI要約の時代に", "AIによる要約を読むだけで足りるだろうか。"])
def test_points_of_the_editors_and_texts_about_summaries_stay(line: str) -> None:
    assert "四十軒から七軒" in body_with(f"<div class=points><p>{line}</p>{POINTS}</div>")


def test_an_article_that_begins_so_is_no_summary() -> None:
    found = extract(saved_page(paragraphs=("AI要約", *PARAGRAPHS)), "a.html")
    assert all(text in found.body for text in PARAGRAPHS)
