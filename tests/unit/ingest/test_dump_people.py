"""Text dumps: a line that looks like a name, or like a headline, is a by-line or the title only where those stand."""

from __future__ import annotations

import pytest

from builder.ingest.extraction import Extraction
from builder.text.names import is_latin_name

from .reading import names, read_dump
from .test_suggest_rules import column

TITLE = "The harbour that learned to wait"
DATE = "March 24, 2017"
OPENING = (
    "For thirty years the harbour at Saltmere has been rebuilt, and for thirty years the tide has had its way with it."
)
PARAGRAPHS = (
    "The first wall was put up in a hurry, after the great storm, and nobody asked the fishermen where it should go.",
    "They would have said that a wall is an argument with the sea, and that the sea does not read arguments at all.",
    "The council, to its credit, kept the letters. They are in a box in the town hall, the best history we have.",
    "What is left of the second wall can be seen at low water, when the children of the town walk out to it and back.",
)


def extract(*lines: str) -> Extraction:
    return read_dump("\n\n".join(lines))


@pytest.mark.parametrize("heading", ["Harbour Walls", "Web Standards"])
def test_two_capitalised_words_over_a_paragraph_are_a_heading_of_the_text(heading: str) -> None:
    found = extract(TITLE, DATE, OPENING, heading, *PARAGRAPHS)
    assert (found.title, names(found)) == (TITLE, [])
    assert heading in found.body


def test_a_person_between_two_paragraphs_and_a_third_is_told_of_and_did_not_write_it() -> None:
    found = extract(TITLE, DATE, OPENING, PARAGRAPHS[0], "Harriet Lowe", *PARAGRAPHS[1:])
    assert names(found) == []
    assert "Harriet Lowe" in found.body


@pytest.mark.parametrize(
    "head",
    [
        (TITLE, "Harriet Lowe", DATE, OPENING),
        (TITLE, DATE, "By", "Harriet Lowe", OPENING),
        (TITLE, DATE, OPENING, "Published by", "Harriet Lowe"),
    ],
)
def test_beside_the_head_or_under_a_label_the_same_words_are_the_by_line(head: tuple[str, ...]) -> None:
    found = extract(*head, *PARAGRAPHS)
    assert names(found) == ["Harriet Lowe"]
    assert "Harriet Lowe" not in found.body


def test_whom_the_line_above_calls_an_editor_is_no_author() -> None:
    found = extract(TITLE, "By", "Harriet Lowe", "Fact checked by", "Tom Mayhew", DATE, OPENING, *PARAGRAPHS)
    assert names(found) == ["Harriet Lowe"]


def test_a_heading_below_running_text_is_no_title() -> None:
    heading = "Types of walls by the stone they are made of"
    found = extract(OPENING, heading, *PARAGRAPHS)
    assert found.title == ""
    assert heading in found.body


def test_what_a_rule_takes_above_a_headline_is_no_text_of_it() -> None:
    notice = "Your browser is out of date and shows this page without its pictures and maps. Please install another."
    found = extract(notice, "Types of walls by the stone they are made of", *PARAGRAPHS)
    assert found.title == "Types of walls by the stone they are made of"
    assert notice not in found.body


@pytest.mark.parametrize("words", ["Fraud Detection", "Text Size", "Key Takeaways"])
def test_words_that_no_person_is_called_by_are_no_author_beside_the_date_either(words: str) -> None:
    assert names(extract(TITLE, "Harriet Lowe", DATE, words, OPENING, *PARAGRAPHS)) == ["Harriet Lowe"]


def test_a_name_holds_no_possessive() -> None:
    assert [is_latin_name(text) for text in ("Saltmere's Harbour Walls", "Ada O'Brien")] == [False, True]


def test_a_name_above_all_text_is_the_author_however_like_text_it_looks() -> None:
    assert names(extract(column(0))) == ["水野遥"]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Harriet Lowe | The Saltmere Journal", ["Harriet Lowe"]),
        ("Harriet Lowe   Saltmere Enquirer", ["Harriet Lowe"]),
        ("Harriet Lowe | hlowe@saltmere.example", ["Harriet Lowe"]),
        ("Harriet Lowe | Tom Mayhew", ["Harriet Lowe", "Tom Mayhew"]),
        ("Harriet Lowe/Tom Mayhew", ["Harriet Lowe", "Tom Mayhew"]),
        ("Harriet LowePublished: March 20, 2017", ["Harriet Lowe"]),
        ("Saltmere | Harriet Lowe", []),
    ],
)
def test_behind_a_name_below_the_title_stands_the_outlet_or_another_name(line: str, named: list[str]) -> None:
    assert names(extract(TITLE, line, OPENING, *PARAGRAPHS)) == named


def test_a_name_before_an_outlet_is_no_author_between_paragraphs() -> None:
    assert names(extract(TITLE, DATE, OPENING, *PARAGRAPHS[:2], "Harriet Lowe | Saltmere", *PARAGRAPHS[2:])) == []


@pytest.mark.parametrize("line", ["Reuters", "Von dpa", "By Associated Press"])
def test_a_news_agency_is_the_author_only_where_no_person_is_named(line: str) -> None:
    agency = line.removeprefix("Von ").removeprefix("By ")
    assert names(extract(TITLE, line, DATE, OPENING, *PARAGRAPHS)) == [agency]
    assert names(extract(TITLE, line, "By Harriet Lowe", DATE, OPENING, *PARAGRAPHS)) == ["Harriet Lowe"]


@pytest.mark.parametrize("above", [f"{TITLE} | Valley News", f"News / Harbours / {TITLE}"])
def test_a_title_that_stands_below_by_itself_loses_the_outlet_and_the_trail(above: str) -> None:
    assert extract(above, TITLE, "By Harriet Lowe", DATE, OPENING, *PARAGRAPHS).title == TITLE


HEADINGS = (
    "Surge Protective Devices", "Fishing Boat Insurance", "Early Childhood Learning", "Urban Tree Planting",
    "Winter Tyre Changes", "Common Mistakes", "Bread Baking Basics", "Heavy Rain Warning", "Healthy Eating Habits",
    "Rising Sea Levels", "Cloud Security", "Fresh Seafood", "Lighthouse Keepers", "Marine Engine Maintenance",
    "Harbour Wall Repairs", "Old Town Walks", "Coastal Erosion Control", "Water Quality Monitoring", "Dynamic Pricing",
    "Solar Panel Installation",
)  # fmt: skip
NAMES = (
    "Ada Brandt", "Tom May", "Keiko Tanaka", "Will Power", "James Wood", "Rose Fields", "Grant Hill", "John Banks",
    "Mary Beth Rivers", "J. R. Hartley", "Liu Wei", "Abdul Rahman", "Ingrid Holm", "Helen Walls", "Mark Stone",
    "Sarah Waters", "Priya Raman", "Frances Clement", "Maria del Carmen Ruiz", "Anne-Marie O'Neill",
)  # fmt: skip


@pytest.mark.parametrize("below", [(), (DATE,)])
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_whose_words_the_text_uses_is_nobody(heading: str, below: tuple[str, ...]) -> None:
    told = f"What is said of {heading.lower()} in the town is older than the harbour, and most of it is even true."
    assert names(extract(TITLE, heading, *below, told, *PARAGRAPHS)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_half_a_word_of_the_text_is_a_name(name: str) -> None:
    family = name.split()[-1].lower()
    told = f"It is not known what {family} will be in this town, nor whether there is anything that they are good for."
    assert names(extract(TITLE, name, DATE, told, *PARAGRAPHS)) == [name]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Ada BrandtTom May", ["Ada Brandt", "Tom May"]),
        ("Ada Brandt12", ["Ada Brandt"]),
        ("Ada FitzRoy", ["Ada FitzRoy"]),
    ],
)
def test_names_glued_to_each_other_or_to_a_count_are_parted(line: str, named: list[str]) -> None:
    assert names(extract(TITLE, line, DATE, OPENING, *PARAGRAPHS)) == named


JA_TITLE = "港の壁はなぜ二度も崩れたのか"
JA_DATE = "2017年3月24日"
JA_TEXT = (
    "湊の港では三十年のあいだ壁が築かれては崩れ、そのたびに潮の流れが変わってきたと古老は話す。",
    "最初の壁は大嵐のあとに急いで積まれ、どこに置くべきかを漁師に尋ねた者は一人もいなかったという。",
    "二つ目の壁の跡は今も引き潮のときに見ることができ、町の子どもたちはそこまで歩いて行って帰ってくる。",
)


def test_several_names_in_a_row_below_the_title_are_its_authors() -> None:
    assert names(extract(JA_TITLE, "水野千尋、沢村大樹", JA_DATE, *JA_TEXT)) == ["水野千尋", "沢村大樹"]


def test_words_in_a_row_below_the_title_are_no_names() -> None:
    assert names(extract(JA_TITLE, "防災、港湾整備", JA_DATE, *JA_TEXT)) == []


def test_what_stands_in_a_menu_below_the_name_of_a_section_is_nobody() -> None:
    assert names(extract("レポート", "アクセス", JA_TITLE, JA_DATE, *JA_TEXT)) == []


@pytest.mark.parametrize("words", ["南房県", "電子部品", "申込締切"])
def test_words_beside_a_day_that_end_as_no_name_does_are_nobody(words: str) -> None:
    assert names(extract(JA_TITLE, JA_DATE, words, *JA_TEXT)) == []


def test_a_capital_before_japanese_words_makes_no_name() -> None:
    assert not is_latin_name("Core Ultraを積んでもファンは1基")


def test_the_author_of_a_translated_text_stands_below_its_title_and_the_translator_below_the_text() -> None:
    found = extract(JA_TITLE, JA_DATE, "アダ・ブラント", *JA_TEXT, "翻訳：沢村実")
    assert [(person.name, person.role) for person in found.authors] == [("アダ・ブラント", ""), ("沢村実", "訳")]


def test_of_a_review_the_reviewer_is_the_author_not_who_made_the_book() -> None:
    found = extract(JA_TITLE, JA_DATE, "評者：水野 遥", "アダ・ブラント著／沢村実訳", *JA_TEXT)
    assert names(found) == ["水野 遥"]


def test_a_line_that_credits_a_picture_and_names_the_writer_is_a_by_line() -> None:
    assert names(extract(JA_TITLE, JA_DATE, *JA_TEXT, "撮影／架空写真館　構成・文／水野 遥")) == ["水野 遥"]


@pytest.mark.parametrize(
    "line", ["文／水野遥　写真／沢村実", "写真：沢村実　文：水野遥", "文●水野遥 撮影●沢村実 編集●汀書房"]
)
def test_who_took_the_pictures_leaves_the_text_with_who_wrote_it(line: str) -> None:
    for lines in ((line, *JA_TEXT), (*JA_TEXT, line)):
        found = extract(JA_TITLE, JA_DATE, *lines)
        assert (names(found), "沢村" in found.body) == (["水野遥"], False)


def test_a_line_that_credits_a_picture_alone_names_no_author() -> None:
    assert names(extract(JA_TITLE, JA_DATE, *JA_TEXT, "撮影／沢村 実")) == []


WALK = "岬の灯台まで歩いた日のことを、今もよく覚えている。風が強く、波の音で話もできなかった。"


def test_whom_a_caption_honours_is_told_of_and_did_not_write_it() -> None:
    assert names(extract("灯りを消さずに島を出た人", "2014年4月5日", "水野遥さん", *[WALK] * 4)) == []


def test_other_articles_right_below_a_short_text_name_no_author_of_it() -> None:
    found = extract(
        "灯りを消さずに島を出た人", "理事長　水野遥", WALK, WALK, "関連記事", "港の波止場", "沢村実（主任研究員）"
    )
    assert names(found) == ["水野遥"]


@pytest.mark.parametrize(
    "lines",
    [
        ("2014年4月5日", "「灯りを消さずに島を出た」　岬の灯台守、最後の三十年", "お知らせの番号：12", "2014年4月7日"),
        ("2014/3/20　港の波止場に関するお知らせの一覧はこちら", "灯りを消さずに島を出た人", "更新日：2014年4月5日"),
    ],
)
def test_the_day_over_the_title_is_the_texts_own_before_days_it_tells_of(lines: tuple[str, ...]) -> None:
    assert extract(*lines, *[WALK] * 4).date == "2014-04-05"
