"""The body finder from its values: places, features, and the trees that judge them."""

from __future__ import annotations

import re

import pytest

from builder.ingest.body.features import FEATURES, PageFacts, is_menu_link, rows_of
from builder.ingest.body.find import find_body
from builder.ingest.body.hints import BIT, certain_letters, hints_of, hints_of_places
from builder.ingest.body.layout import container, steps_to, tally
from builder.ingest.body.looks import capitals, interface, known, same_title, squeeze, start
from builder.ingest.body.model import chances
from builder.ingest.extract import extract
from builder.ingest.html.blocks import blocks_of
from builder.ingest.html.page import parse
from builder.text.facts import facts

from .saved_page import PARAGRAPHS, TEXT, saved_page


@pytest.mark.parametrize(
    ("tag", "names", "role", "hint"),
    [
        ("div", "article-body", "", "body"),
        ("div", "entrybody", "", "body"),
        ("div", "", "articlebody", "body"),
        ("nav", "", "", "nav"),
        ("ul", "sns-list", "", "share"),
        ("div", "kanren-kiji", "", "related"),
        ("aside", "", "", "sidebar"),
        ("p", "caption", "", "caption"),
    ],
)
def test_hints(tag: str, names: str, role: str, hint: str) -> None:
    assert hints_of(tag, names, role) & BIT[hint]


def test_no_name_no_hint() -> None:
    assert hints_of("div", "x1 col-8", "") == 0


def test_words_read_together_say_what_their_patterns_say() -> None:
    words = "article-body navbar sidebar1 post-2 upload ads ad-1 head thead h-entry relate_x cat h12 newsletter"
    html = "".join(f"<div class={word}>a</div>" for word in words.split())
    places = [place for place in blocks_of(parse(html))[1] if place.names]
    for place, hints in zip(places, hints_of_places(places), strict=True):
        patterns = facts("html_names").items()
        said = {name for name, alike in patterns if any(re.search(pattern, place.names) for pattern in alike)}
        assert {name for name, bit in BIT.items() if hints & bit} == said, place.names
    assert [hints_of(place.tag, place.names, place.role) for place in places] == hints_of_places(places)


def test_every_pattern_holds_the_letters_by_which_its_words_are_looked_for() -> None:
    for patterns in facts("html_names").values():
        for pattern in patterns:
            assert re.fullmatch(r"[a-z0-9_-]*", certain_letters(pattern)), pattern


def test_sums_reach_the_root_and_the_container_is_the_innermost() -> None:
    html = "<div><nav><p>目次</p></nav><main><div id=in><p>長い本文である。</p><p>続きもある。</p></div></main></div>"
    blocks, places = blocks_of(parse(html))
    sizes = [len(b.text) for b in blocks]
    sums = tally(blocks, places, sizes, [float(s) for s in sizes])
    assert sums.size[0] == sum(sizes)
    assert sums.blocks[0] == 3
    inner = places[container(places, sums.good, 0.6)]
    assert inner.names == "in"
    steps = steps_to(places, inner.number)
    assert steps[inner.number] == 0
    assert [steps[b.place.number] for b in blocks] == [steps[blocks[0].place.number], 1, 1]
    assert steps[blocks[0].place.number] >= 5


@pytest.mark.parametrize(
    ("text", "bin_"), [("本文の行", 2), ("NEW YORK", 4), ("All of This Is", 3), ("a line of it", 1), ("2017/3/24", 5)]
)
def test_capitals_do_not_punish_scripts_without_them(text: str, bin_: int) -> None:
    assert capitals(text, text.lower()) == bin_


def test_looks_of_a_block() -> None:
    assert [start(t) for t in ("「港", "港", "a", "A", "3", "■港")] == [4, 3, 2, 3, 1, 5]
    assert interface("シェアする", 15) == 1
    assert interface("港の朝は早い", 18) == 0
    assert known(squeeze("港の朝は早いというのは"), squeeze("…港の朝は早いというのは本当だ")) == 1
    assert same_title("みなと", frozenset({"みなと"})) == 2


def test_rows_have_one_number_a_feature() -> None:
    blocks, places = blocks_of(parse(saved_page().decode()))
    rows = rows_of([b for b in blocks if b.text], places, PageFacts())
    assert {len(row) for row in rows} == {len(FEATURES)}


def test_links_in_menus_are_described_briefly() -> None:
    blocks, places = blocks_of(parse(saved_page().decode()))
    texts = [b for b in blocks if b.text]
    whole, brief = (rows_of(texts, places, PageFacts(), menus=menus) for menus in (True, False))
    menu = {n for n, row in enumerate(whole) if is_menu_link(row)}
    assert 0 < len(menu) < len(texts)
    assert menu == {n for n, row in enumerate(brief) if is_menu_link(row)}
    assert all(one == other for n, (one, other) in enumerate(zip(whole, brief, strict=True)) if n not in menu)


def test_chances_tell_paragraphs_from_links() -> None:
    blocks, places = blocks_of(parse(saved_page().decode()))
    texts = [b for b in blocks if b.text]
    judged = dict(zip([b.text for b in texts], chances(texts, places, PageFacts()), strict=True))
    assert min(judged[p] for p in PARAGRAPHS) > 0.8
    assert judged["関係のない見出しその3が並んでいる"] < 0.1


def test_every_block_is_kept_or_claimed() -> None:
    blocks, places = blocks_of(parse(saved_page(after="<img src=a.jpg><hr>").decode()))
    body = find_body(blocks, places, PageFacts())
    assert sorted([*body.kept, *(n for n, _ in body.claims)]) == list(range(len(blocks)))


def test_an_empty_page_has_no_body() -> None:
    assert find_body([], [], PageFacts()).kept == ()


def test_an_article_that_the_page_holds_again_is_kept_once() -> None:
    found = extract(saved_page(after=f"</div><div class='article-body print'>{TEXT}"), "a.html")
    assert found.body == "\n\n".join(PARAGRAPHS) + "\n"
    assert {claim.rule for claim in found.claims if found.lines[claim.line - 1].text in PARAGRAPHS} == {
        "html/said-before"
    }
    joined = "\n".join(PARAGRAPHS)
    assert extract(saved_page(after=f"</div><div class=article-body><em>{joined}</em>"), "a.html").body == found.body


def test_a_paragraph_that_is_quoted_again_stays() -> None:
    quoted = f"<blockquote><p>{PARAGRAPHS[2]}</p></blockquote>"
    assert extract(saved_page(after=quoted), "a.html").body.count(PARAGRAPHS[2]) == 2
    twice = (*PARAGRAPHS, *PARAGRAPHS)
    assert extract(saved_page(paragraphs=twice), "a.html").body == "\n\n".join(twice) + "\n"
