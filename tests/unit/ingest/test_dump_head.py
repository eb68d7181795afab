"""Text dumps: what stands above the body and between its paragraphs, told by its order and its look."""

from __future__ import annotations

import pytest

from builder.ingest.cleaning.furniture import Furniture, fingerprint
from builder.ingest.extraction import Extraction, LineKind
from builder.text.notes import is_remark, republication, series_place

from .reading import read_dump

PARAGRAPHS = (
    "灯台守の宿舎が取り壊されると聞いて、岬まで歩いた。道の途中に井戸があり、水はまだ澄んでいる。風の強い日だった。",
    "宿舎には三つの部屋があった。どの部屋からも灯りが見えるように、窓は海ではなく塔のほうへ開いている。珍しい造りだ。",
    "最後の守り人は、灯りを消さずに島を出た。機械が代わりを務めると分かっていても、消して帰る気にはなれなかったという。",
    "岬の灯りは今夜もともる。見上げる人がいなくなっても、船の上にはまだ、その灯りを数えている人がいるのである。",
)


def page(*head: str, body: tuple[str, ...] = PARAGRAPHS, tail: tuple[str, ...] = ()) -> Extraction:
    return read_dump("\n\n".join((*head, *body, *tail)))


def headings(found: Extraction) -> list[str]:
    taken = {claim.line for claim in found.claims}
    return [line.text for line in found.lines if line.kind is LineKind.HEADING and line.number not in taken]


def test_the_title_said_again_is_head_over_the_text_and_a_heading_within() -> None:
    over, within = (
        page("岬の灯り", "2024年5月3日", "岬の灯り"),
        page("岬の灯り", body=(PARAGRAPHS[0], "岬の灯り", *PARAGRAPHS[1:])),
    )
    assert (over.title, over.body.strip()) == ("岬の灯り", "\n\n".join(PARAGRAPHS))
    assert (within.title, headings(within)) == ("岬の灯り", ["岬の灯り"])


def test_a_numbered_column_and_its_section_stand_above_the_title() -> None:
    found = page("連載", "岬をめぐる　第4回（最終回）", "灯りを数える人", "2014年04月05日(土)06時00分")
    assert (found.section, found.title) == ("連載", "灯りを数える人")
    assert found.series is not None
    assert (found.series.name, found.series.number) == ("岬をめぐる", 4)


@pytest.mark.parametrize("above", ["論考", "磯辺日報 > 論壇"])
def test_the_line_between_title_and_by_line_is_a_subtitle(above: str) -> None:
    found = page(above, "灯りを数える人", "無人になった岬の三十年を歩く", "文＝水野遥", "2014.04.05")
    assert (found.title, found.subtitle) == ("灯りを数える人", "無人になった岬の三十年を歩く")
    assert found.section == above.split(" > ")[-1]
    assert [person.name for person in found.authors] == ["水野遥"]
    assert found.body.startswith("灯台守")


@pytest.mark.parametrize(
    ("head", "title", "subtitle"),
    [
        (["トップ > オピニオン > 岬の窓", "海図にない道", "{deck}", "2014年4月5日 6時30分", "{name}（司書）"], 1, 2),
        (["トップ > オピニオン > 岬の窓", "2014年4月5日", "海図にない道", "{deck}", "{name}"], 2, 3),
        (["トップ > オピニオン > 岬の窓", "海図にない道", "{deck}。", "文・{name}", "2014年4月5日"], 1, 2),
        (["トップ > オピニオン > 岬の窓", "海図にない道", "――{deck}", "{name}", "2014年4月5日"], 1, 2),
        (["ホーム ＞ 岬の窓", "灯りを数える人", "{name}", "2014年4月5日"], 1, -1),
        (["ホーム ＞ オピニオン ＞ 岬の窓", "岬の窓", "灯りを数える人", "2014年4月5日", "{name}"], 2, -1),
        (["ホーム ＞ オピニオン ＞ 岬の窓", "{name}", "灯りを数える人", "2014年4月5日"], 2, -1),
        (["ホーム ＞ オピニオン ＞ 岬の窓", "有料記事", "灯りを数える人", "2014年4月5日", "{name}"], 2, -1),
        (["ホーム > オピニオン", "岬の窓", "灯りを数える人", "2014年4月5日", "{name}"], 2, -1),
    ],
)
def test_right_below_a_trail_to_the_column_stands_the_title(head: list[str], title: int, subtitle: int) -> None:
    head = [line.format(deck="無人になった岬の三十年を歩く", name="水野遥") for line in head]
    found = page("\n".join(head))
    assert (found.title, found.subtitle) == (head[title], head[subtitle] if subtitle > 0 else "")
    assert (found.section, found.date[:10]) == ("岬の窓", "2014-04-05")
    assert [person.name for person in found.authors] == ["水野遥"]


@pytest.mark.parametrize(
    ("head", "title", "subtitle"),
    [
        (["Home » Comment » The Long View", "Nobody counts", "{deck}", "By {name}", "Friday 4 April 2014"], 1, 2),
        (["Home > Comment > The Long View", "April 4, 2014", "Nobody counts", "{deck}", "By {name}"], 2, 3),
        (
            ["Home » Comment » The Long View", "Nobody counts", "By {name}", "Friday 4 April 2014", "Tweet", "Print"],
            1,
            -1,
        ),
    ],
)
def test_right_below_a_trail_in_english_stands_the_title(head: list[str], title: int, subtitle: int) -> None:
    head = [line.format(deck="When the last lamp goes, the debt comes in", name="Harriet Lowe") for line in head]
    text = [f"The {n} lamps were lit at dusk, on average, and the keeper wrote it down in the book." for n in range(5)]
    found = page("\n".join(head), body=tuple(text))
    assert (found.title, found.subtitle) == (head[title], head[subtitle] if subtitle > 0 else "")
    assert (found.section, found.date) == ("The Long View", "2014-04-04")
    assert [person.name for person in found.authors] == ["Harriet Lowe"]


def test_a_title_alone_has_no_subtitle() -> None:
    assert page("論考", "灯りを数える人", "文＝水野遥", "2014.04.05").subtitle == ""


def test_running_text_that_is_all_there_is_is_the_body_and_no_title() -> None:
    found = page(body=(PARAGRAPHS[0] + PARAGRAPHS[1].rstrip("。") + "（つづく）",))
    assert (found.title, found.verdict) == ("", "article")
    assert not found.claims


def test_a_bar_of_links_is_neither_title_nor_section() -> None:
    found = page("最新号　既刊一覧　定期購読　書店の方へ", "随筆", "灯りを数える人", "文＝水野遥", "2014.04.05")
    assert (found.section, found.title) == ("随筆", "灯りを数える人")


def test_a_section_in_capitals_is_written_as_usual() -> None:
    paragraphs = tuple(
        f"The lamp on headland {n} was lit at dusk, and the keeper wrote it down in the book." for n in range(5)
    )
    found = page("VILLAGE LIFE", "The lamp that counted ships", "By Harriet Lowe", "March 24, 2017", body=paragraphs)
    assert found.section == "Village life"


def test_a_short_line_between_sentences_is_a_heading_however_short_the_next() -> None:
    body = (*PARAGRAPHS[:2], "井戸という道しるべ", "道しるべは井戸だった。皆がそれを見て歩いた。", *PARAGRAPHS[2:])
    assert headings(page("灯りを数える人", "2014.04.05", body=body)) == ["井戸という道しるべ"]


def test_a_short_last_sentence_belongs_to_the_body() -> None:
    found = page(
        "灯りを数える人", "2014.04.05", tail=("灯台守の日誌を、少し読んでみようと思う。", "プロフィール", "水野遥")
    )
    assert found.body.rstrip().endswith("少し読んでみようと思う。")


def test_an_advertisement_that_says_so_is_taken_by_a_rule() -> None:
    body = (*PARAGRAPHS[:2], "［ＰＲ］本の整理は駅前の店へ", *PARAGRAPHS[2:])
    found = page("灯りを数える人", "2014.04.05", body=body)
    assert "整理" not in found.body
    assert "ja/marked-advertisement" in {claim.rule for claim in found.claims}


def test_a_box_of_links_between_paragraphs_is_taken_whole() -> None:
    paragraphs = [
        f"The lamp on headland {n} was lit at dusk, and the keeper wrote it down in the book. Nobody read it."
        for n in range(6)
    ]
    paragraphs.insert(3, "READ MORE\nEleven lanterns, one owner: a mystery\nWhich of these islands has no lamp?")
    found = page("The lamp that counted ships", "By Harriet Lowe", "March 24, 2017", body=tuple(paragraphs))
    assert "mystery" not in found.body
    assert "islands" not in found.body
    assert found.body.count("The lamp on headland") == 6


def test_the_issue_a_text_comes_from_is_a_remark_and_no_other_outlet() -> None:
    note = "（『月刊岬』2014年4月号より）"
    assert is_remark(note)
    assert republication(note) is None
    found = page("灯りを数える人", "2014.04.05", tail=(note,))
    assert (found.note, found.republished_from) == (note, "")
    assert note not in found.body


@pytest.mark.parametrize("day", ["2014年4月5日", "二〇一四年四月五日付"])
def test_the_newspaper_and_day_in_brackets_below_a_clipping_are_its_date(day: str) -> None:
    note = f"（磯辺日報　{day}夕刊）"
    found = page("灯りを数える人", "水野遥", tail=(note,))
    assert (found.title, found.date, found.note) == ("灯りを数える人", "2014-04-05", note)
    assert note not in found.body


def test_a_day_in_kanji_alone_on_its_line_is_no_title() -> None:
    found = page("灯りを数える人\n二〇一四年四月五日\n水野遥")
    assert (found.title, found.date) == ("灯りを数える人", "2014-04-05")


@pytest.mark.parametrize("text", ["岬をめぐる 第4回", "岬をめぐる（第4回）", "岬をめぐる　第4回（完）"])
def test_a_column_counts_its_parts(text: str) -> None:
    place = series_place(text)
    assert place is not None
    assert (place.name, place.number) == ("岬をめぐる", 4)


def test_verse_set_like_the_paragraphs_belongs_to_the_body() -> None:
    verse = ("墨の香や", "灯りひとつの", "春の宵")
    found = page(
        "灯りを数える人", body=(*PARAGRAPHS[:2], *verse, *PARAGRAPHS[2:], *verse), tail=("関連記事", "・港の猫")
    )
    taken = {claim.line for claim in found.claims}
    kept = [line.text for line in found.lines if line.number not in taken]
    assert [text for text in kept if text in verse] == [*verse, *verse]
    assert "港の猫" not in kept


def test_what_other_pages_have_below_the_text_is_not_taken_for_verse() -> None:
    notices = ("港の灯り友の会", "年に一度の集い", "お便りを待つ")
    text = "\n\n".join(("灯りを数える人", *PARAGRAPHS, *notices, "関連記事", "・港の猫"))
    known = Furniture(pages=5, below=frozenset({fingerprint(notices[0])}))
    assert [notice in read_dump(text).body for notice in notices] == [True] * 3
    assert [notice in read_dump(text, furniture=known).body for notice in notices] == [False] * 3


ESSAY = """港の町では古い印刷所がひとつだけ残り、活字を拾う音が朝から聞こえる。

職人はもう七十を過ぎたが、手の動きは若い頃と少しも変わらないと町の人は言う。

私が訪ねた日にも、彼は黙って版を組み、出来あがった一枚を光にかざして見ていた。

それは町の歴史そのものであり、誰かが受け継がねばならないものだと思った。
"""


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("字を刷る人\n\n水野遥\n\n", [("水野遥", "")]),
        ("字を刷る人\n文＝水野遥\n2019年5月14日\n\n", [("水野遥", "")]),
        ("字を刷る人\n\nアダ・ブラント　訳＝水野遥\n\n", [("アダ・ブラント", ""), ("水野遥", "訳")]),
        ("字を刷る人\n\nアダ・ブラント\n訳＝水野遥\n\n", [("アダ・ブラント", ""), ("水野遥", "訳")]),
    ],
)
def test_a_short_headline_is_no_by_line_and_no_first_sentence(head: str, authors: list[tuple[str, str]]) -> None:
    found = read_dump(head + ESSAY)
    assert found.title == "字を刷る人"
    assert [(person.name, person.role) for person in found.authors] == authors
    assert found.body.startswith("港の町では")


@pytest.mark.parametrize(
    "title",
    [
        "図書館の窓",
        "表現の自由",
        "資料館の夜",
        "写真家の手",
        "広告会社の三十年",
        "更新料は誰のものか",
        "著作権の行方",
        "残り物の煮方",
    ],
)
def test_a_title_may_begin_with_a_word_that_credits_and_notices_begin_with(title: str) -> None:
    found = page(
        "磯辺日報", "オピニオン", title, "2014年4月5日", "水野遥", tail=("関連記事", "・港の猫", "・潮の満ちる町")
    )
    assert (found.title, found.section) == (title, "オピニオン")


@pytest.mark.parametrize(
    "line",
    [
        "管理人 2014年4月5日",
        "2014-04-05 | 未分類",
        "2014年4月5日　旅行記",
        "2014/04/05 雑記帳",
        "posted by admin at 10:30",
    ],
)
def test_what_stands_beside_the_day_and_is_nobody_is_no_author(line: str) -> None:
    found = page("灯りを数える人", line)
    assert (found.title, found.authors) == ("灯りを数える人", ())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2014年4月5日 | 蓼科葉", "蓼科葉"),
        ("2014年4月5日　水野遥", "水野遥"),
        ("Posted by みなと猫 at 2014年04月05日 10:30", "みなと猫"),
    ],
)
def test_who_stands_beside_the_day_or_posted_is_the_author(line: str, name: str) -> None:
    found = page("灯りを数える人", line)
    assert (found.title, [person.name for person in found.authors]) == ("灯りを数える人", [name])
