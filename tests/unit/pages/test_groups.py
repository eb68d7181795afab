"""Indexes of names: kana rows, the alphabet, and what has no reading."""

from builder.model import Author, AuthorId
from builder.pages.groups import by_reading, most_often
from builder.pages.views import Entry

ENTRIES = [
    Entry("1", "水野遥", 1, reading="みずのはるか"),
    Entry("2", "﨑田宗一", 1, reading="さきたそういち"),
    Entry("3", "塩谷瑞穂", 1),
    Entry("4", "Helen Marchbank", 1, reading="ヘレン・マーチバンク", romaji="Marchbank Helen"),
    Entry("5", "Émile Noir", 1),
    Entry("6", "あらい", 1),
    Entry("7", "佐々木", 1, reading="ささき"),
]


def grouped(language: str) -> list[tuple[str, list[str]]]:
    return [(group.label, [entry.id for entry in group.entries]) for group in by_reading(ENTRIES, language)]


def test_in_japanese_kana_come_first_then_letters_then_the_unread() -> None:
    assert grouped("ja") == [("あ", ["6"]), ("さ", ["2", "7"]), ("は", ["4"]), ("ま", ["1"]), ("E", ["5"]), ("", ["3"])]


def test_in_english_letters_come_first_by_family_name() -> None:
    assert grouped("en") == [("E", ["5"]), ("M", ["4"]), ("あ", ["6"]), ("さ", ["2", "7"]), ("ま", ["1"]), ("", ["3"])]


def test_most_often_counts_and_keeps_first_come_order() -> None:
    named = {AuthorId(name): Author(AuthorId(name), name.upper()) for name in "abc"}
    ids = [AuthorId(name) for name in "baac"]
    assert most_often(ids, 2, named) == (("a", "A", 2), ("b", "B", 1))
