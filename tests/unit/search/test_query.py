"""What queries find, by the reference search."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.search.orthography import spellings
from builder.search.parse import parse
from builder.search.query import Mode, search
from builder.search.reader import Index
from builder.search.snippet import best_fragment, marks, snippet

from ...invented_corpus import Invented
from ...search_index import index

BASE = Invented("base", "題名", 0, "外交", "2010-01-01", "本文。", "ja")


def article(name: str, title: str, text: str, date: str = "2010-01-01", **changes: object) -> Invented:
    return replace(BASE, id=name, title=title, text=text, date=date, **changes)  # type: ignore[arg-type]


ALL = [
    article("title", "北方領土の行方", "島の話をした。"),
    article("text", "島の話", "きのう北方領土のことを聞いた。"),
    article("older", "島の話", "きのう北方領土のことを聞いた。", "2009-01-01"),
    article("apart", "方角", "北方の国と領土の線。"),
    article("long", "サーバー", "コンピューターの時代、サーバ室にて。"),
    article("short", "計算機", "コンピュータの時代。"),
    article("bun", "計算機室", "コンピュータシステムの時代。"),
    article(
        "english",
        "A ferry",
        "The election was held. Elections run late. Pre-school visionary plans.",
        language="en",
        author=2,
    ),
    article("row", "Open data for all of us now", "Nothing else.", language="en", author=2),
    article("norow", "Scattered", "All of the data is now open for us.", language="en", author=2),
    article("names", "無題", "何もない。", author=1, topic="交通"),
    article("about", "大江渡の仕事", "渡し船の話。", author=0),
    article("other kana", "楽器", "ヴァイオリンとリンゴと、きのこの絵。"),
    article("kanji number", "年譜", "一九八四年、つまり昭和五十九年八月五日、申込の列。"),
    article("figures", "年表", "1985年3月、十五夜の晩。"),
    article("aids", "Clinic", "AIDS and one NGO, two NGOs.", language="en", author=2),
    article("aid", "Relief", "Any aid is welcome.", language="en", author=2),
    article("two words", "Plain", "A user-friendly page they've made.", language="en", author=2),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index(ALL, tmp_path_factory.mktemp("query"))


def ids(made: Index, query: str, mode: Mode = Mode.ALL) -> list[str]:
    answer = search(made, query)
    assert answer.mode is mode
    return [made.fragment(number, 0).id for number, _ in answer.hits]


def test_titles_first_then_newest(made: Index) -> None:
    assert ids(made, "北方領土") == ["title", "text", "older"]


def test_words_may_stand_apart_and_phrases_not(made: Index) -> None:
    assert set(ids(made, "北方 領土")) == {"title", "text", "older", "apart"}
    assert set(ids(made, "「北方領土」")) == {"title", "text", "older"}
    assert set(ids(made, "領土 -北方領土")) == {"apart"}
    assert set(ids(made, "領土 -「北方の国」")) == {"title", "text", "older"}


def test_a_last_long_vowel_may_be_there_or_not(made: Index) -> None:
    assert set(ids(made, "コンピューター")) == {"long", "short"}
    assert set(ids(made, "コンピュータ")) == {"long", "short", "bun"}
    assert set(ids(made, "「コンピューター」")) == {"long"}


def test_words_are_inflected_and_completed(made: Index) -> None:
    assert ids(made, "electing") == ["english"]
    assert ids(made, "vision") == ["english"]
    assert ids(made, '"elect"', Mode.BEST) == ["english"]  # said to be only near


def test_what_is_typed_in_parts_is_tried_in_one_and_said(made: Index) -> None:
    answer = search(made, "vision-ary")
    assert answer.mode is Mode.SPELLING
    assert [word.text for word in answer.words] == ["visionary"]
    assert ids(made, "pre-school") == ["english"]


@pytest.mark.parametrize(("typed", "meant"), [("visoinary", "visionary"), ("latte", "late"), ("hled", "held")])
def test_misspelt_words_are_repaired_and_said(made: Index, typed: str, meant: str) -> None:
    answer = search(made, typed)
    assert answer.mode is Mode.SPELLING
    assert [word.text for word in answer.words] == [meant]


def test_a_copied_title_shows_its_article_alone(made: Index) -> None:
    assert ids(made, "Open data for all of us now", Mode.ROW) == ["row"]
    assert {made.fragment(n, 0).id for n, _ in search(made, "Open data for all of us now", wide=True).hits} == {
        "row",
        "norow",
    }


@pytest.mark.parametrize(
    ("typed", "having", "article"),
    [
        ("バイオリン", "ヴァイオリン", "other kana"),
        ("ばいおりん", "ヴァイオリン", "other kana"),
        ("りんご", "リンゴ", "other kana"),
        ("キノコ", "きのこ", "other kana"),
        ("1984年", "一九八四年", "kanji number"),
        ("昭和59年", "昭和五十九年", "kanji number"),
        ("59年8月5日", "五十九年八月五日", "kanji number"),
        ("申し込み", "申込", "kanji number"),
        ("一九八五年", "1985年", "figures"),
        ("一九八五年三月", "1985年3月", "figures"),
        ("千九百八十五年", "1985年", "figures"),
        ("15夜", "十五夜", "figures"),
        ("userfriendly", "user friendly", "two words"),
        ("theyve", "they ve", "two words"),
    ],
)
def test_what_nothing_has_as_typed_is_tried_otherwise_written_and_said(
    made: Index, typed: str, having: str, article: str
) -> None:
    answer = search(made, typed)
    assert [word.text for word in answer.words] == [having]
    assert ids(made, typed, Mode.SPELLING) == [article]
    assert search(made, f"「{typed}」").mode is not Mode.SPELLING


def test_a_word_may_be_written_otherwise_and_a_sentence_is_not_tried() -> None:
    assert "リンゴノエ" in spellings("りんごのえ")
    assert not spellings("りんごのえをどこでみたのでしょうか")


def test_capitals_alone_are_an_acronym_without_forms(made: Index) -> None:
    assert ids(made, "AIDS ") == ids(made, "ＡＩＤＳ ") == ["aids"]
    assert set(ids(made, "aids ")) == {"aids", "aid"}
    assert ids(made, "NGO ") == ["aids"]
    assert marks("AIDS and aid, NGOs", parse("AIDS NGO")) == [(0, 4, 0), (14, 18, 1)]


def test_what_is_only_shouted_is_found(made: Index) -> None:
    answer = search(made, "ELECTING VISIONARY ")
    assert answer.mode is Mode.ALL
    assert marks("elections", answer.words) == [(0, 9, 0)]
    assert ids(made, "WELCOMES -AIDS") == ["aid"]  # what is left out is no less an acronym


@pytest.mark.parametrize("query", ["大江渡", "大江 渡", "oe wataru", "おおえわたる"])
def test_a_whole_name_of_an_author_finds_their_articles_before_titles_that_tell_of_them(
    made: Index, query: str
) -> None:
    assert ids(made, query)[0] == "names"


def test_a_part_of_a_name_finds_titles_first(made: Index) -> None:
    assert ids(made, "大江") == ["about", "names"]


@pytest.mark.parametrize("query", ["おおえ", "オオエ", "Ōe", "交通", "終着駅"])
def test_names_of_author_topic_and_series_are_found(made: Index, query: str) -> None:
    assert ids(made, query)[0] == "names"


def test_nothing_ends_empty_that_could_help(made: Index) -> None:
    assert "text" in ids(made, "北方領土についてどこで聞きましたか", Mode.BEST)
    assert ids(made, "船齉", Mode.BEST) == ["about"]  # one of its signs, at least
    assert ids(made, "齉", Mode.NOTHING) == []
    assert ids(made, " 　-", Mode.EMPTY) == []
    assert ids(made, "-北方", Mode.EMPTY) == []


def test_a_query_is_taken_apart() -> None:
    taken = [(word.text, word.exact, word.excluded, word.open) for word in parse('猫、犬 -"黒 い" Data.gov')]
    assert taken == [
        ("猫", False, False, False),
        ("犬", False, False, False),
        ("黒い", True, True, False),
        ("data gov", False, False, True),
    ]
    assert len(parse("猫 " * 500)) == 24


def test_of_a_pasted_text_the_beginning_is_looked_for() -> None:
    assert [len(word.text) for word in parse("港" * 1000)] == [300]
    assert [word.text for word in parse("港" * 290 + " 灯台" + " " * 20 + "市場")] == ["港" * 290, "灯台"]


def test_snippets_are_whole_sentences_with_marks() -> None:
    text = "前置きの文である。" * 20 + "ここで國鐵の話になる。終わり。\n次の段落。"
    found = snippet(text, parse("国鉄"))
    assert [found.text[a:b] for a, b in found.marks] == ["國鐵"]
    assert found.text.endswith("。")
    assert found.cut == (False, False)
    assert len(found.text) <= 130


def test_a_sentence_too_long_is_cut_around_its_first_mark() -> None:
    found = snippet("あ" * 500 + "国鉄" + "い" * 500, parse("国鉄"))
    assert found.cut == (True, True)
    assert [found.text[a:b] for a, b in found.marks] == ["国鉄"]
    assert found.text == "あ" * 30 + "国鉄" + "い" * 98


def test_marks_do_not_overlap() -> None:
    assert marks("東京都庁", parse("東京都 京都")) == [(0, 3, 0)]


def test_the_best_fragment_has_most_different_words() -> None:
    assert best_fragment([{1: [2048, 2050, 2060]}, {1: [2600]}, {1: [2610]}], 1) == 1
    assert best_fragment([{1: [3]}], 1) == 0


def test_a_missing_file_is_an_error_of_reading(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="meta"):
        Index(lambda route: (tmp_path / route).read_bytes())
