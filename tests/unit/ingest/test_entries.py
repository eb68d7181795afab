"""Several articles on one page: the next one below, the month of a blog."""

from __future__ import annotations

from builder.ingest.extract import extract

from .saved_page import PARAGRAPHS

OTHER = (
    "図書館の窓からは山が見える。司書になって三十年、季節の移ろいをここで数え、棚の前で立ち止まる人を覚えてきた。",
    "先日、古い地図を返しに来た人がいた。四十年前に借りたものだという。礼を言って、静かに受け取ることにした。",
)


def entry(headline: str, day: str, paragraphs: tuple[str, ...]) -> str:
    text = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"<article class='post'><h2>{headline}</h2><p class='date'>{day}</p><div class='text'>{text}</div></article>"


def page(title: str, *entries: str) -> bytes:
    return (
        f"<!DOCTYPE html><html lang=ja><head><meta charset=utf-8><title>{title} | 架空新聞</title></head><body>"
        f"<header><a href='/'>架空新聞</a></header><main>{''.join(entries)}</main></body></html>"
    ).encode()


def test_the_article_that_follows_where_one_is_read_to_its_end_is_left_out() -> None:
    found = extract(
        page("市場の声", entry("市場の声", "2021年5月1日", PARAGRAPHS), entry("消えた川", "2021年4月30日", OTHER)),
        "a.html",
    )
    assert found.body == "\n\n".join(PARAGRAPHS) + "\n"
    assert found.date == "2021-05-01"
    assert {c.rule for c in found.claims if found.lines[c.line - 1].text in OTHER} == {"html/other-article"}


def test_parts_of_one_article_stay_together() -> None:
    parts = [
        f"<section class=part><h2>{h}</h2><p>{p}</p></section>" for h, p in zip("一二三四", PARAGRAPHS, strict=True)
    ]
    body = extract(page("市場の声", "<h1>市場の声</h1>", *parts), "a.html").body
    assert all(text in body for text in PARAGRAPHS)
    undated = page("市場の声", entry("市場の声", "港にて", PARAGRAPHS[:2]), entry("帰り道", "坂にて", PARAGRAPHS[2:]))
    assert all(text in extract(undated, "a.html").body for text in PARAGRAPHS)


def test_a_page_of_articles_of_which_none_is_its_own_is_kept_whole_and_doubted() -> None:
    days = [entry(f"港の日記 {n}", f"2014年5月{n}日", (text,)) for n, text in enumerate((*PARAGRAPHS, *OTHER), 1)]
    found = extract(page("2014年5月", *days), "a.html")
    assert all(text in found.body for text in (*PARAGRAPHS, *OTHER))
    assert [(p.code, p.values["count"]) for p in found.problems] == [("ingest/several-articles", "6")]
    two = extract(page("2014年5月", *days[:2]), "a.html")
    assert two.problems == ()
